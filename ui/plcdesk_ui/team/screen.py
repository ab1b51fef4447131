"""Team: who is on it, what it promised each other, when it usually meets."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from plcdesk.planning.days_off import read_days_off
from plcdesk.planning.infos import NormInfo, TeamInfo
from plcdesk.planning.norm_history import read_wordings
from plcdesk.planning.reading import read_teams
from plcdesk.planning.rota import read_rota
from plcdesk.store.changes import Changes
from plcdesk.text import tr
from plcdesk_ui.context import Context
from plcdesk_ui.navigator import Place
from plcdesk_ui.screen import Screen
from plcdesk_ui.team.days_off_card import DaysOffCard
from plcdesk_ui.team.norms_card import NormsCard
from plcdesk_ui.team.people_card import PeopleCard
from plcdesk_ui.team.rota_card import RotaCard
from plcdesk_ui.team.slot_card import SlotCard
from plcdesk_ui.team.students_card import StudentsCard
from plcdesk_ui.team.wordings_sheet import WordingsSheet
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.choice import Choice
from plcdesk_ui.widgets.scroll import Column, Columns, page_scroll
from plcdesk_ui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from plcdesk.store.work import Work


class TeamScreen(Screen):
    """One team; each change holds at once and can be undone."""

    rail_key = "team"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._team: TeamInfo | None = None
        self.teams = Choice()
        self.teams.setAccessibleName(tr("Team"))
        self.teams.chosen.connect(lambda team_id: self._choose(str(team_id)))
        self.bar = TopBar(tr("Team"))
        self.bar.add_left(self.teams)
        self.bar.add(button(tr("Add a team"), lambda: context.go.to("welcome")))
        self.page.addWidget(self.bar)
        self.people = PeopleCard(self.change)
        self.norms = NormsCard(self.change, self._show_wordings)
        self.days_off = DaysOffCard(self.change)
        self.rota = RotaCard(context.go.plan)
        self.slot = SlotCard(self.change)
        self.students = StudentsCard(self.change)
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 0, 0, 0)
        left = Column(self.people, self.slot, self.days_off)
        right = Column(self.norms, self.rota, self.students)
        box.addWidget(Columns((left, 1), (right, 1)))
        self.page.addWidget(page_scroll(holder), 1)

    def enter(self, place: Place) -> None:
        self._read(place.about or (self._team.id if self._team else self.context.settings.last_team or ""))

    def heard(self, changes: Changes, initiator: object) -> None:
        if changes.touches("team", "member", "norm", "student", "day_off", "role", "meeting"):
            self._read(self.undo_list)

    def leave(self) -> None:
        self.people.flush()
        self.norms.flush()
        self.slot.flush()
        self.students.flush()

    def _show_wordings(self, norm: NormInfo) -> None:
        WordingsSheet(read_wordings(self.context.reader, norm.id), self).open()

    @property
    def undo_list(self) -> str:
        return self._team.id if self._team is not None else ""

    def change(self, service: "Callable[[Work], object]", told: str | None = None) -> None:
        """Carry out a change to the team; `told` offers Undo."""
        self.context.do(service, told=told, undo_list=self.undo_list)

    def _choose(self, team_id: str) -> None:
        self.leave()
        self.context.remember(last_team=team_id)
        self._read(team_id)

    def _read(self, team_id: str) -> None:
        teams = read_teams(self.context.reader)
        if not teams:
            QTimer.singleShot(0, lambda: self.context.go.to("welcome"))
            return
        self._team = next((team for team in teams if team.id == team_id), teams[0])
        self.teams.set_options([(team.id, team.name) for team in teams], self._team.id)
        self.people.show_team(self._team)
        self.norms.show_team(self._team)
        self.slot.show_team(self._team)
        self.students.show_team(self.context.reader, self._team.id)
        now = self.context.local_now(self._team.zone)
        self.days_off.show_days_off(
            self._team.id, read_days_off(self.context.reader, self._team.id), now.date()
        )
        self.rota.show_rota(self._team, read_rota(self.context.reader, self._team, now))
