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
from plcdesk_ui.widgets.radio_list import RadioList


class ConflictCard(Card):
    """Tells what was chosen: `side_chosen(hash, {column: value})` or `both_chosen()`."""

    side_chosen = Signal(str, object)
    both_chosen = Signal()

    def __init__(self, conflict: Conflict, names: Mapping[str, str]) -> None:
        kind = str(conflict.sides[0].content.get("kind", ""))
        title = record_word(conflict.table, kind if conflict.table == "entry" else "")
        super().__init__(title, conflict.meeting_title)
        self.conflict = conflict
        self._names = names
        self._fields: dict[str, TextField] = {}
        self._choices: dict[str, RadioList] = {}
        # This laptop's side stands left, whichever of them the row shows meanwhile.
        self._sides = sorted(conflict.sides, key=lambda side: (side.from_name != "", side.from_name))
        sides = QHBoxLayout()
        sides.setSpacing(GAP)
        for side in self._sides:
            sides.addWidget(self._side(side), 1)
        self.body.addLayout(sides)
        self._buttons = FlowLayout(spacing=ROW)
        if conflict.may_keep_both:
            self._buttons.addWidget(button(tr("Keep both"), self.both_chosen.emit))
        if len(self._live()) > 1 and conflict.columns:
            self.one_button = button(tr("Make one of both…"), self._make_one)
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

    def _live(self) -> list[Side]:
        return [side for side in self._sides if not side.deleted]

    def _make_one(self) -> None:
        """Offer each column in which the sides differ: texts to write one of, the others to choose from."""
        self.one_button.setEnabled(False)
        box = QVBoxLayout(self._writing)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(ROW)
        texts = BY_TABLE[self.conflict.table].texts
        for name in self.conflict.columns:
            values = [side.content[name] for side in self._live()]
            if name in texts and isinstance(values[0], str):
                self._fields[name] = TextField("\n".join(dict.fromkeys(each for each in values if each)))
                box.addWidget(field(column_word(name), self._fields[name]))
            else:
                self._choices[name] = self._choice(name)
                box.addWidget(field(column_word(name), self._choices[name]))
        row = QHBoxLayout()
        row.addWidget(button(tr("Keep what I made"), self._keep_made, "primary"))
        row.addStretch(1)
        box.addLayout(row)
        self._writing.show()
        first = next(iter((*self._fields.values(), *self._choices.values())))
        first.setFocus()

    def _choice(self, name: str) -> RadioList:
        options = [
            (place, f"{value_words(name, side.content, self._names)}  ({self._whose(side)})")
            for place, side in enumerate(self._live())
        ]
        return RadioList(options, 0, column_word(name))

    def _keep_made(self) -> None:
        live = self._live()
        made = {name: each.text() for name, each in self._fields.items()}
        for name, choice in self._choices.items():
            made[name] = live[int(str(choice.value()))].content[name]
        self.side_chosen.emit(live[0].hash, made)
