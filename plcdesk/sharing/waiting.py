"""Telling how far a long job has come, and stopping it."""

from collections.abc import Callable
from threading import Event

from plcdesk.errors import UserError
from plcdesk.text import tr

_FINE = 1000  # steps into which a part is divided


class Stopped(UserError):
    """Somebody chose Cancel. What was begun was taken back."""


class Watch:
    """A long job's account of itself. `stop` may be called from any thread."""

    def __init__(self, told: Callable[[int, int], None] | None = None) -> None:
        self._told, self._stop = told, Event()

    def stop(self) -> None:
        """Have the job end at its next step and take back what it did."""
        self._stop.set()

    @property
    def stopped(self) -> bool:
        return self._stop.is_set()

    def step(self, done: int, of: int) -> None:
        """Called by the job. Raises Stopped once somebody has asked for it."""
        if self._stop.is_set():
            raise Stopped(tr("Stopped; nothing was changed."))
        if self._told is not None:
            self._told(done, of)

    def part(self, place: int, of: int) -> "Watch":
        """The account of one job of several, by its place among them from 0; it stops when this one does."""
        return Watch(lambda done, whole: self.step(place * _FINE + _FINE * done // max(1, whole), of * _FINE))
