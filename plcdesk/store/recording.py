"""Recording: each change to a logged row becomes a row of the change table, in the same transaction.

A change holds only the columns that changed (all of them for a new row), and a hash over itself and its
parent, the last change of the same row: what merging will need to find a common ancestor.
"""

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import insert, inspect, select, update
from sqlalchemy.orm import Session

from plcdesk.store.changes import Changes
from plcdesk.store.tables import LOGGED, Change, Row, Transaction
from plcdesk.store.work import Work

_NOT_RECORDED = {"n", "id"}


@dataclass
class RowChange:
    """What happened to one row: the changed columns before and after; `before` is None for a new row."""

    table: str
    row_id: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None


@dataclass
class Record:
    """All that a piece of work did, gathered at each flush."""

    rows: dict[str, RowChange] = field(default_factory=dict[str, RowChange])
    tables: set[str] = field(default_factory=set[str])
    meetings: set[str] = field(default_factory=set[str])
    teams: set[str] = field(default_factory=set[str])

    def gather(self, session: Session) -> None:
        """Take note of what the session is about to have written. Called after each flush."""
        for row in session.new:
            self._note(row, None, _columns(row))
        for row in session.dirty:
            before, after = _difference(row)
            if after:
                self._note(row, before, after)
        for row in session.deleted:
            self._note(row, _columns(row), None)

    def _note(self, row: Any, before: dict[str, Any] | None, after: dict[str, Any] | None) -> None:
        table = row.__tablename__
        self.tables.add(table)
        if table == "meeting":
            self.meetings.add(row.id)
        elif getattr(row, "meeting_id", None):
            self.meetings.add(row.meeting_id)
        if table == "team":
            self.teams.add(row.id)
        elif getattr(row, "team_id", None):
            self.teams.add(row.team_id)
        if table not in LOGGED:
            return
        earlier = self.rows.get(row.id)
        if earlier is None:
            self.rows[row.id] = RowChange(table, row.id, before, after)
        else:
            _join(earlier, before, after)

    def changes(self) -> Changes:
        """The flags and ids for the screens."""
        return Changes(
            frozenset(self.tables), frozenset(self.rows), frozenset(self.meetings), frozenset(self.teams)
        )

    def undo_list(self) -> str | None:
        """The undo list that the work belongs to: its meeting's, else its team's."""
        for owners in (self.meetings, self.teams):
            if owners:
                return min(owners)
        return None


def _join(earlier: RowChange, before: dict[str, Any] | None, after: dict[str, Any] | None) -> None:
    if after is None:
        earlier.after = None
    else:
        earlier.after = {**(earlier.after or {}), **after}
    if earlier.before is not None and before is not None:
        earlier.before = {**before, **earlier.before}


def _columns(row: Row) -> dict[str, Any]:
    return {
        column.key: getattr(row, column.key)
        for column in inspect(type(row)).columns
        if column.key not in _NOT_RECORDED
    }


def _difference(row: Row) -> tuple[dict[str, Any], dict[str, Any]]:
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    state = inspect(row)
    for column in inspect(type(row)).columns:
        history = state.attrs[column.key].history
        if column.key in _NOT_RECORDED or not history.has_changes():
            continue
        before[column.key] = history.deleted[0] if history.deleted else None
        after[column.key] = history.added[0] if history.added else None
    return before, after


def write_record(work: Work, record: Record) -> None:
    """Append the work and its changes to the tables of changes, joining a spell of typing into one step."""
    if not record.rows:
        return
    session = work.session
    undo_list = record.undo_list() if work.undoable else None
    if undo_list and work.typing and _joined_typing(work, record, undo_list):
        return
    if undo_list:
        session.execute(
            update(Transaction)
            .where(Transaction.undo_list == undo_list, Transaction.state == "undone")
            .values(state="lost")
        )
    session.execute(
        insert(Transaction).values(
            id=work.id,
            undo_list=undo_list,
            state="done" if undo_list else "plain",
            typing=work.typing,
            at=work.at,
        )
    )
    session.execute(insert(Change), [_change_values(work, change) for change in record.rows.values()])


def _change_values(work: Work, change: RowChange) -> dict[str, Any]:
    parent = work.session.scalar(
        select(Change.hash).where(Change.row_id == change.row_id).order_by(Change.n.desc()).limit(1)
    )
    return {
        "work_id": work.id,
        "row_table": change.table,
        "row_id": change.row_id,
        "before": change.before,
        "after": change.after,
        "parent_hash": parent,
        "hash": change_hash(parent, change.row_id, change.after),
        "at": work.at,
    }


def _joined_typing(work: Work, record: Record, undo_list: str) -> bool:
    """Whether this typing went into the undo step before it, because that was typing in the same field."""
    session = work.session
    last = session.execute(
        select(Transaction.id, Transaction.typing, Transaction.state)
        .where(Transaction.undo_list == undo_list)
        .order_by(Transaction.n.desc())
        .limit(1)
    ).one_or_none()
    if last is None or last.typing != work.typing or last.state != "done":
        return False
    earlier = {
        row.row_id: row
        for row in session.execute(
            select(Change.n, Change.row_id, Change.after, Change.parent_hash).where(Change.work_id == last.id)
        )
    }
    if set(record.rows) - set(earlier):
        return False
    for row_id, change in record.rows.items():
        before = earlier[row_id]
        earlier_after: dict[str, Any] = before.after or {}
        after = None if change.after is None else {**earlier_after, **change.after}
        session.execute(
            update(Change)
            .where(Change.n == before.n)
            .values(after=after, hash=change_hash(before.parent_hash, row_id, after), at=work.at)
        )
    return True


def change_hash(parent: str | None, row_id: str, after: dict[str, Any] | None) -> str:
    """The hash of a change: over its parent, its row and what the row became."""
    body = json.dumps([parent, row_id, after], sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest()
