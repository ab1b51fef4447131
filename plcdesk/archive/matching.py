"""Where words stand in a text, by the rules of the index: accents and capitals are ignored.

The index (FTS5, unicode61) takes letters and digits for words and everything else for gaps between them. The
same is done here, so that what is marked on the screen is what was found.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

Span = tuple[int, int]
"""From which character on, and before which, counted from 0."""

_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+")
_ACCENT = "\u0300"
_BEFORE = r"(?<![^\W_])"
_GAP = r"[\W_]+"


@dataclass(frozen=True)
class Term:
    """A word, or several that stand side by side; with `begins` the last of them may go on."""

    text: str
    begins: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """Its words as the index has them."""
        return tuple(words_of(self.text))


@dataclass(frozen=True)
class Marked:
    """A text with the places that were looked for."""

    text: str
    marks: tuple[Span, ...] = ()


class _Folding(dict[int, str]):
    """Each letter without its accent and in lower case; it stays one character, so that places stay the same."""

    def __missing__(self, letter: int) -> str:
        apart = unicodedata.normalize("NFD", chr(letter))
        plain = _ACCENT if unicodedata.combining(apart[0]) else apart[0].lower()[:1]
        self[letter] = plain
        return plain


_folding = _Folding()


def fold(text: str) -> str:
    """A text without accents and capitals, as long as it was; an accent of its own becomes another one."""
    return text.lower() if text.isascii() else text.translate(_folding)


def words_of(text: str) -> list[str]:
    """The words of a text as the index has them."""
    return [word.replace(_ACCENT, "") for word in _WORD.findall(fold(text))]


def find(text: str, terms: Sequence[Term]) -> tuple[Span, ...]:
    """Where any of the terms stand, in order and without overlaps."""
    folded = fold(text)
    pattern = _pattern(tuple(terms), _ACCENT in folded)
    return tuple(match.span() for match in pattern.finditer(folded)) if pattern else ()


@lru_cache(maxsize=64)
def _pattern(terms: tuple[Term, ...], accents: bool) -> re.Pattern[str] | None:
    """What finds any of the terms in a folded text, which may have `accents` of their own behind letters."""
    behind = f"{_ACCENT}*" if accents else ""
    parts: list[str] = []
    for term in sorted(terms, key=lambda term: len(term.text), reverse=True):
        words = ["".join(re.escape(letter) + behind for letter in word) for word in term.words]
        after = rf"(?:[^\W_]|{_ACCENT})*" if term.begins else r"(?![^\W_])"
        if words:
            parts.append(_BEFORE + _GAP.join(words) + after)
    return re.compile("|".join(parts)) if parts else None


def marked(text: str, terms: Sequence[Term]) -> Marked:
    """The text with the terms marked."""
    return Marked(text, find(text, terms))


def excerpt(text: str, terms: Sequence[Term], letters: int = 110) -> Marked:
    """One line of at most about `letters` characters round the first of the terms, with all of them marked."""
    line = " ".join(text.split())
    found = find(line, terms)
    if len(line) <= letters:
        return Marked(line, found)
    first = found[0][0] if found else 0
    start = 0 if first < letters * 2 // 3 else line.rfind(" ", 0, first - letters // 4) + 1
    end = line.rfind(" ", start, start + letters)
    end = end if end > first else min(len(line), start + letters)
    before, after = "… " if start else "", " …" if end < len(line) else ""
    moved = len(before) - start
    inside = tuple((a + moved, min(b, end) + moved) for a, b in found if start <= a < end)
    return Marked(before + line[start:end] + after, inside)
