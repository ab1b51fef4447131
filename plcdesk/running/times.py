"""Moments as a process saw them, and the time between two of them.

Nothing else in the running meeting reads a clock: everything takes `now`, so that tests move their own.
"""

import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import NamedTuple


class Instant(NamedTuple):
    """One moment as one process saw it.

    `wall` is UTC and can be set by anyone; `monotonic` is in seconds, only ever grows, and means something
    only among instants of the same `session` (one run of the app). An empty session is a moment that a person
    named ("it ended at 11:40"): only its wall time counts.
    """

    wall: datetime
    monotonic: float
    session: str


Now = Callable[[], Instant]


def seconds_between(earlier: Instant, later: Instant) -> float:
    """The seconds from one moment to another; never negative.

    By the monotonic clock where both come from one session, so that a changed system clock does not count;
    else by wall time, which is all that a restart leaves.
    """
    if earlier.session and earlier.session == later.session:
        return max(0.0, later.monotonic - earlier.monotonic)
    return max(0.0, (later.wall - earlier.wall).total_seconds())


def named_moment(wall: datetime) -> Instant:
    """A moment that a person told us, rather than one that was measured."""
    return Instant(wall, 0.0, "")


class SteadyClock:
    """The room's clock for one run of the app: its time of day goes on steadily, whatever the system's is set to.

    So a system clock that is set in mid-meeting changes nothing until somebody has said which time is right.
    The sources can be given: `steady` and `asleep` in seconds, `system` the system's time of day in UTC.
    """

    def __init__(
        self,
        session: str,
        steady: Callable[[], float] | None = None,
        asleep: Callable[[], float] | None = None,
        system: Callable[[], datetime] | None = None,
    ) -> None:
        self._session = session
        self._steady = steady or _steady_seconds
        self._asleep = asleep or _asleep_seconds
        self._system = system or (lambda: datetime.now(UTC))
        self._anchor = (self._system(), self._steady())
        self._wrong_by = 0.0

    def __call__(self) -> Instant:
        wall, since = self._anchor
        steady = self._steady()
        return Instant(wall + timedelta(seconds=steady - since), steady, self._session)

    def asleep(self) -> float:
        """The seconds that the machine has slept so far; only the difference of two of them means something."""
        return self._asleep()

    def set_by(self) -> float:
        """The seconds by which the system's time of day was set forward (negative: back) since it was last heeded."""
        return (self._system() - self().wall).total_seconds() - self._wrong_by

    def system(self) -> datetime:
        """The system's time of day, in UTC."""
        return self._system()

    def follow(self) -> None:
        """Take on the system's time of day, but for what is known to be wrong with it."""
        self._anchor = (self._system() - timedelta(seconds=self._wrong_by), self._steady())

    def accept(self) -> None:
        """The system's time of day is right as it is now."""
        self._wrong_by = 0.0
        self.follow()

    def disregard(self) -> None:
        """The system's time of day is wrong as it is now: this clock goes on as before."""
        self._wrong_by += self.set_by()


def _steady_seconds() -> float:
    """A clock that cannot be set and that goes on while the laptop sleeps.

    `time.monotonic` stands still in a sleep on Linux and macOS; then a sleep and a changed system clock would
    look alike. On Windows it counts sleep.
    """
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    return time.monotonic()


def _asleep_seconds() -> float:
    """How long the machine has slept, by a clock that stands still meanwhile."""
    if sys.platform == "linux":
        return _steady_seconds() - time.clock_gettime(time.CLOCK_MONOTONIC)
    if sys.platform == "darwin":
        return _steady_seconds() - time.clock_gettime(time.CLOCK_UPTIME_RAW)
    if sys.platform == "win32":
        import ctypes

        awake = ctypes.c_ulonglong()
        ctypes.windll.kernel32.QueryUnbiasedInterruptTime(ctypes.byref(awake))
        return ctypes.windll.kernel32.GetTickCount64() / 1000 - awake.value / 1e7
    return 0.0
