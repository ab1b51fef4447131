"""Dates in everyday English: 'thu', 'next meeting', 'in two weeks', '1 Dec', 'end of the month'.

A small closed grammar: what is not in it is no date, so that 'by hand' and 'by the book' stay words.
"""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ONE_TO_TEN = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_FRIDAY = 4
_NUMBERS = {
    **{word: n for n, word in enumerate(_ONE_TO_TEN, start=1)},
    "a": 1,
    "an": 1,
    "a couple of": 2,
    "eleven": 11,
    "twelve": 12,
}


@dataclass(frozen=True)
class TimeOff:
    """Days on which the team does not meet, first to last, and what they are called ('Winter break')."""

    first: date
    last: date
    name: str = ""


@dataclass(frozen=True)
class DateContext:
    """What a date is read against. `day_first` reads 12/1 as 12 January; `off` is what 'the break' can mean."""

    today: date
    next_meeting: date | None = None
    day_first: bool = False
    off: tuple[TimeOff, ...] = ()


@dataclass(frozen=True)
class DateFound:
    day: date
    end: int


_WD = (
    r"(?P<wd>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)(?:\.(?=\s+\w))?"
)
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_NUMBER = r"(?P<n>\d{1,3}|a\s+couple\s+of|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_YEAR = r"(?:,?\s+(?P<year>20\d\d))?"
_DAY = r"(?P<day>\d{1,2})"

_Rule = Callable[[re.Match[str], DateContext], date | None]


def find_date(text: str, start: int, context: DateContext) -> DateFound | None:
    """The date that begins at `start`, by the longest reading; None if there is none.

    A weekday is the next such day after today; a date without a year the next such date, today included.
    """
    best: DateFound | None = None
    for pattern, rule in _RULES:
        match = pattern.match(text, start)
        if match is None or (best is not None and match.end() <= best.end):
            continue
        try:
            day = rule(match, context)
        except (ValueError, OverflowError):
            day = None  # no such day, such as 30 February
        if day is not None:
            best = DateFound(day, match.end())
    before = _before_the_break(text, start, context)
    return before if before is not None and (best is None or before.end > best.end) else best


_SOME_BREAK = re.compile(
    r"(?:the |our |this )?(?:next |school |half[ -]?term )?"
    r"(?:breaks?|holidays?|vacation|half[ -]?term|recess|days? off)(?!\w)".replace(" ", r"\s+"),
    re.IGNORECASE,
)
_A_BREAK = 3  # days without a meeting; a single day off is no break unless it is named


def _before_the_break(text: str, start: int, context: DateContext) -> DateFound | None:
    """The last school day before the days off that are named: 'winter break', or 'the break' for the next one."""
    coming = sorted((each for each in context.off if each.first > context.today), key=lambda each: each.first)
    for each in coming:
        name = r"\s+".join(re.escape(word) for word in each.name.split())
        if name and (named := re.compile(rf"(?:the\s+)?{name}(?!\w)", re.IGNORECASE).match(text, start)):
            return DateFound(_school_day_before(each.first, context.today), named.end())
    found = _SOME_BREAK.match(text, start)
    if found is None or not coming:
        return None
    longer = (each for each in coming if (each.last - each.first).days + 1 >= _A_BREAK)
    return DateFound(_school_day_before(next(longer, coming[0]).first, context.today), found.end())


def _school_day_before(day: date, today: date) -> date:
    before = day - timedelta(days=1)
    while before.weekday() > _FRIDAY:
        before -= timedelta(days=1)
    return max(before, today)


def _today(match: re.Match[str], context: DateContext) -> date:
    return context.today


def _tomorrow(match: re.Match[str], context: DateContext) -> date:
    return context.today + timedelta(days=2 if match["after"] else 1)


def _weekday(match: re.Match[str], context: DateContext) -> date:
    wanted = _WEEKDAYS.index(match["wd"][:3].casefold())
    if (match["next"] or "").casefold() == "next" or match["week"]:
        monday = context.today - timedelta(days=context.today.weekday())
        return monday + timedelta(days=7 + wanted)
    return _coming(wanted, context.today)


def _week_from_weekday(match: re.Match[str], context: DateContext) -> date:
    return _coming(_WEEKDAYS.index(match["wd"][:3].casefold()), context.today) + timedelta(days=7)


def _week_from(match: re.Match[str], context: DateContext) -> date:
    return context.today + timedelta(days=8 if match["from"].casefold() == "tomorrow" else 7)


def _coming(weekday: int, today: date) -> date:
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _next_week(match: re.Match[str], context: DateContext) -> date:
    return context.today + timedelta(days=7)


def _end_of_week(match: re.Match[str], context: DateContext) -> date:
    friday = context.today + timedelta(days=(4 - context.today.weekday()) % 7)
    return friday + timedelta(days=7 if match["next"] else 0)


def _after(match: re.Match[str], context: DateContext) -> date:
    word = " ".join(match["n"].casefold().split())
    number = _NUMBERS.get(word) or int(word)
    unit = match["unit"].casefold()
    if unit.startswith("month"):
        return _months_later(context.today, number)
    return context.today + timedelta(days=number * {"d": 1, "w": 7, "f": 14}[unit[0]])


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _next_month(match: re.Match[str], context: DateContext) -> date:
    return _months_later(context.today, 1)


def _end_of_month(match: re.Match[str], context: DateContext) -> date:
    day = _months_later(context.today.replace(day=1), 1 if match["next"] else 0)
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _next_meeting(match: re.Match[str], context: DateContext) -> date | None:
    return context.next_meeting


def _iso(match: re.Match[str], context: DateContext) -> date:
    return date(int(match["year"]), int(match["month"]), int(match["day"]))


def _numbers(match: re.Match[str], context: DateContext) -> date | None:
    first, second = int(match["first"]), int(match["second"])
    day_first = context.day_first or "." in match[0]
    day, month = (first, second) if day_first else (second, first)
    if month > 12 >= day:
        day, month = month, day
    return _day_of_year(day, month, match["year"], context)


def _day_and_month(match: re.Match[str], context: DateContext) -> date | None:
    month = _MONTHS.index(match["month"][:3].casefold()) + 1
    return _day_of_year(int(match["day"]), month, match["year"], context)


def _part_of_month(match: re.Match[str], context: DateContext) -> date | None:
    month = _MONTHS.index(match["month"][:3].casefold()) + 1
    part = (match["part"] or "").casefold()
    if "end of" in " ".join(part.split()):
        year = context.today.year + (month < context.today.month)
        return date(year, month, calendar.monthrange(year, month)[1])
    if not part and match["month"] in ("may", "mar", "march", "jan", "sept", "sep"):
        return None  # a word or a name as likely as a month
    return _day_of_year(15 if "mid" in part else 1, month, None, context)


def _day_of_month(match: re.Match[str], context: DateContext) -> date | None:
    wanted = int(match["day"])
    first = context.today.replace(day=1)
    for later in range(13):
        month = _months_later(first, later)
        if not 1 <= wanted <= calendar.monthrange(month.year, month.month)[1]:
            continue
        if month.replace(day=wanted) >= context.today:
            return month.replace(day=wanted)
    return None


def _day_of_year(day: int, month: int, year: str | None, context: DateContext) -> date | None:
    if year:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    for later in range(9):  # 29 February comes back after eight years at most
        if context.today.year + later > MAXYEAR or not 1 <= month <= 12:
            return None
        if not 1 <= day <= calendar.monthrange(context.today.year + later, month)[1]:
            continue
        found = date(context.today.year + later, month, day)
        if found >= context.today:
            return found
    return None


def _rule(pattern: str, rule: _Rule) -> tuple[re.Pattern[str], _Rule]:
    return re.compile(rf"(?:{pattern})(?!\w)".replace(" ", r"\s+"), re.IGNORECASE), rule


_WD_OPENING = rf"(?:(?:this|the|the coming|coming|(?P<next>next)) )?{_WD}"
_RULES: tuple[tuple[re.Pattern[str], _Rule], ...] = (
    _rule(r"today|tonight|(?:the )?end of (?:the |this )?(?:school )?day|eod|cob", _today),
    _rule(r"(?P<after>(?:the )?day after )?(?:tomorrow|tmrw|tmr)", _tomorrow),
    _rule(_WD_OPENING + r"(?:,? (?P<week>(?:of )?next week)| this week)?", _weekday),
    _rule(rf"a week from {_WD}", _week_from_weekday),
    _rule(r"a week from (?P<from>now|today|tomorrow)", _week_from),
    _rule(r"next week", _next_week),
    _rule(r"(?:the )?end of (?:the |this |(?P<next>next ))?(?:school )?week|eow", _end_of_week),
    _rule(rf"in {_NUMBER} (?:school )?(?P<unit>days?|weeks?|months?|fortnight)(?: time)?", _after),
    _rule(rf"{_NUMBER} (?P<unit>days?|weeks?|months?|fortnight) from (?:now|today)", _after),
    _rule(r"next month", _next_month),
    _rule(r"(?:the )?end of (?:the |this |(?P<next>next ))?month|eom", _end_of_month),
    _rule(r"(?:the |our )?next (?:team |plc )?(?:meeting|session|plc|time(?: we meet)?)", _next_meeting),
    _rule(r"(?P<year>20\d\d)-(?P<month>\d{1,2})-(?P<day>\d{1,2})", _iso),
    _rule(rf"(?:{_WD},? )?(?P<first>\d{{1,2}})/(?P<second>\d{{1,2}})(?:/(?P<year>20\d\d|\d\d))?", _numbers),
    _rule(r"(?P<first>\d{1,2})\.\s?(?P<second>\d{1,2})\.(?:\s?(?P<year>20\d\d|\d\d))?", _numbers),
    _rule(rf"(?:{_WD},? )?(?:the )?{_DAY}(?:st|nd|rd|th|\.)? (?:of )?{_MONTH}{_YEAR}", _day_and_month),
    _rule(rf"(?:{_WD},? )?{_MONTH}\.? {_DAY}(?:st|nd|rd|th)?{_YEAR}", _day_and_month),
    _rule(rf"(?:{_WD},? )?(?:the )?{_DAY}(?:st|nd|rd|th)", _day_of_month),
    _rule(
        rf"(?P<part>(?:the )?(?:beginning|start|middle|end) of |mid[\s-])?{_MONTH}(?!\.?\s*\d)",
        _part_of_month,
    ),
)
