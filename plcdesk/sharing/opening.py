"""Opening a share file: everything in it is checked before anything is believed.

Records are read one at a time. A record is taken only as PLC Desk would have written it, byte for byte; its
versions' hashes have to be right; and what it points to has to have come before it in the same file. So a
file can change no record of another team, and none can be half there.
"""

import io
import types
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO, cast

import msgspec

from plcdesk.errors import EnvironmentProblem
from plcdesk.sharing import content as c
from plcdesk.sharing import format as f
from plcdesk.sharing.checking import check_content
from plcdesk.sharing.container import Container
from plcdesk.sharing.kinds import BY_TABLE, LETTER, ORDER, TEAM, Kind
from plcdesk.sharing.refusals import NeedsPassphrase, Refused, altered, newer, not_ours, not_whole, too_large
from plcdesk.sharing.rows import canonical
from plcdesk.sharing.versions import NAMELESS, Version, content_hash, heads_of, version_hash
from plcdesk.sharing.waiting import Watch
from plcdesk.text import tr

_WRONG = (ValueError, TypeError, LookupError, RecursionError, OverflowError, msgspec.MsgspecError)
_LINE = msgspec.json.Decoder(f.Line)


@dataclass(frozen=True, slots=True)
class Record:
    """A record from a file: its versions by their hashes, and what its heads hold."""

    kind: Kind
    key: str
    versions: dict[str, Version]
    contents: dict[str, Any]  # of each head by its hash: a Content, or the kind's mark of deletion


class ShareFile:
    """An open share file. Close it when done."""

    def __init__(self, path: Path, file: BinaryIO, sealed: bool) -> None:
        self.path, self.name, self.sealed = path, path.name, sealed
        self._file = file
        self._container = Container(file, self.name)
        self.manifest = self._manifest()
        self._check_parts()

    def __enter__(self) -> "ShareFile":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: types.TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._file.close()

    def records(self, watch: Watch | None = None) -> Iterator[Record]:
        """All records, in the order in which they can be put into a workspace. Raises Refused."""
        there: dict[str, set[str]] = {table: set() for table in BY_TABLE}
        before, count = -1, 0
        of = self.manifest.records
        for line in self._lines():
            count += 1
            if count > of:
                raise altered(self.name)
            if watch is not None and count % 500 == 1:
                watch.step(count, of)
            record = self._record(line, there)
            place = ORDER[record.kind.table]
            keys = there[record.kind.table]
            if place < before or record.key in keys or (place == 0 and record.key != self.manifest.team.id):
                raise altered(self.name)
            before = place
            keys.add(record.key)
            yield record
        if count != of or self.manifest.team.id not in there["team"]:
            raise altered(self.name)

    def attachment(self, hash_of_it: str) -> bytes | None:
        """The bytes of an attached file, or None where they did not go along."""
        name = f.ATTACHED + hash_of_it
        if name not in self._container.entries:
            return None
        return self._container.whole(name, f.LARGEST_ATTACHMENT)

    def _manifest(self) -> f.Manifest:
        content = self._container.whole(f.MANIFEST, f.MOST_MANIFEST)
        try:
            if msgspec.json.decode(content, type=f.OnlyFormat).format > f.FORMAT:
                raise newer(self.name)
            manifest = f.read_manifest(content)
        except _WRONG as wrong:
            raise altered(self.name) from wrong
        if manifest.format != f.FORMAT:
            raise altered(self.name)
        return manifest

    def _check_parts(self) -> None:
        """That every part is there, is as long as the manifest says, and has its hash."""
        parts = {f.DOCUMENT: self.manifest.document}
        parts |= {f.ATTACHED + part.sha256: part for part in self.manifest.attachments}
        if set(self._container.entries) != {f.MANIFEST, *parts}:
            raise altered(self.name)
        if sum(part.size for part in self.manifest.attachments) > f.MOST_ATTACHED:
            raise too_large(self.name)
        for name, part in parts.items():
            if self._container.entries[name].size != part.size:
                raise altered(self.name)
            most = f.MOST_DOCUMENT if name == f.DOCUMENT else f.LARGEST_ATTACHMENT
            found, lines = sha256(), 0
            for piece in self._container.pieces(name, most):
                found.update(piece)
                lines += piece.count(b"\n")
            told = name != f.DOCUMENT or lines == self.manifest.records + 1
            if not told or found.hexdigest() != part.sha256:
                raise altered(self.name)

    def _lines(self) -> Iterator[bytes]:
        """The document's lines, each a record, without what parts them."""
        previous: bytes | None = None
        number = 0
        for line in self._raw_lines():
            number += 1
            if number == 1:
                if line != f.FIRST_LINE:
                    raise altered(self.name)
                continue
            if previous is not None:
                if not previous.endswith(b","):
                    # Only the last record has no comma behind it.
                    if line != f.LAST_LINE:
                        raise altered(self.name)
                    yield previous
                    previous = line
                    continue
                yield previous[:-1]
            previous = line
        if previous != f.LAST_LINE:
            raise altered(self.name)

    def _raw_lines(self) -> Iterator[bytes]:
        rest = b""
        for piece in self._container.pieces(f.DOCUMENT, f.MOST_DOCUMENT):
            lines = (rest + piece).split(b"\n")
            rest = lines.pop()
            if len(rest) > f.LONGEST_LINE:
                raise too_large(self.name)
            yield from lines
        yield rest

    def _record(self, line: bytes, there: dict[str, set[str]]) -> Record:
        try:
            read = _LINE.decode(line)
            kind = BY_TABLE[read.table]
            if canonical(read) != line:
                raise ValueError("not canonical")
            if self.manifest.purpose == "letters" and kind not in (TEAM, LETTER):
                raise ValueError("more than letters")
            hidden = self.manifest.purpose == "to_read" and kind is not TEAM
            record = _record_of(kind, read, self.manifest.sender.name or NAMELESS, hidden=hidden)
            _check_key(kind, record)
            _check_references(record, there)
        except _WRONG as wrong:
            raise altered(self.name) from wrong
        return record


def open_share(path: Path, passphrase: str | None = None) -> ShareFile:
    """Open and check a share file.

    Raises NeedsPassphrase, NotWhole or Refused, each with one sentence; EnvironmentProblem where the file
    cannot be read.
    """
    try:
        file = path.open("rb")
    except OSError as problem:
        sentence = tr("“{file}” cannot be read: {reason}.")
        raise EnvironmentProblem(
            sentence.format(file=path.name, reason=problem.strerror or type(problem).__name__)
        ) from problem
    try:
        return _opened(path, file, passphrase)
    except OSError as problem:
        file.close()
        raise not_whole(path.name) from problem
    except BaseException:
        file.close()
        raise


def _opened(path: Path, file: BinaryIO, passphrase: str | None) -> ShareFile:
    begins = file.read(4)
    if not begins:
        raise not_whole(path.name)
    if begins == b"PLCD":
        from plcdesk.sharing.envelope import Unsealed, is_sealed

        if not is_sealed(file):
            raise not_ours(path.name)
        if not passphrase:
            raise NeedsPassphrase(
                tr("“{file}” opens with a passphrase. Ask whoever sent it.").format(file=path.name)
            )
        clear = io.BufferedReader(Unsealed(file, passphrase, path.name), 1 << 16)
        return ShareFile(path, cast("BinaryIO", clear), sealed=True)
    return ShareFile(path, file, sealed=False)


def _record_of(kind: Kind, read: f.Line, sender: str, *, hidden: bool) -> Record:
    """The record of a line; `hidden` hashes cannot be checked, and never get where they could do harm."""
    versions: dict[str, Version] = {}
    contents: dict[str, Any] = {}
    for past in read.past:
        if not hidden and version_hash(kind.table, read.key, past.content_hash, past.parents) != past.hash:
            raise ValueError("hash")
        versions[past.hash] = Version(
            past.hash, past.content_hash, False, tuple(past.parents), None, False, sender
        )
    for head in read.heads:
        held = bytes(head.content)
        hash_of_content = content_hash(held, head.deleted)
        if not hidden and version_hash(kind.table, read.key, hash_of_content, head.parents) != head.hash:
            raise ValueError("hash")
        versions[head.hash] = Version(
            head.hash, hash_of_content, head.deleted, tuple(head.parents), held, False, sender
        )
        contents[head.hash] = _content(kind, held, head.deleted)
    if len(versions) != len(read.past) + len(read.heads):
        raise ValueError("twice")
    _check_ancestry(read, versions)
    return Record(kind, read.key, versions, contents)


def _content(kind: Kind, held: bytes, deleted: bool) -> Any:
    content: Any = msgspec.json.decode(held, type=kind.mark if deleted else kind.content)
    if canonical(content) != held:
        raise ValueError("not canonical")
    if not deleted:
        check_content(kind, content)
    return content


def _check_ancestry(read: f.Line, versions: dict[str, Version]) -> None:
    if not read.past and len(read.heads) == 1:
        if read.heads[0].parents:
            raise ValueError("a parent is missing")
        return
    if any(list(version.parents) != sorted(set(version.parents)) for version in versions.values()):
        raise ValueError("parents")
    if any(parent not in versions for version in versions.values() for parent in version.parents):
        raise ValueError("a parent is missing")
    if [head.hash for head in heads_of(versions)] != [head.hash for head in read.heads]:
        raise ValueError("heads")
    if [past.hash for past in read.past] != sorted(past.hash for past in read.past):
        raise ValueError("order")


def _check_key(kind: Kind, record: Record) -> None:
    if kind.by_id:
        msgspec.convert(record.key, c.Id)
        return
    for hash_of_it, content in record.contents.items():
        if record.versions[hash_of_it].deleted:
            continue
        if "/".join([getattr(content, name) for name in kind.key]) != record.key:
            raise ValueError("key")


def _check_references(record: Record, there: dict[str, set[str]]) -> None:
    """That a record points only to what came before it, and so belongs to the file's team."""
    kind = record.kind
    if not kind.by_id and record.key.split("/", 1)[0] not in there["meeting"]:
        raise ValueError("no such meeting")
    for hash_of_it, content in record.contents.items():
        deleted = record.versions[hash_of_it].deleted
        if deleted and kind.table == "team":
            raise ValueError("a team is never deleted by a file")
        for name, table in kind.references:
            pointed = None if deleted and name not in kind.kept else getattr(content, name)
            if pointed is not None and pointed not in there[table]:
                raise ValueError(name)


__all__ = ["Record", "Refused", "ShareFile", "open_share"]
