"""Help with choosing: three suggestions from three answers, each with its reasons.

What a protocol is good for follows from what it is about, whether somebody presents, and what is written down
in it. Reasons are codes; the screens put them in words.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from plcdesk.library.choosing import Match, Wish, match
from plcdesk.library.schema import Category, LooksAt, Protocol, Trust
from plcdesk.library.steps import walk
from plcdesk.library.summary import Summary

Aim = Literal["understand", "feedback", "decide", "trust"]
AIMS: tuple[Aim, ...] = ("understand", "feedback", "decide", "trust")
Reason = Literal["aim", "looks_at", "other", "own_time", "shorter", "too_long", "easy", "used", "favourite"]
SUGGESTED = 3
SERVES = 3  # from this strength on a protocol is said to be good for an aim

_BY_CATEGORY: Mapping[Category, Mapping[Aim, int]] = {
    "student-work": {"understand": 2, "feedback": 1},
    "dilemma": {"feedback": 3},
    "text": {"understand": 3},
    "data": {"understand": 3, "decide": 1},
    "planning": {"decide": 2, "feedback": 1},
    "observation": {"feedback": 2, "understand": 1},
    "community": {"trust": 3},
    "decision": {"decide": 3},
    "reflection": {"understand": 1, "trust": 2},
}
# Actions and next steps end nearly every protocol, so they tell nothing.
_BY_KIND: Mapping[Aim, frozenset[str]] = {
    "understand": frozenset(
        {
            "observation",
            "interpretation",
            "hypothesis",
            "assumption",
            "prediction",
            "evidence",
            "wondering",
            "cause",
            "definition",
            "quote",
            "theme",
        }
    ),
    "feedback": frozenset(
        {
            "warm",
            "cool",
            "suggestion",
            "what_if",
            "probing_question",
            "strength",
            "challenge",
            "heard",
            "valued",
        }
    ),
    "decide": frozenset({"decision", "vote", "priority", "goal", "commitment", "delta"}),
    "trust": frozenset({"hope", "fear", "celebration", "valued", "norm", "strength"}),
}
_MOST_BY_KINDS = 3
_SUITS = 4.0  # what lies in front weighs as much as a protocol that is made for the aim


@dataclass(frozen=True)
class Known:
    """A protocol as it is weighed: its line, what it is good for, and what is written down to that end.

    `summary` has the minutes of the team that asks. `family` is the same for protocols that are variants of
    one another, so that not all three suggestions are alike.
    """

    summary: Summary
    aims: Mapping[Aim, int] = field(default_factory=dict[Aim, int])
    notes: Mapping[Aim, tuple[str, ...]] = field(default_factory=dict[Aim, tuple[str, ...]])
    family: str = ""


@dataclass(frozen=True)
class Answers:
    """What a person answered: what lies in front of the team (None: nothing yet), how long, how many, what for."""

    aim: Aim
    minutes: int
    people: int
    looks_at: LooksAt | None = None
    trust: Trust | None = None


@dataclass(frozen=True)
class Suggestion:
    """A protocol that may suit, why, and what would be written down to the end that was asked for."""

    match: Match
    reasons: tuple[Reason, ...]
    notes: tuple[str, ...] = ()


def weigh(protocol: Protocol, summary: Summary) -> Known:
    """What a protocol is good for."""
    names: dict[str, str] = {}
    for step in walk(protocol.steps):
        for capture in step.captures:
            names[capture.kind] = capture.name  # the last: steps before may keep it for later
    aims: dict[Aim, int] = {}
    notes: dict[Aim, tuple[str, ...]] = {}
    for aim in AIMS:
        notes[aim] = tuple(dict.fromkeys(name for kind, name in names.items() if kind in _BY_KIND[aim]))
        by_kinds = min(_MOST_BY_KINDS, sum(kind in _BY_KIND[aim] for kind in names))
        aims[aim] = _BY_CATEGORY[protocol.category].get(aim, 0) + by_kinds
    if protocol.presenter != "none":
        aims["feedback"] += 1  # the team works for somebody
    if "ourselves" in protocol.looks_at:
        aims["trust"] += 1
    return Known(summary, aims, notes, protocol.variant_of or protocol.id)


def suggest(
    library: Iterable[Known],
    answers: Answers,
    used: Collection[str] = (),
    favourites: Collection[str] = (),
) -> tuple[Suggestion, ...]:
    """Up to three protocols, the most fitting first; fewer only where the library has fewer.

    What fits comes first. Among that, what lies in front and the aim weigh most, then how much of the time is
    used, how easy it is to lead, and whether the team knows or likes it. `used` and `favourites` hold ids.
    """
    wish = Wish(answers.minutes, answers.people, None, answers.trust)
    weighed = [(known, match(known.summary, wish)) for known in library]
    weighed.sort(key=lambda each: _rank(*each, answers, used, favourites))
    chosen: list[Suggestion] = []
    families: set[str] = set()
    for known, found in weighed:
        if len(chosen) < SUGGESTED and known.family not in families:
            families.add(known.family)
            reasons = tuple(_reasons(known, found, answers, used, favourites))
            chosen.append(Suggestion(found, reasons, known.notes.get(answers.aim, ())))
    return tuple(chosen)


def _rank(
    known: Known, found: Match, answers: Answers, used: Collection[str], favourites: Collection[str]
) -> tuple[bool, float, str]:
    return not found.fits, -_worth(known, answers, used, favourites), found.summary.name.casefold()


def _worth(known: Known, answers: Answers, used: Collection[str], favourites: Collection[str]) -> float:
    summary = known.summary
    worth = float(known.aims.get(answers.aim, 0))
    worth += 2 * min(summary.minutes, answers.minutes) / max(summary.minutes, answers.minutes, 1)
    worth += {"easy": 1.0, "some-practice": 0.0, "experienced": -1.0}[summary.difficulty]
    if answers.looks_at in summary.looks_at:
        worth += _SUITS + (1.0 if summary.looks_at[0] == answers.looks_at else 0.0)
    worth += 0.5 if summary.id in used else 0.0
    return worth + (1.0 if summary.id in favourites else 0.0)


def _reasons(
    known: Known, found: Match, answers: Answers, used: Collection[str], favourites: Collection[str]
) -> Iterable[Reason]:
    if known.aims.get(answers.aim, 0) >= SERVES:
        yield "aim"
    if answers.looks_at is not None:
        yield "looks_at" if answers.looks_at in found.summary.looks_at else "other"
    if found.fits:
        yield "own_time" if found.why == "fits" else "shorter"
    elif found.why == "too_long":
        yield "too_long"
    if found.summary.difficulty == "easy":
        yield "easy"
    if found.summary.id in used:
        yield "used"
    if found.summary.id in favourites:
        yield "favourite"
