"""Trash: everything that was deleted, with its place; put back one by one, or delete for good."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from plcdesk.archive.trash import Trashed, count_trash, read_trash
from plcdesk.library.kinds import kind_word
from plcdesk.store.changes import Changes
from plcdesk.text import ntr, tr
from plcdesk_ui.context import Context
from plcdesk_ui.navigator import Place
from plcdesk_ui.screen import Screen
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.chip import Chip
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.rows import Row, RowList
from plcdesk_ui.widgets.scroll import Column, Columns, page_scroll
from plcdesk_ui.widgets.sheet import Sheet
from plcdesk_ui.widgets.top_bar import TopBar
from plcdesk_ui.words import near_day

if TYPE_CHECKING:
    from plcdesk.store.work import Work

_SHOWN = 200


class TrashScreen(Screen):
    """The latest deleted first."""

    rail_key = "home"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.bar = TopBar(tr("Trash"))
        self.empty = button(tr("Empty the trash…"), self._ask, "danger")
        self.bar.add(self.empty)
        self.page.addWidget(self.bar)
        self.rows = RowList()
        self._nothing = plain(
            tr("What you delete waits here, with the place it came from, until you empty the trash."),
            "secondary",
            wrap=True,
        )
        self._more = plain("", "secondary")
        card = Card()
        for part in (self._nothing, self.rows, self._more):
            card.body.addWidget(part)
        self.page.addWidget(page_scroll(Columns((Column(card), 1))), 1)

    def enter(self, place: Place) -> None:
        self._read()

    def heard(self, changes: Changes, initiator: object) -> None:
        self._read()

    def _read(self) -> None:
        reader = self.context.reader
        count, things = count_trash(reader), read_trash(reader, _SHOWN)
        today = self.context.now().astimezone().date()
        self.rows.set_rows(self._row(thing, today) for thing in things)
        self._nothing.setVisible(not things)
        self._more.setText(
            ntr("and {n} more", "and {n} more", count - len(things)).format(n=count - len(things))
        )
        self._more.setVisible(count > len(things))
        self.empty.setVisible(count > 0)
        self.bar.set_context(ntr("{n} thing", "{n} things", count).format(n=count) if count else "")

    def _row(self, thing: Trashed, today: date) -> Row:
        back = button(tr("Put back"), lambda: self._put_back(thing))
        back.setAccessibleName(tr("Put back: {what}").format(what=thing.words))
        deleted = near_day(thing.deleted_at.astimezone().date(), today)
        place = " · ".join(filter(None, (thing.team, thing.meeting, tr("deleted {day}").format(day=deleted))))
        return Row(thing.words.strip() or tr("Without words"), place, Chip(word_of(thing), "neutral"), [back])

    def _put_back(self, thing: Trashed) -> None:
        def put(work: "Work") -> None:
            from plcdesk.archive.trash import put_back

            put_back(work, [(thing.table, thing.id)])

        self.context.do(put, told=tr("Put back: {what}").format(what=thing.words))

    def _ask(self) -> None:
        count = count_trash(self.context.reader)
        sheet = EmptySheet(count, self)
        sheet.accepted.connect(self._empty)
        sheet.open()

    def _empty(self) -> None:
        def empty(work: "Work") -> int:
            from plcdesk.store.purging import empty_trash

            return empty_trash(work)

        self.context.do(empty, then=self._emptied)

    def _emptied(self, _count: int) -> None:
        self.context.workspace.writer.tidy()
        if isValid(self):
            self._read()


class EmptySheet(Sheet):
    """The one question that is asked before deleting, for this cannot be taken back."""

    def __init__(self, count: int, parent: QWidget) -> None:
        sentence = ntr(
            "{n} thing will be deleted for good, also from what can be undone and from search."
            " This cannot be taken back. Final minutes, backups and share files made before keep it.",
            "{n} things will be deleted for good, also from what can be undone and from search."
            " This cannot be taken back. Final minutes, backups and share files made before keep them.",
            count,
        )
        super().__init__(tr("Empty the trash?"), sentence.format(n=count), parent)
        cancel = self.add_cancel()
        self.add_accept(tr("Delete for good"), "danger").setDefault(False)
        cancel.setDefault(True)
        cancel.setFocus()


def word_of(thing: Trashed) -> str:
    """What kind of thing it is."""
    if thing.table == "entry":
        return kind_word(thing.kind)
    words = {
        "team": tr("Team"),
        "member": tr("Person"),
        "norm": tr("Norm"),
        "meeting": tr("Meeting"),
        "item": tr("Topic"),
        "attachment": tr("File"),
        "student": tr("Student"),
        "day_off": tr("Days off"),
    }
    return words[thing.table]
