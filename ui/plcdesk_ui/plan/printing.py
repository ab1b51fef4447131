"""Printing a meeting's agenda: one page."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from plcdesk.minutes.paper import paper_for
from plcdesk.text import tr
from plcdesk_ui.context import Context
from plcdesk_ui.printing import print_pdf


def print_agenda(parent: QWidget, context: Context, meeting_id: str) -> None:
    """Make the page in another thread, then ask for the printer, or for a file where there is none."""
    locale = QLocale().name()
    chosen = context.settings.paper
    paper = paper_for(QLocale.system().name()) if chosen == "auto" else chosen

    written = context.workspace.writer.write(_nothing)

    def make() -> tuple[bytes, str]:
        from plcdesk.minutes.agenda_page import agenda_document
        from plcdesk.minutes.pdf import pdf_bytes
        from plcdesk.planning.agenda_facts import gather_agenda

        written.result()  # what was typed last is in the file then
        with context.workspace.reader() as reader:
            facts = gather_agenda(reader, meeting_id)
        name = tr("{day} Agenda {title}").format(day=facts.starts_local.date(), title=facts.title)
        return pdf_bytes(agenda_document(facts, locale), paper), name

    context.in_background(make, lambda made: _print(parent, *made))


def _nothing(_work: object) -> None:
    """Work that is done when all before it is."""


def _print(parent: QWidget, pdf: bytes, name: str) -> None:
    if isValid(parent):
        print_pdf(parent, pdf, name)
