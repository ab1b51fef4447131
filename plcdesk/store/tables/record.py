"""The record of all changes, for undo and for merging."""

from typing import Any

from sqlalchemy import JSON, Index
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from plcdesk.store.tables.base import Table


class Transaction(Table):
    """One piece of work that succeeded or failed as a whole; the step of an undo list.

    `state`: plain (not to be undone), done, undone, lost (undone and then overtaken by new work).
    `typing` names the field that was typed in, so that further typing there joins this step.
    """

    __tablename__ = "work"
    n: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)
    undo_list: Mapped[str | None]
    state: Mapped[str]
    typing: Mapped[str | None] = mapped_column(default=None)
    at: Mapped[str]
    __table_args__ = (Index("ix_work_undo_list_n", "undo_list", "state", "n"),)


class Change(Table):
    """What one piece of work did to one row. Undo, history and merging all read this one table."""

    __tablename__ = "change"
    n: Mapped[int] = mapped_column(primary_key=True)
    work_id: Mapped[str] = mapped_column(index=True)
    row_table: Mapped[str]
    row_id: Mapped[str]
    before: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    after: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    parent_hash: Mapped[str | None]
    hash: Mapped[str]
    at: Mapped[str]
    __table_args__ = (Index("ix_change_row", "row_id", "n"),)


class Version(Table):
    """A row as it stood when it left this laptop in a share file, or came in with one; never altered.

    `hash` is over the row, its content and the hashes of its parents, so that laptops agree on it without a
    clock. A version that is no parent of another is a `head`; a row with heads that differ was changed on two
    sides. `shown` is the version that the row itself held last; of others `content` is kept, as canonical JSON,
    so that no text is lost. `from_name` is who sent it, empty for this laptop.

    Of a team itself, under its key, it also keeps what else was shared: each `file` that left or came, that the
    team is here only as a `copy` to read, and the `copy_key` of its copies. These are neither heads nor content.
    """

    __tablename__ = "version"
    n: Mapped[int] = mapped_column(primary_key=True)
    hash: Mapped[str]
    row_table: Mapped[str]
    row_key: Mapped[str] = mapped_column(index=True)
    content_hash: Mapped[str]
    deleted: Mapped[bool]
    parents: Mapped[str]  # hashes in order, with blanks between
    content: Mapped[bytes | None] = mapped_column(default=None)
    head: Mapped[bool]
    shown: Mapped[bool]
    from_name: Mapped[str] = mapped_column(default="")
    __table_args__ = (Index("ix_version_other_heads", "row_key", sqlite_where=sql("head = 1 AND shown = 0")),)
