"""Backups: a whole, checked copy of a workspace, made while it is in use."""

import os
import sqlite3
from pathlib import Path

from plcdesk.errors import EnvironmentProblem
from plcdesk.store.connection import connect_for_reading, problem_of
from plcdesk.text import tr


def back_up(file: Path, to: Path) -> None:
    """Copy a workspace with SQLite's backup API; `to` appears only when the copy is whole and checked.

    Raises EnvironmentProblem when the disk is full or the copy does not pass its check.
    """
    unfinished = to.with_name(f".{to.name}.part")
    unfinished.unlink(missing_ok=True)
    try:
        os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        source, copy = connect_for_reading(file), sqlite3.connect(unfinished)
        try:
            source.backup(copy, pages=-1)
            if copy.execute("PRAGMA quick_check").fetchone()[0] != "ok":
                raise EnvironmentProblem(tr("{file} is damaged; no backup of it was made.").format(file=file))
        finally:
            source.close()
            copy.close()
        with unfinished.open("rb+") as written:
            os.fsync(written.fileno())
        unfinished.replace(to)
    except sqlite3.Error as problem:
        raise problem_of(problem, to) from problem
    except OSError as problem:
        raise EnvironmentProblem(tr("No backup could be written to {file}.").format(file=to)) from problem
    finally:
        unfinished.unlink(missing_ok=True)
