"""What goes along: the records of a team, of some of its meetings, or of one, with all their versions.

Never in it, whatever was chosen: private notes, feedback, students, the trash (of what was shared before only
the mark that it was deleted), hidden entries, drafts. They have no place in `content`, or are not `within`.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from plcdesk.errors import UserError
from plcdesk.sharing.kinds import KINDS, LETTER, MEETING, REFERENCES, TEAM, Kind
from plcdesk.sharing.rows import in_parts, rows_within, vanished, versions_with_keys
from plcdesk.sharing.versions import Version, Working, heads_of, with_working
from plcdesk.store.reader import Reader
from plcdesk.text import tr


@dataclass(frozen=True)
class Scope:
    """What was chosen: a team, its meetings (None for all), and tables to leave out.

    `letters` says whether the letters between team and coach go along.
    """

    team_id: str
    meeting_ids: tuple[str, ...] | None = None
    leave_out: frozenset[str] = frozenset()
    letters: bool = True


@dataclass(frozen=True, slots=True)
class Going:
    """A record that goes along: its row as it stands, and its versions; `known` are those written down already."""

    kind: Kind
    key: str
    working: Working | None
    known: dict[str, Version]
    versions: dict[str, Version]

    @property
    def is_new(self) -> bool:
        """Whether it was changed since it was shared last, or is shared for the first time."""
        return len(self.versions) > len(self.known)

    def content_of(self, head: Version) -> bytes:
        """What a head holds."""
        if head.shown:
            return self.working.content if self.working is not None else b"{}"
        assert head.content is not None
        return head.content


def meetings_between(reader: Reader, team_id: str, first: date | None, last: date | None) -> tuple[str, ...]:
    """The ids of a team's meetings that begin in a span of days; None leaves an end open."""
    return reader.each(
        lambda row: str(row["id"]),
        "SELECT id FROM meeting WHERE team_id = ? AND deleted_at IS NULL AND substr(starts_at, 1, 10) BETWEEN ? AND ?"
        " ORDER BY starts_at, n",
        [team_id, (first or date.min).isoformat(), (last or date.max).isoformat()],
    )


def going(connection: sqlite3.Connection, scope: Scope) -> Iterator[Going]:
    """All records that go along, in the order in which a file holds them. Raises UserError without a team."""
    team = connection.execute("SELECT deleted_at FROM team WHERE id = ?", (scope.team_id,)).fetchone()
    if team is None or team[0] is not None:
        raise UserError(tr("That team is not there any more; it may have been deleted."))
    chosen = _meetings(connection, scope)
    live = [meeting_id for meeting_id, trashed in chosen if not trashed]
    there = _There()
    for kind in KINDS:
        if kind.table in scope.leave_out or (kind is LETTER and not scope.letters):
            continue
        if kind.owner == "team":
            owners = [scope.team_id]
        else:
            owners = [meeting_id for meeting_id, _ in chosen] if kind is MEETING else live
        for each in _of_kind(connection, kind, owners):
            if there.takes(each):
                yield each


def _meetings(connection: sqlite3.Connection, scope: Scope) -> list[tuple[str, bool]]:
    """The chosen meetings in the order of their ids, and whether they are in the trash."""
    query = "SELECT id, deleted_at IS NOT NULL FROM meeting WHERE team_id = ? ORDER BY id"
    wanted = None if scope.meeting_ids is None else set(scope.meeting_ids)
    return [
        (row[0], bool(row[1]))
        for row in connection.execute(query, (scope.team_id,)).fetchall()
        if wanted is None or row[0] in wanted
    ]


def _of_kind(connection: sqlite3.Connection, kind: Kind, owners: list[str]) -> Iterator[Going]:
    for owner in owners:
        rows = {row.key: row for row in rows_within(connection, kind, owner)}
        keys = [*rows]
        if kind.owner == "meeting":
            keys += vanished(connection, kind, owner, set(rows))
        for part in in_parts(keys):
            known = versions_with_keys(connection, kind, part)
            for key in part:
                versions = known.get(key, {})
                yield Going(
                    kind,
                    key,
                    rows.get(key),
                    versions,
                    with_working(kind, key, versions, rows.get(key), untold=True),
                )


class _There:
    """Which records went along so far, to leave out what would point to one that did not.

    Of entries, which are the many, only those that were left out are kept in mind: what points to an entry
    was selected by it.
    """

    def __init__(self) -> None:
        self._there: dict[str, set[str]] = {table: set() for table in set(REFERENCES.values()) - {"entry"}}
        self._left_out: set[str] = set()

    def takes(self, each: Going) -> bool:
        """Whether all that a record points to goes along; then it does too."""
        inside = self._points_inside(each)
        table = each.kind.table
        if inside and table in self._there:
            self._there[table].add(each.key)
        elif not inside and table == "entry":
            self._left_out.add(each.key)
        return inside

    def _points_inside(self, each: Going) -> bool:
        kind = each.kind
        if kind is TEAM:
            return True
        if not kind.by_id and each.key.split("/", 1)[0] not in self._there["meeting"]:
            return False
        if not kind.references:
            return True
        for head in heads_of(each.versions):
            held: dict[str, Any] = msgspec.json.decode(each.content_of(head))
            if not all(self._has(table, held.get(name)) for name, table in kind.references):
                return False
        return True

    def _has(self, table: str, pointed: str | None) -> bool:
        if pointed is None:
            return True
        return pointed not in self._left_out if table == "entry" else pointed in self._there[table]
