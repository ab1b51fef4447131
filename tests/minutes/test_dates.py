"""Dates, times and numbers in the manner of a place."""

from datetime import date, datetime

import pytest

from plcdesk.minutes.dates import clock, decimal, language_tag, long_date, short_date, span

DAY = date(2026, 11, 24)


def at(time: str) -> datetime:
    return datetime.fromisoformat(f"2026-11-24T{time}")


def test_days_are_written_as_teachers_write_them() -> None:
    assert long_date(DAY) == "Tue 24 November 2026"
    assert short_date(date(2026, 12, 1), DAY) == "Tue 1 Dec"
    assert short_date(date(2027, 1, 7), DAY) == "Thu 7 Jan 2027"


@pytest.mark.parametrize(
    ("time", "locale", "words"),
    [
        ("07:05", "en_US", "7:05"),
        ("15:05", "en_US", "3:05"),
        ("18:59", "en_US", "6:59"),
        ("15:05", "en_GB", "15:05"),
        ("15:05", "de_DE", "15:05"),
    ],
)
def test_times_of_a_school_day_need_no_am_or_pm(time: str, locale: str, words: str) -> None:
    assert clock(at(time), locale) == words


def test_times_outside_it_say_which_half_of_the_day_they_are() -> None:
    assert clock(at("06:30")).split() == ["6:30", "AM"]
    assert clock(at("19:00")).split() == ["7:00", "PM"]


def test_a_span_without_an_end_is_its_start() -> None:
    assert span(at("10:50"), at("11:36")) == "10:50 – 11:36"
    assert span(at("10:50"), None) == "10:50"


def test_numbers_have_one_place_at_most() -> None:
    assert [decimal(4.2), decimal(4.0), decimal(4.25, "de_DE")] == ["4.2", "4", "4,2"]


@pytest.mark.parametrize(
    ("locale", "tag"),
    [
        ("en_US", "en-US"),
        ("pt_BR.UTF-8", "pt-BR"),
        ("de-DE", "de-DE"),
        ("C", "en-US"),
        ("", "en-US"),
        ("xx_YY", "en-US"),
    ],
)
def test_any_name_of_a_locale_gives_a_language(locale: str, tag: str) -> None:
    assert language_tag(locale) == tag
    assert long_date(DAY, locale)
