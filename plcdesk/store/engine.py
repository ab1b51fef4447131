"""SQLAlchemy over the one write connection: the engine, and one piece of work as one transaction."""

import sqlite3
from collections.abc import Callable
from datetime import datetime
from functools import cache
from typing import Any, TypeVar, cast

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool
from sqlalchemy.util import LRUCache

from plcdesk.store.changes import Done
from plcdesk.store.recording import Record, write_record
from plcdesk.store.work import Work

T = TypeVar("T")


_COMPILED: LRUCache[Any, Any] = LRUCache(500)
"""Statements that were compiled; all engines share them, so that another workspace does not wait for them again."""


@cache
def _sqlite() -> Engine:
    """What all engines have in common; a compiled statement is known by its dialect."""
    engine = create_engine("sqlite://")
    engine.connect().close()  # the dialect learns here what this SQLite can do
    engine.dispose()
    return engine


def engine_on(connection: sqlite3.Connection) -> Engine:
    """An engine that uses this one connection and begins each transaction at once for writing."""
    common = _sqlite()
    engine = Engine(
        StaticPool(cast("Any", lambda: connection), dialect=common.dialect),
        common.dialect,
        common.url,
        hide_parameters=True,
        execution_options={"compiled_cache": _COMPILED},
    )

    @event.listens_for(engine, "begin")
    def begin_immediate(_transaction: Connection) -> None:
        connection.execute("BEGIN IMMEDIATE")

    return engine


class _RecordingSession(Session):
    """Takes note of what it writes at each flush."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, expire_on_commit=False, autoflush=True)
        self.record = Record()


@event.listens_for(_RecordingSession, "after_flush")
def _gather(session: _RecordingSession, _context: object) -> None:
    session.record.gather(session)


def carry_out(engine: Engine, at: datetime, service: Callable[[Work], T]) -> Done[T]:
    """Run a service in one transaction, record what it changed, and commit."""
    session: _RecordingSession | None = None

    with engine.begin() as connection:

        def open_session() -> Session:
            nonlocal session
            session = _RecordingSession(connection)
            return session

        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        work = Work(driver, open_session, at)
        try:
            value = service(work)
            if session is None:
                return Done(value, work.beyond)
            session.flush()
            write_record(work, session.record)
            session.flush()
            return Done(value, session.record.changes() | work.beyond)
        finally:
            if session is not None:
                session.close()
