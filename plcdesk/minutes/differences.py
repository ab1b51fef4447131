"""What changed from one version of minutes to another, line by line."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Literal

from plcdesk.minutes.document import Document
from plcdesk.minutes.plain import to_text

Sign = Literal["same", "added", "removed"]


@dataclass(frozen=True)
class DifferentLine:
    """A line of the minutes: in both versions, only in the newer ('added') or only in the older ('removed')."""

    sign: Sign
    text: str


def differences(older: Document, newer: Document) -> tuple[DifferentLine, ...]:
    """All lines in order, what was removed before what was added in its place. Empty lines are left out."""
    before, after = _lines(older), _lines(newer)
    return tuple(_compared(before, after))


def _compared(before: list[str], after: list[str]) -> Iterator[DifferentLine]:
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            yield from (DifferentLine("same", line) for line in before[a:b])
        else:
            yield from (DifferentLine("removed", line) for line in before[a:b])
            yield from (DifferentLine("added", line) for line in after[c:d])


def _lines(document: Document) -> list[str]:
    """The lines of its text; not what stands around it, such as 'final', which every version has anew."""
    text = to_text(replace(document, subtitle="", footer=()))
    return [line for line in text.split("\n") if line.strip()]
