"""Insights: what a team's own records say about how it works together, for the team itself and its coach."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget
from shiboken6 import isValid

from plcdesk.insights.figures import Figures, read_figures
from plcdesk.insights.letters import Letter, latest_letter
from plcdesk.insights.span import Span
from plcdesk.insights.words import span_words
from plcdesk.planning.infos import TeamInfo
from plcdesk.planning.reading import read_teams
from plcdesk.store.changes import Changes
from plcdesk.text import tr
from plcdesk_ui.context import Context
from plcdesk_ui.insights.cards import cadence_card, following_card, norms_card, protocols_card, time_card
from plcdesk_ui.insights.letters_card import LetterCard, LetterReadCard
from plcdesk_ui.insights.printing import PageKind, print_page
from plcdesk_ui.insights.records_sheet import RecordLine, RecordsSheet
from plcdesk_ui.insights.span_choice import SpanChoice
from plcdesk_ui.navigator import Place
from plcdesk_ui.screen import Screen
from plcdesk_ui.sharing.job import JobRow
from plcdesk_ui.theme.sizes import EDGE
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.choice import Choice
from plcdesk_ui.widgets.scroll import Column, Columns, page_scroll
from plcdesk_ui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from plcdesk.store.work import Work


@dataclass(frozen=True)
class _Read:
    """What a job read for the screen."""

    figures: Figures
    to_coach: Letter | None
    to_team: Letter | None


class InsightsScreen(Screen):
    """One team and one span at a time. Figures are counted in another thread."""

    rail_key = "insights"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._team: TeamInfo | None = None
        self._asked = 0
        self.teams = Choice()
        self.teams.setAccessibleName(tr("Team"))
        self.teams.chosen.connect(lambda team_id: self._choose(str(team_id)))
        self.span = SpanChoice()
        self.span.changed.connect(self._span_changed)
        self.bar = TopBar(self.span.title())
        self.bar.add_left(self.teams)
        self.bar.add_left(self.span)
        self.print_button = button(tr("Print a page"), role="primary", tip=tr("Print, or save as PDF"))
        self.print_button.set_menu(self._print_menu())
        self.bar.add(self.print_button)
        self.page.addWidget(self.bar)
        self.job = JobRow(context)
        jobs = QHBoxLayout()
        jobs.setContentsMargins(EDGE, 0, EDGE, 0)
        jobs.addWidget(self.job)
        self.page.addLayout(jobs)
        self.coach_says = LetterReadCard(tr("From our coach"))
        self.team_says = LetterReadCard(tr("From the team"))
        self.to_coach = LetterCard(
            tr("To our coach"),
            tr("It goes along when you share with your coach, and stands on the printed page."),
            "to_coach",
            self._change,
            signed=False,
        )
        self.reply = LetterCard(
            tr("Your reply to the team"),
            tr("It opens the team's next meeting: print it as a slip, or send it as a share file."),
            "to_team",
            self._change,
            signed=True,
        )
        self._places = tuple(_FigurePlace() for _ in range(2))
        left, right = self._places
        letters = Column(self.coach_says, self.team_says, self.to_coach, self.reply)
        holder = Columns((Column(left), 1), (Column(right, letters), 1))
        self.page.addWidget(page_scroll(holder), 1)

    def enter(self, place: Place) -> None:
        self._read(place.about or (self._team.id if self._team else self.context.settings.last_team or ""))

    def heard(self, changes: Changes, initiator: object) -> None:
        if initiator is not self and changes.touches(
            "team", "meeting", "item", "entry", "norm", "norm_rating", "clock_event", "coach_letter"
        ):
            self._read(self.undo_list)

    def leave(self) -> None:
        self.to_coach.flush()
        self.reply.flush()

    @property
    def undo_list(self) -> str:
        return self._team.id if self._team is not None else ""

    def _change(self, service: "Callable[[Work], object]", told: str | None = None) -> None:
        self.context.do(service, by=self, told=told, undo_list=self.undo_list)

    def _choose(self, team_id: str) -> None:
        self.leave()
        self.context.remember(last_team=team_id)
        self._read(team_id)

    def _span_changed(self) -> None:
        self._read(self.undo_list)

    def _read(self, team_id: str) -> None:
        teams = read_teams(self.context.reader)
        if not teams:
            QTimer.singleShot(0, lambda: self.context.go.to("welcome"))
            return
        team = self._team = next((team for team in teams if team.id == team_id), teams[0])
        self.teams.set_options([(each.id, each.name) for each in teams], team.id)
        today = self.context.local_now(team.zone).date()
        span = self.span.span(today)
        self._asked += 1
        asked = self._asked

        def job() -> _Read:
            from plcdesk_ui.insights.chart_view import warm

            warm()
            with self.context.workspace.reader() as reader:
                return _Read(
                    read_figures(reader, team.id, span, today),
                    latest_letter(reader, team.id, "to_coach"),
                    latest_letter(reader, team.id, "to_team"),
                )

        def arrived(read: _Read) -> None:
            if asked == self._asked and isValid(self):
                self._show(read)

        self.context.in_background(job, arrived)

    def _show(self, read: _Read) -> None:
        figures, locale = read.figures, QLocale().name()
        last = max(figures.span.first, min(figures.span.last, figures.today))
        self.bar.set_title(self.span.title())
        self.bar.set_context(span_words(Span(figures.span.first, last), locale))
        left, right = self._places
        left.show_cards(
            following_card(figures, self._look),
            norms_card(figures, self._look, locale),
            cadence_card(figures, self._look),
        )
        right.show_cards(time_card(figures, self._look), protocols_card(figures, self._look))
        coach = self.context.settings.coach
        self.coach_says.show_letter(None if coach else read.to_team)
        self.team_says.show_letter(read.to_coach if coach else None)
        self.to_coach.show_letter(figures.team_id, read.to_coach)
        self.reply.show_letter(figures.team_id, read.to_team)
        self.to_coach.setVisible(not coach)
        self.reply.setVisible(coach)

    def _look(self, title: str, lines: Sequence[RecordLine]) -> None:
        RecordsSheet(title, lines, self.context.go.minutes, self).open()

    def _print_menu(self) -> QMenu:
        menu = QMenu(self)
        kinds: tuple[tuple[PageKind, str], ...] = (
            ("team", tr("This team's page")),
            ("principal", tr("The principal's page")),
            ("all", tr("All teams, with an overview")),
            ("slip", tr("The coach's reply, as a slip")),
        )
        for kind, words in kinds:
            menu.addAction(words).triggered.connect(partial(self._print, kind))
        return menu

    def _print(self, kind: PageKind, _checked: bool = False) -> None:
        self.leave()
        if self._team is not None:
            today = self.context.local_now(self._team.zone).date()
            print_page(self, self.context, self.job, kind, self._team.id, self.span.span(today), today)


class _FigurePlace(QWidget):
    """Where cards of figures stand; the next ones take the place of those before."""

    def __init__(self) -> None:
        super().__init__()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._content: QWidget | None = None

    def show_cards(self, *cards: QWidget) -> None:
        """Show these cards and no others."""
        content = Column(*cards)
        if self._content is not None:
            self._box.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = content
        self._box.addWidget(content)
