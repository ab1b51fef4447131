"""One thing that was changed on two sides: the sides beside each other, and the ways to settle it."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from plcdesk.sharing.conflicts import Conflict, Side
from plcdesk.sharing.kinds import BY_TABLE
from plcdesk.text import tr
from plcdesk_ui.sharing.words import column_word, from_words, record_word, value_words
from plcdesk_ui.theme.sizes import GAP, ROW
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.fields import TextField, field
from plcdesk_ui.widgets.flow import FlowLayout
from plcdesk_ui.widgets.label import plain


class ConflictCard(Card):
    """Tells what was chosen: `side_chosen(hash, {column: text})` or `both_chosen()`."""

    side_chosen = Signal(str, object)
    both_chosen = Signal()

    def __init__(self, conflict: Conflict, names: Mapping[str, str]) -> None:
        kind = str(conflict.sides[0].content.get("kind", ""))
        title = record_word(conflict.table, kind if conflict.table == "entry" else "")
        super().__init__(title, conflict.meeting_title)
        self.conflict = conflict
        self._names = names
        self._fields: dict[str, TextField] = {}
        sides = QHBoxLayout()
        sides.setSpacing(GAP)
        for side in sorted(conflict.sides, key=lambda side: (side.from_name != "", side.from_name)):
            sides.addWidget(self._side(side), 1)
        self.body.addLayout(sides)
        self._buttons = FlowLayout(spacing=ROW)
        if conflict.may_keep_both:
            self._buttons.addWidget(button(tr("Keep both"), self.both_chosen.emit))
        if self._texts():
            self.one_button = button(tr("Write one of them"), self._write_one)
            self._buttons.addWidget(self.one_button)
        self.body.addLayout(self._buttons)
        self._writing = QWidget()
        self._writing.hide()
        self.body.addWidget(self._writing)

    def _side(self, side: Side) -> QWidget:
        card = Card(self._whose(side), look="sunk")
        if side.deleted:
            card.body.addWidget(plain(tr("Deleted"), "secondary"))
        for column in self._columns():
            if side.deleted:
                break
            card.body.addWidget(plain(column_word(column), "caption"))
            card.body.addWidget(
                plain(value_words(column, side.content, self._names), wrap=True, selectable=True)
            )
        card.body.addStretch(1)
        words = tr("Leave it deleted") if side.deleted else tr("Keep this")
        keep = button(words, lambda: self.side_chosen.emit(side.hash, {}))
        keep.setAccessibleName(f"{words}: {self._whose(side)}")
        row = QHBoxLayout()
        row.addWidget(keep)
        row.addStretch(1)
        card.body.addLayout(row)
        return card

    def _whose(self, side: Side) -> str:
        return from_words(side.from_name) if side.from_name else tr("From this laptop")

    def _columns(self) -> tuple[str, ...]:
        """The columns to show: those that differ, and the first text, so that one knows what it is about."""
        found = self.conflict.columns
        first = next(iter(BY_TABLE[self.conflict.table].texts), None)
        if first is not None and first not in found and first != "document":
            return (first, *found)
        return found or tuple(name for name in BY_TABLE[self.conflict.table].texts)

    def _texts(self) -> tuple[str, ...]:
        """The columns of text that differ and can be written anew."""
        live = [side for side in self.conflict.sides if not side.deleted]
        if len(live) < 2:
            return ()
        texts = BY_TABLE[self.conflict.table].texts
        return tuple(
            name for name in self.conflict.columns if name in texts and isinstance(live[0].content[name], str)
        )

    def _write_one(self) -> None:
        """Offer the differing texts in fields, both sides in each, to make one of."""
        self.one_button.setEnabled(False)
        live = [side for side in self.conflict.sides if not side.deleted]
        box = QVBoxLayout(self._writing)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(ROW)
        for name in self._texts():
            both = "\n".join(dict.fromkeys(str(side.content[name]) for side in live if side.content[name]))
            self._fields[name] = TextField(both)
            box.addWidget(field(column_word(name), self._fields[name]))
        row = QHBoxLayout()
        row.addWidget(button(tr("Keep what I wrote"), lambda: self._keep_written(live[0]), "primary"))
        row.addStretch(1)
        box.addLayout(row)
        self._writing.show()
        next(iter(self._fields.values())).setFocus()

    def _keep_written(self, side: Side) -> None:
        self.side_chosen.emit(side.hash, {name: each.text() for name, each in self._fields.items()})
