"""Reading records as they stand in the workspace, as canonical JSON; and what this workspace knows of them.

Canonical: columns in the order of the alphabet, nothing between them, one way to write each value. The same
content is the same bytes on every laptop.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, TypeVar

import msgspec

from plcdesk.sharing import content as c
from plcdesk.sharing.kinds import CLOCK, MINUTES_VERSION, Kind
from plcdesk.sharing.versions import Version, Working

AT_ONCE = 400  # values in one query
FEEDBACK = ("helped", "change", "exit_forms")  # in the facts of frozen minutes
T = TypeVar("T")
_EVENT_COLUMNS = ", ".join(each.name for each in msgspec.structs.fields(c.ClockEvent))
_VERSION_COLUMNS = "hash, content_hash, deleted, parents, content, shown, from_name, row_key"


def canonical(value: Any) -> bytes:
    """A value as canonical JSON."""
    return msgspec.json.encode(value, order="sorted")


def in_parts(things: Sequence[T]) -> Iterator[Sequence[T]]:
    """The things in parts that fit into one query."""
    for start in range(0, len(things), AT_ONCE):
        yield things[start : start + AT_ONCE]


def rows_within(connection: sqlite3.Connection, kind: Kind, owner_id: str) -> Iterator[Working]:
    """The records of a kind that belong to a team or a meeting and may go along, in the order of their keys."""
    found = _working(connection, kind, kind.within, [owner_id])
    return iter(sorted(found, key=lambda each: each.key))


def rows_with_keys(connection: sqlite3.Connection, kind: Kind, keys: Sequence[str]) -> Iterator[Working]:
    """The records with these keys, also those that would not go along."""
    wanted = set(keys)
    column = kind.key[0]
    first = {key.split("/", 1)[0] for key in keys}
    for part in in_parts(sorted(first)):
        marks = ",".join("?" * len(part))
        for row in _working(connection, kind, f"{column} IN ({marks})", part):
            if row.key in wanted:
                yield row


def versions_with_keys(
    connection: sqlite3.Connection, kind: Kind, keys: Iterable[str]
) -> dict[str, dict[str, Version]]:
    """The known versions of records: key -> hash -> version."""
    found: dict[str, dict[str, Version]] = {}
    for part in in_parts(list(keys)):
        marks = ",".join("?" * len(part))
        query = f"SELECT {_VERSION_COLUMNS} FROM version WHERE row_key IN ({marks}) AND row_table = ?"
        for row in connection.execute(query, (*part, kind.table)):
            found.setdefault(row[7], {})[row[0]] = _version(row)
    return found


def vanished(connection: sqlite3.Connection, kind: Kind, meeting_id: str, there: set[str]) -> list[str]:
    """The keys of records of a meeting that were shared once and are gone from the workspace altogether."""
    if kind.by_id or kind.key[0] != "meeting_id":
        return []
    query = (
        "SELECT DISTINCT row_key FROM version WHERE row_key >= ? AND row_key < ? AND row_table = ? ORDER BY 1"
    )
    found = connection.execute(query, (meeting_id, f"{meeting_id}0", kind.table))
    return [row[0] for row in found if row[0] not in there]


def _version(row: Sequence[Any]) -> Version:
    return Version(row[0], row[1], bool(row[2]), tuple(row[3].split()), row[4], bool(row[5]), row[6])


def _working(
    connection: sqlite3.Connection, kind: Kind, where: str, values: Sequence[str]
) -> Iterator[Working]:
    if kind is CLOCK:
        yield from _clocks(connection, where, values)
        return
    deleted = "deleted_at IS NOT NULL" if kind.to_trash else "0"
    there = f" AND {kind.there}" if kind.there else ""
    query = f"SELECT id, {deleted}, {', '.join(kind.columns)} FROM {kind.table} WHERE ({where}){there}"
    make, columns = kind.content, kind.columns
    truths = [place for place, name in enumerate(columns) if name in kind.truth_columns]
    jsons = [place for place, name in enumerate(columns) if name in kind.json_columns]
    keyed = [columns.index(name) for name in kind.key] if not kind.by_id else []
    for row in connection.execute(query, tuple(values)):
        held = list(row[2:])
        key = "/".join([held[place] for place in keyed]) if keyed else row[0]
        if row[1]:
            kept = {name: held[columns.index(name)] for name in kind.kept}
            yield Working(key, canonical(kept), True, row[0])
            continue
        for place in truths:
            held[place] = bool(held[place])
        for place in jsons:
            held[place] = _from_json(held[place])
        if kind is MINUTES_VERSION:
            held[columns.index("document")] = _without_feedback(held[columns.index("document")])
        yield Working(key, canonical(make(*held)), False, row[0])


def _without_feedback(document: dict[str, Any]) -> dict[str, Any]:
    """Frozen minutes without what people said of the meeting; how they read in their usual parts has none."""
    facts: dict[str, Any] = document.get("facts", {})
    return {**document, "facts": {name: value for name, value in facts.items() if name not in FEEDBACK}}


def _clocks(connection: sqlite3.Connection, where: str, values: Sequence[str]) -> Iterator[Working]:
    query = f"SELECT meeting_id, {_EVENT_COLUMNS} FROM clock_event WHERE {where} ORDER BY meeting_id, seq"
    for meeting_id, rows in groupby(connection.execute(query, tuple(values)), key=lambda row: row[0]):
        content = c.ClockContent(meeting_id, [c.ClockEvent(*row[1:]) for row in rows])
        yield Working(meeting_id, canonical(content), False, meeting_id)


def _from_json(text: str) -> Any:
    """What a JSON column holds. Half of a pair of UTF-16, which no file could carry, becomes a mark for it."""
    try:
        return msgspec.json.decode(text)
    except msgspec.DecodeError:
        return json.loads(
            json.dumps(json.loads(text), ensure_ascii=False)
            .encode("utf-16", "surrogatepass")
            .decode("utf-16", "replace")
        )
