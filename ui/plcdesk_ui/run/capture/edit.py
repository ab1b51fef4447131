"""The text of the line for notes: grows with what is typed, and knows the keys of capture."""

from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from plcdesk_ui.run.capture.completion import Completion
from plcdesk_ui.theme.theme import theme_of

_UNDO_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_WORD_KEYS = (
    QKeySequence.StandardKey.DeleteStartOfWord,
    QKeySequence.StandardKey.DeleteEndOfWord,
    QKeySequence.StandardKey.DeleteCompleteLine,
)
_NO_KEY_PAD = ~Qt.KeyboardModifier.KeypadModifier
_ROOM_FOR_CURSOR = 1


class CaptureEdit(QPlainTextEdit):
    """Plain text of up to `most_lines` in view.

    `entered`: Enter. `cycled(step)`: Tab or Shift+Tab, another kind. `left`: Esc. `refused`: Backspace before
    the first letter. `up_from_empty`: Up in an empty line. `focused(bool)`. `pasted_lines`: several lines at
    once. `completion` is shown behind the cursor; Tab takes it.
    """

    entered = Signal()
    cycled = Signal(int)
    left = Signal()
    refused = Signal()
    up_from_empty = Signal()
    focused = Signal(bool)
    pasted_lines = Signal()

    def __init__(self, most_lines: int = 6, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = most_lines
        self.completion: Completion | None = None
        self.setProperty("look", "bare")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursorWidth(2)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def text(self) -> str:
        """What is typed."""
        return self.toPlainText()

    def show_text(self, text: str) -> None:
        """Show other text, with the cursor behind it; there is no way back to the text before."""
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def set_type(self, pixels: int) -> None:
        """Use larger type than elsewhere; pixels."""
        sheet = f"QPlainTextEdit {{ font-size: {pixels}px; }}"
        if self.styleSheet() != sheet:
            self.setStyleSheet(sheet)

    def cursor_place(self) -> int:
        """How many characters stand before the cursor."""
        return len(
            self.toPlainText()
            .encode("utf-16-le", "surrogatepass")[: self.textCursor().position() * 2]
            .decode("utf-16-le", "replace")
        )

    def show_completion(self, completion: Completion | None) -> None:
        """Offer a name behind the cursor, or none."""
        if completion != self.completion:
            self.completion = completion
            self.viewport().update()

    def sizeHint(self) -> QSize:
        """As high as it stands now."""
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        """Narrow, but never lower than its lines."""
        return QSize(60, self._height())

    def event(self, event: QEvent) -> bool:
        """Undo goes to the meeting when nothing typed is left to undo; word keys stay here while there are words."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if any(event.matches(key) for key in _UNDO_KEYS):
                undo = event.matches(QKeySequence.StandardKey.Undo)
                able = self.document().isUndoAvailable() if undo else self.document().isRedoAvailable()
                event.setAccepted(able)
                return able
            if self.text() and any(event.matches(key) for key in _WORD_KEYS):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of capture; everything else is typing."""
        key, modifiers = event.key(), event.modifiers() & _NO_KEY_PAD
        plain = modifiers == Qt.KeyboardModifier.NoModifier
        shifted = modifiers == Qt.KeyboardModifier.ShiftModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.entered.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and shifted:
            self.insertPlainText("\n")
            self.ensureCursorVisible()
        elif key == Qt.Key.Key_Tab and plain:
            self._tab()
        elif key == Qt.Key.Key_Backtab:
            self.cycled.emit(-1)
        elif key == Qt.Key.Key_Escape and plain:
            self.left.emit()
        elif key == Qt.Key.Key_Up and plain and not self.text():
            self.up_from_empty.emit()
        elif key == Qt.Key.Key_Backspace and plain and self._at_start():
            self.refused.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text only; several lines are told."""
        text = source.text().replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
        several = sum(1 for line in text.splitlines() if line.strip()) > 1
        self.insertPlainText(text.strip("\n") if several else " ".join(text.split("\n")))
        self.ensureCursorVisible()
        if several:
            self.pasted_lines.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the box around."""
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell the box around."""
        super().focusOutEvent(event)
        self.focused.emit(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrower line has more lines."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Larger type needs higher lines."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, and the rest of the name on offer."""
        super().paintEvent(event)
        if self.completion is None or not self.hasFocus():
            return
        painter = QPainter(self.viewport())
        painter.setFont(QFont(self.font()))
        painter.setPen(QColor(theme_of(self).tokens.ink2))
        place = self.cursorRect()
        baseline = place.top() + self.fontMetrics().ascent()
        painter.drawText(place.left() + _ROOM_FOR_CURSOR, baseline, self.completion.ghost)
        painter.end()

    def _tab(self) -> None:
        if self.completion is None:
            self.cycled.emit(1)
            return
        taken = self.completion
        cursor = self.textCursor()
        typed = self.cursor_place() - taken.start
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, typed)
        cursor.insertText(taken.name + " ")
        self.setTextCursor(cursor)

    def _at_start(self) -> bool:
        cursor = self.textCursor()
        return cursor.position() == 0 and not cursor.hasSelection()

    def _height(self) -> int:
        lines = min(max(1, round(self.document().size().height())), self._most)
        metrics = QFontMetricsF(self.font())
        return lines * (ceil(metrics.ascent()) + ceil(metrics.descent())) + 1

    def _fit(self) -> None:
        height = self._height()
        if self.minimumHeight() != height:
            self.setFixedHeight(height)
        many = round(self.document().size().height()) > self._most
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if many else policy.ScrollBarAlwaysOff)
