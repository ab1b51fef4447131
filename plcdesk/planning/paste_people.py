"""Who brings a topic: names of the team, and what looks like a name where one belongs."""

import re
from collections.abc import Sequence

LEAD = re.compile(
    r"(?:lead|leader|led\s+by|leads|presenter|presented\s+by|facilitator|facilitated\s+by|owner|who|by|brought\s+by|person)"
    r"\b\s*:?\s*",
    re.IGNORECASE,
)
_NAME_WORD = re.compile(
    r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'.-]*|[^\W\d_a-zA-Z][\w’'.-]*|and|&|\+|,|/|all|de|van|von|la)", re.UNICODE
)
_NO_NAME = re.compile(
    r"(?:data|math|ela|science|review|notes?|google|doc|slides?|link|zoom|room|unit|all\s+students|discussion|tbd|n/a|optional)\b",
    re.IGNORECASE,
)


_EVERYBODY = ("all", "everyone", "everybody", "team", "whole team", "whole group", "group")


def is_name_like(text: str) -> bool:
    """Whether a few words look like the names of people: 'Rosa', 'Dana & Minh', 'Ms. Kim', 'All'."""
    words = re.findall(r"[&+,/]|[^\s&+,/]+", text)
    if not 1 <= len(words) <= 8 or len(text) > 60 or any(map(str.isdecimal, text)) or _NO_NAME.match(text):
        return False
    if text.casefold() in _EVERYBODY:
        return True
    return words[0][0].isupper() and all(_NAME_WORD.fullmatch(word) for word in words)


_COURTESY = re.compile(r"(?:mr|mrs|ms|miss|mx|dr|coach|principal)\.?\s+\w", re.IGNORECASE)


def is_addressed(text: str) -> bool:
    """'Mrs. Lopez', 'Principal Ortiz': a name whoever it is."""
    return bool(_COURTESY.match(text)) and is_name_like(text)


def is_known_name(text: str, names: Sequence[str]) -> bool:
    """Whether `text` names only people of `names`: full names, first names, initials, 'Dana K.', 'Ms. Kim'."""
    if text.strip(" @.").casefold() in _EVERYBODY:
        return True
    parts = [part for part in re.split(r"\s*(?:,|&|\+|/|\band\b)\s*", text.strip(" @.")) if part.strip()]
    return (
        bool(parts) and len(text) <= 120 and all(any(_names(part, name) for name in names) for part in parts)
    )


def _names(part: str, name: str) -> bool:
    typed, words = part.strip(" @").rstrip("."), name.split()
    if not words or not typed:
        return False
    folded, full = typed.casefold(), name.casefold()
    if folded in (full, words[0].casefold(), f"{words[0]} {words[-1][0]}".casefold()):
        return True
    courtesy = re.fullmatch(r"(?:mr|mrs|ms|miss|mx|dr|coach)\.?\s+(.+)", folded)
    if courtesy and len(words) > 1 and courtesy[1] == words[-1].casefold():
        return True
    return len(words) > 1 and typed == "".join(word[0] for word in words)
