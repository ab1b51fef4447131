"""A workspace: one SQLite file, its lock, its one writer and its readers."""

import sqlite3
import types
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from plcdesk.errors import EnvironmentProblem
from plcdesk.store.connection import connect_for_writing, refuse_what_is_not_ours, schema_version
from plcdesk.store.lock import AlreadyOpen, Lock
from plcdesk.store.numbers import SCHEMA
from plcdesk.store.reader import Reader
from plcdesk.store.trust import trust_our_own
from plcdesk.store.writer import Writer, utc_now
from plcdesk.text import tr

__all__ = ["AlreadyOpen", "Workspace", "open_for_reading", "open_workspace"]


class Workspace:
    """An open workspace. Make it with `open_workspace`; close it when done."""

    def __init__(self, file: Path, writer: Writer, release: Callable[[], None]) -> None:
        self.file = file
        self.writer = writer
        self._release = release

    def __enter__(self) -> "Workspace":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: types.TracebackType | None
    ) -> None:
        self.close()

    def reader(self) -> Reader:
        """A connection of one's own to read with."""
        return Reader(self.file)

    def close(self) -> None:
        """Finish writing, let the file and its lock go."""
        self.writer.close()
        self._release()


def open_workspace(file: Path, now: Callable[[], datetime] = utc_now) -> Workspace:
    """Open a workspace for writing; a missing file is made, an older one is brought up to date.

    Raises AlreadyOpen when another process has it, EnvironmentProblem when it is newer, foreign or damaged.
    """
    _make_folder(file.parent)
    lock = Lock(file)
    try:
        connection = _connect(file)
    except BaseException:
        lock.release()
        raise
    return Workspace(file, Writer(connection, file, now), lock.release)


def open_for_reading(file: Path) -> Reader:
    """Read a workspace whether or not the app has it open. Raises EnvironmentProblem when there is none."""
    if not file.exists():
        raise EnvironmentProblem(tr("There is no workspace at {file}.").format(file=file))
    try:
        with open_workspace(file) as workspace:
            return workspace.reader()
    except AlreadyOpen:
        return Reader(file)


def _connect(file: Path) -> sqlite3.Connection:
    if not file.exists():
        from plcdesk.store.migrating import make_new

        make_new(file)
    elif file.stat().st_size == 0:
        raise EnvironmentProblem(
            tr("{file} is empty, so there is no workspace in it. Restore a backup, or move it away.").format(
                file=file
            )
        )
    connection = connect_for_writing(file)
    try:
        refuse_what_is_not_ours(connection, file)
        if schema_version(connection) < SCHEMA:
            from plcdesk.store.migrating import bring_up_to_date

            bring_up_to_date(connection, file)
        trust_our_own(connection, file)
    except BaseException:
        connection.close()
        raise
    return connection


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as refused:
        raise EnvironmentProblem(
            tr("The folder {folder} cannot be made. Choose another workspace.").format(folder=folder)
        ) from refused
