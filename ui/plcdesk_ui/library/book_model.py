"""The rows of the list of protocols, for Qt."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from plcdesk_ui.library.row import BookRow

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class BookModel(QAbstractListModel):
    """Holds `BookRow`s; set anew at once, for all of them follow from one wish."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[BookRow, ...] = ()

    @property
    def rows(self) -> tuple[BookRow, ...]:
        """The rows from top to bottom."""
        return self._rows

    def set_rows(self, rows: Sequence[BookRow]) -> None:
        """Show these rows in place of those before."""
        if tuple(rows) == self._rows:
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_at(self, index: Index) -> BookRow | None:
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
        """The name to show, and all of it to say."""
        row = self.row_at(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        return row.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None
