"""Raw SQLite connections to a workspace, with the pragmas that keep it safe, and its version.

This module imports neither SQLAlchemy nor Alembic, so that the first screen can be read before they load.
"""

import sqlite3
import sys
from pathlib import Path

from plcdesk.errors import EnvironmentProblem
from plcdesk.store.numbers import APPLICATION_ID, SCHEMA
from plcdesk.text import tr

_WRITE_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "secure_delete=ON",
    "temp_store=MEMORY",
    "busy_timeout=2000",
)
_READ_PRAGMAS = (
    "query_only=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "temp_store=MEMORY",
    "busy_timeout=2000",
)


def connect_for_writing(file: Path) -> sqlite3.Connection:
    """Open the one connection that writes. It starts no transaction by itself."""
    try:
        connection = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
        for pragma in _WRITE_PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        if sys.platform == "darwin":
            connection.execute("PRAGMA fullfsync=1")
    except sqlite3.Error as problem:
        raise problem_of(problem, file) from problem
    return connection


def connect_for_reading(file: Path) -> sqlite3.Connection:
    """Open a connection that can neither write nor checkpoint."""
    uri = file.resolve().as_uri()
    try:
        connection = sqlite3.connect(
            f"{uri}?mode=ro", uri=True, isolation_level=None, check_same_thread=False
        )
        for pragma in _READ_PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone()
    except sqlite3.Error as problem:
        raise problem_of(problem, file) from problem
    connection.row_factory = sqlite3.Row
    return connection


def schema_version(connection: sqlite3.Connection) -> int:
    """The version of the file's tables; 0 for a file with nothing in it."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def refuse_what_is_not_ours(connection: sqlite3.Connection, file: Path) -> None:
    """Raise EnvironmentProblem for a database of another program or of a newer PLC Desk."""
    application = int(connection.execute("PRAGMA application_id").fetchone()[0])
    empty = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0
    if application != APPLICATION_ID and not empty:
        raise EnvironmentProblem(
            tr("{file} is not a PLC Desk workspace. It was left as it is.").format(file=file)
        )
    if schema_version(connection) > SCHEMA:
        raise EnvironmentProblem(
            tr(
                "{file} was made by a newer PLC Desk. Update PLC Desk to open it; nothing was changed."
            ).format(file=file)
        )


def problem_of(error: BaseException, file: Path) -> EnvironmentProblem:
    """The sentence for an SQLite error that is the machine's and not ours."""
    words = str(error).lower()
    if "disk is full" in words or "no space" in words:
        sentence = tr(
            "The disk is full, so {file} could not be saved. Free some space; nothing typed is lost."
        )
    elif "readonly" in words or "read-only" in words or "permission" in words:
        sentence = tr("{file} cannot be written to. Ask for write access, or choose another workspace.")
    elif "locked" in words or "busy" in words:
        sentence = tr("{file} is being used by another program. Close it there and try again.")
    elif "not a database" in words or "malformed" in words or "corrupt" in words:
        sentence = tr("{file} is damaged and was left as it is. Restore a backup from the folder beside it.")
    elif "unable to open" in words:
        sentence = tr("{file} could not be opened. Check that the folder exists and that you may read it.")
    else:
        sentence = tr("{file} could not be used.") + f" ({type(error).__name__})"
    return EnvironmentProblem(sentence.format(file=file))
