"""When time runs short: a late start, an overrun, a meeting that nobody ended.

Reflection, debrief, opening and wrap-up are never cut: leaving a component out short-changes someone, say the
sources of the protocols (research on protocols, section on fitting times).
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from plcdesk.running.clock import rounded_minutes
from plcdesk.running.plan import ItemKind, Plan
from plcdesk.running.times import Instant, seconds_between

KEPT_MINUTES = 3  # what opening and wrap-up keep when a whole agenda is fitted
LEAST_STEP_SECONDS = 60  # no step is offered for less
LEFT_RUNNING_SECONDS = 3 * 3600
ELASTIC_ITEMS: frozenset[ItemKind] = frozenset({"topic", "decision", "news", "protocol"})


@dataclass(frozen=True, slots=True)
class LateStart:
    """What a start at this moment means: keep the planned end, or end later.

    `minutes_available` is what the planned end leaves, 0 at least; `new_end` (UTC) is when the agenda ends as
    it stands, never before `keep_end`.
    """

    minutes_late: int
    keep_end: datetime
    new_end: datetime
    minutes_available: int

    @property
    def asks(self) -> bool:
        """Whether there is something to ask: late, and the agenda as it stands would run past its end."""
        return self.minutes_late > 0 and self.new_end > self.keep_end


def late_start(plan: Plan, planned_start: datetime, planned_end: datetime, now: Instant) -> LateStart:
    """How late a start at `now` is, in whole minutes, halves up; 0 when in time or early."""
    late = max(0, rounded_minutes((now.wall - planned_start).total_seconds()))
    begins = planned_start + timedelta(minutes=late)
    agenda = timedelta(minutes=math.ceil(plan.seconds / 60))
    left = (planned_end - begins).total_seconds()
    return LateStart(late, planned_end, max(planned_end, begins + agenda), max(0, int(left // 60)))


def fit_agenda(
    items: Iterable[tuple[str, ItemKind, int, int]], minutes_available: int
) -> dict[str, int] | None:
    """The minutes of each item, by id, so that the agenda fits; None when the floors alone are too much.

    `items` are (id, kind, minutes, floor). An agenda that fits keeps its minutes; else all shrink in
    proportion, none below its floor or a minute, opening and wrap-up not below 3 minutes or their own, and
    the whole minutes add up to `minutes_available` exactly.
    """
    rows = list(items)
    wanted = {item: minutes for item, _, minutes, _ in rows}
    floors = {item: _floor(kind, minutes, floor) for item, kind, minutes, floor in rows}
    if sum(wanted.values()) <= minutes_available:
        return wanted
    if sum(floors.values()) > minutes_available:
        return None
    shares = _proportional(wanted, floors, minutes_available)
    fitted = {item: max(floors[item], int(share)) for item, share in shares.items()}
    missing = minutes_available - sum(fitted.values())
    by_rest = sorted(fitted, key=lambda item: shares[item] - fitted[item], reverse=True)
    for item in by_rest[:missing]:
        fitted[item] += 1
    return fitted


def _floor(kind: ItemKind, minutes: int, floor: int) -> int:
    least = KEPT_MINUTES if kind in ("opening", "wrap_up") else 1
    return min(minutes, max(least, floor))


def _proportional(wanted: dict[str, int], floors: dict[str, int], available: int) -> dict[str, float]:
    """Each item's share when all that stand above their floor shrink by one factor."""
    held: set[str] = set()
    while True:
        free = {item: minutes for item, minutes in wanted.items() if item not in held}
        left = available - sum(floors[item] for item in held)
        factor = left / sum(free.values()) if sum(free.values()) else 0.0
        below = {item for item, minutes in free.items() if minutes * factor < floors[item]}
        if not below:
            return {item: floors[item] if item in held else wanted[item] * factor for item in wanted}
        held |= below


def left_running(last_seen: Instant | None, now: Instant, planned_end: datetime | None) -> bool:
    """Whether to ask when the meeting ended: not seen for 3 hours, or 3 hours past its planned end."""
    if last_seen is not None and seconds_between(last_seen, now) > LEFT_RUNNING_SECONDS:
        return True
    return planned_end is not None and (now.wall - planned_end).total_seconds() > LEFT_RUNNING_SECONDS


def likely_end(last_event: Instant, last_seen: Instant | None, planned_end: datetime | None) -> datetime:
    """When a meeting that was left running probably ended (UTC): the answer to have ready.

    Its planned end, but not before the last thing that was done in it, nor after it was last seen.
    """
    latest = last_seen.wall if last_seen is not None else last_event.wall
    end = planned_end if planned_end is not None else latest
    return max(last_event.wall, min(end, latest))
