"""One writing process for a workspace: a lock on an empty file beside it.

The system lets the lock go when the process ends, however it ends. It belongs to the file as this process has
it open. The locks that SQLite takes, on other systems than Windows, belong to the process and the file, and
are gone as soon as anything in the process opens the same file and closes it again; a dialog that asks for a
file does so with every file that it lists. Two processes would then write, and the second to end would take the
newest words with it.
"""

import os
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

from plcdesk.errors import EnvironmentProblem
from plcdesk.text import tr


class AlreadyOpen(EnvironmentProblem):
    """Another PLC Desk has this workspace open."""


class Lock:
    """Held from its making until `release`. Raises AlreadyOpen, or EnvironmentProblem for a read-only folder."""

    def __init__(self, workspace: Path) -> None:
        file = workspace.with_name(workspace.name + ".lock")
        try:
            file.touch(mode=0o600)
            self._let_go: Callable[[], object] | None = _held(file)
        except BlockingIOError as taken:
            raise AlreadyOpen(
                tr("{file} is open in another PLC Desk window. Close it there first.").format(file=workspace)
            ) from taken
        except (OSError, sqlite3.Error) as refused:
            raise EnvironmentProblem(
                tr("The folder {folder} cannot be written to. Choose another workspace.").format(
                    folder=workspace.parent
                )
            ) from refused

    def release(self) -> None:
        """Let another process write."""
        if self._let_go is not None:
            self._let_go()
            self._let_go = None


if sys.platform == "win32":

    def _held(file: Path) -> Callable[[], object]:
        """Lock a file; what is returned lets it go. Raises BlockingIOError while another process has it."""
        connection = sqlite3.connect(file, isolation_level=None, timeout=0, check_same_thread=False)
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as refused:
            connection.close()
            if "locked" in str(refused):
                raise BlockingIOError from refused
            raise
        return connection.close

else:
    import fcntl

    def _held(file: Path) -> Callable[[], object]:
        """Lock a file; what is returned lets it go. Raises BlockingIOError while another process has it."""
        descriptor = os.open(file, os.O_RDWR)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(descriptor)
            raise
        return lambda: os.close(descriptor)
