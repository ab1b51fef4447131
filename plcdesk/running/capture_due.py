"""Until when something is to be done: 'by thu', 'due Dec 1', 'before the next meeting'."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from plcdesk.running.capture_dates import DateContext, find_date
from plcdesk.running.capture_thorough import thorough_date

_KEYWORD = re.compile(
    r"(?<![\w-])(?:no later than|not later than|due(?:\s+(?:on|by|date))?|deadline|by|until|till|before)"
    r"(?:\s*:)?\s+(?:on\s+)?",
    re.IGNORECASE,
)
# What may follow a date that can be taken out of the sentence without leaving a hole.
_CLEAN_END = re.compile(
    r"\s*(?:$|[.,;:!?)\]–—…]|-\s|\s(?:to|for|with|at|so|in|from|via|then|if|unless|using|on|as|but|because|since)\b"
    r"|\s(?:and|[&(\[#@–—-])(?!\s+(?:on\s+)?(?:mon|tue|wed|thu|fri|sat|sun)))",
    re.IGNORECASE,
)
# What makes the date more exact: the day is understood, and the words stay.
_FINER_END = re.compile(
    r"[’']s\s|,?\s+(?:at\s+)?(?:early\s+)?(?:morning|afternoon|evening|night|noon|midday|lunch(?:time)?|\d{1,2}(?::\d\d)?"
    r"\s?[ap]\.?m\b|\d{1,2}:\d\d|first thing|(?:before|after)\s+(?:school|class|lunch))",
    re.IGNORECASE,
)
# At the very end of an action these need no 'by'.
_BARE = re.compile(
    r"(?<![\w-])(?:(?:on|this|next|coming)\s+(?:mon|tue|wed|thu|fri|sat|sun)"
    r"|(?:mon|tues?|wednes|thu(?:rs)?|fri|satur|sun)day\b|(?:thu|thurs|tues)\b|on\s+\w|today\b|tomorrow\b|tmrw\b"
    r"|in\s+(?:\d|an?\s|one|two|three|four|five|six)|next\s|(?:the|our)\s+next\s|a\s+week\s+from)",
    re.IGNORECASE,
)
_ON = re.compile(r"on\s+", re.IGNORECASE)
_SENTENCE_END = re.compile(r"\s*[.!…]*\s*$")
_LATEST_KEYWORDS = 8


@dataclass(frozen=True)
class Due:
    """A due date in a text: the words from `start` to `end`, of which `cut` says whether they can be left out."""

    day: date
    start: int
    end: int
    cut: bool


def find_due(text: str, start: int, context: DateContext, *, thorough: bool) -> Due | None:
    """The due date in `text` from `start` on; the last one if there are several, None if there is none."""
    keywords = list(_KEYWORD.finditer(text, start))[-_LATEST_KEYWORDS:]
    for keyword in reversed(keywords):
        found = find_date(text, keyword.end(), context)
        if found is not None and (due := _ending(text, keyword.start(), found.end, found.day)):
            return due
    if thorough:
        for keyword in reversed(keywords):
            read = thorough_date(text, keyword.end(), context.today)
            if read is not None and (due := _ending(text, keyword.start(), read[1], read[0])):
                return due
    return _bare(text, start, context)


def _ending(text: str, start: int, end: int, day: date) -> Due | None:
    if _FINER_END.match(text, end):
        return Due(day, start, end, cut=False)
    if _CLEAN_END.match(text, end):
        return Due(day, start, end, cut=True)
    return None


def _bare(text: str, start: int, context: DateContext) -> Due | None:
    """A date that ends the sentence without a 'by'. Its words stay, since they may belong to what is said."""
    tail = max(start, len(text) - 60)
    for begin in _BARE.finditer(text, tail):
        if begin.start() == start:
            continue  # nothing is left to do
        on = _ON.match(text, begin.start())
        found = find_date(text, on.end() if on else begin.start(), context)
        if found is not None and _SENTENCE_END.match(text, found.end):
            latest = context.today + timedelta(days=400)
            return Due(found.day, begin.start(), found.end, cut=False) if found.day <= latest else None
    return None
