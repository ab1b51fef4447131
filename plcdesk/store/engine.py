"""SQLAlchemy over the one write connection: the engine, and one piece of work as one transaction."""

import sqlite3
from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from plcdesk.store.changes import Done
from plcdesk.store.recording import Record, write_record
from plcdesk.store.work import Work

T = TypeVar("T")


def engine_on(connection: sqlite3.Connection) -> Engine:
    """An engine that uses this one connection and begins each transaction at once for writing."""
    engine = create_engine(
        "sqlite://",
        creator=lambda: connection,
        poolclass=StaticPool,
        hide_parameters=True,
        isolation_level=None,
    )

    @event.listens_for(engine, "begin")
    def begin_immediate(transaction: Connection) -> None:
        transaction.exec_driver_sql("BEGIN IMMEDIATE")

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
    with engine.begin() as connection, _RecordingSession(connection) as session:
        work = Work(session, at)
        value = service(work)
        session.flush()
        write_record(work, session.record)
        session.flush()
    return Done(value, session.record.changes() | work.beyond)
