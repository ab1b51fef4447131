"""A team's usual slot as a date."""

from datetime import datetime, timedelta


def next_slot(weekday: int | None, time: str | None, now: datetime) -> datetime:
    """The next time that the team usually meets, local, later than `now`.

    `weekday` counts from Monday 0; without one it is tomorrow. `time` is 'HH:MM', 15:30 if there is none.
    """
    hour, minute = (int(part) for part in (time or "15:30").split(":"))
    at = now.replace(hour=hour, minute=minute, second=0, microsecond=0)
    days = 1 if weekday is None else (weekday - now.weekday()) % 7
    found = at + timedelta(days=days)
    return found if found > now else found + timedelta(days=7 if weekday is not None else 1)
