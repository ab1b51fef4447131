"""What some kinds ask for beside their words: the page of a quote, where it was seen, a score, what it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from plcdesk.text import tr

WRITTEN = ("page", "place", "score", "level", "group", "evidence")
"""The fields that have a place of their own; owner and due date are read from the words."""
LONGEST = 300


@dataclass(frozen=True, slots=True)
class FieldWords:
    """What stands before a field, and what stands in it while it is empty."""

    label: str
    hint: str


def words_for(field: str) -> FieldWords:
    """The words of a field."""
    return {
        "page": FieldWords(tr("Page"), tr("12, or line 3")),
        "place": FieldWords(tr("Where"), tr("ticket 4, question 2")),
        "score": FieldWords(tr("Score"), tr("3, or 7 of 10")),
        "level": FieldWords(tr("Level"), tr("nearly there")),
        "group": FieldWords(tr("Group"), tr("table 2, section C")),
        "evidence": FieldWords(tr("Evidence"), tr("what we saw that says so")),
    }[field]


def shown_with(
    fields: Mapping[str, Any] | None, names: tuple[str, ...] = WRITTEN
) -> tuple[tuple[str, str], ...]:
    """What stands in the fields, each with the words for it: ('page', 'p. 12')."""
    found = fields or {}
    sentences = {"page": tr("p. {value}"), "score": tr("Score {value}"), "level": tr("Level: {value}")}
    sentences |= {"evidence": tr("Evidence: {value}"), "group": tr("Group: {value}")}
    return tuple(
        (name, sentences.get(name, "{value}").format(value=str(found[name])))
        for name in names
        if found.get(name)
    )
