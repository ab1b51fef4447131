"""Adding to final minutes, and saying what has changed in minutes that become final again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from plcdesk.text import tr
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.fields import LineField, TextField, field
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.sheet import Sheet


class AmendSheet(Sheet):
    """Tells `amended` with a text and a reason, or `reopen_requested`."""

    amended = Signal(str, str)
    reopen_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            tr("Add to the minutes"),
            tr("It is added with today’s date. What the minutes said before stays and can be read."),
            parent,
        )
        self.text = TextField(lines=3, placeholder=tr("What is added or corrected"))
        self.reason = LineField(limit=300, placeholder=tr("what we learnt later, what was wrong"))
        self.problem = plain("", "danger", wrap=True)
        self.problem.hide()
        self.body.addWidget(field(tr("Added"), self.text))
        self.body.addWidget(field(tr("Why"), self.reason))
        self.body.addWidget(self.problem)
        tip = tr("To mend what the minutes themselves say; then mark them as final again")
        self.add_left(button(tr("Make them a draft again"), self._reopen, "link", tip=tip))
        self.add_cancel()
        self.add_accept(tr("Add"))
        self.text.setFocus()

    def accept(self) -> None:
        """Tell what is added, if both are there."""
        if not self.text.text().strip() or not self.reason.text().strip():
            self.problem.setText(tr("Write what is added, and in a few words why."))
            self.problem.show()
            (self.reason if self.text.text().strip() else self.text).setFocus()
            return
        super().accept()
        self.amended.emit(self.text.text(), self.reason.text())

    def _reopen(self) -> None:
        self.reject()
        self.reopen_requested.emit()


class ReasonSheet(Sheet):
    """Tells `said` with what has changed since the minutes were final before."""

    said = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            tr("What has changed?"),
            tr("These minutes were final before. Readers are told what has changed since."),
            parent,
        )
        self.reason = LineField(limit=300, placeholder=tr("a decision was missing"))
        self.body.addWidget(field(tr("What has changed"), self.reason))
        self.add_cancel()
        self.accept_button = self.add_accept(tr("Mark as final"))
        self.accept_button.setEnabled(False)
        self.reason.textChanged.connect(lambda text: self.accept_button.setEnabled(bool(text.strip())))
        self.reason.setFocus()

    def accept(self) -> None:
        """Tell it, if there is something."""
        if self.reason.text().strip():
            super().accept()
            self.said.emit(self.reason.text())
