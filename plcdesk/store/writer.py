"""The one writer: a thread that owns the one connection that writes, and carries out work in order.

SQLAlchemy is imported here, in that thread, when the first work comes: the first window is painted before.
"""

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from plcdesk.store.changes import Changes, Done
from plcdesk.store.connection import problem_of
from plcdesk.store.workers import Workers

if TYPE_CHECKING:
    from concurrent.futures import Future

    from sqlalchemy import Engine

    from plcdesk.store.work import Work

P = ParamSpec("P")
T = TypeVar("T")
Listener = Callable[[Changes, object], None]


def utc_now() -> datetime:
    return datetime.now(UTC)


class Writer:
    """Carries out pieces of work one after the other, each as one transaction.

    `now` gives the moment of each work. Listeners are called in the writer's thread after each commit.
    """

    def __init__(
        self, connection: sqlite3.Connection, file: Path, now: Callable[[], datetime] = utc_now
    ) -> None:
        self._connection = connection
        self._file = file
        self._now = now
        self._listeners: list[Listener] = []
        self._engine: Engine | None = None
        self._thread = Workers("plcdesk-writer")

    def listen(self, listener: Listener) -> None:
        """Be told of each commit's changes, and of who asked for it."""
        self._listeners.append(listener)

    def warm(self) -> None:
        """Load what writing needs now, in the writer's thread, so that the first save is quick."""
        self._thread.put(lambda: (self._ready(), None)[1])

    def tidy(self) -> "Future[None]":
        """Bring everything into the one file and empty the log beside it, so that nothing deleted is left there."""
        from concurrent.futures import Future

        outcome: Future[None] = Future()

        def job() -> None:
            try:
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            except sqlite3.Error as error:
                outcome.set_exception(self._explained(error))
                return
            outcome.set_result(None)

        self._thread.put(job)
        return outcome

    def write(
        self, service: "Callable[Concatenate[Work, P], T]", /, *args: P.args, **kwargs: P.kwargs
    ) -> "Future[Done[T]]":
        """Have a service function carried out as one transaction; the future fails with what it raised."""
        return self.write_as(None, lambda work: service(work, *args, **kwargs))

    def write_as(
        self, initiator: object, service: "Callable[[Work], T]", after: Callable[[], None] | None = None
    ) -> "Future[Done[T]]":
        """The same, naming who asked, so that a screen can pass over news of its own typing.

        `after` is called in the writer's thread when it holds nothing of the service and the initiator.
        """
        from concurrent.futures import Future

        outcome: Future[Done[T]] = Future()

        def job() -> None:
            try:
                done = self._carry_out(service)
            except BaseException as error:
                outcome.set_exception(self._explained(error))
                return
            try:
                for listener in self._listeners:
                    listener(done.changes, initiator)
            finally:
                outcome.set_result(done)

        self._thread.put(job, after)
        return outcome

    def close(self) -> None:
        """Finish all work that was asked for, then let the connection go."""
        self._thread.close()
        if self._engine is not None:
            self._engine.dispose()
        self._connection.close()

    def _ready(self) -> "Engine":
        if self._engine is None:
            from plcdesk.store.engine import engine_on

            self._engine = engine_on(self._connection)
        return self._engine

    def _carry_out(self, service: "Callable[[Work], T]") -> Done[T]:
        engine = self._ready()
        from plcdesk.store.engine import carry_out

        return carry_out(engine, self._now(), service)

    def _explained(self, error: BaseException) -> BaseException:
        """Turn what SQLite says of the machine into a sentence; leave our own errors as they are."""
        cause = getattr(error, "orig", error)
        if isinstance(cause, (sqlite3.OperationalError, sqlite3.DatabaseError)) and not isinstance(
            cause, (sqlite3.IntegrityError, sqlite3.ProgrammingError)
        ):
            words = str(cause).lower()
            if not any(ours in words for ours in ("syntax error", "no such table", "no such column")):
                return problem_of(cause, self._file)
        return error
