"""Putting records into the tables, many at once: new ones, changed ones, and marks of deletion."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import msgspec

from plcdesk.sharing.kinds import ANSWER, BY_TABLE, CLOCK, STAYS, Kind
from plcdesk.sharing.versions import Working
from plcdesk.store.recording import change_hash
from plcdesk.store.tables import new_id


@dataclass(frozen=True, slots=True)
class Put:
    """A record to be put in place: what stands there now, if anything, and what is to."""

    key: str
    working: Working | None
    content: Any  # a Content, or the kind's mark of deletion
    deleted: bool


def put(connection: sqlite3.Connection, kind: Kind, puts: Sequence[Put], at: str, work_id: str) -> None:
    """Give rows the content that they are to have. What they held before goes into the table of changes."""
    if kind is CLOCK:
        _put_clocks(connection, puts)
        return
    _record(connection, kind, puts, at, work_id)
    if kind is ANSWER:
        _put_answers(connection, puts)
        return
    gone = [each for each in puts if each.deleted]
    _delete(connection, kind, gone, at)
    new = [each for each in puts if each.working is None and not each.deleted]
    if new:
        _clear_the_way(connection, kind, new)
        connection.executemany(
            insert_sql(kind.table),
            [new_row_values(kind, each.key, _values(kind, each.content), None) for each in new],
        )
    changed = [each for each in puts if each.working is not None and not each.deleted]
    trash = ", deleted_at = NULL" if kind.to_trash else ""
    columns = ", ".join(f"{name} = ?" for name in kind.columns)
    connection.executemany(
        f"UPDATE {kind.table} SET {columns}{trash} WHERE id = ?",
        [(*_values(kind, each.content), each.working.row_id) for each in changed if each.working],
    )


def _delete(connection: sqlite3.Connection, kind: Kind, gone: Sequence[Put], at: str) -> None:
    there = [each for each in gone if each.working is not None]
    if not kind.to_trash:
        connection.executemany(
            f"DELETE FROM {kind.table} WHERE id = ?",
            [(each.working.row_id,) for each in there if each.working],
        )
        return
    kept = "".join(f"{name} = ?, " for name in kind.kept)
    connection.executemany(
        f"UPDATE {kind.table} SET {kept}deleted_at = coalesce(deleted_at, ?) WHERE id = ?",
        [(*_kept(kind, each.content), at, each.working.row_id) for each in there if each.working],
    )
    # What never was here gets an empty row in the trash, for there may be something that points to it.
    blank = _blank(kind.table)
    connection.executemany(
        insert_sql(kind.table),
        [
            new_row_values(
                kind, each.key, [getattr(each.content, name, blank[name]) for name in kind.columns], at
            )
            for each in gone
            if each.working is None
        ],
    )


def _clear_the_way(connection: sqlite3.Connection, kind: Kind, new: Iterable[Put]) -> None:
    """A snapshot or a vote whose item or decision was moved to another meeting gives way."""
    if kind.table in ("snapshot", "vote"):
        owner = kind.key[1]
        connection.executemany(
            f"DELETE FROM {kind.table} WHERE {owner} = ?", [(getattr(each.content, owner),) for each in new]
        )


def _values(kind: Kind, content: Any) -> list[Any]:
    values = list(msgspec.structs.astuple(content))
    for place in _json_places(kind.table):
        values[place] = msgspec.json.encode(values[place]).decode()
    return values


def _kept(kind: Kind, mark: Any) -> list[Any]:
    return [getattr(mark, name) for name in kind.kept]


def new_row_values(kind: Kind, key: str, values: Sequence[Any], deleted_at: str | None) -> list[Any]:
    """What `insert_sql` takes for a new row whose travelling columns have these values."""
    row = [key if kind.by_id else new_id(), *values, *STAYS.get(kind.table, {}).values()]
    return [*row, deleted_at] if kind.to_trash else row


@lru_cache
def insert_sql(table: str) -> str:
    """The statement that puts a new row into a table."""
    kind = BY_TABLE[table]
    columns = ["id", *kind.columns, *STAYS.get(table, {}), *(["deleted_at"] if kind.to_trash else [])]
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"


@lru_cache
def _json_places(table: str) -> tuple[int, ...]:
    kind = BY_TABLE[table]
    return tuple(place for place, name in enumerate(kind.columns) if name in kind.json_columns)


@lru_cache
def _blank(table: str) -> dict[str, Any]:
    """What an empty row holds in each column."""
    kind = BY_TABLE[table]
    of_type: dict[type, Any] = {str: "", int: 0, float: 0.0, bool: 0, list: "[]", dict: "{}"}
    return {name: kind.blank(name, of_type) for name in kind.columns}


def _put_clocks(connection: sqlite3.Connection, puts: Sequence[Put]) -> None:
    connection.executemany("DELETE FROM clock_event WHERE meeting_id = ?", [(each.key,) for each in puts])
    connection.executemany(
        "INSERT INTO clock_event (id, meeting_id, seq, kind, step, member_id, seconds, reason, wall, monotonic,"
        " session) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (new_id(), each.key, *msgspec.structs.astuple(event))
            for each in puts
            if not each.deleted
            for event in each.content.events
        ],
    )


def _put_answers(connection: sqlite3.Connection, puts: Sequence[Put]) -> None:
    """The row stays in any case: what people said on this laptop stands in it too."""
    connection.executemany(
        "INSERT INTO feedback (id, meeting_id, helped, change, answer) VALUES (?, ?, '', '', ?)"
        " ON CONFLICT (meeting_id) DO UPDATE SET answer = excluded.answer",
        [(new_id(), each.key, "" if each.deleted else each.content.answer) for each in puts],
    )


def _record(connection: sqlite3.Connection, kind: Kind, puts: Sequence[Put], at: str, work_id: str) -> None:
    """Note what rows that were there held before, as each change by hand is noted."""
    changes: list[tuple[Any, ...]] = []
    for each in puts:
        if each.working is None:
            continue
        before, after = _difference(kind, each, at)
        row_id = each.working.row_id
        last = connection.execute(
            "SELECT hash FROM change WHERE row_id = ? ORDER BY n DESC LIMIT 1", (row_id,)
        ).fetchone()
        parent = None if last is None else last[0]
        changes.append(
            (
                work_id,
                kind.table,
                row_id,
                _text(before),
                _text(after),
                parent,
                change_hash(parent, row_id, after),
                at,
            )
        )
    connection.executemany(
        'INSERT INTO change (work_id, row_table, row_id, "before", "after", parent_hash, hash, at)'
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        changes,
    )


def _difference(kind: Kind, each: Put, at: str) -> tuple[dict[str, Any], dict[str, Any] | None]:
    assert each.working is not None
    held: dict[str, Any] = msgspec.json.decode(each.working.content)
    if each.deleted and kind is ANSWER:
        return {"answer": held["answer"]}, {"answer": ""}
    if each.deleted:
        return ({"deleted_at": None}, {"deleted_at": at}) if kind.to_trash else (held, None)
    becomes: dict[str, Any] = msgspec.to_builtins(each.content)
    if each.working.deleted:
        return {"deleted_at": at}, {**becomes, "deleted_at": None}
    changed = [name for name in becomes if held.get(name) != becomes[name]]
    return {name: held.get(name) for name in changed}, {name: becomes[name] for name in changed}


def _text(values: dict[str, Any] | None) -> str:
    return json.dumps(values)
