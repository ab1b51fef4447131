"""A team's usual slot as a date."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from plcdesk.planning.days_off import DaysOff, is_off

_MOST_TRIES = 120
_SATURDAY = 5


def next_slot(
    weekday: int | None, time: str | None, now: datetime, days_off: Iterable[DaysOff] = ()
) -> datetime:
    """The next time that the team usually meets, local, later than `now` and on no day off.

    `weekday` counts from Monday 0; without one it is tomorrow, or Monday for a weekend. `time` is 'HH:MM',
    15:30 if there is none.
    """
    hour, minute = (int(part) for part in (time or "15:30").split(":"))
    at = now.replace(hour=hour, minute=minute, second=0, microsecond=0)
    days = 1 if weekday is None else (weekday - now.weekday()) % 7
    found = at + timedelta(days=days)
    step = timedelta(days=7 if weekday is not None else 1)
    if found <= now:
        found += step
    off = tuple(days_off)
    for _ in range(_MOST_TRIES):
        weekend = weekday is None and found.weekday() >= _SATURDAY
        if not weekend and not is_off(found.date(), off):
            break
        found += step
    return found
