"""Bringing a share file into a workspace: first what would change, then all of it or nothing.

For each record the versions of both sides are put together; see `versions` for why neither order nor number
of times matters. The same comparison serves the preview and the merging, so that what is told is what happens.
"""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from typing import Any, Literal

import msgspec

from plcdesk.sharing.copies import (
    agree_on_key,
    begin_copy,
    end_copy,
    hidden,
    is_copy,
    kept_key,
    stands_better,
)
from plcdesk.sharing.kinds import TEAM, Kind
from plcdesk.sharing.lineage import keep_document
from plcdesk.sharing.opening import Record, ShareFile
from plcdesk.sharing.putting import Put, put
from plcdesk.sharing.refusals import Refused, altered
from plcdesk.sharing.rows import AT_ONCE, rows_with_keys, versions_with_keys
from plcdesk.sharing.selection import holds_originals
from plcdesk.sharing.versions import NAMELESS, Version, Working, differ, heads_of, shown_of, with_working
from plcdesk.sharing.waiting import Watch
from plcdesk.store.changes import Changes
from plcdesk.store.work import Work
from plcdesk.text import ntr, tr

DELETIONS_UNASKED = 10

What = Literal["new", "changed", "deleted", "restored", "both", "same", "older"]


class ManyDeletions(Refused):
    """The file would delete more than ten things at once, and nobody has agreed to that."""

    def __init__(self, count: int) -> None:
        self.count = count
        super().__init__(
            ntr(
                "This file would delete {n} thing at once. Nothing was changed; say so if that is right.",
                "This file would delete {n} things at once. Nothing was changed; say so if that is right.",
                count,
            ).format(n=count)
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of one record.

    `what`: new here; changed there only; deleted or restored there; changed on `both` sides; the same; or
    older than what is here. `versions` are those of both sides, `known` those that the workspace had, `kept`
    these under the hashes that it has them under.
    """

    record: Record
    what: What
    working: Working | None
    known: dict[str, Version]
    versions: dict[str, Version]
    shown: Version
    kept: dict[str, Version]

    @property
    def kind(self) -> Kind:
        return self.record.kind

    @property
    def writes_row(self) -> bool:
        """Whether the row itself gets other content."""
        return self.working is None or self.working.hash != self.shown.content_hash


def outcomes(
    connection: sqlite3.Connection, share: ShareFile, watch: Watch | None = None
) -> Iterator[Outcome]:
    """What would become of each record of a file, in the order in which it would be put in place."""
    manifest = share.manifest
    key: str | None = None
    if manifest.purpose == "to_read":
        key = kept_key(connection, manifest.team.id)
    elif is_copy(connection, manifest.team.id):
        key = manifest.copy_key
    for kind, records in groupby(share.records(watch), key=lambda record: record.kind):
        while part := list(islice(records, AT_ONCE)):
            yield from _outcomes(connection, kind, part, share, key)


def import_share(
    work: Work,
    share: ShareFile,
    *,
    deletions_agreed: bool = False,
    copy_agreed: bool = False,
    watch: Watch | None = None,
) -> dict[What, int]:
    """Merge a share file into the workspace; returns how many records became what.

    With `copy_agreed` a copy to read turns the team that is here into one; without, it raises OwnTeam. Raises
    ManyDeletions, and Refused when something in it cannot be or while its meeting is running here.
    """
    connection = work.connection
    running = {row[0] for row in connection.execute("SELECT id FROM meeting WHERE status = 'running'")}
    work.undoable = False
    count: dict[What, int] = {}
    rows: set[str] = set()
    tables: set[str] = set()
    meetings: set[str] = set()
    team_id, to_read = share.manifest.team.id, share.manifest.purpose == "to_read"
    if to_read:
        begin_copy(connection, team_id, agreed=copy_agreed)
    try:
        connection.execute(
            "INSERT INTO work (id, undo_list, state, typing, at) VALUES (?, NULL, 'plain', NULL, ?)",
            (work.id, work.at),
        )
        for kind, found in groupby(outcomes(connection, share, watch), key=lambda each: each.kind):
            while part := list(islice(found, AT_ONCE)):
                for each in part:
                    count[each.what] = count.get(each.what, 0) + 1
                    if each.writes_row:
                        owner = _meeting_of(each)
                        if each.working is not None and owner in running:
                            raise Refused(
                                tr("That meeting is running here. Open the file when it has ended.")
                            )
                        rows.add(each.record.key)
                        tables.add(kind.table)
                        meetings.add(owner)
                _apply(work, kind, part, share)
    except sqlite3.IntegrityError as clash:
        raise altered(share.name) from clash
    if count.get("deleted", 0) > DELETIONS_UNASKED and not deletions_agreed:
        raise ManyDeletions(count["deleted"])
    if share.manifest.copy_key is not None:
        agree_on_key(connection, team_id, share.manifest.copy_key)
    if not to_read and is_copy(connection, team_id) and holds_originals(connection, team_id):
        end_copy(connection, team_id)
    manifest = share.manifest
    keep_document(
        connection, team_id, manifest.document.sha256, manifest.parents, manifest.sender.name or NAMELESS
    )
    seal_typing(connection)
    work.beyond = Changes(
        frozenset(tables), frozenset(rows), frozenset(meetings - {""}), frozenset({team_id})
    )
    return count


def seal_typing(connection: sqlite3.Connection) -> None:
    """Have further typing begin a step of its own: what another laptop knows is not altered any more."""
    connection.execute(
        "UPDATE work SET typing = NULL WHERE typing IS NOT NULL AND n IN"
        " (SELECT max(n) FROM work WHERE undo_list IS NOT NULL GROUP BY undo_list)"
    )


def keep_versions(
    connection: sqlite3.Connection,
    kind: Kind,
    rows: Iterable[tuple[str, dict[str, Version], dict[str, Version]]],
) -> None:
    """Write down which versions there are now, of records (key, versions known before, versions now)."""
    new: list[tuple[Any, ...]] = []
    changed: list[tuple[Any, ...]] = []
    gone: list[tuple[str, str]] = []
    for key, known, now in rows:
        gone += [(key, each) for each in known.keys() - now.keys()]
        heads = {head.hash for head in heads_of(now)}
        heads_before = {head.hash for head in heads_of(known)} if known else set[str]()
        for each in now.values():
            before = known.get(each.hash)
            head = each.hash in heads
            if before is None:
                new.append(
                    (
                        each.hash,
                        kind.table,
                        key,
                        each.content_hash,
                        each.deleted,
                        " ".join(each.parents),
                        None if each.shown else each.content,
                        head,
                        each.shown,
                        each.from_name,
                    )
                )
            elif before != each or head != (each.hash in heads_before):
                content = None if each.shown else each.content
                changed.append((each.content_hash, head, each.shown, content, key, each.hash))
    # Of a copy that gave way to the originals.
    connection.executemany("DELETE FROM version WHERE row_key = ? AND hash = ?", gone)
    connection.executemany(
        "INSERT INTO version (hash, row_table, row_key, content_hash, deleted, parents, content, head, shown,"
        " from_name) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        new,
    )
    connection.executemany(
        "UPDATE version SET content_hash = ?, head = ?, shown = ?, content = ? WHERE row_key = ? AND hash = ?",
        changed,
    )


def _outcomes(
    connection: sqlite3.Connection, kind: Kind, records: Sequence[Record], share: ShareFile, key: str | None
) -> Iterator[Outcome]:
    """`key` tells which versions of a copy are which of the team's own."""
    keys = [record.key for record in records]
    working = {row.key: row for row in rows_with_keys(connection, kind, keys)}
    known = versions_with_keys(connection, kind, keys)
    for record in records:
        here = working.get(record.key)
        if here is not None:
            _check_team(connection, kind, here, share)
            if kind is TEAM and share.manifest.purpose == "letters":
                continue  # it says whose letters they are, and changes nothing
        yield _outcome(record, here, known.get(record.key, {}), key)


def _outcome(
    record: Record, working: Working | None, known_here: dict[str, Version], key: str | None
) -> Outcome:
    known = known_here if key is None else _as_the_file_calls_them(record, known_here, key)
    if working is None and not known:
        versions = record.versions
        heads = [versions[each] for each in record.contents]
        what: What = "same" if all(head.deleted for head in heads) else "new"
        shown = shown_of(heads)
    else:
        theirs = _theirs(record, known)
        versions = _together(record, known, theirs, working)
        heads = heads_of(versions)
        shown = shown_of(heads)
        what = _what(record.contents, working, known, heads, shown)
    versions = _showing(versions, shown, working)
    return Outcome(record, what, working, known, versions, shown, known_here)


def _as_the_file_calls_them(record: Record, known: dict[str, Version], key: str) -> dict[str, Version]:
    """The versions that are here, under their hashes in the file, if either of both is a copy of the other."""
    names = {hidden(key, hash_of_it): hash_of_it for hash_of_it in record.versions}
    found: dict[str, Version] = {}
    for here in known.values():
        there = record.versions.get(names.get(here.hash, hidden(key, here.hash)))
        if there is None:
            found[here.hash] = here
        else:
            found[there.hash] = here._replace(hash=there.hash, parents=there.parents)
    return found


def _theirs(record: Record, known: dict[str, Version]) -> dict[str, Version]:
    """The file's versions that are new here, or whose content is the better one to keep."""
    found: dict[str, Version] = {}
    for there in record.versions.values():
        here = known.get(there.hash)
        if here is None:
            found[there.hash] = there
        elif stands_better(record.kind, record.key, there, here):
            content = here.content if there.content is None else there.content
            found[there.hash] = there._replace(content=content, shown=here.shown, deleted=here.deleted)
    return found


def _together(
    record: Record, known: dict[str, Version], theirs: dict[str, Version], working: Working | None
) -> dict[str, Version]:
    """The versions of both sides; what was changed here to the very same as there needs no version of its own."""
    union = known | theirs
    shown = next((each for each in known.values() if each.shown), None)
    if working is not None and (shown is None or shown.content_hash != working.hash):
        same = any(union[each].content_hash == working.hash for each in record.contents)
        # What was shown before has to be behind it, or else it would be a side of its own again.
        if same and (shown is None or any(shown.hash in each.parents for each in union.values())):
            return union
    return with_working(record.kind, record.key, known, working) | theirs


def _showing(versions: dict[str, Version], shown: Version, working: Working | None) -> dict[str, Version]:
    """The same versions, with the one marked that is shown; what was shown before keeps its content."""
    changed: dict[str, Version] = {}
    for each in versions.values():
        if each.hash == shown.hash:
            if not each.shown or each.content is not None:
                changed[each.hash] = each._replace(shown=True, content=None)
        elif each.shown:
            held = (
                working.content if working is not None and working.hash == each.content_hash else each.content
            )
            changed[each.hash] = each._replace(shown=False, content=held)
    return versions | changed if changed else versions


def _what(
    theirs: Collection[str],
    working: Working | None,
    known: dict[str, Version],
    heads: Sequence[Version],
    shown: Version,
) -> What:
    """What becomes of a record; `theirs` are the hashes of the file's heads."""
    new_heads = [head for head in heads if head.hash not in known]
    if differ(heads) and new_heads:
        return "both"
    if working is None:
        return "same" if shown.deleted else "new"
    if working.hash == shown.content_hash:
        return "same" if any(head.hash in theirs for head in heads) else "older"
    if shown.deleted:
        return "same" if working.deleted else "deleted"
    return "restored" if working.deleted else "changed"


def _apply(work: Work, kind: Kind, part: Sequence[Outcome], share: ShareFile) -> None:
    connection = work.connection
    puts = [
        Put(each.record.key, each.working, _content_of(each), each.shown.deleted)
        for each in part
        if each.writes_row and not (each.working is None and each.shown.deleted and not kind.to_trash)
    ]
    put(connection, kind, puts, work.at, work.id)
    if kind.table == "attachment":
        _attach(connection, puts, share)
    _end_undo(connection, [each.working.row_id for each in puts if each.working is not None])
    keep_versions(connection, kind, ((each.record.key, each.kept, each.versions) for each in part))


def _content_of(outcome: Outcome) -> Any:
    """What the row is to hold: from the file, or from the versions kept here."""
    there = outcome.record.versions.get(outcome.shown.hash)
    if (
        outcome.shown.hash in outcome.record.contents
        and there is not None
        and there.content_hash == outcome.shown.content_hash
    ):
        return outcome.record.contents[outcome.shown.hash]
    kept = outcome.known[outcome.shown.hash].content
    assert kept is not None
    kind = outcome.kind
    return msgspec.json.decode(kept, type=kind.mark if outcome.shown.deleted else kind.content)


def _attach(connection: sqlite3.Connection, puts: Sequence[Put], share: ShareFile) -> None:
    for each in puts:
        if each.deleted:
            continue
        there = connection.execute("SELECT 1 FROM attached_bytes WHERE sha256 = ?", (each.content.sha256,))
        if there.fetchone() is None and (content := share.attachment(each.content.sha256)) is not None:
            connection.execute(
                "INSERT INTO attached_bytes (sha256, content) VALUES (?, ?)", (each.content.sha256, content)
            )


def _end_undo(connection: sqlite3.Connection, row_ids: Sequence[str]) -> None:
    """Undo takes back what was done here, never what came from another laptop."""
    connection.executemany(
        "UPDATE work SET state = 'lost' WHERE state IN ('done', 'undone') AND id IN"
        " (SELECT work_id FROM change WHERE row_id = ?)",
        [(row_id,) for row_id in row_ids],
    )


def _meeting_of(outcome: Outcome) -> str:
    if outcome.kind.table == "meeting":
        return outcome.record.key
    if not outcome.kind.by_id:
        return outcome.record.key.split("/", 1)[0]
    content = next(iter(outcome.record.contents.values()))
    return getattr(content, "meeting_id", "")


def _check_team(connection: sqlite3.Connection, kind: Kind, here: Working, share: ShareFile) -> None:
    """That a row that is here already belongs to the team whose file it is."""
    if not kind.by_id or kind.table == "team":
        return
    held: dict[str, Any] = msgspec.json.decode(here.content)
    team_id = held.get("team_id")
    if team_id is None:
        where = "meeting" if held.get("meeting_id") else "entry"
        found = connection.execute(f"SELECT team_id FROM {where} WHERE id = ?", (held.get(f"{where}_id"),))
        row = found.fetchone()
        team_id = row[0] if row else share.manifest.team.id
    if team_id != share.manifest.team.id:
        raise altered(share.name)
