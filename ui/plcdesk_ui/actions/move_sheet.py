"""Moving the date of an action, and saying why."""

from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from plcdesk.archive.actions import ActionInfo
from plcdesk.text import tr
from plcdesk_ui.widgets.fields import DateField, LineField, field
from plcdesk_ui.widgets.sheet import Sheet


class MoveSheet(Sheet):
    """Asks for the new date and, where there was one before, for the reason; it cannot be left out."""

    def __init__(self, action: ActionInfo, today: date, parent: QWidget) -> None:
        super().__init__(tr("Move the date"), action.text, parent)
        self._needs_reason = action.due_on is not None
        later = max(today, action.due_on or today) + timedelta(days=7)
        self.day = DateField(later.isoformat())
        self.reason = LineField("", tr("In a few words: what came in between?"), limit=200)
        self.body.addWidget(field(tr("New date"), self.day))
        if self._needs_reason:
            self.body.addWidget(field(tr("Why"), self.reason))
        self.add_cancel()
        self.accepting = self.add_accept(tr("Move it"))
        self.reason.textChanged.connect(lambda _text: self._allow())
        self._allow()
        (self.reason if self._needs_reason else self.day).setFocus()

    @property
    def new_date(self) -> date:
        """The date that was chosen."""
        return date.fromisoformat(self.day.value() or "")

    def _allow(self) -> None:
        self.accepting.setEnabled(not self._needs_reason or bool(self.reason.text().strip()))
