"""The list of what was written, the newest at the bottom."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QWidget

from plcdesk.planning.infos import EntryInfo
from plcdesk_ui.run.capture.chosen_rows import ChosenRows
from plcdesk_ui.run.capture.entry_parts import INSET, NameOf, kind_pill
from plcdesk_ui.run.capture.entry_row import EntryRow
from plcdesk_ui.run.capture.scope import Part, news_at_end
from plcdesk_ui.widgets.chip import chip_size
from plcdesk_ui.widgets.label import plain

_AT_ONCE = 24
"""Rows made at once; further ones follow a few at a time, so that nothing stalls."""
_MORE = 8


class EntryList(QWidget):
    """Rows stay the same widgets as long as their entries are shown. Arrow keys go from row to row; Tab stops once.

    Tab comes to it from `tab_after`. The rows are put in their places here and by no layout, which would do so anew for each row that is shown.

    `asked(row, what, rect)`: see `EntryRow`. `typed(id, text)`, `mended(row, text, to_line)`. `filled`: all rows
    are there. `left`: Esc with nothing chosen. Several rows are chosen with Shift and Ctrl, by mouse and by key.
    """

    asked = Signal(object, str, object)
    typed = Signal(str, str)
    mended = Signal(object, str, bool)
    filled = Signal()
    left = Signal()

    def __init__(
        self, name_of: NameOf, tab_after: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name_of = name_of
        self._rows: dict[str, EntryRow] = {}
        self._captions: dict[str, QLabel] = {}
        self._parts: tuple[Part, ...] = ()
        self._chosen = ChosenRows(self.rows)
        self._words: tuple[str, ...] = ()
        self._column = 0
        self._order: list[QWidget] = []
        self._heights: dict[int, int] = {}  # of all rows, by width
        self._stop: EntryRow | None = None
        self._grown: set[QWidget] = set()  # rows whose height may be another
        self._bottoms: list[int] = []  # where each row ends, at the present width
        self._tab_after = tab_after
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(lambda: self._fill(_MORE))

    def rows(self) -> list[EntryRow]:
        """The rows from top to bottom."""
        shown = (entry.id for part in self._parts for entry in part.entries)
        return [self._rows[entry_id] for entry_id in shown if entry_id in self._rows]

    def selected_with(self, row: EntryRow) -> tuple[EntryInfo, ...]:
        """The entries chosen together with `row`, in their order; it alone if it is not one of the chosen."""
        return self._chosen.together_with(row)

    def focus_last(self) -> None:
        """Take the keyboard, on the newest row."""
        rows = self.rows()
        if rows:
            self._stop_at(rows[-1])
            rows[-1].setFocus(Qt.FocusReason.TabFocusReason)

    def show_parts(self, parts: Sequence[Part], words: Sequence[str] = ()) -> None:
        """Show these: rows that are there are changed in place, the newest missing ones come first.

        There is room for `words` on the first chips, so that the texts do not move with the next kind. A note more
        at the end costs the same however many there are.
        """
        before, words_before = self._parts, self._words
        self._parts, self._words = tuple(parts), tuple(words)
        same_words = words_before == self._words
        if same_words and before == self._parts:
            return
        news = news_at_end(before, self._parts) if same_words and not self._later.isActive() else ()
        if news and self._has_room_for(news):
            self._show_at_end(news)
            return
        self._column = self._widest_chip()
        self._drop_what_is_gone()
        self._fill(_AT_ONCE)

    def sizeHint(self) -> QSize:
        """As high as its rows are at this width."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Narrow; the height follows the width."""
        return QSize(80, 0)

    def heightForWidth(self, width: int) -> int:
        """The height in pixels of all rows at a width."""
        if width not in self._heights:
            self._heights[width] = sum(_height(widget, width) for widget in self._order)
        return self._heights[width]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The rows are as wide as the list."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._place()

    def event(self, event: QEvent) -> bool:
        """A row has grown."""
        if event.type() == QEvent.Type.LayoutRequest:
            grown, self._grown = self._grown, set()
            places = (
                n for n, widget in enumerate(self._order) if widget in grown and self._has_grown(n, widget)
            )
            if (first := next(places, None)) is not None:
                self._place_anew(first)
        return super().event(event)

    def flush(self) -> None:
        """Hand over what is being typed in a row."""
        for row in self._rows.values():
            row.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go from row to row, Home and End to the first and the last; with Shift they choose them."""
        rows = self.rows()
        here = next((place for place, row in enumerate(rows) if row.hasFocus()), None)
        if here is None or self._chosen_by_key(event, rows, here):
            if here is None:
                super().keyPressEvent(event)
            return
        there = {
            Qt.Key.Key_Up: here - 1,
            Qt.Key.Key_Down: here + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(rows) - 1,
        }.get(Qt.Key(event.key()), -1)
        if not 0 <= there < len(rows):
            super().keyPressEvent(event)
            return
        rows[there].setFocus(Qt.FocusReason.TabFocusReason)
        self._stop_at(rows[there])
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._chosen.start_at(rows[here])
            self._chosen.choose(rows[there], "range")
        elif not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._chosen.clear()

    def _chosen_by_key(self, event: QKeyEvent, rows: list[EntryRow], here: int) -> bool:
        """Ctrl+A chooses all, Space this one too, Esc none and then leaves."""
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self._chosen.choose_all()
        elif event.key() == Qt.Key.Key_Space:
            self._chosen.choose(rows[here], "toggle")
        elif event.key() == Qt.Key.Key_Escape:
            if not self._chosen.clear():
                self.left.emit()
        else:
            return False
        return True

    def changeEvent(self, event: QEvent) -> None:
        """Larger type makes wider chips."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self._parts:
            self._column = self._widest_chip()
            self._grown |= set(self._order)
            self._fill(0)

    def _has_room_for(self, news: Sequence[EntryInfo]) -> bool:
        """Whether these can be made at once and have first chips no wider than those that are there."""
        widths = (chip_size(self, kind_pill(entry).text).width() for entry in news)
        return len(news) <= _AT_ONCE and max(widths) <= self._column

    def _show_at_end(self, news: Sequence[EntryInfo]) -> None:
        """Show the last entries, each in its row or in a new one; the others stay as they are."""
        part = self._parts[-1]
        begin = len(part.entries) - len(news)
        known = sum(entry.id in self._rows for entry in news)
        first = len(self._order) - known
        if begin == known == 0 and part.title:
            self._order.append(self._caption(part))
        for number, entry in enumerate(news, start=begin):
            row = self._rows.get(entry.id)
            if row is None:
                row = self._rows[entry.id] = self._made(entry)
                self._order.append(row)
            row.show_entry(entry, self._column, has_line=number > 0)
        self._give_tab_a_stop(self._rows[news[-1].id])
        self._place_anew(first)
        self.filled.emit()

    def _give_tab_a_stop(self, newest: EntryRow | None) -> None:
        """Tab stops at the row with the keyboard, else at the newest."""
        focus = QApplication.focusWidget()
        focused = focus if isinstance(focus, EntryRow) and focus.parent() is self else None
        self._stop_at(focused or newest)

    def _widest_chip(self) -> int:
        kinds = {(entry.kind, entry.word): entry for part in self._parts for entry in part.entries}
        words = (*self._words, *(kind_pill(entry).text for entry in kinds.values()))
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
            self._grown.discard(row)
            self._chosen.forget(row.entry.id)
            _drop(row)
        for key in set(self._captions) - {part.key for part in self._parts if part.title}:
            _drop(self._captions.pop(key))
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
        order: list[QWidget] = []
        changed = len(self._order)  # the first place at which anything is another than before
        for part in self._parts:
            rows = [(entry, self._rows[entry.id]) for entry in part.entries if entry.id in self._rows]
            if part.title and rows:
                order.append(self._caption(part))
            for number, (entry, row) in enumerate(rows):
                if row.show_entry(entry, self._column, has_line=number > 0):
                    changed = min(changed, len(order))
                order.append(row)
        if order == self._order and changed == len(order):
            return
        pairs = enumerate(zip(order, self._order, strict=False))
        first = next(
            (place for place, (new, old) in pairs if new is not old), min(len(order), len(self._order))
        )
        self._order = order
        rows = self.rows()
        self._give_tab_a_stop(rows[-1] if rows else None)
        self._place_anew(min(first, changed))

    def _has_grown(self, place: int, widget: QWidget) -> bool:
        top = self._bottoms[place - 1] if place else 0
        return place >= len(self._bottoms) or self._bottoms[place] - top != _height(widget, self.width())

    def _place_anew(self, first: int = 0) -> None:
        self._heights.clear()
        self.updateGeometry()
        self._place(first)

    def _place(self, first: int = 0) -> None:
        """Put everything from place `first` on where it stands, one below the other."""
        first, width = min(first, len(self._bottoms)), self.width()
        del self._bottoms[first:]
        y = self._bottoms[-1] if self._bottoms else 0
        for widget in self._order[first:]:
            height = _height(widget, width)
            widget.setGeometry(0, y, width, height)
            if widget.isHidden():
                widget.show()
            y += height
            self._bottoms.append(y)
        self._heights[width] = y

    def _pressed(self, row: EntryRow, how: str) -> None:
        self._stop_at(row)
        self._chosen.choose(row, how)

    def _stop_at(self, stop: EntryRow | None) -> None:
        """Let Tab reach only this row; the arrow keys reach the others, and a press on its text each."""
        before, self._stop = self._stop, stop
        if before is not None and before is not stop and self._rows.get(before.entry.id) is before:
            before.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if stop is not None and stop is not before:
            stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if stop is not None and self._tab_after is not None:
            QWidget.setTabOrder(self._tab_after, stop)

    def _caption(self, part: Part) -> QLabel:
        caption = self._captions.get(part.key)
        if caption is None:
            caption = self._captions[part.key] = plain("", "secondary-strong", wrap=True, parent=self)
            caption.setContentsMargins(INSET, 12, INSET, 2)
        if caption.text() != part.title:
            caption.setText(part.title)
            self._grown.add(caption)
        return caption

    def _made(self, entry: EntryInfo) -> EntryRow:
        row = EntryRow(entry, self._name_of, self)
        row.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row.resized.connect(lambda: self._grown.add(row))
        row.asked.connect(lambda what, rect: self.asked.emit(row, what, rect))
        row.pressed.connect(lambda how: self._pressed(row, how))
        row.text_typed.connect(lambda text: self.typed.emit(row.entry.id, text))
        row.mended.connect(lambda text, to_line: self.mended.emit(row, text, to_line))
        return row


def _height(widget: QWidget, width: int) -> int:
    return max(0, widget.heightForWidth(width))


def _drop(widget: QWidget) -> None:
    widget.hide()
    widget.deleteLater()
