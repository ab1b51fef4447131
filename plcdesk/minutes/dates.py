"""Dates, times of day and numbers as a team reads them on paper, in the manner of a locale such as 'en_US'."""

from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

DEFAULT = "en_US"
_SCHOOL_DAY = range(7, 19)


def long_date(day: date, locale: str = DEFAULT) -> str:
    """A day in full: 'Tue 24 November 2026'."""
    return _dated(day, "EEE d MMMM y", "yMMMMEEEd", locale)


def short_date(day: date, near: date, locale: str = DEFAULT) -> str:
    """A day in short: 'Thu 26 Nov'; with its year if that is not the year of `near`."""
    if day.year == near.year:
        return _dated(day, "EEE d MMM", "MMMEd", locale)
    return _dated(day, "EEE d MMM y", "yMMMEd", locale)


def month_and_year(day: date, locale: str = DEFAULT) -> str:
    """The month that a day is in: 'November 2026'."""
    return _dated(day, "LLLL y", "yMMMM", locale)


def month_name(day: date, locale: str = DEFAULT, short: bool = False) -> str:
    """The month without its year: 'November', or 'Nov'."""
    pattern = "LLL" if short else "LLLL"
    return _dated(day, pattern, pattern, locale)


def clock(moment: datetime, locale: str = DEFAULT) -> str:
    """A time of day: '10:50'. Where people say am and pm, they stand only outside 7 in the morning to 7 at night."""
    from babel.dates import format_time

    known = _locale(locale)
    pattern = str(known.time_formats["short"].pattern)
    if known.language == "en" and "a" in pattern and moment.hour in _SCHOOL_DAY:
        return format_time(moment, "h:mm", locale=known)
    return format_time(moment, "short", locale=known)


def span(start: datetime, end: datetime | None, locale: str = DEFAULT) -> str:
    """From when to when: '10:50 – 11:36'; only the start if there is no end."""
    if end is None:
        return clock(start, locale)
    return f"{clock(start, locale)} – {clock(end, locale)}"


def decimal(number: float, locale: str = DEFAULT) -> str:
    """A number with one place after the point at most: '4.2'."""
    from babel.numbers import format_decimal

    return format_decimal(number, format="0.#", locale=_locale(locale))


def language_tag(locale: str) -> str:
    """The language of a document in this locale, as a tag: 'en-US'."""
    known = _locale(locale)
    return "-".join(part for part in (known.language, known.script, known.territory) if part)


def is_english(locale: str) -> bool:
    """Whether the locale writes English, where a role stands in small letters in a sentence."""
    return _locale(locale).language == "en"


def _dated(day: date, english: str, skeleton: str, locale: str) -> str:
    from babel.dates import format_date, format_skeleton

    known = _locale(locale)
    if known.language == "en":
        return format_date(day, english, locale=known)
    return format_skeleton(skeleton, datetime(day.year, day.month, day.day), locale=known)  # noqa: DTZ001


@cache
def _locale(locale: str) -> "Locale":
    """The locale by its name in either spelling; the default for a name that nobody knows."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(locale.split(".")[0].split("@")[0].replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale.parse(DEFAULT)
