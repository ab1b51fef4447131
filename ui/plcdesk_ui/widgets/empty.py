"""What stands in an empty place: what belongs here, and the one action that fills it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from plcdesk_ui.theme.sizes import GAP, ROW
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.icons import pixmap
from plcdesk_ui.widgets.label import plain

_ICON = 32


class EmptyState(QWidget):
    """An icon, a sentence such as 'Nothing carried over', and at most one button."""

    def __init__(
        self,
        icon: str,
        sentence: str,
        action_text: str | None = None,
        on_action: Callable[[], object] | None = None,
        role: str = "plain",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._picture = plain("")
        self.sentence = plain(sentence, "secondary", wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        box = QVBoxLayout(self)
        box.setContentsMargins(GAP, GAP + ROW, GAP, GAP + ROW)
        box.setSpacing(GAP - 4)
        box.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addWidget(self.sentence)
        self.action = None
        if action_text is not None:
            self.action = button(action_text, on_action, role)
            box.addWidget(self.action, 0, Qt.AlignmentFlag.AlignHCenter)
        self._show_icon()

    def changeEvent(self, event: QEvent) -> None:
        """Tint the icon anew when the theme or the screen changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.DevicePixelRatioChange):
            self._show_icon()

    def _show_icon(self) -> None:
        side = round(theme_of(self).sizes.base * _ICON / 14)
        self._picture.setPixmap(pixmap(self._icon, side, "edge"))
