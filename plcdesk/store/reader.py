"""Reading: plain SQL on a connection that cannot write, into frozen dataclasses.

Each screen and each job has a reader of its own. SQLAlchemy is not needed to read.
"""

import sqlite3
import types
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from plcdesk.store.connection import connect_for_reading

T = TypeVar("T")
Value = str | int | float | None


class Reader:
    """One read-only connection. Use it from one thread at a time; `interrupt` may come from any."""

    def __init__(self, file: Path, connection: sqlite3.Connection | None = None) -> None:
        """Read a file; or, with a `connection`, what stands in its open transaction or in memory only."""
        self.file = file
        self._connection = connection or connect_for_reading(file)

    def __enter__(self) -> "Reader":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: types.TracebackType | None
    ) -> None:
        self.close()

    def rows(self, sql: str, values: Sequence[Value] = ()) -> list[sqlite3.Row]:
        """All rows of a query; columns by name."""
        return self._run(sql, values).fetchall()

    def row(self, sql: str, values: Sequence[Value] = ()) -> sqlite3.Row | None:
        """The first row of a query, or None."""
        return self._run(sql, values).fetchone()

    def value(self, sql: str, values: Sequence[Value] = ()) -> Any:
        """The first column of the first row, or None."""
        found = self._run(sql, values).fetchone()
        return None if found is None else found[0]

    def each(self, make: Callable[[sqlite3.Row], T], sql: str, values: Sequence[Value] = ()) -> tuple[T, ...]:
        """All rows of a query, each made into a value."""
        return tuple(make(row) for row in self._run(sql, values))

    def _run(self, sql: str, values: Sequence[Value]) -> sqlite3.Cursor:
        cursor = self._connection.cursor()
        cursor.row_factory = sqlite3.Row
        return cursor.execute(sql, tuple(values))

    @property
    def connection(self) -> sqlite3.Connection:
        """SQLite's own connection, for going through more rows than one would keep."""
        return self._connection

    @contextmanager
    def standing_still(self) -> Generator[None, None, None]:
        """Within it, all queries see the workspace as it was at the first one, whatever is written meanwhile."""
        self._connection.execute("BEGIN")
        try:
            yield
        finally:
            self._connection.execute("ROLLBACK")

    def interrupt(self) -> None:
        """Stop the query that is running now in another thread."""
        self._connection.interrupt()

    def close(self) -> None:
        self._connection.close()
