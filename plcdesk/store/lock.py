"""One writing process for a workspace: an SQLite lock on an empty file beside it.

The system lets the lock go when the process ends, however it ends. SQLite is loaded already; a library for
locks would cost a tenth of a second at each start.
"""

import sqlite3
from pathlib import Path

from plcdesk.errors import EnvironmentProblem
from plcdesk.text import tr


class AlreadyOpen(EnvironmentProblem):
    """Another PLC Desk has this workspace open."""


class Lock:
    """Held from its making until `release`. Raises AlreadyOpen, or EnvironmentProblem for a read-only folder."""

    def __init__(self, workspace: Path) -> None:
        file = workspace.with_name(workspace.name + ".lock")
        self._connection: sqlite3.Connection | None = None
        try:
            file.touch(mode=0o600)
            connection = sqlite3.connect(file, isolation_level=None, timeout=0, check_same_thread=False)
        except (OSError, sqlite3.Error) as refused:
            raise _no_access(workspace) from refused
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as refused:
            connection.close()
            if "locked" in str(refused):
                raise _taken(workspace) from refused
            raise _no_access(workspace) from refused
        self._connection = connection

    def release(self) -> None:
        """Let another process write."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _taken(workspace: Path) -> AlreadyOpen:
    return AlreadyOpen(
        tr("{file} is open in another PLC Desk window. Close it there first.").format(file=workspace)
    )


def _no_access(workspace: Path) -> EnvironmentProblem:
    return EnvironmentProblem(
        tr("The folder {folder} cannot be written to. Choose another workspace.").format(
            folder=workspace.parent
        )
    )
