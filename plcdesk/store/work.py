"""One piece of work on the store: what a service function gets to read and change rows with.

Whatever it adds or changes through `session` is recorded in the change table when the work ends; the service
has nothing to do for that. Services are plain functions whose first parameter is a `Work`.
"""

import sqlite3
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from plcdesk.errors import UserError
from plcdesk.store.changes import Changes
from plcdesk.store.reader import Reader
from plcdesk.store.tables import Deletable, Row, new_id
from plcdesk.text import tr

R = TypeVar("R", bound=Row)


class Work:
    """A transaction in progress.

    `at` is the moment of the work. `connection` is SQLite's own, for work on thousands of rows, and for the
    little that is kept all the time; the session is opened when it is first asked for. `undoable` says whether
    it enters an undo list; `typing` names a text field, so that one spell of typing is one undo step. `beyond`
    is for work that writes many rows at once past the session: it says itself what it changed.
    """

    def __init__(
        self, connection: sqlite3.Connection, open_session: Callable[[], Session], at: datetime
    ) -> None:
        self.connection = connection
        self._open_session = open_session
        self.moment = at.astimezone(UTC)
        self.at = iso(self.moment)
        self.undoable = True
        self.typing: str | None = None
        self.beyond = Changes()

    @cached_property
    def id(self) -> str:
        """Its id in the table of works."""
        return new_id()

    @cached_property
    def session(self) -> Session:
        """SQLAlchemy's session in this transaction."""
        return self._open_session()

    def add(self, row: R) -> R:
        """Put a new row into the store; its id is known at once."""
        if not row.id:
            row.id = new_id()
        self.session.add(row)
        return row

    def get(self, table: type[R], row_id: str) -> R:
        """The row with this id. Raises UserError when there is none or it is in the trash."""
        found = self.find(table, row_id)
        if found is None:
            raise UserError(tr("That is not there any more; it may have been deleted."))
        return found

    def find(self, table: type[R], row_id: str | None) -> R | None:
        """The row with this id, or None."""
        if row_id is None:
            return None
        found = self.session.scalars(select(table).where(table.id == row_id)).one_or_none()
        return None if isinstance(found, Deletable) and found.deleted_at is not None else found

    def all(self, query: Select[R]) -> Sequence[R]:
        """The rows that a select finds."""
        return self.session.scalars(query).all()

    def reading(self) -> Reader:
        """What stands in the store now, with what this work has changed, for services that read much.

        It is good until the work ends and is not to be closed.
        """
        self.session.flush()
        return Reader(Path(), self.connection)

    def change(self, row: Row, **values: Any) -> None:
        """Give columns of a row new values. Raises TypeError for a column that does not exist."""
        columns = row.__table__.columns  # type: ignore[attr-defined]
        for name, value in values.items():
            if name not in columns:
                raise TypeError(f"{type(row).__name__} has no column {name}")
            setattr(row, name, value)

    def delete(self, row: Deletable) -> None:
        """Move a row to the trash."""
        row.deleted_at = self.at

    def restore(self, row: Deletable) -> None:
        row.deleted_at = None


def iso(moment: datetime) -> str:
    """An instant as the store writes it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def instant(text: str) -> datetime:
    """An instant as the store wrote it."""
    return datetime.fromisoformat(text)
