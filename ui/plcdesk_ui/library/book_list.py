"""The list of protocols: what fits first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractItemView

from plcdesk.text import tr
from plcdesk_ui.library.book_paint import BookPaint
from plcdesk_ui.library.row import BookRow
from plcdesk_ui.widgets.painted_list import PaintedList
from plcdesk_ui.widgets.tips import tip_with_shortcut

FAVOURITE_KEY = "F"


class BookList(PaintedList[BookRow]):
    """Tells `chosen` with the key of the row that is to be read, `star_pressed` with that of a star."""

    star_pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__(tr("Protocols"))

    def make_paint(self, width: int) -> BookPaint:
        """Rows whose facts stand below each other."""
        return BookPaint(self, width, self.rows)

    def set_rows(self, rows: Sequence[BookRow], *, first: bool = False) -> None:
        """Show these rows from the top; the chosen one stays chosen, unless it is gone or the `first` is asked for.

        Where the rows are the same, only with other facts, nothing moves.
        """
        at = self.verticalScrollBar().value()
        same_order = [row.key for row in rows] == [row.key for row in self.rows]
        self.replace_rows(rows)
        index = self.model_of_rows.index_of(self.key)
        if rows and (first or not index.isValid()):
            index = self.model_of_rows.index(0)
        self.mark(index)
        if same_order:
            self.doItemsLayout()
            self.verticalScrollBar().setValue(at)
        else:
            self.scrollToTop()

    def choose(self, key: str) -> bool:
        """Choose the row with this key and bring it into view; False if it is not there."""
        index = self.model_of_rows.index_of(key)
        if index.isValid():
            self.doItemsLayout()
            self.setCurrentIndex(index)
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        return index.isValid()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a star is for the star."""
        index = self.indexAt(event.position().toPoint())
        row = self.model_of_rows.row_at(index)
        paint = self.painter_of_rows()
        if row is not None and not row.wrong and event.button() == Qt.MouseButton.LeftButton:
            assert isinstance(paint, BookPaint)
            star = paint.star(row, self.visualRect(index)).adjusted(-6, -6, 6, 6)
            if star.contains(event.position().toPoint()):
                self.star_pressed.emit(row.key)
                return
        super().mousePressEvent(event)


def star_tip(favourite: bool) -> str:
    """What the star says."""
    words = tr("No favourite any more") if favourite else tr("Make it a favourite")
    return tip_with_shortcut(words, FAVOURITE_KEY)
