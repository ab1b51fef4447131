"""Questions to the workspace that are asked anew with each keystroke: the newest one stops those before."""

import sqlite3
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from shiboken6 import isValid

from plcdesk.store.reader import Reader, Value
from plcdesk.store.workers import Workers
from plcdesk_ui.context import Context

Job = Callable[[Reader], Any]
Step = tuple[Job, Callable[[Any], None]]
"""What to read, in another thread, and what to do with it in this one."""
_CACHE = 16_000
"""KiB of pages that are kept between questions: the same parts of the index are read again and again."""


class _Overtaken(Exception):
    """A newer question was asked."""


class _AskedReader(Reader):
    """Reads on only while its answer is still wanted."""

    def __init__(self, file: Path) -> None:
        super().__init__(file)
        self.is_wanted: Callable[[], bool] = lambda: True
        self.value(f"PRAGMA cache_size=-{_CACHE}")

    def rows(self, sql: str, values: Sequence[Value] = ()) -> list[sqlite3.Row]:
        if not self.is_wanted():
            raise _Overtaken
        return super().rows(sql, values)


class Asker(QObject):
    """Answers one question at a time on a reader and a thread of its own; nothing here holds up the window."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._asked = 0
        self._reader: _AskedReader | None = None

    def ask(self, *steps: Step) -> None:
        """Read each step in turn and hand over its answer, unless something else is asked meanwhile."""
        self.stop()
        number = self._asked
        self._thread.put(lambda: self._answer(number, steps), self._context.bus.lend(self, steps))

    def stop(self) -> None:
        """Nobody wants the answer any more."""
        self._asked += 1
        if self._reader is not None:
            self._reader.interrupt()

    @cached_property
    def _thread(self) -> Workers:
        self._context.at_close(self._close)
        return Workers("plcdesk-asking")

    def _answer(self, number: int, steps: tuple[Step, ...]) -> None:
        """In the other thread."""
        try:
            if self._reader is None:
                self._reader = _AskedReader(self._context.workspace.file)
            self._reader.is_wanted = lambda: number == self._asked
            for job, then in steps:
                answer = job(self._reader)
                self._context.bus.hand_over(
                    lambda then=then, answer=answer: self._arrived(number, then, answer)
                )
        except _Overtaken:
            pass
        except BaseException as error:
            if number == self._asked:
                self._context.bus.hand_over(lambda error=error: _raise(error))

    def _arrived(self, number: int, then: Callable[[Any], None], answer: object) -> None:
        if number == self._asked and isValid(self):
            then(answer)

    def _close(self) -> None:
        self.stop()
        self._thread.close(drop=True)
        if self._reader is not None:
            self._reader.close()
            self._reader = None


def _raise(error: BaseException) -> None:
    raise error
