"""The field that searches, with the keys that lead to it."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.committer import Committer
from plcdesk_ui.widgets.icons import pixmap
from plcdesk_ui.widgets.key_hint import KeyHint


class SearchField(QLineEdit):
    """Tells `searched` with the words after a short pause and on Enter; Esc empties it."""

    searched = Signal(str)

    def __init__(self, placeholder: str, shortcut: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setMaxLength(200)
        self._hint = KeyHint(shortcut, self) if shortcut else None
        self._committer = Committer(self.text, self)
        self._committer.due.connect(self.searched.emit)
        self.textEdited.connect(self._committer.touch)
        self.returnPressed.connect(self._committer.flush)
        self.textChanged.connect(self._show_hint)
        self._show_hint("")

    def sizeHint(self) -> QSize:
        """Room for a few words."""
        hint = super().sizeHint()
        return QSize(max(hint.width(), theme_of(self).sizes.base * 18), hint.height())

    def set_words(self, words: str) -> None:
        """Show `words` without searching."""
        self.setText(words)
        self._committer.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties the field first; pressed again it belongs to the screen."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._committer.flush()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the keycap at the end."""
        super().resizeEvent(event)
        if self._hint is not None:
            size = self._hint.sizeHint()
            self._hint.resize(size)
            self._hint.move(self.width() - size.width() - 8, (self.height() - size.height()) // 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, with the glass before its words."""
        super().paintEvent(event)
        side = self._icon_side()
        painter = QPainter(self)
        painter.drawPixmap(10, (self.height() - side) // 2, pixmap("search", side, "ink2"))
        painter.end()

    def _icon_side(self) -> int:
        return theme_of(self).sizes.icon - 2

    def _show_hint(self, words: str) -> None:
        """The keycap makes room for what is typed."""
        shown = self._hint is not None and not words
        if self._hint is not None:
            self._hint.setVisible(shown)
        beside = self._hint.sizeHint().width() if self._hint is not None and shown else 0
        self.setTextMargins(self._icon_side() + 6, 0, beside, 0)
