"""Printing a meeting's agenda: one page."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from plcdesk.store.reader import Reader
from plcdesk.text import tr
from plcdesk_ui.context import Context
from plcdesk_ui.printing import print_document

if TYPE_CHECKING:
    from plcdesk.minutes.document import Document


def print_agenda(parent: QWidget, context: Context, meeting_id: str) -> None:
    """Make the page in another thread, then ask for the printer, or for a file where there is none."""

    def gather(reader: Reader, locale: str) -> "tuple[Document, str]":
        from plcdesk.minutes.agenda_page import agenda_document
        from plcdesk.planning.agenda_facts import gather_agenda

        facts = gather_agenda(reader, meeting_id)
        name = tr("{day} Agenda {title}").format(day=facts.starts_local.date(), title=facts.title)
        return agenda_document(facts, locale), name

    print_document(parent, context, gather)
