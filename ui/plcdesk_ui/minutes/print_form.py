"""Printing minutes, or the page by which an absent colleague catches up, from whichever screen."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from plcdesk.minutes.forms import Wanted, name_of, pdf_of
from plcdesk_ui.context import Context
from plcdesk_ui.minutes.names_guard import NamesGuard
from plcdesk_ui.minutes.papers import chosen_paper, printed_locale


def print_form(parent: QWidget, context: Context, wanted: Wanted) -> None:
    """Look for students' names, make the pages without holding up the window, then ask for a printer.

    The paper and the language are those that are chosen on this laptop.
    """
    here = replace(wanted, paper=chosen_paper(context.settings), locale=printed_locale())

    def make() -> tuple[bytes, str]:
        with context.workspace.reader() as reader:
            return pdf_of(reader, here), name_of(reader, here)

    def ask(made: tuple[bytes, str]) -> None:
        from plcdesk_ui.minutes.printing import print_or_tell

        if isValid(parent):
            print_or_tell(parent, context, *made)

    NamesGuard(parent, context).before(here, lambda: context.in_background(make, ask))
