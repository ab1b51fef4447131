"""The minutes in other forms: pages for others, files for other programs, and the year as a book."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from plcdesk.minutes.forms import Layout
from plcdesk.planning.infos import MemberInfo
from plcdesk.text import tr
from plcdesk_ui.minutes.files import FileKind
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.rows import ClickRow, RowList


class FormsCard(Card):
    """Tells `page_requested` with a layout and perhaps a member's id, `file_requested` with the kind of a file,
    or `year_book_requested`."""

    page_requested = Signal(str, str)
    file_requested = Signal(str)
    year_book_requested = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Other forms"))
        self._absent: tuple[MemberInfo, ...] | None = None
        self.rows = RowList()
        self.body.addWidget(self.rows)

    def show_absent(self, absent: Sequence[MemberInfo]) -> None:
        """All forms, with a catch-up page for each of those who were absent."""
        if tuple(absent) == self._absent:
            return
        self._absent = tuple(absent)
        year_book = ClickRow(tr("Year book…"))
        year_book.activated.connect(self.year_book_requested)
        self.rows.set_rows(
            [
                self._file(tr("Word document"), "word"),
                *(self._catch_up(member) for member in absent),
                self._page(tr("Team feedback sheet"), "feedback_sheet"),
                self._file(tr("Calendar of actions"), "calendar"),
                self._file(tr("Table of actions"), "table"),
                self._file(tr("Markdown"), "markdown"),
                self._page(tr("Sheet to write on"), "blank"),
                year_book,
            ]
        )

    def mark(self, layout: Layout, member_id: str) -> None:
        """Show which page is looked at."""
        self.rows.select((layout, member_id))

    def _page(self, words: str, layout: Layout, member_id: str = "") -> ClickRow:
        row = ClickRow(words, key=(layout, member_id))
        row.activated.connect(lambda: self.page_requested.emit(layout, member_id))
        return row

    def _file(self, words: str, kind: FileKind) -> ClickRow:
        row = ClickRow(words)
        row.activated.connect(lambda: self.file_requested.emit(kind))
        return row

    def _catch_up(self, member: MemberInfo) -> ClickRow:
        words = tr("Catch-up for {name}").format(name=self._called(member))
        return self._page(words, "catch_up", member.id)

    def _called(self, member: MemberInfo) -> str:
        """The first name, or the whole name where two absent ones share it."""
        same = [other for other in self._absent or () if other.first_name == member.first_name]
        return member.first_name if len(same) == 1 else member.name
