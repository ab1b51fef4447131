"""Finding a protocol by the name that somebody typed: 'tuning', 'ATLAS looking at data', 'Fine-Tuning protocol'."""

import re
from collections.abc import Iterable

from plcdesk.library.spelling import words_of
from plcdesk.library.summary import Summary

LEAD_INS = frozenset({"use", "using", "run", "do", "try", "with", "protocol"})
LINKS = frozenset({"with", "on", "about", "for", "of", "by"})
DISTINCT = 3  # words of a name that nobody types by chance
_BREAK = re.compile(r"[:(\[–—,;|]|\s-\s|\s/\s")


def find_by_name(text: str, summaries: Iterable[Summary]) -> str | None:
    """The id of the protocol that `text` names, None if it names none or could mean several.

    All of the text may be the name, or what stands before its first punctuation ('Tuning: the lab report').
    A name is also found at the beginning of a longer line if nobody types it by chance: if it has three words,
    or the word protocol follows, or it has two and one such as 'with' or 'for' follows. Two words or more that
    begin the name of one protocol only will do as well. Names stand before other names, ours before the team's.
    """
    names = _names(list(summaries))
    whole = _without_lead_in(words_of(text))
    first = _without_lead_in(words_of(_BREAK.split(text.strip(), maxsplit=1)[0]))
    return names.get(whole) or names.get(first) or _at_the_beginning(text, names) or _begun(first, names)


def _at_the_beginning(text: str, names: dict[tuple[str, ...], str]) -> str | None:
    said, marker, _ = text.casefold().partition("protocol")
    if marker:
        found = names.get(_without_lead_in(words_of(said)))
        if found is not None:
            return found
    words = _without_lead_in(words_of(text))
    for length in range(len(words), 1, -1):
        linked = length < len(words) and words[length] in LINKS
        if (length >= DISTINCT or linked) and words[:length] in names:
            return names[words[:length]]
    return None


def _begun(words: tuple[str, ...], names: dict[tuple[str, ...], str]) -> str | None:
    ids = {found for name, found in names.items() if name[: len(words)] == words}
    return next(iter(ids)) if len(words) > 1 and len(ids) == 1 else None


def _without_lead_in(words: tuple[str, ...]) -> tuple[str, ...]:
    return words[1:] if len(words) > 1 and words[0] in LEAD_INS else words


def _names(summaries: list[Summary]) -> dict[tuple[str, ...], str]:
    """Each spelling with its id; an alias that two protocols share names neither.

    An id of one word is no name: 'Norms' on an agenda means reading them, not Norms Construction.
    """
    names: dict[tuple[str, ...], str] = {}
    ordered = sorted(summaries, key=lambda summary: summary.own)
    for summary in ordered:
        names.setdefault(words_of(summary.name), summary.id)
        if "-" in summary.id:
            names.setdefault(words_of(summary.id), summary.id)
    aliases: dict[tuple[str, ...], set[str]] = {}
    for summary in ordered:
        for alias in summary.also_known_as:
            aliases.setdefault(words_of(alias), set()).add(summary.id)
    for words, ids in aliases.items():
        if len(ids) == 1:
            names.setdefault(words, next(iter(ids)))
    names.pop((), None)
    return names
