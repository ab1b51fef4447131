"""On which days the teams of the sample meet."""

from datetime import date, timedelta


def days_held(today: date, weekday: int, count: int, weeks: int = 1) -> list[date]:
    """The last `count` days before `today` on which a team met, oldest first: never in the holidays.

    The last three keep their turn in any case, so that what is late is late by days and not by months.
    """
    day = _last_before(today, weekday)
    found: list[date] = []
    while len(found) < count:
        if len(found) < 3 or not _holidays(day):
            found.append(day)
        day -= timedelta(weeks=weeks)
    return found[::-1]


def days_coming(today: date, weekday: int, weeks: int = 1, *, meets_today: bool = False) -> tuple[date, date]:
    """The days of a team's next two meetings; `meets_today` has the first one today, whatever the weekday."""
    usual = _last_before(today, weekday) + timedelta(weeks=weeks)
    first = today if meets_today else usual
    second = usual if usual - first > timedelta(days=2) else usual + timedelta(weeks=weeks)
    return first, second


def _last_before(today: date, weekday: int) -> date:
    return today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)


def _holidays(day: date) -> bool:
    winter = (day.month, day.day) >= (12, 21) or (day.month, day.day) <= (1, 3)
    summer = (6, 20) <= (day.month, day.day) <= (8, 15)
    return winter or summer
