"""What earlier meetings left open, with where it comes from; a click puts it on the agenda."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from plcdesk.minutes.names import People
from plcdesk.planning.carry_over import CarryOver, UnreachedItem
from plcdesk.planning.infos import EntryInfo, TeamInfo
from plcdesk.text import tr
from plcdesk_ui.plan.tab_order import follow
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.rows import ClickRow, RowList
from plcdesk_ui.widgets.tips import set_tip
from plcdesk_ui.words import day, joined, minutes_word

SHOWN = 6


class CarriedCard(Card):
    """`take_entry` and `take_item` get the id of what was clicked; `before` is what Tab comes from."""

    def __init__(
        self,
        take_entry: Callable[[str], None],
        take_item: Callable[[str], None],
        before: Callable[[], QWidget],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Carried over"), parent=parent)
        self._take_entry = take_entry
        self._take_item = take_item
        self._before = before
        self._shown: tuple[CarryOver, date] | None = None
        self._all = False
        self.nothing = plain("", "secondary", wrap=True)
        self.rows = RowList()
        self.more = button("", self._show_all, "link")
        for part in (self.nothing, self.rows, self.more):
            self.body.addWidget(part)

    def show_carried(self, carried: CarryOver, team: TeamInfo, on: date) -> None:
        """Show what is offered for a meeting on a day."""
        if self._shown == (carried, on):
            return
        self._shown = (carried, on)
        self._team = team
        self._build()

    def _build(self) -> None:
        assert self._shown is not None
        carried, on = self._shown
        rows: list[QWidget] = [
            *(self._entry_row(entry, self._from(carried, entry)) for entry in carried.open_entries),
            *(self._item_row(item, carried) for item in carried.unreached),
            *(self._entry_row(action, self._due(action, on)) for action in carried.actions),
        ]
        hidden = 0 if self._all else max(0, len(rows) - SHOWN)
        self.rows.set_rows(rows[: len(rows) - hidden])
        follow(self._before(), [*self.rows.rows(), self.more])
        self.rows.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        self.nothing.setText(
            tr("What a meeting leaves open waits here for the next one.")
            if carried.last is None
            else tr("Nothing carried over.")
        )
        self.more.setVisible(hidden > 0)
        self.more.set_text(tr("Show {n} more").format(n=hidden))

    def _show_all(self) -> None:
        self._all = True
        self._build()

    def _entry_row(self, entry: EntryInfo, where_from: str) -> ClickRow:
        return self._row(entry.text, where_from, lambda: self._take_entry(entry.id))

    def _item_row(self, item: UnreachedItem, carried: CarryOver) -> ClickRow:
        where_from = " · ".join((tr("Not reached"), minutes_word(item.minutes), self._day(carried)))
        return self._row(item.title, where_from, lambda: self._take_item(item.item_id))

    def _row(self, text: str, where_from: str, take: Callable[[], None]) -> ClickRow:
        row = ClickRow(text, where_from)
        set_tip(row, tr("Put it on the agenda"))
        row.activated.connect(take)
        return row

    def _from(self, carried: CarryOver, entry: EntryInfo) -> str:
        kind = tr("Open question") if entry.kind == "question" else tr("Parking lot")
        return f"{kind} · {self._day(carried)}"

    def _day(self, carried: CarryOver) -> str:
        return day(carried.last.starts_at.date()) if carried.last is not None else ""

    def _due(self, action: EntryInfo, on: date) -> str:
        who = joined(People.of(self._team).owners(action)) or tr("nobody yet")
        if action.due_on is None or action.due_on == on:
            return tr("Action · {who} · due that day").format(who=who)
        return tr("Action · {who} · was due {day}").format(who=who, day=day(action.due_on))
