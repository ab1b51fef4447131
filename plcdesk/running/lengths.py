"""Lengths of time as people write them: '7', '0:45', '1:30:00', '90 s', '2 h', '1 h 30'."""

import re

LONGEST = 12 * 3600
_COLONS = re.compile(r"(?:(\d{1,2}):)?(\d{1,3}):(\d{2})")
_PARTS = re.compile(r"(\d+(?:[.,]\d+)?)\s*(h|m|s)?[a-z]*\.?")
_UNITS = {"h": 3600, "m": 60, "s": 1}


def seconds_of(text: str) -> int | None:
    """The seconds that somebody wrote; a bare number means minutes. None when it is no length, or over 12 hours."""
    words = text.strip().casefold()
    found = _COLONS.fullmatch(words)
    if found:
        hours, minutes, seconds = (int(part or 0) for part in found.groups())
        return _within(hours * 3600 + minutes * 60 + seconds) if seconds < 60 else None
    total, place, unit_before = 0.0, 0, ""
    for part in _PARTS.finditer(words):
        if words[place : part.start()].strip(" ,") not in ("", "and"):
            return None
        unit = part[2] or {"h": "m", "m": "s", "": "m"}.get(unit_before, "")
        if not unit:
            return None
        total += float(part[1].replace(",", ".")) * _UNITS[unit]
        place, unit_before = part.end(), unit
    return _within(round(total)) if place == len(words) and words else None


def _within(seconds: int) -> int | None:
    return seconds if 0 < seconds <= LONGEST else None
