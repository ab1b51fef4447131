"""How a norm was worded over time."""

from PySide6.QtWidgets import QWidget

from plcdesk.planning.norm_history import Wording
from plcdesk.text import tr
from plcdesk_ui.widgets.rows import Row, RowList
from plcdesk_ui.widgets.sheet import Sheet
from plcdesk_ui.words import long_day


class WordingsSheet(Sheet):
    """The newest wording first."""

    def __init__(self, wordings: tuple[Wording, ...], parent: QWidget) -> None:
        super().__init__(tr("How this norm was worded"), parent=parent)
        rows = RowList()
        for wording in wordings:
            since = tr("since {day} {year}").format(day=long_day(wording.since), year=wording.since.year)
            rows.add(Row(wording.text, since))
        self.body.addWidget(rows)
        self.add_cancel(tr("Close"))
