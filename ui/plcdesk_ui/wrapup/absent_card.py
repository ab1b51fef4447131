"""Those who were absent: a page to catch up with, for each."""

from collections.abc import Callable

from plcdesk.text import tr
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.rows import Row, RowList
from plcdesk_ui.wrapup.facts import WrapUp


class AbsentCard(Card):
    """Hidden when everyone was there."""

    def __init__(self, print_page: Callable[[str], None]) -> None:
        super().__init__()
        self._print = print_page
        self._shown: tuple[str, ...] | None = None
        self._rows = RowList()
        self.body.addWidget(self._rows)

    def show_wrap_up(self, facts: WrapUp) -> None:
        """A row for each absent member."""
        absent = facts.room.absent
        self.setVisible(bool(absent))
        if absent == self._shown:
            return
        self._shown = absent
        rows: list[Row] = []
        for member_id in absent:
            member = facts.room.agenda.team.member(member_id)
            if member is None:
                continue
            page = button(tr("Print a catch-up page"), lambda member_id=member_id: self._print(member_id))
            page.setAccessibleName(tr("Print a catch-up page for {name}").format(name=member.name))
            rows.append(Row(tr("{name} was absent.").format(name=member.first_name), trailing=[page]))
        self._rows.set_rows(rows)
