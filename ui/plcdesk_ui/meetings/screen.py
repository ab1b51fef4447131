"""Meetings: what is coming, what is past, and search, in one list with the chosen meeting beside it."""

from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut

from plcdesk.archive.directory import Directory
from plcdesk.archive.matching import Term
from plcdesk.archive.previews import read_preview
from plcdesk.archive.wanted import Wanted
from plcdesk.planning.infos import TeamInfo
from plcdesk.planning.reading import read_teams
from plcdesk.store.changes import Changes
from plcdesk.text import ntr, tr
from plcdesk_ui.asking import Asker
from plcdesk_ui.context import Context
from plcdesk_ui.meetings.doing import Doing
from plcdesk_ui.meetings.facets import Facets, FacetsCard, FacetsLine, kind_options
from plcdesk_ui.meetings.list_card import ListCard
from plcdesk_ui.meetings.preview_card import PreviewCard
from plcdesk_ui.meetings.search_box import SearchBox
from plcdesk_ui.meetings.searching import Answer, Question, Searching
from plcdesk_ui.meetings.words import counted, found_rows, listed_rows
from plcdesk_ui.navigator import Place
from plcdesk_ui.screen import Screen
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.choice import Choice, Option
from plcdesk_ui.widgets.label import Elided
from plcdesk_ui.widgets.scroll import Column, page_scroll
from plcdesk_ui.widgets.three_columns import ThreeColumns
from plcdesk_ui.widgets.top_bar import TopBar

ALL_TEAMS = ""
FIND = "find:"


class MeetingsScreen(Screen):
    """One team's meetings, or all teams'.

    `Place.line` 'new' opens the sheet for a new one at once; 'find:' with words searches all teams for them.
    """

    rail_key = "meetings"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._teams: dict[str, TeamInfo] = {}
        self._team_id = ""
        self._names: Directory | None = None
        self._wanted = Wanted()
        self._question = Question()
        self._begins = True
        self._looked_at: tuple[str, tuple[Term, ...]] | None = None
        self._asker = Asker(context, self)
        self.doing = Doing(self, context)
        self.teams = Choice()
        self.teams.setAccessibleName(tr("Team"))
        self.search = SearchBox()
        self.beside, self.above = FacetsCard(), FacetsLine()
        self.list = ListCard()
        self.preview = PreviewCard()
        self.preview.hide()
        self.bar = TopBar(tr("Meetings"))
        self.bar.add_left(self.teams)
        self.bar.add_left(self.search)
        self.count = Elided("", "secondary", letters=10)
        self.bar.add_left(self.count)
        self.write_up = button(
            tr("Write up a past meeting"), self._write_up, tip=tr("For a meeting held on paper")
        )
        self.bar.add(self.write_up)
        self.bar.add(button(tr("New meeting"), self._new_meeting, "primary"))
        self.page.addWidget(self.bar)
        right = page_scroll(Column(self.preview))
        self.columns = ThreeColumns(self.beside, self.above, self.list, right, (45, 55))
        self.page.addWidget(self.columns, 1)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.search.take_keyboard)
        self.setFocusProxy(self.search)
        self._wire()

    def _wire(self) -> None:
        self.teams.chosen.connect(lambda team_id: self._choose_team(str(team_id)))
        self.columns.arranged.connect(self._make_room)
        self.search.changed.connect(lambda typed: self._ask(typed=typed, pages=1))
        self.search.left_down.connect(self.list.found.setFocus)
        for fields in (self.beside.fields, self.above.fields):
            fields.changed.connect(lambda facets: self._ask(facets=facets, pages=1))
        self.list.found.chosen.connect(self._look_at)
        self.list.found.opened.connect(lambda meeting_id: self._open(meeting_id, ""))
        self.list.found.more_wanted.connect(self._more)
        self.list.new_requested.connect(self._new_meeting)
        self.list.widen_requested.connect(self._widen)
        self.preview.open_requested.connect(self._open)
        self.preview.read_requested.connect(lambda meeting_id: self.context.go.to("reading", meeting_id))
        self.preview.print_requested.connect(self.doing.print)
        self.preview.copy_requested.connect(self.doing.plan_alike)
        self.preview.delete_requested.connect(self.doing.delete)

    def enter(self, place: Place) -> None:
        self._read_teams(place.about)
        self._looked_at = None
        if place.line.startswith(FIND):
            self._find_everywhere(place.line.removeprefix(FIND))
        elif self._teams:
            self._ask()
        if place.line == "new":
            QTimer.singleShot(0, self._new_meeting)

    def heard(self, changes: Changes, initiator: object) -> None:
        if changes.touches("team", "member", "snapshot", "entry"):
            self._names = None
        if changes.touches("meeting", "team", "entry", "item", "snapshot", "attachment", "attendance"):
            self._read_teams()
            self._looked_at = None
            self._ask()

    def leave(self) -> None:
        self._asker.stop()

    @property
    def undo_list(self) -> str:
        shown = self.preview.shown
        return shown.meeting.id if shown is not None and not self.preview.isHidden() else self._team_id

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes away the planned meeting that is chosen."""
        shown = self.preview.shown
        if event.key() == Qt.Key.Key_Delete and shown is not None and shown.meeting.status == "planned":
            self.doing.delete(shown.meeting.id)
        else:
            super().keyPressEvent(event)

    def _read_teams(self, wanted: str = "") -> None:
        """The teams to choose from; `wanted` is the one to show."""
        self._teams = {team.id: team for team in read_teams(self.context.reader)}
        if not self._teams:
            QTimer.singleShot(0, lambda: self.context.go.to("welcome"))
            return
        last = wanted or self._team_id or self.context.settings.last_team or ""
        if self.teams.value() != ALL_TEAMS or wanted or not self.teams.count():
            self._team_id = last if last in self._teams else next(iter(self._teams))
        options: list[Option] = [(team.id, team.name) for team in self._teams.values()]
        if len(options) > 1:
            options.append((ALL_TEAMS, tr("All teams")))
        shown = ALL_TEAMS if self.teams.value() == ALL_TEAMS and not wanted else self._team_id
        if tuple(options) != self.teams.options:
            self.teams.set_options(options)
        self.teams.set_value(shown)
        self.teams.setVisible(len(self._teams) > 1)

    def _choose_team(self, team_id: str) -> None:
        if team_id != ALL_TEAMS:
            self._team_id = team_id
            self.context.remember(last_team=team_id)
        self._ask(pages=1)

    def _ask(self, **changed: object) -> None:
        """Ask anew, with what has changed; after a change of what is asked, the first row is chosen."""
        self._begins = self._begins or changed.get("pages") == 1
        team = self._teams.get(str(self.teams.value()))
        self._question = replace(self._question, team=team.id if team else "", **changed)  # type: ignore[arg-type]
        self._asker.ask(*Searching(self._question, self._names, self._today()).steps(self._answered))

    def _answered(self, answer: Answer | None) -> None:
        if answer is None:
            return
        self._names, self._wanted = answer.names, answer.wanted
        self.search.complete_from(answer.names, self._today().year)
        now, teams = self._now(), not self._question.team and len(self._teams) > 1
        if answer.listing is not None:
            rows = listed_rows(answer.listing.coming, answer.listing.past, now, teams=teams)
            held = answer.listing.held
            self._show_count(ntr("{n} meeting held", "{n} meetings held", held).format(n=held))
        else:
            rows = found_rows(answer.rows, now, teams=teams)
            found = answer.found
            if answer.whole:
                self._show_count(counted(found.places, len(found.meetings), cut=found.cut) if rows else "")
        if answer.whole or (rows and self._question.pages == 1):
            self.list.show_rows(rows, answer, first=self._begins and answer.listing is None)
            self._begins = self._begins and not rows
        if answer.whole:
            self._show_facets(answer)
        self._look_at(self.list.found.key)

    def _show_count(self, words: str) -> None:
        self.count.setText(words)
        self.above.count.setText(words)

    def _make_room(self, narrow: bool) -> None:
        """For the search, where the window is narrow."""
        self.write_up.set_text(tr("Write up") if narrow else tr("Write up a past meeting"))
        self.count.setVisible(not narrow)

    def _show_facets(self, answer: Answer) -> None:
        facets = self._question.facets
        kinds = kind_options(
            answer.counts, facets.kind, cut=answer.found.cut, words=bool(answer.wanted.terms)
        )
        for fields in (self.beside.fields, self.above.fields):
            fields.show(facets, kinds, answer.names)

    def _more(self) -> None:
        """The next page, once the end of the list comes near."""
        if self.list.has_more:
            self.list.has_more = False
            self._ask(pages=self._question.pages + 1)

    def _look_at(self, meeting_id: str) -> None:
        """Show a meeting beside the list, unless it stands there as it is."""
        if (meeting_id, self._wanted.terms) == self._looked_at:
            return
        self._looked_at = (meeting_id, self._wanted.terms)
        shown = read_preview(self.context.reader, meeting_id, self._wanted.terms) if meeting_id else None
        self.preview.setVisible(shown is not None)
        if shown is not None:
            self.preview.show_meeting(shown, self._today())

    def _open(self, meeting_id: str, line: str) -> None:
        shown = read_preview(self.context.reader, meeting_id)
        if shown is None:
            return
        match shown.meeting.status:
            case "planned":
                self.context.go.plan(meeting_id)
            case "running":
                self.context.go.run(meeting_id)
            case _:
                self.context.go.minutes(meeting_id, line or self.list.line_of(meeting_id))

    def _find_everywhere(self, typed: str) -> None:
        self.search.set_words(typed)
        self._question = Question(typed)
        self._widen()

    def _widen(self) -> None:
        """Look for the same words everywhere."""
        self.teams.set_value(ALL_TEAMS if len(self._teams) > 1 else self._team_id)
        self._ask(facets=Facets(), pages=1)

    def _new_meeting(self) -> None:
        from plcdesk_ui.plan.new_meeting import ask_for_new_meeting

        ask_for_new_meeting(self, self.context, self._team_id)

    def _write_up(self) -> None:
        from plcdesk_ui.minutes.write_up import ask_for_past_meeting

        ask_for_past_meeting(self, self.context, self._team_id)

    def _now(self) -> datetime:
        return self.context.local_now(self._teams[self._team_id].zone)

    def _today(self) -> date:
        return self._now().date()
