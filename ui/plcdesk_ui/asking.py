"""Questions to the workspace that are asked anew with each keystroke: the newest one stops those before."""

import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from shiboken6 import isValid

from plcdesk.store.reader import Reader, Value
from plcdesk_ui.context import Context
from plcdesk_ui.jobs import Jobs

if TYPE_CHECKING:
    from concurrent.futures import Future

Job = Callable[[Reader], Any]
Step = tuple[Job, Callable[[Any], None]]
"""What to read, in another thread, and what to do with it in this one."""
_CACHE = 16_000
"""KiB of pages that are kept between questions: the same parts of the index are read again and again."""


class _Overtaken(Exception):
    """A newer question was asked."""


class _Question:
    """What to read, step by step; `wanted` until something else is asked."""

    def __init__(self, jobs: tuple[Job, ...]) -> None:
        self.jobs = jobs
        self.wanted = True


class _AskedReader(Reader):
    """Reads on only while its answer is still wanted."""

    def __init__(self, file: Path) -> None:
        super().__init__(file)
        self.question = _Question(())
        self.value(f"PRAGMA cache_size=-{_CACHE}")

    def rows(self, sql: str, values: Sequence[Value] = ()) -> list[sqlite3.Row]:
        if not self.question.wanted:
            raise _Overtaken
        return super().rows(sql, values)


class _Seat:
    """Where questions are answered: it holds the reader, and nothing of any window."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._reader: _AskedReader | None = None

    def answer(self, question: _Question, place: int) -> object:
        """In the other thread: one step of a question; nothing for one that is no longer wanted."""
        if self._reader is None:
            self._reader = _AskedReader(self._file)
        self._reader.question = question
        try:
            return question.jobs[place](self._reader) if question.wanted else None
        except (_Overtaken, sqlite3.OperationalError):
            if question.wanted:
                raise
            return None

    def interrupt(self) -> None:
        """Stop what is being read; may come from any thread."""
        if self._reader is not None:
            self._reader.interrupt()

    def close(self) -> None:
        """Let the reader go, once the thread has ended."""
        if self._reader is not None:
            self._reader.close()
            self._reader = None


class Asker(QObject):
    """Answers one question at a time on a reader and a thread of its own; nothing here holds up the window."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._question = _Question(())
        self._seat = _Seat(context.workspace.file)
        self._jobs: Jobs | None = None

    def ask(self, *steps: Step) -> None:
        """Read each step in turn and hand over its answer, unless something else is asked meanwhile."""
        self.stop()
        question = self._question = _Question(tuple(job for job, _ in steps))
        seat = self._seat
        if self._jobs is None:
            self._jobs = Jobs(self._context.bus, "plcdesk-asking")
            self._context.at_close(self._close)
        for place, (_, then) in enumerate(steps):
            self._jobs.run(
                lambda place=place: seat.answer(question, place),
                lambda done, then=then: self._arrived(question, then, done),
            )

    def stop(self) -> None:
        """Nobody wants the answer any more."""
        self._question.wanted = False
        self._seat.interrupt()

    def _arrived(self, question: _Question, then: Callable[[Any], None], done: "Future[Any]") -> None:
        if not question.wanted or not isValid(self):
            return
        error = done.exception()
        if error is not None:
            raise error
        then(done.result())

    def _close(self) -> None:
        if self._jobs is not None:
            self.stop()
            self._jobs.end()
            self._seat.close()
