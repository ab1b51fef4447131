"""The base of the few dialogs: a title, a body, a row of buttons."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from plcdesk.text import tr
from plcdesk_ui.theme.sizes import EDGE, GAP, ROW
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.buttons import Button, button
from plcdesk_ui.widgets.label import plain

_WIDTH = 460
_ANY_SIZE = QSize(9999, 9999)


class Sheet(QDialog):
    """Put things into `body`; Esc closes. Buttons stand right, the one that does it last."""

    def __init__(self, title: str, sentence: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        outer.setSpacing(GAP)
        outer.addWidget(plain(title, "title", wrap=True))
        if sentence:
            outer.addWidget(plain(sentence, wrap=True))
        self.body = QVBoxLayout()
        self.body.setSpacing(GAP - 4)
        outer.addLayout(self.body, 1)
        self._row = QHBoxLayout()
        self._row.setSpacing(ROW)
        self._row.addStretch(1)
        outer.addLayout(self._row)

    def add_cancel(self, text: str | None = None) -> Button:
        """Add the button that closes and does nothing."""
        return self._add(button(text or tr("Cancel"), self.reject))

    def add_accept(self, text: str, role: str = "primary") -> Button:
        """Add the button that does it; Enter presses it."""
        made = self._add(button(text, self.accept, role))
        made.setDefault(True)
        return made

    def add_left(self, widget: QWidget) -> None:
        """Put something at the left of the buttons."""
        self._row.insertWidget(0, widget)

    def fit_into_window(self, width: int, height: int) -> None:
        """Take so many pixels, more with larger type, but no more than the window has; something in it scrolls."""
        larger = theme_of(self).sizes.base / 14
        above = self.parentWidget()
        room = above.window().size() - QSize(2 * EDGE, 2 * EDGE) if above is not None else _ANY_SIZE
        self.resize(QSize(round(width * larger), round(height * larger)).boundedTo(room))

    def sizeHint(self) -> QSize:
        """Wide enough for a sentence."""
        return super().sizeHint().expandedTo(QSize(_WIDTH, 0))

    def _add(self, made: Button) -> Button:
        self._row.addWidget(made)
        return made
