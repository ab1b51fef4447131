"""Minutes on one page: what does not fit is left out in a stated order, and never made tiny.

First goes what stands in other places too, last what the team agreed on; what fits after all comes back. The
page says what is left out.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from plcdesk.minutes.content import ActionLine, Decision, MeetingFacts
from plcdesk.minutes.dates import DEFAULT
from plcdesk.minutes.document import Document, Paragraph, plain_runs
from plcdesk.minutes.fitting_pages import Fits, first_that_fits, shortened
from plcdesk.minutes.minutes_of import minutes_document
from plcdesk.minutes.parts import USUAL, Parts
from plcdesk.text import ntr, tr

_MOST_LINES = (24, 16, 10, 6, 4)
_LONGEST = 140
Line = TypeVar("Line", Decision, ActionLine)


def one_page_document(
    facts: MeetingFacts, fits: Fits, parts: Parts = USUAL, locale: str = DEFAULT
) -> Document:
    """The minutes with as much as one page holds."""

    whole = _without(facts, parts, (), locale)
    told = [
        name
        for name in _order()
        if getattr(parts, name) and _without(facts, parts, [name], locale).blocks[:-1] != whole.blocks
    ]

    def fit(left: Sequence[str]) -> bool:
        return fits(_without(facts, parts, left, locale), 1)

    for count in range(len(told) + 1):
        if fit(told[:count]):
            return _without(facts, parts, _put_back(told[:count], fit), locale)
    return first_that_fits(_less_and_less(facts, parts, told, locale), 1, fits)


def _put_back(left: list[str], fit: Callable[[Sequence[str]], bool]) -> list[str]:
    """What is still left out once all is back that fits after all: one long part makes room for several."""
    for name in reversed(left[:-1]):
        fewer = [each for each in left if each != name]
        left = fewer if fit(fewer) else left
    return left


def _without(facts: MeetingFacts, parts: Parts, left: Sequence[str], locale: str) -> Document:
    """The minutes without these parts, with a line at the end that says so."""
    document = minutes_document(facts, replace(parts, **dict.fromkeys(left, False)), locale)
    return _saying(document, [_order()[name] for name in left]) if left else document


def _less_and_less(facts: MeetingFacts, parts: Parts, told: list[str], locale: str) -> Iterator[Document]:
    """The minutes without all those parts, then without one thing after the other."""
    left = [_order()[name] for name in told]
    parts = replace(parts, **dict.fromkeys(told, False))
    if any(decision.why.strip() for decision in facts.decisions):
        facts = replace(facts, decisions=tuple(replace(each, why="") for each in facts.decisions))
        left.append(tr("why we decided"))
        yield _saying(minutes_document(facts, parts, locale), left)
    if facts.still_open:
        facts = replace(facts, still_open=())
        left.append(tr("what is still open"))
        yield _saying(minutes_document(facts, parts, locale), left)
    for most in _MOST_LINES:
        cut = replace(facts, decisions=_cut(facts.decisions, most), actions=_cut(facts.actions, most))
        gone = sum(max(0, len(lines) - most) for lines in (facts.decisions, facts.actions))
        more = ntr("{n} decision or action", "{n} decisions and actions", gone).format(n=gone)
        yield _saying(minutes_document(cut, parts, locale), [*left, *([more] if gone else [])])


def _order() -> dict[str, str]:
    """What is left out, in this order, as the page calls it."""
    return {
        "who_said_what": tr("who said what"),
        "feedback": tr("feedback"),
        "exit_forms": tr("exit feedback"),
        "time_used": tr("time used"),
        "notes_by_step": tr("notes by step"),
        "norm_watched": tr("the norm watched"),
    }


def _saying(document: Document, left: list[str]) -> Document:
    """The document with a line that says what is not on it."""
    words = tr("Not on this page, but in the full minutes: {what}.").format(what=", ".join(left))
    return replace(document, blocks=(*document.blocks, Paragraph(plain_runs(words), small=True)))


def _cut(lines: tuple[Line, ...], most: int) -> tuple[Line, ...]:
    return tuple(replace(line, text=shortened(line.text, _LONGEST)) for line in lines[:most])
