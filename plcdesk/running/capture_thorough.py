"""The rarer ways of naming a date, read by dateparser. Loading it takes more than a second, so it is warmed first."""

import re
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any, Protocol, cast

_LOOKS_LIKE_A_DATE = re.compile(
    r"\d|\b(?:day|week|month|fortnight|mon|tue|wed|thu|fri|jan|feb|apr|jun|jul|aug|sep|oct|nov|dec)",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\s,;!?()\[\]#@]+")
_MOST_WORDS = 6
_FURTHEST = timedelta(days=2 * 366)


class _Found(Protocol):
    date_obj: datetime | None
    period: str


class _Reader(Protocol):
    def get_date_data(self, date_string: str) -> _Found: ...


@cache
def _loaded() -> type[Any]:
    from dateparser.date import DateDataParser  # type: ignore[import-untyped]

    reader = cast("type[Any]", DateDataParser)
    _reader(reader, date(2000, 1, 1)).get_date_data("1 day ago")  # loads the words and patterns of English
    return reader


def warm() -> None:
    """Load dateparser and its English. Takes a second or more: call it in a worker, never while typing."""
    _loaded()


def is_warm() -> bool:
    """Whether `thorough_date` answers at once."""
    return _loaded.cache_info().currsize > 0


def thorough_date(text: str, start: int, today: date) -> tuple[date, int] | None:
    """The date in the words from `start` on, with where it ends; None if there is none or it is not warm.

    Only a day after today and within two years counts: a bare time of day, or a month without a day, is none.
    """
    if not is_warm():
        return None
    words: list[re.Match[str]] = []
    position = start
    while len(words) < _MOST_WORDS and (word := _WORDS.match(text, position)):
        words.append(word)
        position = word.end()
        position += text[position : position + 1].isspace()
    reader = _reader(_loaded(), today)
    for count in range(len(words), 0, -1):
        phrase = text[start : words[count - 1].end()].rstrip(".")
        if not _LOOKS_LIKE_A_DATE.search(phrase):
            break
        found = reader.get_date_data(phrase)
        if found.date_obj is None or found.period not in ("day", "week"):
            continue
        if today < found.date_obj.date() <= today + _FURTHEST:
            return found.date_obj.date(), start + len(phrase)
    return None


def _reader(reader: type[Any], today: date) -> _Reader:
    settings = {
        "RELATIVE_BASE": datetime(today.year, today.month, today.day, tzinfo=UTC).replace(tzinfo=None),
        "PREFER_DATES_FROM": "future",
        "RETURN_AS_TIMEZONE_AWARE": False,
    }
    return cast("_Reader", reader(languages=["en"], settings=settings))
