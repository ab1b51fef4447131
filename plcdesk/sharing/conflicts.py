"""What was changed on two sides: the sides beside each other, and the choice between them."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from plcdesk.errors import UserError
from plcdesk.sharing.kinds import BY_TABLE, Kind
from plcdesk.sharing.merging import keep_versions
from plcdesk.sharing.putting import Put, put
from plcdesk.sharing.rows import canonical, rows_with_keys, versions_with_keys
from plcdesk.sharing.versions import (
    Version,
    Working,
    content_hash,
    differ,
    heads_of,
    new_version,
    with_working,
)
from plcdesk.store.changes import Changes
from plcdesk.store.reader import Reader
from plcdesk.store.work import Work
from plcdesk.text import tr

KEPT_TWICE = frozenset({"entry", "item", "norm"})  # of which there can well be two
_OURS = uuid.UUID("5ab1f0d6-3c55-4b7e-9a0c-8f2d7a6b1e90")


@dataclass(frozen=True)
class Side:
    """One of the contents that a record was given. `from_name` is who sent it, empty for this laptop's own."""

    hash: str
    from_name: str
    deleted: bool
    content: Mapping[str, Any]
    shown: bool


@dataclass(frozen=True)
class Conflict:
    """A record that was changed on two sides. `meeting_title` is empty for what belongs to the team."""

    table: str
    key: str
    meeting_id: str
    meeting_title: str
    sides: tuple[Side, ...]

    @property
    def may_keep_both(self) -> bool:
        """Whether both can stay, each for itself."""
        live = [side for side in self.sides if not side.deleted]
        return self.table in KEPT_TWICE and len(live) > 1

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns in which the sides differ."""
        live = [side.content for side in self.sides if not side.deleted]
        return tuple(
            name
            for name in BY_TABLE[self.table].columns
            if len({canonical(content.get(name)) for content in live}) > 1
        )


def count_conflicts(reader: Reader) -> int:
    """How many records wait for somebody to choose."""
    return len(read_conflicts(reader)) if _keys(reader) else 0


def read_conflicts(reader: Reader) -> tuple[Conflict, ...]:
    """All records that wait for somebody to choose, meeting by meeting."""
    found: list[Conflict] = []
    for table, keys in _keys(reader).items():
        kind = BY_TABLE[table]
        working = {row.key: row for row in rows_with_keys(reader.connection, kind, keys)}
        known = versions_with_keys(reader.connection, kind, keys)
        for key in keys:
            versions = with_working(kind, key, known[key], working.get(key))
            if differ(heads_of(versions)):
                found.append(_conflict(reader, kind, key, versions, working.get(key)))
    return tuple(found)


def choose(
    work: Work, table: str, key: str, hash_of_side: str, instead: Mapping[str, Any] | None = None
) -> None:
    """Settle a record on one side; `instead` gives columns other values, to make one text of two.

    Raises UserError when it was settled or changed meanwhile.
    """
    kind, versions, working = _now(work, table, key)
    chosen = versions.get(hash_of_side)
    if chosen is None:
        raise UserError(tr("This was changed meanwhile. Look at it again."))
    content = _content(kind, chosen, working)
    deleted = chosen.deleted
    if instead and not deleted:
        content = msgspec.structs.replace(content, **instead)
    _settle(work, kind, key, (versions, working), content, deleted)


def keep_both(work: Work, table: str, key: str) -> None:
    """Keep a record as it stands, and each other side as a record of its own.

    On whichever laptop that is chosen, the same records come of it.
    """
    kind, versions, working = _now(work, table, key)
    if kind.table not in KEPT_TWICE:
        raise UserError(tr("Of this there can be only one. Choose which."))
    heads = [head for head in heads_of(versions) if not head.deleted]
    if not heads:
        raise UserError(tr("This was changed meanwhile. Look at it again."))
    first = next((head for head in heads if head.shown), heads[0])
    others = {head.content_hash: head for head in heads if head.content_hash != first.content_hash}
    puts = [
        Put(
            str(uuid.uuid5(_OURS, head.content_hash + key)),
            None,
            _content(kind, head, working),
            deleted=False,
        )
        for head in others.values()
    ]
    _begin(work)
    there = {row.key for row in rows_with_keys(work.connection, kind, [each.key for each in puts])}
    put(work.connection, kind, [each for each in puts if each.key not in there], work.at, work.id)
    _settle(work, kind, key, (versions, working), _content(kind, first, working), deleted=False, begun=True)


def _keys(reader: Reader) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in reader.rows(
        "SELECT DISTINCT row_table, row_key FROM version WHERE head = 1 AND shown = 0 ORDER BY row_key, row_table"
    ):
        found.setdefault(row["row_table"], []).append(row["row_key"])
    return found


def _conflict(
    reader: Reader, kind: Kind, key: str, versions: dict[str, Version], working: Working | None
) -> Conflict:
    sides: list[Side] = []
    for head in sorted(heads_of(versions), key=lambda head: not head.shown):
        content = msgspec.to_builtins(_content(kind, head, working))
        if all(side.content != content or side.deleted != head.deleted for side in sides):
            sides.append(Side(head.hash, head.from_name, head.deleted, content, head.shown))
    meeting_id = _meeting_of(reader, kind, key, sides)
    title = reader.value("SELECT title FROM meeting WHERE id = ?", [meeting_id]) if meeting_id else ""
    return Conflict(kind.table, key, meeting_id, title or "", tuple(sides))


def _meeting_of(reader: Reader, kind: Kind, key: str, sides: list[Side]) -> str:
    if kind.table == "meeting":
        return key
    if not kind.by_id:
        return key.split("/", 1)[0]
    for side in sides:
        if "meeting_id" in side.content:
            return str(side.content["meeting_id"])
        if "entry_id" in side.content:
            found = reader.value("SELECT meeting_id FROM entry WHERE id = ?", [side.content["entry_id"]])
            return str(found or "")
    return ""


def _now(work: Work, table: str, key: str) -> tuple[Kind, dict[str, Version], Working | None]:
    kind = BY_TABLE[table]
    working = next(rows_with_keys(work.connection, kind, [key]), None)
    known = versions_with_keys(work.connection, kind, [key]).get(key, {})
    return kind, with_working(kind, key, known, working), working


def _content(kind: Kind, version: Version, working: Working | None) -> Any:
    if version.shown:
        held = working.content if working is not None else b"{}"
    else:
        held = version.content if version.content is not None else b"{}"
    return msgspec.json.decode(held, type=kind.mark if version.deleted else kind.content)


def _begin(work: Work) -> None:
    """What is settled is noted as a piece of work of its own; it is not undone, but settled anew."""
    work.undoable = False
    work.connection.execute(
        "INSERT INTO work (id, undo_list, state, typing, at) VALUES (?, NULL, 'plain', NULL, ?)",
        (work.id, work.at),
    )


def _settle(
    work: Work,
    kind: Kind,
    key: str,
    now: tuple[dict[str, Version], Working | None],
    content: Any,
    deleted: bool,
    *,
    begun: bool = False,
) -> None:
    versions, working = now
    known = versions_with_keys(work.connection, kind, [key]).get(key, {})
    heads = heads_of(versions)
    held = canonical(content)
    made = new_version(kind, key, held, deleted, [head.hash for head in heads])._replace(
        shown=True, content=None
    )
    if not begun:
        _begin(work)
    if working is None or working.hash != content_hash(held, deleted):
        put(work.connection, kind, [Put(key, working, content, deleted)], work.at, work.id)
    rest = {
        each.hash: each._replace(
            shown=False, content=working.content if each.shown and working else each.content
        )
        for each in versions.values()
    }
    keep_versions(work.connection, kind, [(key, known, rest | {made.hash: made})])
    meeting_id = getattr(content, "meeting_id", key if kind.table == "meeting" else "")
    team_id = getattr(content, "team_id", key if kind.table == "team" else "")
    work.beyond = Changes(
        frozenset({kind.table, "version"}),
        frozenset({key}),
        frozenset({meeting_id} - {""}),
        frozenset({team_id} - {""}),
    )
