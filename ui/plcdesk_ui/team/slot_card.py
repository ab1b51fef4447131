"""What a team is called and when it usually meets."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QGridLayout

from plcdesk.planning.infos import TeamInfo
from plcdesk.text import tr
from plcdesk_ui.change import Change
from plcdesk_ui.theme.sizes import GAP
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.fields import Choice, LineField, TimeField, field
from plcdesk_ui.widgets.stepper import MinutesStepper

if TYPE_CHECKING:
    from plcdesk.store.work import Work


class SlotCard(Card):
    """The team's own facts; a new meeting begins with them."""

    def __init__(self, change: Change) -> None:
        super().__init__(tr("The team and its usual time"))
        self._change = change
        self._team_id = ""
        self.name = LineField()
        self.school = LineField()
        self.subject = LineField()
        self.room = LineField()
        days = [(day, QLocale().dayName(day + 1)) for day in range(7)]
        self.weekday = Choice([(None, tr("It differs")), *days])
        self.time = TimeField()
        self.minutes = MinutesStepper(45, 5, 480, tr("Length of a meeting"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(GAP - 4)
        fields = (
            (tr("Name"), self.name, 0, 0, 2),
            (tr("School"), self.school, 1, 0, 1),
            (tr("Subject or grade"), self.subject, 1, 1, 1),
            (tr("Day"), self.weekday, 2, 0, 1),
            (tr("Time"), self.time, 2, 1, 1),
            (tr("Length"), self.minutes, 3, 0, 1),
            (tr("Room"), self.room, 3, 1, 1),
        )
        for words, widget, row, column, span in fields:
            grid.addWidget(field(words, widget), row, column, 1, span)
        self.body.addLayout(grid)
        self._wire()

    def show_team(self, team: TeamInfo) -> None:
        """Show a team's facts."""
        self._team_id = team.id
        for line, value in self._lines(team):
            line.set_value(value)
        self.weekday.set_value(team.weekday)
        self.time.set_value(team.time or "15:30")
        self.minutes.set_value(team.minutes)

    def flush(self) -> None:
        """Hand over what is half typed."""
        for line in (self.name, self.school, self.subject, self.room):
            line.flush()

    def _lines(self, team: TeamInfo) -> tuple[tuple[LineField, str], ...]:
        return (
            (self.name, team.name),
            (self.school, team.school),
            (self.subject, team.subject),
            (self.room, team.room),
        )

    def _wire(self) -> None:
        self.name.committed.connect(lambda text: self._set(name=text.strip()) if text.strip() else None)
        self.school.committed.connect(lambda text: self._set(school=text.strip()))
        self.subject.committed.connect(lambda text: self._set(subject=text.strip()))
        self.room.committed.connect(lambda text: self._set(room=text.strip()))
        self.weekday.chosen.connect(lambda day: self._set(weekday=day))
        self.time.committed.connect(lambda time: self._set(time=time))
        self.minutes.changed.connect(lambda minutes: self._set(minutes=minutes))

    def _set(self, **values: str | int | None) -> None:
        team_id = self._team_id

        def change(work: "Work") -> None:
            from plcdesk.planning.teams import change_team

            change_team(work, team_id, **values)

        self._change(change)
