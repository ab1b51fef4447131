"""The topics of an agenda, one card below the other, with the time at which each begins."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from plcdesk.planning.infos import ItemInfo
from plcdesk_ui.plan.drag import Drag
from plcdesk_ui.plan.fit_facts import Limits
from plcdesk_ui.plan.item_card import ItemCard
from plcdesk_ui.plan.item_row import ItemRow
from plcdesk_ui.plan.tab_order import follow
from plcdesk_ui.theme.sizes import GAP
from plcdesk_ui.widgets.rows import show_in_scroll_area

MOVE_UP, MOVE_DOWN, COPY = "Alt+Up", "Alt+Down", "Ctrl+D"


@dataclass(frozen=True)
class Line:
    """An item as the list shows it."""

    item: ItemInfo
    starts: datetime
    brings: str | None
    limits: Limits


class AgendaList(QWidget):
    """Cards are kept and changed in place, so that nothing flickers and the keyboard stays where it is.

    Each signal begins with the id of an item. `before` is what Tab comes from.
    """

    selected = Signal(str)
    retitled = Signal(str, str)
    minutes_given = Signal(str, int)
    fit_wanted = Signal(str, object)
    other_wanted = Signal(str)
    move_wanted = Signal(str, int)
    delete_wanted = Signal(str)
    copy_wanted = Signal(str)

    def __init__(self, before: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = before
        self._rows: dict[str, ItemRow] = {}
        self._order: list[str] = []
        self._chosen = ""
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(GAP)
        self.drag = Drag(self, lambda: [self._rows[item].card for item in self._order])
        self.drag.dropped.connect(self._dropped)
        for keys, steps in ((MOVE_UP, -1), (MOVE_DOWN, 1)):
            self._shortcut(keys).activated.connect(lambda steps=steps: self.move_chosen(steps))
        self._shortcut(COPY).activated.connect(lambda: self._chosen and self.copy_wanted.emit(self._chosen))

    @property
    def chosen(self) -> str:
        """The id of the chosen item, or nothing."""
        return self._chosen

    def show_lines(self, lines: tuple[Line, ...], tight: bool) -> None:
        """Show these items in this order; what was chosen stays so, or its neighbour is."""
        ids = [line.item.id for line in lines]
        neighbour = self._neighbour(ids)
        gone = [item for item in self._order if item not in ids]
        had_focus = self._has_focus(gone)
        for item in gone:
            self._drop(item)
        for line in lines:
            row = self._rows.get(line.item.id) or self._make(line.item)
            if row.shown != (line, tight):
                row.shown = (line, tight)
                row.show_start(line.starts)
                row.card.show_item(line.item, line.brings, line.limits, tight)
        if ids != self._order:
            self._arrange(ids)
        if self._chosen not in self._rows:
            self.choose(neighbour, focus=had_focus)

    def choose(self, item_id: str, focus: bool = False) -> None:
        """Choose an item; with `focus` the keyboard goes there too."""
        changed = item_id != self._chosen
        self._chosen = item_id
        if changed:
            for own, each in self._rows.items():
                each.card.set_selected(own == item_id)
        row = self._rows.get(item_id)
        if row is not None and focus:
            row.card.setFocus(Qt.FocusReason.OtherFocusReason)
            show_in_scroll_area(row)
        if changed:
            self.selected.emit(item_id)

    def edit(self, item_id: str) -> None:
        """Begin to change the title of an item."""
        row = self._rows.get(item_id)
        if row is not None:
            self.choose(item_id)
            row.card.edit_title()
            show_in_scroll_area(row)

    def card(self, item_id: str) -> ItemCard | None:
        """The card of an item."""
        row = self._rows.get(item_id)
        return row.card if row is not None else None

    def cards(self) -> list[ItemCard]:
        """All cards from top to bottom."""
        return [self._rows[item].card for item in self._order]

    def flush(self) -> None:
        """Hand over what is half typed."""
        for row in self._rows.values():
            row.card.title.flush()

    def move_chosen(self, steps: int) -> None:
        """Ask for the chosen item to be moved up or down."""
        if self._chosen in self._order:
            to = self._order.index(self._chosen) + steps
            if 0 <= to < len(self._order):
                self.move_wanted.emit(self._chosen, to)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys on a card itself; those in its fields belong to the fields."""
        here = next((item for item, row in self._rows.items() if row.card.hasFocus()), None)
        if (
            here is None
            or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            or not self._key(here, event.key())
        ):
            super().keyPressEvent(event)

    def _key(self, item_id: str, key: int) -> bool:
        place = self._order.index(item_id)
        goes: Mapping[int, int] = {
            Qt.Key.Key_Up: place - 1,
            Qt.Key.Key_Down: place + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._order) - 1,
        }
        if key in goes:
            if 0 <= goes[key] < len(self._order):
                self.choose(self._order[goes[key]], focus=True)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_wanted.emit(item_id)
        elif key in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit(item_id)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self._rows[item_id].card.step_minutes(1 if key == Qt.Key.Key_Plus else -1)
        else:
            return False
        return True

    def _neighbour(self, ids: list[str]) -> str:
        """The item to choose where the chosen one is gone: the next that stays, else the last before it."""
        if self._chosen in self._order:
            place = self._order.index(self._chosen)
            after = [item for item in self._order[place:] if item in ids]
            before = [item for item in self._order[:place] if item in ids]
            return (after or before[::-1] or [""])[0]
        return ids[0] if ids else ""

    def _make(self, item: ItemInfo) -> ItemRow:
        row = ItemRow(ItemCard(item), self)
        card, item_id = row.card, item.id
        card.chosen.connect(lambda: self.choose(item_id))
        card.retitled.connect(lambda title: self.retitled.emit(item_id, title))
        card.minutes_given.connect(lambda minutes: self.minutes_given.emit(item_id, minutes))
        card.own_time_wanted.connect(lambda minutes: self.minutes_given.emit(item_id, minutes))
        card.fit_wanted.connect(lambda offer: self.fit_wanted.emit(item_id, offer))
        card.other_wanted.connect(lambda: self.other_wanted.emit(item_id))
        card.set_selected(item_id == self._chosen)
        self.drag.watch(card)
        self._rows[item_id] = row
        return row

    def _drop(self, item_id: str) -> None:
        row = self._rows.pop(item_id)
        self._order.remove(item_id)
        self._box.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _arrange(self, ids: list[str]) -> None:
        for place, item in enumerate(ids):
            row = self._rows[item]
            if self._box.indexOf(row) != place:
                self._box.removeWidget(row)
                self._box.insertWidget(place, row)
                row.show()
        self._order = ids
        if self._before is not None:
            follow(self._before, [stop for item in ids for stop in self._rows[item].card.stops()])

    def _dropped(self, card: QWidget, place: int) -> None:
        if isinstance(card, ItemCard) and self._order.index(card.item_id) != place:
            self.move_wanted.emit(card.item_id, place)

    def _shortcut(self, keys: str) -> QShortcut:
        return QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _has_focus(self, items: list[str]) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and any(self._rows[item].isAncestorOf(focused) for item in items)
