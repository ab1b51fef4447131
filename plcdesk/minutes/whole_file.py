"""Writing a file so that it is whole at any moment: the old one or the new one, never half of either."""

import contextlib
import errno
import os
import sys
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from plcdesk.errors import EnvironmentProblem
from plcdesk.text import tr

_FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def write_whole(to: Path, content: bytes) -> None:
    """Put `content` in the file `to`, whole or not at all. Raises EnvironmentProblem, as `writing_whole` does."""
    with writing_whole(to) as file:
        file.write(content)


@contextmanager
def writing_whole(to: Path) -> Generator[IO[bytes], None, None]:
    """A file to write into, beside `to`; at the end it is synced and takes its place.

    Raises EnvironmentProblem with a sentence when it cannot; the old file is then as it was, as it is when what
    is done within raises.
    """
    to = to.resolve()
    try:
        handle, name = tempfile.mkstemp(dir=to.parent, prefix=f".{to.stem[:40]}.", suffix=".new")
    except OSError as problem:
        raise EnvironmentProblem(_sentence(problem, to, making=True)) from problem
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        _keep_mode(to, beside)
        beside.replace(to)
    except OSError as problem:
        raise EnvironmentProblem(_sentence(problem, to, making=False)) from problem
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
    _sync_folder(to.parent)


def _keep_mode(old: Path, new: Path) -> None:
    """Let those who could read the old file read the new one too."""
    with contextlib.suppress(OSError):
        new.chmod(old.stat().st_mode & 0o777)


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where a folder can be synced."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _sentence(problem: OSError, to: Path, making: bool) -> str:
    if problem.errno in _FULL:
        words = tr(
            "There is no room left on the disk, so {file} was not written. Free some space and try again."
        )
    elif problem.errno in _FORBIDDEN and making:
        words = tr("Nothing can be written in the folder {folder}. Choose another folder for {file}.")
    elif problem.errno in _FORBIDDEN:
        words = tr(
            "{file} cannot be replaced. If it is open in another program, close it there and try again."
        )
    elif problem.errno in (errno.ENOENT, errno.ENOTDIR):
        words = tr("There is no folder {folder}. Choose another folder for {file}.")
    elif problem.errno in (errno.EISDIR, errno.ENOTEMPTY, errno.EEXIST):
        words = tr("{file} is the name of a folder. Choose another name.")
    else:
        words = tr("{file} could not be written: {reason}.")
    return words.format(file=to.name, folder=to.parent, reason=problem.strerror or type(problem).__name__)
