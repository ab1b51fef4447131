"""Printing the page by which an absent colleague catches up, from whichever screen."""

from PySide6.QtWidgets import QWidget

from plcdesk.minutes.forms import Wanted, name_of, pdf_of
from plcdesk_ui.context import Context
from plcdesk_ui.minutes.names_guard import NamesGuard
from plcdesk_ui.minutes.papers import chosen_paper, printed_locale


def print_catch_up(parent: QWidget, context: Context, meeting_id: str, member_id: str) -> None:
    """Look for students' names, make the page without holding up the window, then ask for a printer."""
    paper, locale = chosen_paper(context.settings), printed_locale()
    wanted = Wanted(meeting_id, "catch_up", paper=paper, locale=locale, member_id=member_id)

    def make() -> tuple[bytes, str]:
        with context.workspace.reader() as reader:
            return pdf_of(reader, wanted), name_of(reader, wanted)

    def ask(made: tuple[bytes, str]) -> None:
        from plcdesk_ui.minutes.printing import print_or_tell

        print_or_tell(parent, context, *made)

    NamesGuard(parent, context).before(wanted, lambda: context.in_background(make, ask))
