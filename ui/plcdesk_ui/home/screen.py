"""Home: the next meeting with Start, Edit and Print; what is open; what was agreed last."""

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from plcdesk.planning.carry_over import UnreachedItem
from plcdesk.planning.home import Home, read_home
from plcdesk.planning.infos import EntryInfo
from plcdesk.planning.reading import read_teams
from plcdesk.store.changes import Changes
from plcdesk.text import tr
from plcdesk_ui.context import Context
from plcdesk_ui.home.cards import actions_card, carried_card, minutes_card, norms_card
from plcdesk_ui.home.next_card import next_card, running_card
from plcdesk_ui.home.search_opener import SearchOpener
from plcdesk_ui.navigator import Place
from plcdesk_ui.screen import Screen
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.choice import Choice
from plcdesk_ui.widgets.empty import EmptyState
from plcdesk_ui.widgets.scroll import Column, Columns, page_scroll
from plcdesk_ui.widgets.top_bar import TopBar
from plcdesk_ui.words import long_day

if TYPE_CHECKING:
    from plcdesk.store.work import Work

A_MINUTE = 60_000


class HomeScreen(Screen):
    """Shows one team; the choice at the top changes to another."""

    rail_key = "home"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._team_id = context.settings.last_team or ""
        self._teams = Choice()
        self._teams.setAccessibleName(tr("Team"))
        self._teams.chosen.connect(lambda team_id: self._choose_team(str(team_id)))
        self.bar = TopBar(tr("Home"))
        self.bar.add_left(self._teams)
        self.opener = SearchOpener()
        self.opener.wanted.connect(context.go.search_wanted)
        self.bar.add(self.opener)
        self.bar.add(button(tr("New meeting"), self._new_meeting, tip=tr("Plan a new meeting")))
        self.page.addWidget(self.bar)
        self._holder = QWidget()
        self._place = QVBoxLayout(self._holder)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._content: QWidget | None = None
        self.page.addWidget(page_scroll(self._holder), 1)
        self._minutes = QTimer(self)
        self._minutes.setInterval(A_MINUTE)
        self._minutes.timeout.connect(self._greet)

    def enter(self, place: Place) -> None:
        if place.about:
            self._team_id = place.about
        self._read()
        self._minutes.start()

    def leave(self) -> None:
        self._minutes.stop()

    def heard(self, changes: Changes, initiator: object) -> None:
        self._read()

    @property
    def undo_list(self) -> str:
        return self._team_id

    def _choose_team(self, team_id: str) -> None:
        self._team_id = team_id
        self.context.remember(last_team=team_id)
        self._read()

    def _read(self) -> None:
        teams = read_teams(self.context.reader)
        if not teams:
            QTimer.singleShot(0, lambda: self.context.go.to("welcome"))
            return
        if self._team_id not in {team.id for team in teams}:
            self._team_id = teams[0].id
        self._teams.set_options([(team.id, team.name) for team in teams], self._team_id)
        zone = next(team.zone for team in teams if team.id == self._team_id)
        now = self.context.local_now(zone)
        home = read_home(self.context.reader, self._team_id, now)
        if home is not None:
            self._greet()
            self._show(home, now)

    def _greet(self) -> None:
        now = self.context.now().astimezone()
        greeting = (
            tr("Good morning")
            if now.hour < 12
            else tr("Good afternoon")
            if now.hour < 18
            else tr("Good evening")
        )
        self.bar.set_title(greeting)
        self.bar.set_context(long_day(now.date()))

    def _show(self, home: Home, now: datetime) -> None:
        if self._content is not None:
            self._place.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = content = Columns(parent=self._holder)
        left, right = Column(parent=content), Column(parent=content)
        content.add(left, 3)
        content.add(right, 2)
        self._fill_left(left, home, now)
        self._fill_right(right, home, now)
        self._place.addWidget(content)

    def _fill_left(self, left: Column, home: Home, now: datetime) -> None:
        go = self.context.go
        if home.running is not None and home.running.started_at is not None:
            started = home.running.started_at.astimezone()
            left.add(running_card(home.running.title, started, now.date(), go, home.running.id, left))
        if home.next is not None:
            left.add(next_card(home.next, home.team, now, go, self._print_agenda, left))
        elif home.running is None:
            left.add(self._no_meeting(left))
        adds = self._add_to_agenda if home.next is not None else None
        left.add(carried_card(home.carried, adds, left))
        left.add(minutes_card(home.recent, go.minutes, left))

    def _fill_right(self, right: Column, home: Home, now: datetime) -> None:
        go, team = self.context.go, home.team
        actions = home.carried.actions
        see_all = partial(go.to, "actions", team.id)
        right.add(actions_card(actions, team, now.date(), self._tick, see_all, right))
        right.add(norms_card(home.norms, now.date(), partial(go.to, "team", team.id), right))

    def _no_meeting(self, parent: QWidget) -> Card:
        card = Card(parent=parent)
        card.body.addWidget(
            EmptyState(
                "calendar-days",
                tr("No meeting is planned. Say when you meet next and what you want to have by the end."),
                tr("Plan the next meeting"),
                self._new_meeting,
                "primary",
            )
        )
        return card

    def _new_meeting(self) -> None:
        from plcdesk_ui.plan.new_meeting import ask_for_new_meeting

        ask_for_new_meeting(self, self.context, self._team_id)

    def _print_agenda(self, meeting_id: str) -> None:
        from plcdesk_ui.plan.printing import print_agenda

        print_agenda(self, self.context, meeting_id)

    def _tick(self, action: EntryInfo) -> None:
        today = self.context.now().astimezone().date()

        def done(work: "Work") -> None:
            from plcdesk.running.entries import set_action

            set_action(work, action.id, "done", today)

        told = tr("Done: {what}").format(what=action.text)
        self.context.do(done, told=told, undo_list=action.meeting_id)

    def _add_to_agenda(self, left_open: EntryInfo | UnreachedItem) -> None:
        zone = next(team.zone for team in read_teams(self.context.reader) if team.id == self._team_id)
        home = read_home(self.context.reader, self._team_id, self.context.local_now(zone))
        if home is None or home.next is None:
            return
        meeting_id = home.next.meeting.id

        def take(work: "Work") -> None:
            from plcdesk.planning.agenda_sources import take_over_item
            from plcdesk.planning.agendas import take_over

            if isinstance(left_open, UnreachedItem):
                take_over_item(work, meeting_id, left_open.item_id)
            else:
                take_over(work, meeting_id, left_open.id)

        self.context.do(take, told=tr("Added to the agenda"), undo_list=meeting_id)
