"""Printing a page of figures: made in another thread, then handed to the printer, or to a file without one."""

from datetime import date
from typing import Literal

from PySide6.QtWidgets import QWidget

from plcdesk.errors import UserError
from plcdesk.insights.figures import read_figures
from plcdesk.insights.letters import latest_letter
from plcdesk.insights.pages import TeamFigures, coach_pages, principal_page, reply_slip, team_page
from plcdesk.insights.span import Span
from plcdesk.minutes.document import Document
from plcdesk.planning.infos import TeamInfo
from plcdesk.planning.reading import read_teams
from plcdesk.store.reader import Reader
from plcdesk.text import tr
from plcdesk_ui.context import Context
from plcdesk_ui.printing import print_document

PageKind = Literal["team", "principal", "all", "slip"]


def print_page(
    parent: QWidget, context: Context, kind: PageKind, team_id: str, span: Span, today: date
) -> None:
    """Make the page of a team, or of all teams, for a span, and print it."""

    def gather(reader: Reader, locale: str) -> tuple[Document, str]:
        document = _document(reader, kind, team_id, span, today, locale)
        return document, f"{today} {document.title}"

    print_document(parent, context, gather)


def _document(reader: Reader, kind: PageKind, team_id: str, span: Span, today: date, locale: str) -> Document:
    teams = read_teams(reader)
    if kind == "all":
        return coach_pages([_gathered(reader, team, span, today) for team in teams], locale)
    team = _gathered(reader, next(team for team in teams if team.id == team_id), span, today)
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
        read_figures(reader, team.id, span, today),
        latest_letter(reader, team.id, "to_coach"),
        latest_letter(reader, team.id, "to_team"),
    )
