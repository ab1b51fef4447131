"""Dates in everyday words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plcdesk.running.capture import Person, read_capture
from plcdesk.running.capture_dates import DateContext, TimeOff, find_date

TUESDAY = date(2026, 11, 24)
NEXT = date(2026, 12, 1)


def on(text, today=TUESDAY, next_meeting=NEXT, day_first=False):
    found = find_date(text, 0, DateContext(today, next_meeting, day_first))
    return found and (found.day.isoformat(), text[found.end :])


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("today", "2026-11-24"),
        ("tonight", "2026-11-24"),
        ("the end of the day", "2026-11-24"),
        ("end of the school day", "2026-11-24"),
        ("tomorrow", "2026-11-25"),
        ("the day after tomorrow", "2026-11-26"),
        ("wed", "2026-11-25"),
        ("thu", "2026-11-26"),
        ("Thurs", "2026-11-26"),
        ("THURSDAY", "2026-11-26"),
        ("this thursday", "2026-11-26"),
        ("mon", "2026-11-30"),
        ("tue", "2026-12-01"),  # today is a Tuesday
        ("Tuesday", "2026-12-01"),
        ("next thursday", "2026-12-03"),
        ("next mon", "2026-11-30"),
        ("friday next week", "2026-12-04"),
        ("Friday of next week", "2026-12-04"),
        ("friday this week", "2026-11-27"),
        ("a week from thursday", "2026-12-03"),
        ("a week from today", "2026-12-01"),
        ("a week from tomorrow", "2026-12-02"),
        ("next week", "2026-12-01"),
        ("end of the week", "2026-11-27"),
        ("the end of next week", "2026-12-04"),
        ("in two weeks", "2026-12-08"),
        ("in a week", "2026-12-01"),
        ("in a couple of weeks", "2026-12-08"),
        ("in 10 days", "2026-12-04"),
        ("in a month", "2026-12-24"),
        ("in three months", "2027-02-24"),
        ("two weeks from now", "2026-12-08"),
        ("in a fortnight", "2026-12-08"),
        ("next month", "2026-12-24"),
        ("end of month", "2026-11-30"),
        ("the end of the month", "2026-11-30"),
        ("end of next month", "2026-12-31"),
        ("next meeting", "2026-12-01"),
        ("our next team meeting", "2026-12-01"),
        ("the next time we meet", "2026-12-01"),
        ("1 Dec", "2026-12-01"),
        ("1. Dec", "2026-12-01"),
        ("1st December", "2026-12-01"),
        ("the 1st of December", "2026-12-01"),
        ("Dec 1", "2026-12-01"),
        ("Dec. 1st", "2026-12-01"),
        ("december 1, 2027", "2027-12-01"),
        ("1 December 2027", "2027-12-01"),
        ("Thursday, Dec 3", "2026-12-03"),
        ("Thu 3 December", "2026-12-03"),
        ("Nov 24", "2026-11-24"),
        ("Nov 23", "2027-11-23"),
        ("Sept 9", "2027-09-09"),
        ("Feb 29", "2028-02-29"),
        ("12/1", "2026-12-01"),
        ("1/15", "2027-01-15"),
        ("15/1", "2027-01-15"),
        ("12/1/26", "2026-12-01"),
        ("12/1/2027", "2027-12-01"),
        ("Tue 12/1", "2026-12-01"),
        ("1.12.", "2026-12-01"),
        ("1.12.2027", "2027-12-01"),
        ("2026-12-01", "2026-12-01"),
        ("the 1st", "2026-12-01"),
        ("the 24th", "2026-11-24"),
        ("31st", "2026-12-31"),
        ("December", "2026-12-01"),
        ("mid December", "2026-12-15"),
        ("mid-January", "2027-01-15"),
        ("the end of November", "2026-11-30"),
        ("end of January", "2027-01-31"),
        ("the beginning of May", "2027-05-01"),
    ],
)
def test_understood(words, day):
    assert on(words) == (day, "")


NO_DATES = (
    "the book,hand,section,thumb,sunset,monthly quiz,march,may,3,3pm,page 12,Feb 30,13/13,0/4,the 32nd,2026-02-30,"
    "40 Dec,in weeks,nextweek,tomorrows,todays,winter break,ASAP,, thu,1.12,second period,the sunny side"
)


@pytest.mark.parametrize("words", NO_DATES.split(","))
def test_not_a_date(words):
    assert on(words) is None


def test_the_rest_of_the_text_is_left():
    assert on("thu and more") == ("2026-11-26", " and more")
    assert on("next meeting", next_meeting=None) is None
    assert on("12/1", day_first=True) == ("2027-01-12", "")


def test_a_weekend():
    saturday = date(2026, 11, 28)
    assert on("end of the week", today=saturday) == ("2026-12-04", "")
    assert on("sat", today=saturday) == ("2026-12-05", "")
    assert on("next friday", today=saturday) == ("2026-12-04", "")


def test_the_end_of_the_calendar_is_no_error():
    last = date.max
    for words in (
        "tomorrow",
        "thu",
        "next month",
        "in 9 weeks",
        "1 Jan",
        "the 5th",
        "end of next month",
        "Feb 29",
    ):
        assert on(words, today=last) is None


@given(st.dates(date(2000, 1, 1), date(2400, 1, 1)), st.integers(1, 12), st.integers(1, 28), st.booleans())
def test_a_date_without_a_year_is_the_next_such_day(today, month, day, day_first):
    typed = f"{day}/{month}" if day_first else f"{month}/{day}"
    found = find_date(typed, 0, DateContext(today, None, day_first))
    assert found
    assert (found.day.month, found.day.day) == (month, day)
    assert 0 <= (found.day - today).days <= 366


@given(st.dates(date(2000, 1, 1), date(2400, 1, 1)), st.integers(0, 6))
def test_a_weekday_is_within_the_next_seven_days(today, weekday):
    word = ("mon", "tues", "wed", "thurs", "fri", "saturday", "sun")[weekday]
    found = find_date(word, 0, DateContext(today))
    assert found
    assert found.day.weekday() == weekday
    assert 1 <= (found.day - today).days <= 7


BREAKS = (
    TimeOff(date(2026, 11, 25), date(2026, 11, 25), "Staff day"),
    TimeOff(date(2026, 12, 21), date(2027, 1, 1), "Winter break"),
    TimeOff(date(2027, 4, 5), date(2027, 4, 9), "Spring break"),
)


@pytest.mark.parametrize(
    ("line", "text", "due"),
    [
        ("Dana will print the strips before the break", "Print the strips", date(2026, 12, 18)),
        ("Dana will print the strips before winter break", "Print the strips", date(2026, 12, 18)),
        ("Dana will print the strips by the holidays", "Print the strips", date(2026, 12, 18)),
        ("Dana will print the strips before Spring Break", "Print the strips", date(2027, 4, 2)),
        ("Dana will print the strips before the staff day", "Print the strips", date(2026, 11, 24)),
        ("Dana will print the strips before breakfast", "Print the strips before breakfast", None),
    ],
)
def test_before_the_break_is_the_last_school_day_before_it(line, text, due):
    people = (Person("d", "Dana Kim", "DK"),)
    found = read_capture(line, people, [], "note", date(2026, 11, 24), None, off=BREAKS)
    assert (found.text, found.due, found.owners) == (text, due, ("d",))


def test_without_days_off_the_break_is_only_words():
    people = (Person("d", "Dana Kim", "DK"),)
    found = read_capture("Dana will print it before the break", people, [], "note", date(2026, 11, 24), None)
    assert (found.text, found.due) == ("Print it before the break", None)
