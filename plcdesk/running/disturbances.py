"""What can befall the laptop in mid-meeting so that somebody has to say what it meant: a sleep, a clock that was set."""

from dataclasses import dataclass, replace

from plcdesk.running.clock import ClockState
from plcdesk.running.times import Instant, seconds_between

LEAST_SLEEP = 60.0
"""Seconds of sleep from which on it is asked whether the meeting went on."""
LEAST_CLOSED = 180.0
"""Seconds for which the app was closed: a restart after a crash takes less."""
LEAST_SET = 60.0
"""Seconds by which the clock was set; less is the network's own correction, and followed without a word."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Seconds in which nobody could see the room, up to `ended`; `step` was on. `closed`: the app was not open."""

    seconds: float
    ended: Instant
    step: str
    closed: bool = False


@dataclass(frozen=True, slots=True)
class ClockSet:
    """The system's time of day was set by so many seconds (negative: back)."""

    seconds: float


def gap_after_restart(last_seen: Instant | None, state: ClockState) -> Gap | None:
    """The time between the last heartbeat of an earlier run of the app and now, if it is long enough to ask."""
    if last_seen is None or state.status != "running" or state.current is None:
        return None
    if last_seen.session == state.at.session:
        return None
    seconds = seconds_between(last_seen, state.at)
    return Gap(seconds, state.at, state.current, closed=True) if seconds >= LEAST_CLOSED else None


class SleepWatch:
    """Give it each look at the running meeting, with the seconds that the machine has slept so far."""

    def __init__(self) -> None:
        self._asleep: float | None = None
        self.gap: Gap | None = None

    def look(self, state: ClockState, asleep: float) -> bool:
        """Whether there is a new gap to ask about, or one that waits for its answer has grown."""
        before, self._asleep = self._asleep, asleep
        slept = asleep - before if before is not None else 0.0
        if slept < LEAST_SLEEP or state.status != "running" or state.current is None:
            return False
        found = Gap(slept, state.at, state.current)
        waiting = self.gap
        if waiting is not None and waiting.step == found.step and not waiting.closed:
            found = replace(found, seconds=waiting.seconds + slept)
        self.gap = found
        return True
