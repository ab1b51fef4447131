"""Trusting the triggers of a workspace, once they are known to be ours.

SQLite lets triggers write to full text only where the schema is trusted (before 3.42; later it does so always).
A file from elsewhere could bring triggers and views of its own, so that nothing is trusted before each of them
was compared, to the letter, with what we make.
"""

import sqlite3
from pathlib import Path

from plcdesk.errors import EnvironmentProblem
from plcdesk.store.migrations.full_text import statements
from plcdesk.text import tr


def trust_our_own(connection: sqlite3.Connection, file: Path) -> None:
    """Let our triggers work. Raises EnvironmentProblem when the file has triggers or views that are not ours."""
    ours = set(statements())
    there = connection.execute("SELECT sql FROM sqlite_schema WHERE type IN ('trigger', 'view')")
    if any(sql not in ours for (sql,) in there):
        raise EnvironmentProblem(
            tr("{file} has parts that PLC Desk did not make. It was left as it is; restore a backup.").format(
                file=file
            )
        )
    connection.execute("PRAGMA trusted_schema=ON")
