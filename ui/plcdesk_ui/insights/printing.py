"""Printing a page of figures: made in another thread, then handed to the printer, or to a file without one."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from PySide6.QtWidgets import QWidget

from plcdesk.errors import UserError
from plcdesk.insights.figures import read_figures
from plcdesk.insights.leaving import as_they_leave, texts_on_pages
from plcdesk.insights.letters import latest_letter
from plcdesk.insights.pages import TeamFigures, coach_pages, principal_page, reply_slip, team_page
from plcdesk.insights.span import Span
from plcdesk.minutes.document import Document
from plcdesk.planning.infos import TeamInfo
from plcdesk.planning.reading import read_teams
from plcdesk.sharing.waiting import Watch
from plcdesk.store.reader import Reader
from plcdesk.students.kept import LeavingNames, new_names_in
from plcdesk.text import tr
from plcdesk_ui.context import Context
from plcdesk_ui.minutes.names_guard import NamesGuard
from plcdesk_ui.minutes.papers import chosen_paper, printed_locale
from plcdesk_ui.printing import print_pdf
from plcdesk_ui.sharing.job import JobRow

PageKind = Literal["team", "principal", "all", "slip"]


def print_page(
    parent: QWidget, context: Context, job: JobRow, kind: PageKind, team_id: str, span: Span, today: date
) -> None:
    """Make the page of a team, or of all teams, for a span, and print it, once likely students' names were looked at.

    `job` tells how far it has come.
    """

    def find(reader: Reader) -> LeavingNames:
        figures = (read_figures(reader, team.id, span, today) for team in _teams(reader, kind, team_id))
        return new_names_in(reader, (piece for each in figures for piece in texts_on_pages(each)))

    def make_and_print() -> None:
        _make(parent, context, job, kind, team_id, span, today)

    NamesGuard(parent, context).before_all(find, make_and_print)


def _make(
    parent: QWidget, context: Context, job: JobRow, kind: PageKind, team_id: str, span: Span, today: date
) -> None:
    locale, paper = printed_locale(), chosen_paper(context.settings)

    def make(watch: Watch) -> tuple[bytes, str]:
        from plcdesk.minutes.pdf import pdf_bytes

        with context.workspace.reader() as reader:
            teams = _teams(reader, kind, team_id)
            gathered: list[TeamFigures] = []
            for team in teams:
                watch.step(len(gathered), 2 * len(teams))
                gathered.append(_gathered(reader, team, span, today))
        document = _document(kind, gathered, locale)

        def on_page(number: int) -> None:
            watch.step(len(teams) + min(number, len(teams)), 2 * len(teams))

        return pdf_bytes(document, paper, on_page), f"{today} {document.title}"

    job.run(tr("Making the pages…"), make, lambda made: print_pdf(parent, *made))


def _teams(reader: Reader, kind: PageKind, team_id: str) -> list[TeamInfo]:
    return [team for team in read_teams(reader) if kind == "all" or team.id == team_id]


def _document(kind: PageKind, teams: Sequence[TeamFigures], locale: str) -> Document:
    if kind == "all":
        return coach_pages(teams, locale)
    (team,) = teams
    if kind == "principal":
        return principal_page(team, locale)
    if kind == "team":
        return team_page(team, locale)
    if team.to_team is None or not team.to_team.says_something:
        raise UserError(tr("There is no reply yet. Write what went well and one question, then print it."))
    return reply_slip(team, team.to_team, locale)


def _gathered(reader: Reader, team: TeamInfo, span: Span, today: date) -> TeamFigures:
    return TeamFigures(
        team.name,
        team.school,
        as_they_leave(reader, read_figures(reader, team.id, span, today)),
        latest_letter(reader, team.id, "to_coach"),
        latest_letter(reader, team.id, "to_team"),
    )
