"""Bringing a workspace's tables up to date with Alembic; a new file is made the same way.

Imported only when there is something to do. Foreign keys are off meanwhile: with them on, a batch copy of a
parent table would delete its children.
"""

import os
import sqlite3
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from plcdesk.errors import EnvironmentProblem
from plcdesk.store.backups import back_up
from plcdesk.store.connection import connect_for_writing, schema_version
from plcdesk.store.engine import engine_on
from plcdesk.store.numbers import APPLICATION_ID, SCHEMA
from plcdesk.text import tr

SCRIPTS = Path(__file__).parent / "migrations"


def make_new(file: Path) -> None:
    """Make an empty workspace; the file appears only once it is whole."""
    unfinished = file.with_name(f".{file.name}.new")
    unfinished.unlink(missing_ok=True)
    try:
        os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        connection = connect_for_writing(unfinished)
    except OSError as refused:
        raise EnvironmentProblem(
            tr("A new workspace cannot be made at {file}. Choose another folder.").format(file=file)
        ) from refused
    try:
        _upgrade(connection)
    finally:
        connection.close()
    unfinished.replace(file)


def make_in_memory() -> sqlite3.Connection:
    """An empty workspace in memory, to look into something without keeping it."""
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    _upgrade(connection)
    return connection


def bring_up_to_date(connection: sqlite3.Connection, file: Path) -> None:
    """Upgrade an older workspace in one transaction, after a backup beside it. All or nothing."""
    back_up(
        file, file.with_name(f"{file.stem}-before-version-{SCHEMA}-from-{schema_version(connection)}.backup")
    )
    _upgrade(connection)


def _upgrade(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA foreign_keys=OFF")
    engine = engine_on(connection)
    with engine.connect() as transaction, transaction.begin():
        command.upgrade(alembic_config(transaction), "head")
        _refuse_broken_references(transaction)
        transaction.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        transaction.exec_driver_sql(f"PRAGMA user_version={SCHEMA}")
    connection.execute("PRAGMA foreign_keys=ON")


def _refuse_broken_references(transaction: Connection) -> None:
    if transaction.exec_driver_sql("PRAGMA foreign_key_check").fetchone() is not None:
        raise EnvironmentProblem(
            tr("This workspace is damaged: some parts point to nothing. It was left as it was.")
        )


def alembic_config(transaction: Connection) -> Config:
    """Alembic's settings for a connection that is already in a transaction."""
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = transaction
    return config
