"""The text of the line for notes: grows with what is typed, and knows the keys of capture."""

from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QPoint, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from plcdesk_ui.run.capture.completion import Completion
from plcdesk_ui.run.capture.names_popup import NamesPopup
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.scroll import keep_from_sideways

_UNDO_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_WORD_KEYS = (
    QKeySequence.StandardKey.DeleteStartOfWord,
    QKeySequence.StandardKey.DeleteEndOfWord,
    QKeySequence.StandardKey.DeleteCompleteLine,
)
_TYPING = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
_NO_KEY_PAD = ~Qt.KeyboardModifier.KeypadModifier
_ROOM_FOR_CURSOR = 1


class CaptureEdit(QPlainTextEdit):
    """Plain text of up to `most_lines` in view.

    `about_to_act`: a key that is no letter came; what `show_completions` was to be told has to be told now.
    `entered`: Enter. `cycled(step)`: Tab or Shift+Tab, another kind. `left`: Esc. `refused`: Backspace before
    the first letter. `up_from_empty`: Up in an empty line, `choosing_wished` with Shift. `focused(bool)`.
    `pasted_lines`: several lines at once. `completion` is shown behind the cursor; Tab and Right take it. Where
    there are several, Up and Down go from one to the next.
    """

    about_to_act = Signal()
    entered = Signal()
    cycled = Signal(int)
    left = Signal()
    refused = Signal()
    up_from_empty = Signal()
    choosing_wished = Signal()
    focused = Signal(bool)
    pasted_lines = Signal()

    def __init__(self, most_lines: int = 6, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = most_lines
        self._lines = 1
        self._completions: tuple[Completion, ...] = ()
        self._chosen = 0
        self._popup: NamesPopup | None = None
        self._ghost = plain("", "secondary", parent=self.viewport())
        self._ghost.hide()
        self.setProperty("look", "line")
        keep_from_sideways(self)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursorWidth(2)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._grown)
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
        text, place = self.toPlainText(), self.textCursor().position()
        if text.isascii():
            return place
        before = text.encode("utf-16-le", "surrogatepass")[: place * 2]
        return len(before.decode("utf-16-le", "replace"))

    @property
    def completion(self) -> Completion | None:
        """The name that Tab takes."""
        return self._completions[self._chosen] if self._completions else None

    @property
    def names(self) -> tuple[str, ...]:
        """The names that the list at the cursor offers."""
        return self._popup.names if self._popup is not None else ()

    def show_completions(self, completions: tuple[Completion, ...]) -> None:
        """Offer names behind the cursor, or none."""
        if completions != self._completions:
            self._completions, self._chosen = completions, 0
            self._show_names()
        elif completions:
            self._place_ghost()

    def _show_names(self) -> None:
        self._place_ghost()
        several = len(self._completions) > 1 and self.hasFocus()
        if self._popup is not None and not several:
            self._popup.hide()
        elif several:
            if self._popup is None:
                self._popup = NamesPopup(self.window())
                self._popup.picked.connect(self._take)
            cursor = self.cursorRect()
            below = self.viewport().mapToGlobal(cursor.bottomLeft() + QPoint(0, 4))
            above = self.viewport().mapToGlobal(cursor.topLeft() - QPoint(0, 4))
            self._popup.offer([each.name for each in self._completions], self._chosen, below, above)

    def _place_ghost(self) -> None:
        """Show the rest of the name on offer behind the cursor."""
        offered = self.completion if self.hasFocus() else None
        self._ghost.setVisible(offered is not None)
        if offered is not None:
            self._ghost.setFont(self.font())
            self._ghost.setText(offered.ghost)
            self._ghost.adjustSize()
            self._ghost.move(self.cursorRect().topLeft() + QPoint(_ROOM_FOR_CURSOR, 0))

    def sizeHint(self) -> QSize:
        """As high as it stands now."""
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        """Narrow, but never lower than its lines."""
        return QSize(60, self._height())

    def event(self, event: QEvent) -> bool:
        """Undo goes to the meeting when nothing typed is left to undo; word keys stay here while there are words."""
        if (
            isinstance(event, QKeyEvent)
            and not _types(event)
            and event.type() == QEvent.Type.ShortcutOverride
        ):
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
        if _types(event):
            super().keyPressEvent(event)
            return
        self.about_to_act.emit()
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
        elif key == Qt.Key.Key_Right and plain and self.completion is not None:
            self._take(self._chosen)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and plain and self.names:
            self._chosen = (self._chosen + (1 if key == Qt.Key.Key_Down else -1)) % len(self._completions)
            self._show_names()
        elif key == Qt.Key.Key_Escape and plain and self.names:
            self.show_completions(())
        elif key == Qt.Key.Key_Backtab:
            self.cycled.emit(-1)
        elif key == Qt.Key.Key_Escape and plain:
            self.left.emit()
        elif key == Qt.Key.Key_Up and plain and not self.text():
            self.up_from_empty.emit()
        elif key == Qt.Key.Key_Up and shifted and not self.text():
            self.choosing_wished.emit()
        elif key == Qt.Key.Key_Backspace and plain and self._at_start():
            self.refused.emit()
        else:
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text, but no files: those are attached to the meeting."""
        return not source.hasUrls() and super().canInsertFromMimeData(source)

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
        self.show_completions(())
        self.focused.emit(False)

    def hideEvent(self, event: QHideEvent) -> None:
        """The list of names goes with it."""
        super().hideEvent(event)
        self.show_completions(())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrower line has more lines."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Larger type needs higher lines."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.viewport().setAutoFillBackground(True)  # so that nothing below is painted with each key
            self._fit()

    def _tab(self) -> None:
        if self.completion is None:
            self.cycled.emit(1)
        else:
            self._take(self._chosen)

    def _take(self, place: int) -> None:
        taken = self._completions[place]
        cursor = self.textCursor()
        typed = self.cursor_place() - taken.start
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, typed)
        cursor.insertText(taken.name + " ")
        self.setTextCursor(cursor)

    def _at_start(self) -> bool:
        cursor = self.textCursor()
        return cursor.position() == 0 and not cursor.hasSelection()

    def _height(self) -> int:
        lines = min(max(1, self._lines), self._most)
        metrics = QFontMetricsF(self.font())
        return lines * (ceil(metrics.ascent()) + ceil(metrics.descent())) + 1

    def _grown(self, size: QSizeF) -> None:
        if round(size.height()) != self._lines:
            self._fit()

    def _fit(self) -> None:
        self._lines = round(self.document().size().height())
        self.updateGeometry()
        policy = Qt.ScrollBarPolicy
        many = self._lines > self._most
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if many else policy.ScrollBarAlwaysOff)


def _types(event: QKeyEvent) -> bool:
    """Whether the key types a letter or sign and does nothing else."""
    text = event.text()
    return bool(text) and text.isprintable() and event.modifiers() in _TYPING
