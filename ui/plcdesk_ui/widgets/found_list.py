"""A list of things found or listed."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from plcdesk.archive.matching import Marked
from plcdesk_ui.widgets.chip import Tone
from plcdesk_ui.widgets.found_paint import FoundPaint
from plcdesk_ui.widgets.painted_list import PaintedList

_NEAR_END = 200
"""Pixels from the end of the list at which more is asked for."""


@dataclass(frozen=True)
class FoundRow:
    """A row: its title with `aside` at the right, and a line of `text` after the words `about` below.

    `heads` stands over it as a heading. `key` is whatever the list's owner needs to know it by.
    """

    key: str
    title: Marked
    aside: str = ""
    about: str = ""
    text: Marked = field(default_factory=lambda: Marked(""))
    chip: str = ""
    tone: Tone = "neutral"
    heads: str = ""

    @property
    def label(self) -> str:
        """Its title."""
        return self.title.text

    @property
    def spoken(self) -> str:
        """All of it, to be read aloud."""
        parts = (self.heads, self.title.text, self.aside, self.chip, f"{self.about} {self.text.text}".strip())
        return ", ".join(part for part in parts if part)


class FoundList(PaintedList[FoundRow]):
    """Tells `chosen` with the key of the row that is looked at, `opened` when it is to be opened, `more_wanted`
    when the end comes near."""

    opened = Signal(str)
    more_wanted = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._ask_for_more())

    def make_paint(self, width: int) -> FoundPaint:
        """Rows with what was looked for marked."""
        return FoundPaint(self, width)

    def set_rows(self, rows: Sequence[FoundRow], *, first: bool = False, keep_place: bool = False) -> None:
        """Show these rows; the chosen one stays chosen, unless it is gone or the `first` is asked for.

        `keep_place` leaves the list scrolled as it is.
        """
        if tuple(rows) == self.rows:
            self._mark_anew(first=first)
            return
        at = self.verticalScrollBar().value()
        self.replace_rows(rows)
        self._mark_anew(first=first)
        if keep_place:
            self.doItemsLayout()
            self.verticalScrollBar().setValue(at)

    def move_by(self, by: int) -> None:
        """Choose the row so many below, or above where it is negative."""
        count = len(self.rows)
        if count:
            here = self.model_of_rows.index_of(self.key).row()
            self.setCurrentIndex(self.model_of_rows.index(max(0, min(count - 1, here + by))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.key:
            self.opened.emit(self.key)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """So does a double click."""
        row = self.model_of_rows.row_at(self.indexAt(event.position().toPoint()))
        if row is not None:
            self.opened.emit(row.key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More rows may fit."""
        super().resizeEvent(event)
        self._ask_for_more()

    def _ask_for_more(self) -> None:
        bar = self.verticalScrollBar()
        if self.rows and bar.value() >= bar.maximum() - _NEAR_END:
            self.more_wanted.emit()

    def _mark_anew(self, *, first: bool) -> None:
        index: QModelIndex = self.model_of_rows.index_of(self.key)
        if self.rows and (first or not index.isValid()):
            index = self.model_of_rows.index(0)
            self.scrollToTop()
        self.mark(index)
