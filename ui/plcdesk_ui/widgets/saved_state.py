"""How the work is kept: 'Saved 10:42', 'Saving…' or what stands in the way."""

from typing import Literal

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.icons import pixmap
from plcdesk_ui.widgets.label import plain, set_tone
from plcdesk_ui.widgets.tips import set_tip

SavedKind = Literal["saved", "saving", "problem"]
_ICONS = {"saved": ("check", "ink2"), "saving": ("ellipsis", "ink2"), "problem": ("triangle-alert", "danger")}


class SavedState(QWidget):
    """An icon and a few words; folded, the words are the tool tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind: SavedKind = "saved"
        self._folded = False
        self._picture = plain("")
        self._words = plain("", "secondary", wrap=True)
        self._box = box = QHBoxLayout(self)
        box.setContentsMargins(10, 8, 0, 2)
        box.setSpacing(5)
        box.addWidget(self._picture)
        box.addWidget(self._words, 1)
        self.show_state("saved", "")

    def show_state(self, kind: SavedKind, text: str) -> None:
        """Say `text`; nothing is shown while it is empty."""
        self._kind = kind
        self._words.setText(text)
        set_tone(self._words, "danger" if kind == "problem" else "secondary")
        self.setAccessibleName(text)
        set_tip(self, text if self._folded else "")
        self._show_icon()
        self._picture.setVisible(bool(text))

    def fold(self, folded: bool) -> None:
        """Show the icon alone."""
        self._folded = folded
        self._words.setVisible(not folded)
        self._box.setContentsMargins(0 if folded else 10, 8, 0, 2)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._box.setStretchFactor(self._picture, 1 if folded else 0)
        set_tip(self, self._words.text() if folded else "")

    def changeEvent(self, event: QEvent) -> None:
        """Tint the icon anew when the theme or the screen changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.DevicePixelRatioChange):
            self._show_icon()

    def _show_icon(self) -> None:
        name, colour = _ICONS[self._kind]
        self._picture.setPixmap(pixmap(name, theme_of(self).sizes.icon - 3, colour))
