"""Moments as a process saw them, and the time between two of them.

Nothing else in the running meeting reads a clock: everything takes `now`, so that tests move their own.
"""

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True)
class Instant:
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


def system_now(session: str) -> Now:
    """The real clock, for one run of the app."""

    def now() -> Instant:
        return Instant(datetime.now(UTC), _steady_seconds(), session)

    return now


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
