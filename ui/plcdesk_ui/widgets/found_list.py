"""A list of things found or listed: drawn, so that hundreds of rows cost nothing. One stop for Tab."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from plcdesk.archive.matching import Marked
from plcdesk_ui.widgets.chip import Tone
from plcdesk_ui.widgets.found_paint import FoundPaint, RowLook

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
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
    def spoken(self) -> str:
        """All of it, to be read aloud."""
        parts = (self.heads, self.title.text, self.aside, self.chip, f"{self.about} {self.text.text}".strip())
        return ", ".join(part for part in parts if part)


class _Model(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[FoundRow, ...] = ()

    def set_rows(self, rows: Sequence[FoundRow]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def row_at(self, index: Index) -> FoundRow | None:
        return self.rows[index.row()] if index.isValid() and index.row() < len(self.rows) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title.text
        return row.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None


class FoundList(QListView):
    """Tells `chosen` with the key of the row that is looked at, `opened` when it is to be opened, `more_wanted`
    when the end comes near."""

    chosen = Signal(str)
    opened = Signal(str)
    more_wanted = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Model()
        self._paint: FoundPaint | None = None
        self._key = ""
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("look", "bare")
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(24)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._ask_for_more())

    @property
    def key(self) -> str:
        """The key of the row that is looked at; empty when there is none."""
        return self._key

    @property
    def shown_rows(self) -> tuple[FoundRow, ...]:
        """The rows from top to bottom."""
        return self._model.rows

    def set_rows(self, rows: Sequence[FoundRow], *, first: bool = False, keep_place: bool = False) -> None:
        """Show these rows; the chosen one stays chosen, unless it is gone or the `first` is asked for.

        `keep_place` leaves the list scrolled as it is.
        """
        if tuple(rows) == self._model.rows:
            self._mark(self._index_of(self._key), first=first)
            return
        at = self.verticalScrollBar().value()
        self._paint = None
        self._model.set_rows(rows)
        self._mark(self._index_of(self._key), first=first)
        if keep_place:
            self.doItemsLayout()
            self.verticalScrollBar().setValue(at)

    def move_by(self, by: int) -> None:
        """Choose the row so many below, or above where it is negative."""
        count = len(self._model.rows)
        if count:
            here = self._index_of(self._key).row()
            self.setCurrentIndex(self._model.index(max(0, min(count - 1, here + by))))

    def painter_of_rows(self) -> FoundPaint:
        """What lays out and draws the rows at the width that there is."""
        if self._paint is None:
            self._paint = FoundPaint(self, self.viewport().width())
        return self._paint

    def content_height(self) -> int:
        """The height in pixels of all rows."""
        paint = self.painter_of_rows()
        return sum(paint.height(row) for row in self._model.rows)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """The row that the arrow keys go to is the one that is looked at."""
        super().currentChanged(current, previous)
        row = self._model.row_at(current)
        if row is not None and row.key != self._key:
            self._key = row.key
            self.chosen.emit(row.key)

    def keyboardSearch(self, search: str) -> None:
        """Letters are not searched for here: there is a field for that."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._key:
            self.opened.emit(self._key)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """So does a double click."""
        row = self._model.row_at(self.indexAt(event.position().toPoint()))
        if row is not None:
            self.opened.emit(row.key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows wrap anew at another width."""
        self._paint = None
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self._ask_for_more()

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

    def row_at(self, index: Index) -> FoundRow | None:
        """The row at an index."""
        return self._model.row_at(index)

    def _ask_for_more(self) -> None:
        bar = self.verticalScrollBar()
        if self._model.rows and bar.value() >= bar.maximum() - _NEAR_END:
            self.more_wanted.emit()

    def _index_of(self, key: str) -> QModelIndex:
        found = next((n for n, row in enumerate(self._model.rows) if row.key == key), None)
        return QModelIndex() if found is None else self._model.index(found)

    def _mark(self, index: QModelIndex, *, first: bool) -> None:
        """Choose a row after the rows were set anew; tells it if it is another one."""
        if self._model.rows and (first or not index.isValid()):
            index = self._model.index(0)
            self.scrollToTop()
        if index.isValid():
            self.setCurrentIndex(index)
        elif self._key:
            self._key = ""
            self.chosen.emit("")


class _Delegate(QStyledItemDelegate):
    """Draws the rows of its list."""

    def __init__(self, found: FoundList) -> None:
        super().__init__(found)
        self._list = found

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = self._list.row_at(index)
        if row is None:
            return QSize()
        return QSize(self._list.viewport().width(), self._list.painter_of_rows().height(row))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._list.row_at(index)
        if row is None:
            return
        chosen = row.key == self._list.key
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        look = RowLook(
            selected=chosen,
            hovered=bool(state & QStyle.StateFlag.State_MouseOver),
            focused=chosen and self._list.hasFocus(),
            first=index.row() == 0,
        )
        place: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        painter.save()
        self._list.painter_of_rows().draw(painter, place, row, look)
        painter.restore()
