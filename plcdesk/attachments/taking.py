"""Taking a file in: its bytes, read in pieces, with its size and its hash."""

import hashlib
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from plcdesk.errors import EnvironmentProblem, UserError
from plcdesk.file_names import safe_file_name
from plcdesk.text import tr

LARGEST = 50 * 1024 * 1024
"""Bytes of the largest file that is taken."""
_PIECE = 1024 * 1024


@dataclass(frozen=True)
class Taken:
    """A file as it is kept. `name` is safe on every system."""

    name: str
    sha256: str
    content: bytes


class Cancelled(Exception):
    """Somebody took it back while it was read."""


def take(file: Path, progress: Callable[[float], bool] = lambda _share: True) -> Taken:
    """Read a file. `progress` hears the share that is read (0 to 1) and says whether to go on.

    Raises UserError for what is no file or is too large, EnvironmentProblem when it cannot be read, Cancelled.
    """
    name = safe_file_name(file.name, tr("File"))
    try:
        facts = file.stat()
        if not stat.S_ISREG(facts.st_mode):
            raise UserError(tr("“{name}” is no file. Attach the files in it one by one.").format(name=name))
        _refuse_too_large(name, facts.st_size)
        content = bytearray()
        with file.open("rb") as opened:
            while piece := opened.read(_PIECE):
                content += piece
                _refuse_too_large(name, len(content))
                if not progress(len(content) / max(1, facts.st_size, len(content))):
                    raise Cancelled
    except OSError as problem:
        sentence = tr("“{name}” cannot be read: {why}.").format(name=name, why=problem.strerror or problem)
        raise EnvironmentProblem(sentence) from problem
    return Taken(name, hashlib.sha256(content).hexdigest(), bytes(content))


def _refuse_too_large(name: str, size: int) -> None:
    if size <= LARGEST:
        return
    sentence = tr("“{name}” has {size}. A file may have {most} at most; write down where it is instead.")
    raise UserError(sentence.format(name=name, size=size_words(size), most=size_words(LARGEST)))


def size_words(size: int) -> str:
    """A size as people say it: '820 KB', '3.4 MB'."""
    if size < 1024:
        return tr("{n} bytes").format(n=size)
    if size < 1024 * 1024:
        return tr("{n} KB").format(n=round(size / 1024))
    megabytes = size / (1024 * 1024)
    return tr("{n} MB").format(n=f"{megabytes:.1f}" if megabytes < 10 else round(megabytes))
