"""The minutes in other forms: a page for each colleague who was not there, and plain text with signs."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from plcdesk.planning.infos import MemberInfo
from plcdesk.text import tr
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.rows import ClickRow, RowList

MARKDOWN = "markdown"


class FormsCard(Card):
    """Tells `catch_up_requested` with a member's id, or `markdown_requested`."""

    catch_up_requested = Signal(str)
    markdown_requested = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Other forms"))
        self._absent: tuple[MemberInfo, ...] | None = None
        self.rows = RowList()
        self.body.addWidget(self.rows)

    def show_absent(self, absent: Sequence[MemberInfo]) -> None:
        """A catch-up page for each of those who were absent."""
        if tuple(absent) == self._absent:
            return
        self._absent = tuple(absent)
        rows = [self._catch_up_row(member) for member in absent]
        markdown = ClickRow(tr("Markdown"), key=MARKDOWN)
        markdown.activated.connect(self.markdown_requested)
        self.rows.set_rows([*rows, markdown])

    def mark(self, member_id: str | None) -> None:
        """Show whose catch-up page is looked at."""
        self.rows.select(member_id if member_id is not None else "")

    def _catch_up_row(self, member: MemberInfo) -> ClickRow:
        row = ClickRow(tr("Catch-up for {name}").format(name=self._called(member)), key=member.id)
        row.activated.connect(lambda: self.catch_up_requested.emit(member.id))
        return row

    def _called(self, member: MemberInfo) -> str:
        """The first name, or the whole name where two absent ones share it."""
        same = [other for other in self._absent or () if other.first_name == member.first_name]
        return member.first_name if len(same) == 1 else member.name
