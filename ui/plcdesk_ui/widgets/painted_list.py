"""A list whose rows are drawn, so that hundreds of them cost nothing. One stop for Tab, arrow keys go from row to row."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

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
from PySide6.QtGui import QFocusEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class PaintedRow(Protocol):
    """A row: its `key` for the list's owner, its `label`, and all of it as it is read aloud."""

    @property
    def key(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def spoken(self) -> str: ...


@dataclass(frozen=True)
class RowLook:
    """The state that a row is drawn in."""

    selected: bool = False
    hovered: bool = False
    focused: bool = False
    first: bool = False


R = TypeVar("R", bound=PaintedRow)
R_contra = TypeVar("R_contra", bound=PaintedRow, contravariant=True)


class RowPaint(Protocol[R_contra]):
    """Lays out and draws rows for one widget at one width; a new one is made when either changes."""

    def height(self, row: R_contra) -> int: ...
    def draw(self, painter: QPainter, rect: QRect, row: R_contra, look: RowLook) -> None: ...


class RowModel(QAbstractListModel, Generic[R]):
    """Holds the rows, for Qt; they are set anew at once."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[R, ...] = ()

    @property
    def rows(self) -> tuple[R, ...]:
        """The rows from top to bottom."""
        return self._rows

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show these rows in place of those before."""
        if tuple(rows) == self._rows:
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_at(self, index: Index) -> R | None:
        """The row at an index."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def index_of(self, key: str) -> QModelIndex:
        """Where the row with this key is; an invalid index if it is not there."""
        found = next((number for number, row in enumerate(self._rows) if row.key == key), None)
        return QModelIndex() if found is None else self.index(found)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The label to show, and all of it to say."""
        row = self.row_at(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.label
        return row.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None


class PaintedList(QListView, Generic[R]):
    """Tells `chosen` with the key of the row that is looked at."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model_of_rows: RowModel[R] = RowModel()
        self._paint: RowPaint[R] | None = None
        self._key = ""
        self.setModel(self.model_of_rows)
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

    def make_paint(self, width: int) -> RowPaint[R]:
        """What lays out and draws the rows at this width in pixels."""
        raise NotImplementedError

    @property
    def key(self) -> str:
        """The key of the row that is looked at; empty when there is none."""
        return self._key

    @property
    def rows(self) -> tuple[R, ...]:
        """The rows from top to bottom."""
        return self.model_of_rows.rows

    @property
    def row(self) -> R | None:
        """The row that is looked at."""
        return self.model_of_rows.row_at(self.model_of_rows.index_of(self._key))

    def painter_of_rows(self) -> RowPaint[R]:
        """What lays out and draws the rows at the width that there is."""
        if self._paint is None:
            self._paint = self.make_paint(self.viewport().width())
        return self._paint

    def content_height(self) -> int:
        """The height in pixels of all rows."""
        paint = self.painter_of_rows()
        return sum(paint.height(row) for row in self.rows)

    def replace_rows(self, rows: Sequence[R]) -> None:
        """Hold other rows, which are laid out anew; none of them is marked yet."""
        self._paint = None
        self.model_of_rows.set_rows(rows)

    def mark(self, index: QModelIndex) -> None:
        """Choose a row after the rows were set anew; tells it if it is another one."""
        if index.isValid():
            self.setCurrentIndex(index)
        elif self._key:
            self._key = ""
            self.chosen.emit("")

    def currentChanged(self, current: Index, previous: Index) -> None:
        """The row that the arrow keys go to is the one that is looked at."""
        super().currentChanged(current, previous)
        row = self.model_of_rows.row_at(current)
        if row is not None and row.key != self._key:
            self._key = row.key
            self.chosen.emit(row.key)

    def keyboardSearch(self, search: str) -> None:
        """Letters are not searched for here: there is a field for that."""

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


class _Delegate(QStyledItemDelegate, Generic[R]):
    """Draws the rows of its list."""

    def __init__(self, shown: PaintedList[R]) -> None:
        super().__init__(shown)
        self._list = shown

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = self._list.model_of_rows.row_at(index)
        if row is None:
            return QSize()
        return QSize(self._list.viewport().width(), self._list.painter_of_rows().height(row))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._list.model_of_rows.row_at(index)
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
