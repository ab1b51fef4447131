"""On which days teams meet."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as some

from plcdesk.sample.days import days_coming, days_held

DAYS = some.dates(date(2024, 1, 1), date(2034, 12, 31))
WEEKDAYS = some.integers(0, 4)
WEEKS = some.sampled_from([1, 2])


@given(DAYS, WEEKDAYS, some.integers(0, 90), WEEKS)
def test_meetings_held_lie_before_today_on_their_weekday(
    today: date, weekday: int, count: int, weeks: int
) -> None:
    held = days_held(today, weekday, count, weeks)
    assert len(held) == count
    assert held == sorted(set(held))
    assert all(day < today and day.weekday() == weekday for day in held)
    assert all((today - day).days <= 7 for day in held[-1:])
    for day in held[:-3]:
        assert not (day.month == 7 or (day.month, day.day) in {(12, 25), (1, 1), (8, 1), (6, 30)})


@given(DAYS, WEEKDAYS, WEEKS)
def test_the_next_two_meetings_follow_the_last(today: date, weekday: int, weeks: int) -> None:
    last = days_held(today, weekday, 1, weeks)[0]
    first, second = days_coming(today, weekday, weeks)
    assert first >= today
    assert first - last == second - first == timedelta(weeks=weeks)


@given(DAYS, WEEKDAYS)
def test_a_team_can_meet_today_whatever_its_day(today: date, weekday: int) -> None:
    first, second = days_coming(today, weekday, meets_today=True)
    assert first == today
    assert second.weekday() == weekday
    assert timedelta(days=2) < second - first < timedelta(days=10)
