"""What looks like students' names in what is about to leave."""

from PySide6.QtCore import Qt, Signal

from plcdesk.students.kept import LeavingNames
from plcdesk.text import ntr, tr
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.label import plain


class NamesCard(Card):
    """Hidden while there is nothing. Tells `look_requested`."""

    look_requested = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Student names"))
        self._words = plain("", wrap=True)
        self._button = button(tr("Look at them"), self.look_requested.emit)
        self.body.addWidget(self._words)
        self.body.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_names(self, names: LeavingNames) -> None:
        """Count those that nobody has looked at, or say that all have been."""
        self.setVisible(bool(names.found))
        new = len(names.new)
        if new:
            words = ntr("{n} word looks like a student name.", "{n} words look like student names.", new)
            self._words.setText(words.format(n=new))
            self._button.set_text(tr("Look at them"))
        else:
            self._words.setText(tr("You have said what stands for each."))
            self._button.set_text(tr("Look again"))
