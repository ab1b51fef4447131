"""The field in which something written down is mended, in the place where it stands."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from plcdesk.text import tr
from plcdesk_ui.widgets.text_field import TextField


class EntryField(TextField):
    """Tells `finished(to_line)` on Enter, Esc and when the focus goes; `committed` as it is typed; `grown` when its
    height changed.
    """

    finished = Signal(bool)
    grown = Signal()

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, lines=1, parent=parent)
        self.setAccessibleName(tr("Mend the note"))
        self.moveCursor(QTextCursor.MoveOperation.End)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc are done with it; Shift+Enter begins a new line."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if plain and (enter or event.key() == Qt.Key.Key_Escape):
            self.finished.emit(True)
        elif enter:
            self.insertPlainText("\n")
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The row around grows with it."""
        super().resizeEvent(event)
        if event.size().height() != event.oldSize().height():
            self.grown.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the field is being done, but for its own menu."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.finished.emit(False)
