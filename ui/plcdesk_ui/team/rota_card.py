"""Whose turn it is in the coming meetings."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from plcdesk.minutes.names import People
from plcdesk.planning.infos import TeamInfo
from plcdesk.planning.roles import role_words
from plcdesk.planning.rota import RotaLine
from plcdesk.text import tr
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.rows import ClickRow, Row, RowList
from plcdesk_ui.words import day


class RotaCard(Card):
    """Roles go round fairly; in a planned meeting they can be swapped, which is where a press leads."""

    def __init__(self, plan: Callable[[str], None]) -> None:
        super().__init__(tr("Whose turn it is"))
        self._plan = plan
        self.rows = RowList(dense=True)
        self._nothing = plain(
            tr("Add people and a usual day, and the roles go round by turns."), "secondary", wrap=True
        )
        self.body.addWidget(self._nothing)
        self.body.addWidget(self.rows)

    def show_rota(self, team: TeamInfo, lines: tuple[RotaLine, ...]) -> None:
        """Show the coming meetings, each with who has which role."""
        people = People.of(team)
        shown = [line for line in lines if line.roles]
        self._nothing.setVisible(not shown)
        self.rows.set_rows(self._row(line, people) for line in shown)

    def _row(self, line: RotaLine, people: People) -> QWidget:
        roles = " · ".join(
            f"{word} {people.name(line.roles[role])}"
            for role, word in role_words().items()
            if role in line.roles
        )
        when = day(line.starts_at.date())
        if not line.meeting_id:
            return Row(when, tr("by turns: {roles}").format(roles=roles))
        row = ClickRow(when, roles, trailing=[tr("planned")])
        row.activated.connect(lambda: self._plan(line.meeting_id))
        return row
