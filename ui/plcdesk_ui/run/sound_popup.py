"""How loud the chimes are: off, soft, medium or loud; each is heard when it is chosen."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from plcdesk.text import tr
from plcdesk_ui.context import Context
from plcdesk_ui.shell.commands import SOUND_KEY
from plcdesk_ui.sound import play_chime
from plcdesk_ui.theme.sizes import PAD, ROW
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.chip_choice import ChipChoice
from plcdesk_ui.widgets.flow import flow
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.tips import set_tip, tip_with_shortcut

_WIDTH = 22
"""In times the size of type."""
VOLUMES = (0.3, 0.5, 0.8)


class SoundPopup(QFrame):
    """Opens below a button; a click elsewhere or Esc closes it. `changed`: another volume was chosen."""

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._context = context
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("look", "floating")
        self.setAccessibleName(tr("Chimes"))
        words = (tr("Soft"), tr("Medium"), tr("Loud"))
        self.volumes = ChipChoice(
            [
                (0.0, tr("Off"), "accent"),
                *((volume, word, "accent") for volume, word in zip(VOLUMES, words, strict=True)),
            ],
            self._now(),
            tr("Volume of the chimes"),
        )
        set_tip(self.volumes, tip_with_shortcut(tr("Chimes off, and on"), SOUND_KEY))
        self.volumes.chosen.connect(lambda volume: self._choose(float(str(volume))))
        self.step = button(
            tr("Step ends"), lambda: play_chime(context, "step"), "quiet", "play", grade="small"
        )
        self.meeting = button(
            tr("Meeting ends"), lambda: play_chime(context, "meeting"), "quiet", "play", grade="small"
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(PAD, PAD - 4, PAD, PAD - 4)
        box.setSpacing(ROW)
        box.addWidget(plain(tr("Chime when a step or the meeting ends"), "card-title", wrap=True))
        box.addWidget(self.volumes)
        box.addWidget(plain(tr("Listen:"), "secondary"))
        box.addWidget(flow(self.step, self.meeting, spacing=4))
        self._show()

    def open_below(self, anchor: QWidget) -> None:
        """Open with the right edges in one line."""
        width = round(_WIDTH * theme_of(self).sizes.base)
        self.setFixedSize(width, self.heightForWidth(width))
        self.move(anchor.mapToGlobal(anchor.rect().bottomRight()) + QPoint(1 - self.width(), 4))
        self.show()
        self.volumes.setFocus()

    def _now(self) -> float:
        settings = self._context.settings
        if settings.chime_muted or settings.chime_volume <= 0:
            return 0.0
        return min(VOLUMES, key=lambda volume: abs(volume - settings.chime_volume))

    def _choose(self, volume: float) -> None:
        if volume:
            self._context.remember(chime_muted=False, chime_volume=volume)
            play_chime(self._context, "step")
        else:
            self._context.remember(chime_muted=True)
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        for made in (self.step, self.meeting):
            made.setEnabled(self._now() > 0)
