"""The list of protocols: what fits first. One stop for Tab, arrow keys go from row to row."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from plcdesk.text import tr
from plcdesk_ui.library.book_model import BookModel
from plcdesk_ui.library.book_paint import BookLook, BookPaint
from plcdesk_ui.library.row import BookRow
from plcdesk_ui.widgets.tips import tip_with_shortcut

FAVOURITE_KEY = "F"
Index = QModelIndex | QPersistentModelIndex


class BookList(QListView):
    """Tells `chosen` with the key of the row that is to be read, `star_pressed` with that of a star."""

    chosen = Signal(str)
    star_pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.books = BookModel()
        self._paint: BookPaint | None = None
        self._key = ""
        self.setModel(self.books)
        self.setItemDelegate(_BookDelegate(self))
        self.setAccessibleName(tr("Protocols"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("look", "bare")
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(24)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    @property
    def key(self) -> str:
        """The key of the row that is read; empty when there is none."""
        return self._key

    @property
    def row(self) -> BookRow | None:
        """The row that is read."""
        return self.books.row_at(self.books.index_of(self._key))

    def set_rows(self, rows: Sequence[BookRow], *, first: bool = False) -> None:
        """Show these rows from the top; the chosen one stays chosen, unless it is gone or the `first` is asked for.

        Where the rows are the same, only with other facts, nothing moves.
        """
        at = self.verticalScrollBar().value()
        same_order = [row.key for row in rows] == [row.key for row in self.books.rows]
        self._paint = None
        self.books.set_rows(rows)
        index = self.books.index_of(self._key)
        if rows and (first or not index.isValid()):
            index = self.books.index(0)
        self._mark(index)
        if same_order:
            self.doItemsLayout()
            self.verticalScrollBar().setValue(at)
        else:
            self.scrollToTop()

    def choose(self, key: str) -> bool:
        """Choose the row with this key and bring it into view; False if it is not there."""
        index = self.books.index_of(key)
        if index.isValid():
            self.doItemsLayout()
            self.setCurrentIndex(index)
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        return index.isValid()

    def painter_of_rows(self) -> BookPaint:
        """What lays out and draws the rows at the width that there is."""
        if self._paint is None:
            self._paint = BookPaint(self, self.viewport().width(), self.books.rows)
        return self._paint

    def content_height(self) -> int:
        """The height in pixels of all rows."""
        paint = self.painter_of_rows()
        return sum(paint.height(row) for row in self.books.rows)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """The row that the arrow keys go to is the one that is read."""
        super().currentChanged(current, previous)
        row = self.books.row_at(current)
        if row is not None and row.key != self._key:
            self._key = row.key
            self.chosen.emit(row.key)

    def keyboardSearch(self, search: str) -> None:
        """Letters are not searched for here: there is a field for that."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a star is for the star."""
        index = self.indexAt(event.position().toPoint())
        row = self.books.row_at(index)
        if row is not None and not row.wrong and event.button() == Qt.MouseButton.LeftButton:
            star = self.painter_of_rows().star(row, self.visualRect(index)).adjusted(-6, -6, 6, 6)
            if star.contains(event.position().toPoint()):
                self.star_pressed.emit(row.key)
                return
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows wrap anew at another width."""
        self._paint = None
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        """And in another size of type."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self._paint = None
            self.scheduleDelayedItemsLayout()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take it away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def _mark(self, index: QModelIndex) -> None:
        """Choose a row after the rows were set anew; tells it if it is another one."""
        if index.isValid():
            self.setCurrentIndex(index)
        elif self._key:
            self._key = ""
            self.chosen.emit("")


class _BookDelegate(QStyledItemDelegate):
    """Draws the rows of its list."""

    def __init__(self, books: BookList) -> None:
        super().__init__(books)
        self._list = books

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = self._list.books.row_at(index)
        if row is None:
            return QSize()
        return QSize(self._list.viewport().width(), self._list.painter_of_rows().height(row))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._list.books.row_at(index)
        if row is None:
            return
        chosen = row.key == self._list.key
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        look = BookLook(
            selected=chosen,
            hovered=bool(state & QStyle.StateFlag.State_MouseOver),
            focused=chosen and self._list.hasFocus(),
            first=index.row() == 0,
        )
        place: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        painter.save()
        self._list.painter_of_rows().draw(painter, place, row, look)
        painter.restore()


def star_tip(favourite: bool) -> str:
    """What the star says."""
    words = tr("No favourite any more") if favourite else tr("Make it a favourite")
    return tip_with_shortcut(words, FAVOURITE_KEY)
