"""A share file under a passphrase: nobody can read it, and nobody can alter it unnoticed.

The key comes from the passphrase by scrypt and a salt of the file's own; the content is sealed piece by piece
with ChaCha20-Poly1305, each piece under its number and the last one marked as such, so that none can be left
out, added or put elsewhere. Pieces are opened as they are read: the content is never on the disk in the clear.
"""

import io
import os
import unicodedata
from typing import IO, BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from plcdesk.sharing.refusals import NeedsPassphrase, not_whole
from plcdesk.text import tr

BEGINS = b"PLCDESK-SEALED-1\n"
_SALT = 16
_TAG = 16
_PIECE = 1 << 16
_PROOF = b"\xff" * 12  # the number of no piece: what is under it proves the passphrase
_COST, _BLOCK, _LANES = 1 << 15, 8, 1  # 32 MB and about a tenth of a second
SHORTEST_PASSPHRASE = 8


def is_sealed(file: BinaryIO) -> bool:
    """Whether a file is under a passphrase."""
    file.seek(0)
    return file.read(len(BEGINS)) == BEGINS


class Sealing(io.RawIOBase):
    """Seals what is written into it; `close` marks the end. It cannot be wound back."""

    def __init__(self, to: IO[bytes], passphrase: str) -> None:
        super().__init__()
        salt = os.urandom(_SALT)
        self._to, self._waiting, self._number = to, bytearray(), 0
        self._header = BEGINS + salt
        self._cipher = ChaCha20Poly1305(_key(passphrase, salt))
        to.write(self._header + self._cipher.encrypt(_PROOF, b"", self._header))

    def writable(self) -> bool:
        return True

    def write(self, data: "bytes | bytearray | memoryview") -> int:  # type: ignore[override]
        self._waiting += data
        while len(self._waiting) > _PIECE:
            self._seal(bytes(self._waiting[:_PIECE]), last=False)
            del self._waiting[:_PIECE]
        return len(data)

    def close(self) -> None:
        if not self.closed:
            self._seal(bytes(self._waiting), last=True)
        super().close()

    def _seal(self, piece: bytes, *, last: bool) -> None:
        self._to.write(self._cipher.encrypt(_nonce(self._number, last), piece, self._header))
        self._number += 1


class Unsealed(io.RawIOBase):
    """What is in a sealed file, to read and to seek in. Raises NeedsPassphrase for another passphrase."""

    def __init__(self, file: BinaryIO, passphrase: str, name: str) -> None:
        super().__init__()
        self._file, self._name = file, name
        file.seek(0)
        self._header = file.read(len(BEGINS) + _SALT)
        proof = file.read(_TAG)
        self._start = len(self._header) + _TAG
        sealed = file.seek(0, 2) - self._start
        self._pieces = max(1, -(-sealed // (_PIECE + _TAG)))
        self._size = sealed - self._pieces * _TAG
        if self._size < 0:
            raise not_whole(name)
        self._cipher = ChaCha20Poly1305(_key(passphrase, self._header[len(BEGINS) :]))
        self._at, self._open, self._number = 0, b"", -1
        self._check_passphrase(proof)
        self._piece(self._pieces - 1)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        self._at = offset + (0, self._at, self._size)[whence]
        return self._at

    def tell(self) -> int:
        return self._at

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        if self._at >= self._size:
            return 0
        number, within = divmod(self._at, _PIECE)
        found = self._piece(number)[within : within + len(buffer)]
        buffer[: len(found)] = found
        self._at += len(found)
        return len(found)

    def close(self) -> None:
        self._file.close()
        super().close()

    def _check_passphrase(self, proof: bytes) -> None:
        """Tell a wrong passphrase from a damaged file."""
        try:
            self._cipher.decrypt(_PROOF, proof, self._header)
        except InvalidTag as refused:
            sentence = tr(
                "That passphrase does not open “{file}”. Ask whoever sent it; nobody else can open it."
            )
            raise NeedsPassphrase(sentence.format(file=self._name)) from refused

    def _piece(self, number: int) -> bytes:
        if number == self._number:
            return self._open
        self._file.seek(self._start + number * (_PIECE + _TAG))
        sealed = self._file.read(_PIECE + _TAG)
        try:
            self._open = self._cipher.decrypt(
                _nonce(number, number == self._pieces - 1), sealed, self._header
            )
        except InvalidTag as altered:
            raise not_whole(self._name) from altered
        self._number = number
        return self._open


def _nonce(number: int, last: bool) -> bytes:
    return number.to_bytes(11, "big") + (b"\x01" if last else b"\x00")


def _key(passphrase: str, salt: bytes) -> bytes:
    return Scrypt(salt=salt, length=32, n=_COST, r=_BLOCK, p=_LANES).derive(
        # The same letters typed on another system may come as other characters.
        unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    )
