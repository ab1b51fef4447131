"""What somebody asks of a row of the list, carried out: mending, menus, who and when, delete."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from plcdesk.planning.infos import EntryInfo
from plcdesk_ui.run.capture.details_sheet import DetailsSheet
from plcdesk_ui.run.capture.entry_list import EntryList
from plcdesk_ui.run.capture.entry_menu import EntryActs, asked_of, entry_menu, kind_menu, move_menu, open_menu
from plcdesk_ui.run.capture.entry_row import EntryRow
from plcdesk_ui.run.capture.notebook import Notebook
from plcdesk_ui.run.capture.understood import WhoWhen
from plcdesk_ui.run.capture.who_when import WhoWhenSheet


class EntryRequests:
    """Menus and sheets open as children of `parent`. What is asked of a selected row is done to all selected.

    `stand` is called with the id of a decision that hands are to be shown for.
    """

    def __init__(
        self, notebook: Notebook, entries: EntryList, parent: QWidget, stand: Callable[[str], None]
    ) -> None:
        self._notebook = notebook
        self._stand = stand
        self._list = entries
        self._parent = parent

    def asked(self, row: EntryRow, what: str, where: QRect) -> None:
        """Carry out what a row asks for; `where` is the global place of what was pressed."""
        entries = self._list.selected_with(row)
        acts, live = self._acts(row, entries), self._notebook.live
        below = where.bottomLeft() + QPoint(0, 2)
        if what == "edit":
            acts.edit()
        elif what == "delete":
            acts.delete()
        elif what == "copy":
            acts.copy()
        elif what == "who_when":
            self._choose_who_when(row.entry, where)
        elif what == "details":
            self._fill_details(row.entry, where)
        elif what == "stand":
            acts.stand()
        elif what == "kind":
            open_menu(kind_menu(self._parent, live, entries, acts), below)
        elif what == "move":
            open_menu(move_menu(self._parent, live, entries, acts), below)
        else:
            open_menu(entry_menu(self._parent, live, entries, acts), below)

    def _acts(self, row: EntryRow, entries: tuple[EntryInfo, ...]) -> EntryActs:
        entry, book = row.entry, self._notebook
        ids = [each.id for each in entries]
        whole = QRect(row.mapToGlobal(QPoint(0, 0)), row.size())
        text = "\n".join(each.text for each in entries)
        return EntryActs(
            edit=row.mend,
            who_when=lambda: self._choose_who_when(entry, whole),
            details=lambda: self._fill_details(entry, whole),
            stand=lambda: self._stand(entry.id) if entry.kind == "decision" else None,
            copy=lambda: QGuiApplication.clipboard().setText(text),
            delete=lambda: book.delete(ids),
            make=lambda offer: book.change_kind(ids, offer),
            move=lambda item_id, step, title: book.move(ids, item_id, step, title),
        )

    def _fill_details(self, entry: EntryInfo, anchor: QRect) -> None:
        names = asked_of(self._notebook.live, entry)
        if not names:
            return
        sheet = DetailsSheet(names, entry.fields or {}, self._parent)
        sheet.filled.connect(lambda values: self._notebook.change_fields(entry.id, values))
        sheet.open_at(anchor)

    def _choose_who_when(self, entry: EntryInfo, anchor: QRect) -> None:
        team = self._notebook.live.room.agenda.team
        active = {member.id for member in team.active_members}
        former = [(m.id, m.name) for m in team.members if m.id in entry.owners and m.id not in active]
        now = WhoWhen(entry.owners, entry.owner_names, entry.due_on)
        sheet = WhoWhenSheet(now, self._notebook.grounds, former, parent=self._parent)
        sheet.chosen.connect(lambda chosen: self._notebook.change_who_when(entry.id, chosen))
        sheet.open_at(anchor)
