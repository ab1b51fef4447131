"""The list of what was written, the newest at the bottom."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from plcdesk.planning.infos import EntryInfo
from plcdesk_ui.run.capture.entry_parts import INSET, NameOf, kind_pill
from plcdesk_ui.run.capture.entry_row import EntryRow
from plcdesk_ui.run.capture.scope import Part
from plcdesk_ui.widgets.chip import chip_size
from plcdesk_ui.widgets.label import plain

_AT_ONCE = 24
"""Rows made at once; further ones follow a few at a time, so that nothing stalls."""
_MORE = 8


class EntryList(QWidget):
    """Rows stay the same widgets as long as their entries are shown. Arrow keys go from row to row; Tab stops once.

    `asked(row, what, rect)`: see `EntryRow`. `typed(id, text)`, `mended(row, text, to_line)`. `filled`: all rows
    are there.
    """

    asked = Signal(object, str, object)
    typed = Signal(str, str)
    mended = Signal(object, str, bool)
    filled = Signal()

    def __init__(self, name_of: NameOf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name_of = name_of
        self._rows: dict[str, EntryRow] = {}
        self._captions: dict[str, QLabel] = {}
        self._parts: tuple[Part, ...] = ()
        self._column = 0
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(lambda: self._fill(_MORE))

    def rows(self) -> list[EntryRow]:
        """The rows from top to bottom."""
        shown = (entry.id for part in self._parts for entry in part.entries)
        return [self._rows[entry_id] for entry_id in shown if entry_id in self._rows]

    def row(self, entry_id: str) -> EntryRow | None:
        """The row of an entry."""
        return self._rows.get(entry_id)

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show these: rows that are there are changed in place, the newest missing ones come first."""
        self._parts = tuple(parts)
        self._column = self._widest_chip()
        self._drop_what_is_gone()
        self._fill(_AT_ONCE)

    def flush(self) -> None:
        """Hand over what is being typed in a row."""
        for row in self._rows.values():
            row.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go from row to row, Home and End to the first and the last."""
        rows = self.rows()
        here = next((place for place, row in enumerate(rows) if row.hasFocus()), None)
        there = {
            Qt.Key.Key_Up: -1 if here is None else here - 1,
            Qt.Key.Key_Down: -1 if here is None else here + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(rows) - 1,
        }.get(Qt.Key(event.key()), -1)
        if here is None or not 0 <= there < len(rows):
            super().keyPressEvent(event)
            return
        rows[there].setFocus(Qt.FocusReason.TabFocusReason)
        self._stop_at(rows[there])

    def changeEvent(self, event: QEvent) -> None:
        """Larger type makes wider chips."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self._parts:
            self._column = self._widest_chip()
            self._fill(0)

    def _widest_chip(self) -> int:
        words = {kind_pill(entry).text for part in self._parts for entry in part.entries}
        return max((chip_size(self, word).width() for word in words), default=0)

    def _drop_what_is_gone(self) -> None:
        wanted = {entry.id for part in self._parts for entry in part.entries}
        focused: int | None = None
        for place, row in enumerate(list(self._rows.values())):
            if row.entry.id in wanted:
                continue
            if row.hasFocus():
                focused = place
            del self._rows[row.entry.id]
            self._box.removeWidget(row)
            row.hide()
            row.deleteLater()
        for key in set(self._captions) - {part.key for part in self._parts if part.title}:
            caption = self._captions.pop(key)
            self._box.removeWidget(caption)
            caption.hide()
            caption.deleteLater()
        if focused is not None and (rows := self.rows()):
            rows[min(focused, len(rows) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, most: int) -> None:
        """Make up to `most` of the rows that are missing, the newest first, and put all in their places."""
        everything = [entry for part in self._parts for entry in part.entries]
        missing = [entry for entry in reversed(everything) if entry.id not in self._rows]
        for entry in missing[:most]:
            self._rows[entry.id] = self._made(entry)
        self._put_in_place()
        if len(missing) > most:
            self._later.start(0)
        else:
            self._later.stop()
            self.filled.emit()

    def _put_in_place(self) -> None:
        place = 0
        for part in self._parts:
            rows = [(entry, self._rows[entry.id]) for entry in part.entries if entry.id in self._rows]
            if part.title and rows:
                self._put(self._caption(part), place)
                place += 1
            for number, (entry, row) in enumerate(rows):
                row.show_entry(entry, self._column, has_line=number > 0)
                self._put(row, place)
                place += 1
        rows = self.rows()
        focused = next((row for row in rows if row.hasFocus()), None)
        self._stop_at(focused or (rows[-1] if rows else None))

    def _stop_at(self, stop: EntryRow | None) -> None:
        """Let Tab reach only this row; the arrow keys reach the others, and a press on its text each."""
        for row in self._rows.values():
            row.setFocusPolicy(Qt.FocusPolicy.TabFocus if row is stop else Qt.FocusPolicy.NoFocus)

    def _put(self, widget: QWidget, place: int) -> None:
        item = self._box.itemAt(place)
        if item is None or item.widget() is not widget:
            self._box.removeWidget(widget)
            self._box.insertWidget(place, widget)
            widget.show()

    def _caption(self, part: Part) -> QLabel:
        caption = self._captions.get(part.key)
        if caption is None:
            caption = self._captions[part.key] = plain("", "secondary-strong", wrap=True)
            caption.setContentsMargins(INSET, 12, INSET, 2)
        caption.setText(part.title)
        return caption

    def _made(self, entry: EntryInfo) -> EntryRow:
        row = EntryRow(entry, self._name_of, self)
        row.asked.connect(lambda what, rect: self.asked.emit(row, what, rect))
        row.text_typed.connect(lambda text: self.typed.emit(row.entry.id, text))
        row.mended.connect(lambda text, to_line: self.mended.emit(row, text, to_line))
        return row
