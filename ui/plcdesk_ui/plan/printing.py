"""Printing a meeting's agenda: one page, or a sheet to write on."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from plcdesk.store.reader import Reader
from plcdesk.text import tr
from plcdesk_ui.context import Context
from plcdesk_ui.minutes.names_guard import NamesGuard
from plcdesk_ui.printing import print_document

if TYPE_CHECKING:
    from plcdesk.minutes.document import Document
    from plcdesk.students.kept import LeavingNames


def print_agenda(parent: QWidget, context: Context, meeting_id: str, to_write_on: bool = False) -> None:
    """Look for students' names, make the page in another thread, then ask for the printer, or for a file.

    `to_write_on` prints the agenda with room for notes by hand.
    """

    def gather(reader: Reader, locale: str) -> "tuple[Document, str]":
        from plcdesk.minutes.agenda_page import agenda_document
        from plcdesk.minutes.blank_sheet import blank_sheet
        from plcdesk.planning.agenda_facts import gather_agenda
        from plcdesk.students.kept import as_it_leaves

        facts = as_it_leaves(reader, meeting_id, gather_agenda(reader, meeting_id))
        words = tr("{day} {title}, to write on") if to_write_on else tr("{day} Agenda {title}")
        document = (blank_sheet if to_write_on else agenda_document)(facts, locale)
        return document, words.format(day=facts.starts_local.date(), title=facts.title)

    def find(reader: Reader) -> "LeavingNames":
        from plcdesk.planning.agenda_facts import gather_agenda
        from plcdesk.students.kept import names_of_meeting

        return names_of_meeting(reader, meeting_id, gather_agenda(reader, meeting_id))

    NamesGuard(parent, context).before_all(find, lambda: print_document(parent, context, gather))
