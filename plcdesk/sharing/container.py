"""The zip that a share file is: written by the standard library, read by rules of our own.

A zip can lie in many ways. So only one shape is read: the entries one behind the other from the first byte,
the directory behind the last one, nothing between and nothing after, no entry twice, no other names than
ours. Names are never used as names of files: nothing is ever extracted.
"""

import re
import stat
import struct
import types
import zipfile
import zlib
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from typing import IO, BinaryIO

from plcdesk.sharing import format as f
from plcdesk.sharing.refusals import altered, not_ours, not_whole, too_large

_END = struct.Struct("<4s4H2LH")
_DIRECTORY = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
_DESCRIPTOR = 16  # a signature, the check sum and two sizes behind an entry that was written in one go
_HELD = 1 << 3  # the sizes stand behind the entry
_UTF8 = 1 << 11
_PLAIN, _DEFLATED = 0, 8
_FILES = (0, stat.S_IFREG)  # no links
_NAME = re.compile(r"manifest\.json|content\.json|attachments/[0-9a-f]{64}")
_PIECE = 1 << 18
_MOST_ENTRIES = f.MOST_ATTACHMENTS + 2


@dataclass(frozen=True)
class Entry:
    """An entry of the zip: where its bytes are, how many, and how many they become."""

    name: str
    method: int
    check_sum: int
    packed: int
    size: int
    start: int


class Container:
    """A share file's zip, open to read. Raises Refused for every shape but the one."""

    def __init__(self, file: BinaryIO, name: str) -> None:
        self._file, self._name = file, name
        try:
            self.entries = self._directory()
        except (struct.error, UnicodeDecodeError, OverflowError) as broken:
            raise not_whole(name) from broken
        if f.MANIFEST not in self.entries or f.DOCUMENT not in self.entries:
            raise altered(name)

    def pieces(self, entry_name: str, most: int) -> Iterator[bytes]:
        """An entry's bytes, a piece at a time. Raises Refused past `most` bytes or when they do not fit."""
        entry = self.entries[entry_name]
        if entry.size > most:
            raise too_large(self._name)
        unpack = zlib.decompressobj(-zlib.MAX_WBITS)
        left, size, check_sum, at = entry.packed, 0, 0, entry.start
        waiting = b""
        try:
            while left or waiting:
                if not waiting:
                    self._file.seek(at)
                    waiting = self._file.read(min(left, _PIECE))
                    if not waiting:
                        raise not_whole(self._name)
                    left, at = left - len(waiting), at + len(waiting)
                if entry.method == _PLAIN:
                    piece, waiting = waiting, b""
                else:
                    piece = unpack.decompress(waiting, _PIECE)
                    waiting = unpack.unconsumed_tail
                    if unpack.unused_data or (not piece and not waiting and not left and not unpack.eof):
                        raise not_whole(self._name)
                size += len(piece)
                check_sum = zlib.crc32(piece, check_sum)
                if size > entry.size:
                    raise not_whole(self._name)
                if piece:
                    yield piece
        except zlib.error as broken:
            raise not_whole(self._name) from broken
        whole = entry.method == _PLAIN or unpack.eof
        if not whole or size != entry.size or check_sum != entry.check_sum:
            raise not_whole(self._name)

    def whole(self, entry_name: str, most: int) -> bytes:
        """All of an entry's bytes."""
        return b"".join(self.pieces(entry_name, most))

    def _directory(self) -> dict[str, Entry]:
        size = self._file.seek(0, 2)
        if size > f.LARGEST_FILE:
            raise too_large(self._name)
        start = self._read(0, 4)
        if start != b"PK\x03\x04":
            raise not_ours(self._name)
        if size < _END.size:
            raise not_whole(self._name)
        end = _END.unpack(self._read(size - _END.size, _END.size))
        signature, disk, directory_disk, here, count, length, offset, comment = end
        if signature != b"PK\x05\x06":
            raise not_whole(self._name)
        if disk or directory_disk or here != count or comment or offset + length + _END.size != size:
            raise altered(self._name)
        if count > _MOST_ENTRIES or length > count * 200:
            raise too_large(self._name)
        return self._entries(self._read(offset, length), count, offset)

    def _entries(self, directory: bytes, count: int, end_of_last: int) -> dict[str, Entry]:
        entries: dict[str, Entry] = {}
        at, expected = 0, 0
        for _ in range(count):
            name, entry, flags, offset, step = self._entry(directory, at)
            # One entry begins where the one before it ends: so none overlap and nothing is hidden between.
            if name in entries or offset != expected:
                raise altered(self._name)
            entries[name] = entry
            at += step
            expected = entry.start + entry.packed + (_DESCRIPTOR if flags & _HELD else 0)
        if at != len(directory) or end_of_last != expected:
            raise altered(self._name)
        return entries

    def _entry(self, directory: bytes, at: int) -> tuple[str, Entry, int, int, int]:
        fields = _DIRECTORY.unpack_from(directory, at)
        signature, _, _, flags, method, _, _, check_sum, packed, size, length, extra, comment = fields[:13]
        mode, offset = fields[15] >> 16, fields[16]
        raw = directory[at + _DIRECTORY.size : at + _DIRECTORY.size + length]
        name = raw.decode("ascii")
        if signature != b"PK\x01\x02" or extra or comment or not _NAME.fullmatch(name):
            raise altered(self._name)
        if flags & ~(_HELD | _UTF8) or method not in (_PLAIN, _DEFLATED) or stat.S_IFMT(mode) not in _FILES:
            raise altered(self._name)
        local = _LOCAL.unpack(self._read(offset, _LOCAL.size))
        again = self._read(offset + _LOCAL.size, local[9])
        if local[0] != b"PK\x03\x04" or again != raw or local[10] or local[2] != flags or local[3] != method:
            raise altered(self._name)
        entry = Entry(name, method, check_sum, packed, size, offset + _LOCAL.size + length)
        return name, entry, flags, offset, _DIRECTORY.size + length

    def _read(self, offset: int, size: int) -> bytes:
        self._file.seek(offset)
        found = self._file.read(size)
        if len(found) != size:
            raise not_whole(self._name)
        return found


class Writing:
    """A share file's zip, being written. Each part's size and hash are known once it is written."""

    def __init__(self, to: IO[bytes]) -> None:
        self._zip = zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED, compresslevel=6)

    @contextmanager
    def part(self, name: str, *, packed: bool = True) -> "Generator[PartWriting, None, None]":
        """Write a part, piece by piece."""
        about = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))  # the same content is the same bytes
        about.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
        with self._zip.open(about, "w") as writing:
            yield PartWriting(writing)

    def __enter__(self) -> "Writing":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: types.TracebackType | None
    ) -> None:
        self._zip.close()


class PartWriting:
    """One part of the zip while it is written."""

    def __init__(self, to: IO[bytes]) -> None:
        self._to, self._hash, self._size = to, sha256(), 0

    def write(self, piece: bytes) -> None:
        self._hash.update(piece)
        self._size += len(piece)
        self._to.write(piece)

    @property
    def about(self) -> f.Part:
        """The size and the hash of what was written."""
        return f.Part(self._hash.hexdigest(), self._size)
