"""Actions: one list across meetings and teams, to tick off, to move, to hand out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from plcdesk.archive.actions import VIEWS, ActionInfo, View, chosen, people_of, read_actions
from plcdesk.planning.infos import TeamInfo
from plcdesk.planning.reading import read_teams
from plcdesk.store.changes import Changes
from plcdesk.store.reader import Reader
from plcdesk.text import tr
from plcdesk_ui.actions.doing import ActionsDoing
from plcdesk_ui.actions.list_card import ActionsList
from plcdesk_ui.actions.row import ActionRow
from plcdesk_ui.actions.side import ActionsSide
from plcdesk_ui.asking import Asker
from plcdesk_ui.context import Context
from plcdesk_ui.navigator import Place
from plcdesk_ui.screen import Screen
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.choice import Choice, Option
from plcdesk_ui.widgets.empty import EmptyState
from plcdesk_ui.widgets.scroll import Column, Columns, page_scroll
from plcdesk_ui.widgets.top_bar import TopBar

ALL_TEAMS = ""


@dataclass(frozen=True)
class _Shown:
    """What the list shows: the actions of a view, and the day."""

    actions: tuple[ActionInfo, ...] = ()
    today: date = date.min


class ActionsScreen(Screen):
    """`Place.about` is a team; without one, all teams are shown. `Place.line` is an action to go to."""

    rail_key = "actions"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._teams: dict[str, TeamInfo] = {}
        self._actions: tuple[ActionInfo, ...] = ()
        self._shown = _Shown()
        self._view: View = "mine" if context.settings.me else "open"
        self._person = ""
        self._ticked: set[str] = set()
        self._go_to = ""
        self._asker = Asker(context, self)
        self.doing = ActionsDoing(self, context)
        self.teams = Choice()
        self.teams.setAccessibleName(tr("Team"))
        self.side, self.list = ActionsSide(), ActionsList()
        self.empty = Card()
        self._sentence = EmptyState("check", "")
        self.empty.body.addWidget(self._sentence)
        self.bar = TopBar(tr("Actions"))
        self.bar.add_left(self.teams)
        self.calendar = button(
            tr("Save as calendar"), self._save_calendar, tip=tr("The open ones, as an .ics file")
        )
        self.printing = button(tr("Print"), self._print, tip=tr("Print this list"), shortcut="Ctrl+P")
        self.bar.add(self.calendar)
        self.bar.add(self.printing)
        self.page.addWidget(self.bar)
        self.page.addWidget(page_scroll(self._lay_out()), 1)
        self._wire()

    def _lay_out(self) -> QWidget:
        right = QWidget()
        box = QVBoxLayout(right)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.empty)
        box.addWidget(self.list, 1)
        self.empty.hide()
        return Columns((Column(self.side), 22), (right, 78))

    def _wire(self) -> None:
        self.teams.chosen.connect(lambda _team: self._begin_anew())
        self.side.view_chosen.connect(self._choose_view)
        self.side.person_chosen.connect(self._choose_person)
        self.side.me_chosen.connect(self._choose_me)
        self.list.row_made.connect(self._wire_row)
        self.list.shown.connect(self._go_to_row)

    def _wire_row(self, row: ActionRow) -> None:
        action, doing = row.action, self.doing
        row.ticked.connect(lambda _id, on: self._tick(action, on=on))
        row.move_requested.connect(lambda _id: doing.move(action, self._shown.today))
        row.drop_requested.connect(lambda _id: doing.set_status(action, "dropped", self._shown.today))
        row.open_requested.connect(lambda _id: self.context.go.minutes(action.meeting_id, action.id))
        row.outcome_written.connect(lambda _id, text: doing.write_outcome(action, text))

    def enter(self, place: Place) -> None:
        self._ticked.clear()
        self._go_to = place.line
        if place.line:
            self._view, self._person = "open", ""
        self._read_teams(place.about)
        self._ask()

    def heard(self, changes: Changes, initiator: object) -> None:
        if initiator is self:
            return  # an outcome that is being typed
        if changes.touches("team", "member", "meeting", "entry", "postponement"):
            self._read_teams()
            self._ask()

    def leave(self) -> None:
        for row in self.list.rows():
            if row.outcome is not None:
                row.outcome.flush()
        self._asker.stop()

    @property
    def undo_list(self) -> str:
        return self.doing.undo_list

    def _read_teams(self, wanted: str = "") -> None:
        self._teams = {team.id: team for team in read_teams(self.context.reader)}
        if not self._teams:
            QTimer.singleShot(0, lambda: self.context.go.to("welcome"))
        options: list[Option] = [(ALL_TEAMS, tr("All teams"))]
        options += [(team.id, team.name) for team in self._teams.values()]
        value = wanted or self.teams.value() or ALL_TEAMS
        if tuple(options) != self.teams.options:
            self.teams.set_options(options)
        self.teams.set_value(value if value in self._teams else ALL_TEAMS)
        self.teams.setVisible(len(self._teams) > 1)

    def _begin_anew(self) -> None:
        self._ticked.clear()
        self.list.forget_pages()
        self._ask()

    def _ask(self) -> None:
        today, team_id = self._today(), str(self.teams.value() or "") or None

        def read(reader: Reader) -> tuple[ActionInfo, ...]:
            return read_actions(reader, today, team_id)

        self._asker.ask((read, lambda actions: self._show(actions, today)))

    def _show(self, actions: Sequence[ActionInfo], today: date) -> None:
        self._actions = tuple(actions)
        me = self.context.settings.me
        counts: dict[View, int] = {view: len(chosen(actions, view, today, me=me)) for view in VIEWS}
        self.side.show_views(counts, self._view)
        everybody = sorted(
            {member.name for team in self._teams.values() for member in team.active_members}, key=str.casefold
        )
        self.side.show_people(people_of(actions), everybody, self._person, me)
        found = chosen(actions, self._view, today, me=me, person=self._person)
        kept = {action.id for action in found} | self._ticked
        shown = tuple(action for action in actions if action.id in kept)
        self._shown = _Shown(shown, today)
        self.empty.setVisible(not shown)
        self._sentence.sentence.setText(self._nothing(me))
        for made in (self.calendar, self.printing):
            made.setEnabled(bool(shown))
        teams = not self.teams.value() and len(self._teams) > 1
        self.list.show_actions(shown, today, teams=teams, asking=self._ticked)

    def _nothing(self, me: str) -> str:
        if self._view == "mine" and not me:
            return tr("Say who you are, at the left: your actions of all meetings then stand here.")
        if self._view == "late":
            return tr("Nothing is late.")
        if self._view == "done":
            return tr("Nothing was done in the last two months.")
        return tr("No open actions. What a meeting agrees on stands here, until it is done.")

    def _tick(self, action: ActionInfo, *, on: bool) -> None:
        if on:
            self._ticked.add(action.id)
            self._go_to = action.id
        self.doing.set_status(action, "done" if on else "open", self._shown.today)

    def _go_to_row(self) -> None:
        """Have the keyboard where it was, or at the action that one came for."""
        wanted, self._go_to = self._go_to, ""
        row = next((row for row in self.list.rows() if wanted and row.action.id == wanted), None)
        if row is not None:
            (row.outcome or row.box).setFocus()

    def _choose_view(self, view: str) -> None:
        self._view = next(each for each in VIEWS if each == view)
        self._begin_anew()

    def _choose_person(self, name: str) -> None:
        self._person = name
        self._begin_anew()

    def _choose_me(self, name: str) -> None:
        self.context.remember(me=name)
        self._view = "mine" if name else self._view
        self._begin_anew()

    def _about(self) -> str:
        """Whose list it is, for paper and file names."""
        team = self._teams.get(str(self.teams.value() or ""))
        whose = self.context.settings.me if self._view == "mine" else self._person
        one = next(iter(self._teams.values())).name if len(self._teams) == 1 else tr("All teams")
        return ", ".join(part for part in (team.name if team else one, whose) if part)

    def _print(self) -> None:
        teams = not self.teams.value() and len(self._teams) > 1
        self.doing.print(self._shown.actions, self._about(), self._shown.today, teams=teams)

    def _save_calendar(self) -> None:
        self.doing.save_calendar(self._shown.actions, self._about(), self._shown.today)

    def _today(self) -> date:
        return self.context.now().astimezone().date()
