"""A long text to look through: plain, selectable, never read as anything but text."""

from PySide6.QtWidgets import QFrame, QPlainTextEdit


class TextSheet(QPlainTextEdit):
    """Shows as many lines as there are, wrapped; the keyboard scrolls it and Tab leaves it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setMinimumHeight(10 * self.fontMetrics().lineSpacing())

    def show_text(self, text: str) -> None:
        """Show a text from its beginning."""
        self.setPlainText(text)
