"""Everything that was written, to be mended after the meeting."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from plcdesk.library.kinds import chip_for
from plcdesk.planning.infos import EntryInfo
from plcdesk.running.reading import Room
from plcdesk.text import tr
from plcdesk_ui.change import Change
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.buttons import button, icon_button
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.chip import Chip
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from plcdesk.store.work import Work

ELSEWHERE = frozenset({"decision", "action"})
"""Kinds that the first card shows."""


class NotesCard(Card):
    """Notes by item and step, each a field; a note can be added to any item."""

    def __init__(self, change: Change) -> None:
        super().__init__(tr("What was written"))
        self._change = change
        self._shown: list[tuple[str, str]] = []
        self._fields: dict[str, NoteField] = {}
        self._box = QVBoxLayout()
        self._box.setSpacing(ROW)
        self.body.addLayout(self._box)
        self._focus_new = False

    def show_room(self, room: Room) -> None:
        """Show all notes; made anew only when notes came or went."""
        notes = [entry for entry in room.entries if entry.kind not in ELSEWHERE]
        shape = [(entry.id, entry.item_id or "") for entry in notes]
        shape += [(item.id, item.title) for item in room.agenda.items]
        if shape != self._shown:
            self._shown = shape
            self._build(room, notes)
        for entry in notes:
            self._fields[entry.id].show_entry(entry)

    def flush(self) -> None:
        """Hand over what is half typed."""
        for note in self._fields.values():
            note.words.flush()

    def _build(self, room: Room, notes: list[EntryInfo]) -> None:
        while (item := self._box.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        known = set(self._fields)
        self._fields = {entry.id: NoteField(self._change) for entry in notes}
        items = [(item.id, item.title) for item in room.agenda.items]
        placed = {item_id for item_id, _ in items}
        for item_id, title in items:
            self._box.addWidget(self._head(room, item_id, title))
            for entry in (entry for entry in notes if entry.item_id == item_id):
                self._box.addWidget(self._fields[entry.id])
        for entry in (entry for entry in notes if entry.item_id not in placed):
            self._box.addWidget(self._fields[entry.id])
        new = [entry.id for entry in notes if entry.id not in known]
        if self._focus_new and len(new) == 1:
            self._fields[new[0]].words.setFocus()
            self._fields[new[0]].words.selectAll()
        self._focus_new = False

    def _head(self, room: Room, item_id: str, title: str) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, ROW, 0, 0)
        row.addWidget(plain(title, "strong", wrap=True), 1)
        add = button(tr("Add a note"), lambda: self._add(room.meeting.id, item_id), "quiet", "plus")
        add.setAccessibleName(tr("Add a note to {what}").format(what=title))
        row.addWidget(add)
        return head

    def _add(self, meeting_id: str, item_id: str) -> None:
        self._focus_new = True

        def add(work: "Work") -> None:
            from plcdesk.running.entries import NewEntry, add_entry

            add_entry(work, meeting_id, NewEntry("note", tr("A note"), item_id, item_id))

        self._change(add)


class NoteField(QWidget):
    """One note: its kind as a chip, its words as a field."""

    def __init__(self, change: Change) -> None:
        super().__init__()
        self._change = change
        self._entry: EntryInfo | None = None
        self._chip = Chip("")
        self.words = TextField(lines=1)
        self.words.setProperty("look", "quiet")
        self._delete = icon_button("trash-2", "", self._remove, tip=tr("Delete"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(ROW)
        row.addWidget(self._chip)
        row.addWidget(self.words, 1)
        row.addWidget(self._delete)
        self.words.committed.connect(self._set)

    def show_entry(self, entry: EntryInfo) -> None:
        """Show a note."""
        self._entry = entry
        shown = chip_for(entry.kind, entry.word)
        self._chip.set_chip(shown.name, shown.tone)
        self._chip.updateGeometry()
        self.words.set_value(entry.text)
        self.words.setAccessibleName(shown.name)
        self._delete.setAccessibleName(tr("Delete {what}").format(what=entry.text))

    def _set(self, text: str) -> None:
        entry = self._entry
        if entry is None or not text.strip():
            return

        def change(work: "Work") -> None:
            from plcdesk.running.entries import change_entry

            change_entry(work, entry.id, typing=f"{entry.id}:text", text=text)

        self._change(change)

    def _remove(self) -> None:
        entry = self._entry
        if entry is None:
            return

        def delete(work: "Work") -> None:
            from plcdesk.running.entries import delete_entries

            delete_entries(work, [entry.id])

        self._change(delete, tr("Deleted: {what}").format(what=entry.text))
