"""Writing a share file: one record at a time, from the workspace as it stands at one moment."""

import sqlite3
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

import msgspec

from plcdesk.errors import UserError
from plcdesk.minutes.whole_file import writing_whole
from plcdesk.sharing import format as f
from plcdesk.sharing.container import Writing
from plcdesk.sharing.copies import copy_key, hidden
from plcdesk.sharing.kinds import BY_TABLE, TEAM
from plcdesk.sharing.lineage import keep_document, parents_of
from plcdesk.sharing.merging import keep_versions, seal_typing
from plcdesk.sharing.replacing import Replacing
from plcdesk.sharing.rows import canonical, rows_with_keys, versions_with_keys
from plcdesk.sharing.selection import Going, Scope, going
from plcdesk.sharing.versions import Version, heads_of
from plcdesk.sharing.waiting import Watch
from plcdesk.store.reader import Reader
from plcdesk.store.work import Work, iso
from plcdesk.store.workspace import Workspace
from plcdesk.text import tr

_KEEP_AT_ONCE = 500


@dataclass(frozen=True)
class Sent:
    """What was written: how many records and attached files, the hash of the records, and what they followed."""

    records: int
    attachments: int
    document: str
    parents: list[str]


class NothingNew(UserError):
    """The file would say what it says already. It was left as it is."""


def export_share(
    workspace: Workspace,
    scope: Scope,
    to: Path,
    *,
    sender: f.Named,
    at: datetime,
    passphrase: str | None = None,
    watch: Watch | None = None,
    unless: str = "",
) -> Sent:
    """Write a share file, whole or not at all; `unless` is the hash of the document that is there already.

    What goes along is written down as a version of each record, so that what comes back later is understood.
    Raises UserError for a scope that is not there or a passphrase that is too short, EnvironmentProblem when
    the file cannot be written, Stopped on Cancel, NothingNew when it would hold the same document again.
    """
    if passphrase is not None:
        check_passphrase(passphrase)
    key = workspace.writer.write(_copy_key, scope.team_id).result().value
    with workspace.reader() as reader, reader.standing_still(), writing_whole(to) as file:
        with _sealed(file, passphrase) as sink:
            sent = _write(workspace, reader, scope, sink, sender, at, watch or Watch(), key)
        if sent.document == unless:
            raise NothingNew(tr("There is nothing new to share."))
        workspace.writer.write(_keep_document, scope.team_id, sent).result()
    return sent


def check_passphrase(passphrase: str) -> None:
    """Raises UserError for one that is easily guessed."""
    from plcdesk.sharing.envelope import SHORTEST_PASSPHRASE

    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise UserError(
            tr("A passphrase needs at least {n} characters; a few words are good.").format(
                n=SHORTEST_PASSPHRASE
            )
        )


@contextmanager
def _sealed(file: IO[bytes], passphrase: str | None) -> "Generator[IO[bytes], None, None]":
    if passphrase is None:
        yield file
        return
    from plcdesk.sharing.envelope import Sealing

    sealing = Sealing(file, passphrase)
    yield sealing  # type: ignore[misc]
    sealing.close()


def _write(
    workspace: Workspace,
    reader: Reader,
    scope: Scope,
    sink: IO[bytes],
    sender: f.Named,
    at: datetime,
    watch: Watch,
    key: str | None,
) -> Sent:
    purpose: f.Purpose = "letters" if key is None else "to_read" if scope.to_read else "to_work_with"
    copying = _Copying(Replacing(reader, scope.team_id), key) if key and purpose == "to_read" else None
    with Writing(sink) as zip_:
        document, records, attached = _write_records(workspace, reader, scope, zip_, watch, copying)
        parts = [_attach(reader.connection, zip_, hash_of_it) for hash_of_it in attached]
        parents = parents_of(reader.connection, scope.team_id, document.sha256)
        manifest = f.Manifest(
            app="plcdesk",
            attachments=parts,
            copy_key=key if purpose == "to_work_with" else None,
            document=document,
            format=f.FORMAT,
            made_at=iso(at),
            parents=parents if copying is None else sorted(map(copying.hidden, parents)),
            purpose=purpose,
            records=records,
            sender=sender,
            team=f.Named(scope.team_id, reader.value("SELECT name FROM team WHERE id = ?", [scope.team_id])),
        )
        with zip_.part(f.MANIFEST) as part:
            part.write(canonical(manifest))
    return Sent(records, len(parts), document.sha256, parents)


def _copy_key(work: Work, team_id: str) -> str | None:
    work.undoable = False
    return copy_key(work.connection, team_id)


def _keep_document(work: Work, team_id: str, sent: Sent) -> None:
    work.undoable = False
    keep_document(work.connection, team_id, sent.document, sent.parents, "")


def _write_records(
    workspace: Workspace,
    reader: Reader,
    scope: Scope,
    zip_: Writing,
    watch: Watch,
    copying: "_Copying | None",
) -> tuple[f.Part, int, list[str]]:
    """Write the document; returns what it became, how many records, and the hashes of what is attached."""
    keeper = _Keeper(workspace)
    attached: set[str] = set()
    records = 0
    about = _about_how_many(reader, scope)
    with zip_.part(f.DOCUMENT) as document:
        document.write(f.FIRST_LINE + b"\n")
        for each in going(reader.connection, scope):
            if records % 200 == 0:
                watch.step(min(records, about), about)
            document.write((b",\n" if records else b"") + _line(each, copying))
            records += 1
            keeper.note(each)
            if each.kind.table == "attachment" and each.working is not None and not each.working.deleted:
                attached.add(msgspec.json.decode(each.working.content)["sha256"])
        document.write(b"\n" + f.LAST_LINE)
    if records > f.MOST_RECORDS or document.about.size > f.MOST_DOCUMENT:
        raise UserError(tr("That is too much for one file. Choose a shorter span."))
    keeper.finish()
    return document.about, records, sorted(attached)


def _about_how_many(reader: Reader, scope: Scope) -> int:
    """A rough number of records, to tell how far the writing has come."""
    if scope.meeting_ids is not None:
        return 60 * len(scope.meeting_ids) + 30
    meetings = reader.value("SELECT count(*) FROM meeting WHERE team_id = ?", [scope.team_id])
    return 60 * int(meetings) + 30


@dataclass(frozen=True)
class _Copying:
    """What makes a copy to read of the records: their names replaced, their hashes hidden."""

    replacing: Replacing
    key: str

    def hidden(self, hash_of_version: str) -> str:
        return hidden(self.key, hash_of_version)


def _line(each: Going, copying: _Copying | None) -> bytes:
    """A record as a line of the document."""
    replacing = copying.replacing if copying is not None else None
    hide: Callable[[str], str] = copying.hidden if copying is not None and each.kind is not TEAM else str
    heads = heads_of(each.versions)
    on_top = {head.hash for head in heads}
    line = f.Line(
        heads=[
            f.Head(
                msgspec.Raw(each.as_it_goes(head, replacing)),
                head.deleted,
                hide(head.hash),
                sorted(map(hide, head.parents)),
            )
            for head in heads
        ],
        key=each.key,
        past=[
            f.Past(hide(version.content_hash), hide(version.hash), sorted(map(hide, version.parents)))
            for version in each.versions.values()
            if version.hash not in on_top
        ],
        table=each.kind.table,
    )
    line.heads.sort(key=lambda head: head.hash)
    line.past.sort(key=lambda past: past.hash)
    return canonical(line)


def _attach(connection: sqlite3.Connection, zip_: Writing, hash_of_it: str) -> f.Part:
    row = connection.execute("SELECT content FROM attached_bytes WHERE sha256 = ?", (hash_of_it,)).fetchone()
    with zip_.part(f.ATTACHED + hash_of_it) as part:
        part.write(row[0])
    return part.about


class _Keeper:
    """Writes down the versions that are new with this file, some hundred at a time."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._waiting: list[Going] = []

    def note(self, each: Going) -> None:
        if each.is_new:
            self._waiting.append(each)
            if len(self._waiting) >= _KEEP_AT_ONCE:
                self.finish()

    def finish(self) -> None:
        """Write down what is waiting. Raises UserError when another file was brought in meanwhile."""
        if self._waiting:
            self._workspace.writer.write(keep_sent, self._waiting).result()
            self._waiting = []


def keep_sent(work: Work, sent: list[Going]) -> None:
    """Write down the versions that go out with a file."""
    connection = work.connection
    by_table: dict[str, list[Going]] = {}
    for each in sent:
        by_table.setdefault(each.kind.table, []).append(each)
    for table, rows in by_table.items():
        kind = BY_TABLE[table]
        keys = [each.key for each in rows]
        known = versions_with_keys(connection, kind, keys)
        if any(known.get(each.key, {}) != each.known for each in rows):
            raise UserError(tr("Another file was brought in meanwhile. Share once more."))
        keep_versions(connection, kind, ((each.key, each.known, each.versions) for each in rows))
        now = {row.key: row for row in rows_with_keys(connection, kind, keys)}
        connection.executemany(
            # Typed on since: what went out is in the row no longer, so it is kept with its version.
            "UPDATE version SET content = ? WHERE row_key = ? AND hash = ?",
            [
                (each.content_of(version), each.key, version.hash)
                for each in rows
                for version in _moved_on(each, now[each.key].hash if each.key in now else "")
            ],
        )
    seal_typing(connection)


def _moved_on(each: Going, hash_now: str) -> Iterator[Version]:
    for version in each.versions.values():
        if version.shown and not version.deleted and version.content_hash != hash_now:
            yield version
