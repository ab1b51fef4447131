"""The records behind a figure, each of which leads to the minutes it stands in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from plcdesk.text import ntr, tr
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.rows import ClickRow, RowList
from plcdesk_ui.widgets.scroll import page_scroll
from plcdesk_ui.widgets.sheet import Sheet

_HEIGHT = 360


@dataclass(frozen=True)
class RecordLine:
    """A record as the sheet lists it; `entry_id` is the line of the minutes to point at, if it is one."""

    text: str
    beside: str
    meeting_id: str
    entry_id: str = ""


class RecordsSheet(Sheet):
    """Lists the records; a click, or Enter, opens the minutes of one."""

    def __init__(
        self,
        title: str,
        lines: Sequence[RecordLine],
        open_record: Callable[[str, str], None],
        parent: QWidget,
    ) -> None:
        count = ntr("{n} record", "{n} records", len(lines)).format(n=len(lines))
        super().__init__(title, count, parent)
        self.rows = RowList()
        self.rows.set_rows(self._row_of(line, open_record) for line in lines)
        if lines:
            area = page_scroll(self.rows)
            area.setMinimumHeight(min(_HEIGHT, self.rows.sizeHint().height()))
            self.body.addWidget(area, 1)
        else:
            self.body.addWidget(plain(tr("There are none."), "secondary"))
        self.add_cancel(tr("Close"))

    def _row_of(self, line: RecordLine, open_record: Callable[[str, str], None]) -> ClickRow:
        row = ClickRow(line.text, line.beside)

        def go() -> None:
            self.accept()
            open_record(line.meeting_id, line.entry_id)

        row.activated.connect(go)
        return row
