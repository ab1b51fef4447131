"""What goes along: the records of a team, of some of its meetings, or of one, with all their versions.

Never in it, whatever was chosen: private notes, feedback, students, the trash (of what was shared before only
the mark that it was deleted), hidden entries, drafts. They have no place in `content`, or are not `within`.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

import msgspec

from plcdesk.errors import UserError
from plcdesk.sharing.copies import is_copy, stands_for_another
from plcdesk.sharing.kinds import ITEM, KINDS, LETTER, MEETING, TEAM, Kind
from plcdesk.sharing.replacing import Replacing
from plcdesk.sharing.rows import in_parts, rows_within, vanished, versions_with_keys
from plcdesk.sharing.versions import Version, Working, heads_of, with_working
from plcdesk.store.reader import Reader
from plcdesk.text import tr

Wanted = frozenset[str] | None
"""The ids of the chosen meetings; None for all."""


@dataclass(frozen=True)
class Scope:
    """What was chosen: a team, its meetings (None for all), and tables to leave out.

    `letters` says whether the letters between team and coach go along, `to_read` that it is a copy to read, with
    something else in the place of students' names where that was chosen.
    """

    team_id: str
    meeting_ids: tuple[str, ...] | None = None
    leave_out: frozenset[str] = frozenset()
    letters: bool = True
    to_read: bool = False


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

    def as_it_goes(self, head: Version, replacing: Replacing | None) -> bytes:
        """What of a head goes along."""
        held = self.content_of(head)
        return held if replacing is None or head.deleted else replacing.content(self.kind, self.key, held)

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
    """All records that go along, in the order in which a file holds them. Raises UserError without a team.

    However many there are, only a few are in memory at once. Of a team that is here only as a copy to read,
    letters alone go along.
    """
    team = connection.execute("SELECT deleted_at FROM team WHERE id = ?", (scope.team_id,)).fetchone()
    if team is None or team[0] is not None:
        raise UserError(tr("That team is not there any more; it may have been deleted."))
    if not is_copy(connection, scope.team_id):
        yield from _going(connection, scope, KINDS)
        return
    for each in _going(connection, scope, (TEAM, LETTER)):
        if not any(stands_for_another(each.kind, each.key, known) for known in each.known.values()):
            yield each


def holds_originals(connection: sqlite3.Connection, team_id: str) -> bool:
    """Whether nothing of a team that is here as a copy has another text than the team's own any more."""
    return not any(
        stands_for_another(each.kind, each.key, known)
        for each in _going(connection, Scope(team_id), KINDS)
        for known in each.known.values()
    )


def _going(connection: sqlite3.Connection, scope: Scope, kinds: Iterable[Kind]) -> Iterator[Going]:
    wanted = None if scope.meeting_ids is None else frozenset(scope.meeting_ids)
    there = _There(connection, scope, wanted)
    for kind in kinds:
        if kind.table in scope.leave_out or (kind is LETTER and not scope.letters):
            continue
        if kind.owner == "team":
            owners = iter((scope.team_id,))
        else:
            owners = _meetings(connection, scope.team_id, wanted, trashed=kind is MEETING)
        for each in _of_kind(connection, kind, owners):
            if there.takes(each):
                yield each


def _meetings(
    connection: sqlite3.Connection, team_id: str, wanted: Wanted, *, trashed: bool
) -> Iterator[str]:
    """The ids of the chosen meetings in their order, with or without those in the trash."""
    query = "SELECT id FROM meeting WHERE team_id = ? AND (? OR deleted_at IS NULL) ORDER BY id"
    for (meeting_id,) in connection.execute(query, (team_id, trashed)):
        if wanted is None or meeting_id in wanted:
            yield meeting_id


def _of_kind(connection: sqlite3.Connection, kind: Kind, owners: Iterable[str]) -> Iterator[Going]:
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
    """Which records go along, to leave out what would point to one that does not.

    Of meetings, topics and entries, which are the many, only those that were left out are kept in mind, and
    the workspace is asked whether another was chosen at all; what points to an entry was selected by it.
    """

    def __init__(self, connection: sqlite3.Connection, scope: Scope, wanted: Wanted) -> None:
        self._connection, self._team_id, self._wanted = connection, scope.team_id, wanted
        self._there: dict[str, set[str]] = {"team": set(), "member": set(), "norm": set()}
        self._left_out: dict[str, set[str]] = {"meeting": set(), "item": set(), "entry": set()}
        self._chosen = lru_cache(maxsize=256)(self._is_chosen)

    def takes(self, each: Going) -> bool:
        """Whether all that a record points to goes along; then it does too."""
        inside = self._points_inside(each)
        kept = self._there if inside else self._left_out
        if each.kind.table in kept:
            kept[each.kind.table].add(each.key)
        return inside

    def _points_inside(self, each: Going) -> bool:
        kind = each.kind
        if kind is TEAM:
            return True
        if not kind.by_id and not self._has("meeting", each.key.split("/", 1)[0]):
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
        if table in self._there:
            return pointed in self._there[table]
        return pointed not in self._left_out[table] and (table == "entry" or self._chosen(table, pointed))

    def _is_chosen(self, table: str, key: str) -> bool:
        """Whether a meeting, or a topic of one that is not in the trash, is among what was chosen."""
        if table == "meeting":
            return self._is_meeting(key) and self._is_within(MEETING, key, key)
        found = self._connection.execute(
            "SELECT meeting_id FROM item JOIN meeting ON meeting.id = meeting_id"
            " WHERE item.id = ? AND meeting.deleted_at IS NULL",
            (key,),
        ).fetchone()
        return found is not None and self._is_meeting(found[0]) and self._is_within(ITEM, key, found[0])

    def _is_meeting(self, key: str) -> bool:
        query = "SELECT 1 FROM meeting WHERE id = ? AND team_id = ?"
        found = self._connection.execute(query, (key, self._team_id)).fetchone()
        return found is not None and (self._wanted is None or key in self._wanted)

    def _is_within(self, kind: Kind, key: str, owner: str) -> bool:
        query = f"SELECT 1 FROM {kind.table} WHERE {kind.table}.id = ? AND {kind.within}"
        return self._connection.execute(query, (key, owner)).fetchone() is not None
