"""What somebody asks of a row of the list, carried out: mending, menus, who and when, delete."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from plcdesk.planning.infos import EntryInfo
from plcdesk_ui.run.capture.entry_menu import EntryActs, entry_menu, kind_menu, open_menu
from plcdesk_ui.run.capture.entry_row import EntryRow
from plcdesk_ui.run.capture.notebook import Notebook
from plcdesk_ui.run.capture.understood import WhoWhen
from plcdesk_ui.run.capture.who_when import WhoWhenSheet


class EntryRequests:
    """Menus and sheets open as children of `parent`."""

    def __init__(self, notebook: Notebook, parent: QWidget) -> None:
        self._notebook = notebook
        self._parent = parent

    def asked(self, row: EntryRow, what: str, where: QRect) -> None:
        """Carry out what a row asks for; `where` is the global place of what was pressed."""
        acts = self._acts(row)
        below = where.bottomLeft() + QPoint(0, 2)
        if what == "edit":
            acts.edit()
        elif what == "delete":
            acts.delete()
        elif what == "copy":
            acts.copy()
        elif what == "who_when":
            self._choose_who_when(row.entry, where)
        elif what == "kind":
            open_menu(kind_menu(self._parent, self._notebook.live, row.entry, acts), below)
        else:
            open_menu(entry_menu(self._parent, self._notebook.live, row.entry, acts), below)

    def _acts(self, row: EntryRow) -> EntryActs:
        entry, book = row.entry, self._notebook
        whole = QRect(row.mapToGlobal(QPoint(0, 0)), row.size())
        return EntryActs(
            edit=row.mend,
            who_when=lambda: self._choose_who_when(entry, whole),
            copy=lambda: QGuiApplication.clipboard().setText(entry.text),
            delete=lambda: book.delete([entry.id]),
            make=lambda offer: book.change_kind(entry.id, offer),
            move=lambda item_id, step, title: book.move(entry.id, item_id, step, title),
        )

    def _choose_who_when(self, entry: EntryInfo, anchor: QRect) -> None:
        team = self._notebook.live.room.agenda.team
        active = {member.id for member in team.active_members}
        former = [(m.id, m.name) for m in team.members if m.id in entry.owners and m.id not in active]
        now = WhoWhen(entry.owners, entry.owner_names, entry.due_on)
        sheet = WhoWhenSheet(now, self._notebook.grounds, former, parent=self._parent)
        sheet.chosen.connect(lambda chosen: self._notebook.change_who_when(entry.id, chosen))
        sheet.open_at(anchor)
