"""One line of text that is written as it is typed."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QHideEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from plcdesk_ui.widgets.committer import Committer


class LineField(QLineEdit):
    """Emits `committed` after a pause, on Enter, when the focus leaves and when it is hidden."""

    committed = Signal(str)

    def __init__(
        self, text: str = "", placeholder: str = "", limit: int = 500, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setMaxLength(limit)
        self.setPlaceholderText(placeholder)
        self.setText(text)
        self.setCursorPosition(0)
        self._committer = Committer(self.text, self)
        self._committer.due.connect(self.committed.emit)
        self.textEdited.connect(self._committer.touch)
        self.returnPressed.connect(self.flush)

    def set_value(self, text: str) -> None:
        """Show `text` as what is written; what is being typed right now is left alone."""
        if self._committer.pending or text == self.text() or self._is_typing(text):
            return
        place = self.cursorPosition()
        self.setText(text)
        self.setCursorPosition(place if self.hasFocus() else 0)
        self._committer.settle()

    def _is_typing(self, text: str) -> bool:
        """Whether `text` is what stands here but for a space that was just typed."""
        return self.hasFocus() and text == self.text().strip()

    def clear_written(self) -> None:
        """Empty the field without telling anybody, after its text went elsewhere."""
        self.clear()
        self._committer.settle()

    def flush(self) -> None:
        """Tell now what was typed, if anything."""
        self._committer.flush()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the field writes it."""
        super().focusOutEvent(event)
        self.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        """So does leaving the page."""
        super().hideEvent(event)
        self.flush()
