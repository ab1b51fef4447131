"""Choosing a protocol: which fit the minutes, the people, what is looked at and how well the team knows itself.

What fits comes first; for the rest the first reason why not is said by a code, which the screens put in words.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from plcdesk.library.naming import DISTINCT, words_of
from plcdesk.library.schema import LooksAt, Trust
from plcdesk.library.summary import Summary

Why = Literal["fits", "shorter", "too_long", "too_few", "too_many", "trust"]
PROTOCOL = "protocol"  # a word of many names, and of none that tells them apart
_TRUST: dict[Trust, int] = {"just-met": 0, "settled": 1, "very-well": 2}


@dataclass(frozen=True)
class Wish:
    """What a team has and wants; None leaves a thing open. `words` are searched in names and summaries."""

    minutes: int | None = None
    people: int | None = None
    looks_at: LooksAt | None = None
    trust: Trust | None = None
    words: str = ""


@dataclass(frozen=True)
class Match:
    """A protocol and how it fits: `why` 'fits' with its own time, 'shorter' with less, else the first reason against.

    `minutes` is what it would take here, or what it needs at least when it is too long.
    """

    summary: Summary
    why: Why
    minutes: int

    @property
    def fits(self) -> bool:
        return self.why in ("fits", "shorter")


def choose(summaries: Iterable[Summary], wish: Wish, favourites: Sequence[str] = ()) -> tuple[Match, ...]:
    """The protocols that a wish is about, what fits first, then favourites, then those nearest in time."""
    found = [match(summary, wish) for summary in summaries if _is_about(summary, wish)]
    order = sorted(found, key=lambda one: _rank(one, wish, favourites))
    return tuple(order)


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


def _is_about(summary: Summary, wish: Wish) -> bool:
    if wish.looks_at is not None and wish.looks_at not in summary.looks_at:
        return False
    heard = words_of(" ".join((summary.name, summary.summary, *summary.also_known_as)))
    if PROTOCOL in summary.name.casefold():
        heard = (*heard, PROTOCOL)
    return all(any(word.startswith(wanted) for word in heard) for wanted in _wanted(wish.words))


def _wanted(typed: str) -> list[str]:
    """The words that are searched for: 'protocol' is not one of them, nor is it while it is being typed."""
    return [word for word in words_of(typed) if len(word) <= DISTINCT or not PROTOCOL.startswith(word)]


def _rank(one: Match, wish: Wish, favourites: Sequence[str]) -> tuple[int, int, int, str]:
    order: Mapping[Why, int] = {
        "fits": 0,
        "shorter": 0,
        "trust": 1,
        "too_long": 2,
        "too_few": 3,
        "too_many": 3,
    }
    far = 0 if wish.minutes is None else abs(one.summary.minutes - wish.minutes)
    return order[one.why], 0 if one.summary.id in favourites else 1, far, one.summary.name.casefold()
