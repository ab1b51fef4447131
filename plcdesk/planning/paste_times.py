"""Clock times and lengths as teachers write them: '3:05–3:35', '10.50', '8 a.m.', '25 min', '1 h 15', '½ h'."""

import re
from dataclasses import dataclass
from datetime import time
from typing import Literal

MOST_MINUTES = 600
_DASH = r"\s*(?:[-–—−→]|to|until|till)\s*"
_CLOCK = r"(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?(?:\s?[ap]\.?\s?m\b\.?|(?<=\d\d)[ap]\b)?|(?:12\s)?noon\b"
_CLOCK_PARTS = re.compile(r"(\d{1,2})(?:[:.](\d\d))?\s?([ap])?", re.IGNORECASE)
_WHEN = re.compile(
    rf"(?:at\s|from\s|@\s?|~\s?)?(?P<start>{_CLOCK})(?:{_DASH}(?P<end>{_CLOCK}))?(?!\w|[:.]\d)", re.IGNORECASE
)
_MILITARY = re.compile(
    r"(?P<h1>[01]\d|2[0-3])(?P<m1>[0-5]\d)\s*[-–—]\s*(?P<h2>[01]\d|2[0-3])(?P<m2>[0-5]\d)(?!\w)"
)
_ABOUT = (
    r"(?:(?:for|about|approx\.?|approximately|ca\.?|circa|max\.?|up\s+to|roughly|around|est\.?)\s+|[~≈]\s?)?"
)
_HOURS = (
    r"(?P<hours>\d{1,2}(?:[.,]\d{1,2})?|(?:\d\s?)?[½¼¾]|half\s+an?|half|a\s+quarter\s+of\s+an|an|one|two)"
)
_LENGTH = re.compile(
    rf"{_ABOUT}(?:"
    rf"{_HOURS}\s*-?\s?(?:hours?|hrs?|h)\b\.?(?:\s*(?:and\s+)?(?P<over>\d{{1,2}})\s*(?:minutes?|mins?\.?|m|')?(?!\w))?"
    r"|(?P<hm>\d{1,2})h(?P<mm>[0-5]\d)(?!\w)"
    r"|(?P<least>\d{1,3})(?:\s*(?:[-–—]|to)\s*(?P<most>\d{1,3}))?\s?"
    r"(?:(?P<unit>minutes?|mins?|m)(?!\w)\.?|['’′´](?!\w))"
    r"|(?P<seconds>\d{1,3})\s?(?:seconds?|secs?)(?!\w)\.?"
    r")(?:\s?\+/-)?",
    re.IGNORECASE,
)
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_WORDS = {"half": 0.5, "an": 1.0, "one": 1.0, "two": 2.0, "a": 0.25}
_NUMBER = re.compile(r"~?\s?(\d{1,3})(?:\s*[-–—]\s*(\d{1,3}))?")


@dataclass(frozen=True)
class Clock:
    """A time as written; `half` is 'a' or 'p' if that is written, and `sure` says that it needs none."""

    hour: int
    minute: int
    half: Literal["a", "p", ""] = ""
    sure: bool = False


@dataclass(frozen=True)
class When:
    """A clock time, or a range of them, with where it stands in its line."""

    start: Clock
    end: Clock | None
    at: tuple[int, int]


@dataclass(frozen=True)
class Length:
    """A number of minutes with where it stands in its line. `adjective`: '10-minute', '10 minute'."""

    minutes: int
    at: tuple[int, int]
    adjective: bool = False


def when_at(text: str, start: int, end: int | None = None) -> When | None:
    """The time or range that begins at `start` (and ends before `end`); None if there is none."""
    stop = len(text) if end is None else end
    if match := _MILITARY.match(text, start, stop):
        first, last = (
            Clock(int(match["h1"]), int(match["m1"]), "", True),
            Clock(int(match["h2"]), int(match["m2"]), "", True),
        )
        years = first.hour in (19, 20) and last.hour in (19, 20)
        if not years and (first.hour, first.minute) < (last.hour, last.minute):
            return When(first, last, match.span())
    match = _WHEN.match(text, start, stop)
    if match is None:
        return None
    first, last = _clock(match["start"]), _clock(match["end"]) if match["end"] else None
    if last is not None and (_is_full(match["end"]) or (_is_full(match["start"]) and ":" in match["start"])):
        return When(_with_half_of(first, last), last, match.span())
    if not _is_full(match["start"]):
        return None
    return When(first, None, (match.start(), match.end("start")))


def range_in(text: str) -> When | None:
    """The first range of clock times anywhere in a line."""
    for match in re.finditer(r"(?<![\w:.])(?=\d)", text[:200]):
        when = when_at(text, match.start())
        if when is not None and when.end is not None:
            return when
    return None


def _is_full(written: str) -> bool:
    return not written.strip().isdecimal()


def _clock(written: str) -> Clock:
    if "noon" in written.casefold():
        return Clock(12, 0, "", True)
    match = _CLOCK_PARTS.match(written)
    assert match is not None
    hour, half = int(match[1]), (match[3] or "").casefold()
    if half and 1 <= hour <= 12:
        return Clock(hour, int(match[2] or 0), "p" if half == "p" else "a")
    return Clock(hour, int(match[2] or 0), "", sure=hour > 12 or hour == 0 or written.startswith("0"))


def _with_half_of(first: Clock, last: Clock) -> Clock:
    """'3:05–3:35 pm' is in the afternoon from its start; '11:30–12:15 pm' is not."""
    if first.half or first.sure or not last.half:
        return first
    other = "a" if last.half == "p" else "p"
    same = Clock(first.hour, first.minute, last.half)
    return same if minute_of(same) <= minute_of(last) else Clock(first.hour, first.minute, other)


def minute_of(clock: Clock, after: int | None = None) -> int:
    """Minutes since midnight. Without am or pm it is the next such time `after`, or one in a school day (7 to 18)."""
    if clock.half:
        return (clock.hour % 12 + (12 if clock.half == "p" else 0)) * 60 + clock.minute
    written = clock.hour * 60 + clock.minute
    if clock.sure:
        return written
    if after is not None:
        for candidate in (written, (written + 720) % 1440):
            if after <= candidate <= after + 360:
                return candidate
    return written + 720 if clock.hour < 7 else written


def as_time(minutes: int) -> time:
    """Minutes since midnight as a time of day."""
    return time(minutes // 60 % 24, minutes % 60)


def length_at(text: str, start: int, end: int | None = None) -> Length | None:
    """The length with its unit that begins at `start`: '25 min', "7'", '1 h 15'; None if there is none."""
    match = _LENGTH.match(text, start, len(text) if end is None else end)
    return _length(match) if match else None


def lengths_in(text: str) -> list[Length]:
    """All lengths in a line, in order."""
    found: list[Length] = []
    for match in _LENGTH.finditer(text):
        length = _length(match)
        if match["most"] and _is_no_range(text, match):
            length = length_at(text, match.start("most"))
        if length is not None:
            found.append(length)
    return found


def _is_no_range(text: str, match: re.Match[str]) -> bool:
    """'Unit 2 - 15 min' counts units; 'Opening: 10 - 15 min' and 'Opening 10-15 min' are ranges."""
    spaced = text[match.end("least")].isspace()
    before = text[: match.start("least")].rstrip()
    return (spaced and (before[-1:].isalnum() or before.endswith((".", "_", "#")))) or int(
        match["least"]
    ) >= int(match["most"])


def _length(match: re.Match[str]) -> Length | None:
    if match["hours"]:
        minutes = round(_hours(match["hours"]) * 60) + int(match["over"] or 0)
    elif match["hm"]:
        minutes = int(match["hm"]) * 60 + int(match["mm"])
    elif match["seconds"]:
        minutes = -(-int(match["seconds"]) // 60)
    else:
        minutes = max(int(match["least"]), int(match["most"] or 0))
    if not 1 <= minutes <= MOST_MINUTES:
        return None
    single = (match["unit"] or "").casefold() == "minute" and minutes > 1
    return Length(minutes, match.span(), single)


def _hours(written: str) -> float:
    words = written.casefold().replace(",", ".")
    if words[-1] in _FRACTIONS:
        return float(words[:-1].strip() or 0) + _FRACTIONS[words[-1]]
    return _WORDS.get(words.split()[0]) or float(words)


def plain_minutes(text: str) -> int | None:
    """A bare number of minutes such as '25' or '10-15', where it is known to be one; None for anything else."""
    match = _NUMBER.fullmatch(text.strip())
    if match is None:
        return None
    minutes = max(int(match[1]), int(match[2] or 0))
    return minutes if 1 <= minutes <= 300 else None
