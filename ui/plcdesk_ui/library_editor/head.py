"""The line that stands for a step or a form in the editor, whether its fields are shown or not."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from plcdesk.text import tr
from plcdesk_ui.widgets.chip import Chip
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.rows import ClickRow


class Head(ClickRow):
    """Number, title, a line about it, minutes, and whether there is something to mend. Del deletes it."""

    deleted = Signal()

    def __init__(self) -> None:
        self.number = plain("", "strong")
        self.minutes = plain("", "secondary")
        self.mend = Chip("", "warning")
        super().__init__("", "", self.number, (self.mend, self.minutes), tone="strong")
        self.mend.hide()

    def show_line(
        self, title: str, line: str, minutes: str, to_mend: int, number: str = "", spoken: str = ""
    ) -> None:
        """Say what it is; `spoken` is what a screen reader says first."""
        self.number.setText(number)
        self.number.setVisible(bool(number))
        self.set_text(title, line)
        self.minutes.setText(minutes)
        words = tr("to mend") if to_mend else ""
        self.mend.set_chip(words, "warning")
        self.mend.setVisible(bool(to_mend))
        self.setAccessibleName(", ".join(part for part in (spoken, title, line, minutes, words) if part))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del deletes; all else is as in other rows."""
        if event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
        else:
            super().keyPressEvent(event)
