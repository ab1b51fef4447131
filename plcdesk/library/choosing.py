"""Choosing a protocol: which fit the minutes, the people, what is looked at and how well the team knows itself.

What fits comes first; for the rest the first reason why not is said by a code, which the screens put in words.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from plcdesk.library.naming import DISTINCT
from plcdesk.library.schema import LooksAt, Trust
from plcdesk.library.spelling import words_of
from plcdesk.library.summary import Summary

Why = Literal["fits", "shorter", "too_long", "too_few", "too_many", "trust"]
Found = Literal["name", "text", "nowhere"]
PROTOCOL = "protocol"  # a word of many names, and of none that tells them apart
_TRUST: dict[Trust, int] = {"just-met": 0, "settled": 1, "very-well": 2}


@dataclass(frozen=True)
class Wish:
    """What a team has and wants; None leaves a thing open. `words` are searched in all its text."""

    minutes: int | None = None
    people: int | None = None
    looks_at: LooksAt | None = None
    trust: Trust | None = None
    words: str = ""


@dataclass(frozen=True)
class Match:
    """A protocol and how it fits: `why` 'fits' with its own time, 'shorter' with less, else the first reason against.

    `minutes` is what it would take here, or what it needs at least when it is too long; `in_text` whether the words
    searched for are not in its names or its summary.
    """

    summary: Summary
    why: Why
    minutes: int
    in_text: bool = False

    @property
    def fits(self) -> bool:
        return self.why in ("fits", "shorter")


def choose(summaries: Iterable[Summary], wish: Wish, favourites: Sequence[str] = ()) -> tuple[Match, ...]:
    """The protocols that a wish is about, what fits first, then favourites, then those nearest in time.

    Those that have the words in a name or the summary stand before those that have them only in their text.
    """
    places = [(summary, _found(summary, wish)) for summary in summaries]
    found = [
        replace(match(summary, wish), in_text=place == "text")
        for summary, place in places
        if place != "nowhere"
    ]
    return tuple(sorted(found, key=lambda one: _rank(one, wish, favourites)))


def match(summary: Summary, wish: Wish) -> Match:
    """How one protocol fits."""
    if wish.people is not None and wish.people < summary.people_least:
        return Match(summary, "too_few", summary.minutes)
    if wish.people is not None and wish.people > summary.people_most:
        return Match(summary, "too_many", summary.minutes)
    if wish.trust is not None and _TRUST[summary.trust] > _TRUST[wish.trust]:
        return Match(summary, "trust", summary.minutes)
    if wish.minutes is None or summary.minutes <= wish.minutes:
        return Match(summary, "fits", summary.minutes)
    if summary.least_minutes <= wish.minutes:
        return Match(summary, "shorter", wish.minutes)
    return Match(summary, "too_long", summary.least_minutes)


def _found(summary: Summary, wish: Wish) -> Found:
    """Where the words of a wish are found; nowhere too if the protocol looks at something else."""
    if wish.looks_at is not None and wish.looks_at not in summary.looks_at:
        return "nowhere"
    wanted = [f" {word}" for word in _wanted(wish.words)]
    named = f"{summary.named} {PROTOCOL}" if PROTOCOL in summary.name.casefold() else summary.named
    if all(word in named for word in wanted):
        return "name"
    return "text" if all(word in named or word in summary.told for word in wanted) else "nowhere"


def _wanted(typed: str) -> list[str]:
    """The words that are searched for: 'protocol' is not one of them, nor is it while it is being typed."""
    return [word for word in words_of(typed) if len(word) <= DISTINCT or not PROTOCOL.startswith(word)]


def _rank(one: Match, wish: Wish, favourites: Sequence[str]) -> tuple[bool, int, int, int, str]:
    order: Mapping[Why, int] = {
        "fits": 0,
        "shorter": 0,
        "trust": 1,
        "too_long": 2,
        "too_few": 3,
        "too_many": 3,
    }
    far = 0 if wish.minutes is None else abs(one.summary.minutes - wish.minutes)
    return (
        one.in_text,
        order[one.why],
        0 if one.summary.id in favourites else 1,
        far,
        one.summary.name.casefold(),
    )
