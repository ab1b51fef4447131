"""Work in other threads that is heard of in the GUI thread."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from plcdesk.store.workers import Workers
from plcdesk_ui.bus import Bus

if TYPE_CHECKING:
    from concurrent.futures import Future

T = TypeVar("T")
SWITCH = 0.0001
"""Seconds after which a job lets the window go on. With Python's own 5 ms each call into Qt may wait that long."""


class Jobs:
    """Jobs in `count` threads, in the order they are asked for. `end` it before its bus is closed."""

    def __init__(self, bus: Bus, name: str, count: int = 1) -> None:
        self._bus = bus
        self._workers = Workers(name, count)
        sys.setswitchinterval(SWITCH)

    def run(self, job: Callable[[], T], heard: "Callable[[Future[T]], None]") -> "Future[T]":
        """Do `job` in another thread; `heard` gets its outcome in the GUI thread."""
        from concurrent.futures import Future

        outcome: Future[T] = Future()
        outcome.add_done_callback(lambda done: self._bus.hand_over(lambda: heard(done)))

        def work() -> None:
            try:
                result = job()
            except BaseException as error:
                outcome.set_exception(error)
            else:
                outcome.set_result(result)

        self._workers.put(work, self._bus.lend(job, heard))
        return outcome

    def end(self) -> None:
        """Wait for what was begun, and drop the rest."""
        self._workers.close(drop=True)
