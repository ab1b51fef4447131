"""A team's usual slot as a date."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from plcdesk.planning.days_off import DaysOff, is_off

_MOST_TRIES = 120


def next_slot(
    weekday: int | None, time: str | None, now: datetime, days_off: Iterable[DaysOff] = ()
) -> datetime:
    """The next time that the team usually meets, local, later than `now` and on no day off.

    `weekday` counts from Monday 0; without one it is tomorrow. `time` is 'HH:MM', 15:30 if there is none.
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
        if not is_off(found.date(), off):
            break
        found += step
    return found
