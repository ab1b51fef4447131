"""What stands on the team's feedback sheet and nowhere else."""

from typing import TYPE_CHECKING

from plcdesk.text import tr
from plcdesk_ui.context import Context
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.fields import TextField, field

if TYPE_CHECKING:
    from plcdesk.store.work import Work


class SheetCard(Card):
    """Three fields that are written as one types; the page beside them follows."""

    def __init__(self, context: Context) -> None:
        super().__init__(tr("On the feedback sheet"))
        self._context = context
        self._meeting_id = self._team_id = ""
        self.best_practice = TextField(placeholder=tr("What worked that others should know"), lines=2)
        self.to_principal = TextField(placeholder=tr("What we need an answer to"), lines=2)
        self.goal = TextField(placeholder=tr("What we work towards this year"), lines=2)
        for words, text in (
            (tr("Best practice"), self.best_practice),
            (tr("Questions to the principal"), self.to_principal),
            (tr("Goal of the year"), self.goal),
        ):
            self.body.addWidget(field(words, text))
        self.best_practice.committed.connect(lambda text: self._write("best_practice", text))
        self.to_principal.committed.connect(lambda text: self._write("to_principal", text))
        self.goal.committed.connect(self._write_goal)
        self.hide()

    def show_meeting(self, meeting_id: str, team_id: str) -> None:
        """Show what is written for a meeting."""
        if meeting_id != self._meeting_id:
            self.flush()
        self._meeting_id, self._team_id = meeting_id, team_id
        row = self._context.reader.row(
            "SELECT best_practice, to_principal, goal FROM meeting JOIN team ON team.id = team_id WHERE meeting.id = ?",
            [meeting_id],
        )
        if row is not None:
            self.best_practice.set_value(row["best_practice"])
            self.to_principal.set_value(row["to_principal"])
            self.goal.set_value(row["goal"])

    def flush(self) -> None:
        """Hand over what is half typed."""
        for text in (self.best_practice, self.to_principal, self.goal):
            text.flush()

    def _write(self, column: str, text: str) -> None:
        meeting_id = self._meeting_id

        def write(work: "Work") -> None:
            from plcdesk.planning.agendas import change_meeting

            change_meeting(work, meeting_id, typing=f"{meeting_id}:{column}", **{column: text.strip()})

        self._context.do(write, by=self)

    def _write_goal(self, text: str) -> None:
        team_id = self._team_id

        def write(work: "Work") -> None:
            from plcdesk.planning.teams import change_team

            work.typing = f"{team_id}:goal"
            change_team(work, team_id, goal=text.strip())

        self._context.do(write, by=self)
