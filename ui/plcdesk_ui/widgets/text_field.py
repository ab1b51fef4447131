"""Some lines of plain text that grow with what is typed and are written as it is typed."""

from math import ceil

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from plcdesk_ui.widgets.committer import Committer
from plcdesk_ui.widgets.scroll import keep_from_sideways

_AROUND = 15
"""Pixels of border and padding above and below the text, as in the style sheet, and one that Qt wants to spare."""


class TextField(QPlainTextEdit):
    """As high as its text, between `lines` and `most_lines`. Tab leaves it; Ctrl+Enter tells `submitted`."""

    committed = Signal(str)
    submitted = Signal()

    def __init__(
        self,
        text: str = "",
        placeholder: str = "",
        lines: int = 2,
        most_lines: int = 12,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lines, self._most = lines, most_lines
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        keep_from_sideways(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.setPlainText(text)
        self._showing = False
        self._committer = Committer(self.toPlainText, self)
        self._committer.due.connect(self.committed.emit)
        self.textChanged.connect(self._touched)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def set_value(self, text: str) -> None:
        """Show `text` as what is written; what is being typed right now is left alone."""
        if self._committer.pending or text == self.toPlainText() or self._is_typing(text):
            return
        place = self.textCursor().position()
        self._showing = True
        self.setPlainText(text)
        self._showing = False
        cursor = self.textCursor()
        cursor.setPosition(min(place, len(text)))
        self.setTextCursor(cursor)
        self._committer.settle()

    def _is_typing(self, text: str) -> bool:
        """Whether `text` is what stands here but for a space or line that was just typed."""
        return self.hasFocus() and text == self.toPlainText().strip()

    def text(self) -> str:
        """The text as it stands."""
        return self.toPlainText()

    def flush(self) -> None:
        """Tell now what was typed, if anything."""
        self._committer.flush()

    def sizeHint(self) -> QSize:
        """As high as it stands now."""
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        """Narrow, but never lower than its lines."""
        return QSize(80, self._height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter writes and tells that the text is complete."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.flush()
            self.submitted.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the field writes it."""
        super().focusOutEvent(event)
        self.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        """So does leaving the page."""
        super().hideEvent(event)
        self.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrower field has more lines."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Larger type needs higher lines."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _touched(self) -> None:
        if not self._showing:
            self._committer.touch()

    def _height(self) -> int:
        # The layout of a QPlainTextEdit counts its height in lines, wrapped ones included.
        needed = max(1, round(self.document().size().height()))
        lines = min(max(self._lines, needed), self._most)
        # A line of the layout is as high as its parts, each rounded up: a pixel more than QFontMetrics says.
        metrics = QFontMetricsF(self.font())
        return lines * (ceil(metrics.ascent()) + ceil(metrics.descent())) + _AROUND

    def _fit(self) -> None:
        height = self._height()
        if self.minimumHeight() != height:
            self.setFixedHeight(height)
        many = round(self.document().size().height()) > self._most
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if many else policy.ScrollBarAlwaysOff)
