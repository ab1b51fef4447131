"""Help with misspelt words: what stands in the index that is nearly what was typed."""

from dataclasses import replace

from plcdesk.archive.matching import Term
from plcdesk.archive.wanted import Wanted
from plcdesk.store.reader import Reader

_TABLES = ("entry", "meeting", "item", "snapshot", "attachment")
_NEAR = 72
"""Of 100; 'densty' and 'density' are 92 alike, 'ratio' and 'radio' 80, 'cat' and 'dog' 0."""
_SHORTEST = 4


def mended(reader: Reader, wanted: Wanted) -> Wanted | None:
    """The same search with words that there are in place of those that there are not; None if nothing is near."""
    terms = tuple(_mended(reader, term) for term in wanted.terms)
    return replace(wanted, terms=terms) if terms != wanted.terms else None


def _mended(reader: Reader, term: Term) -> Term:
    words = term.words
    better = [
        _nearest(reader, word, begins=term.begins and n == len(words) - 1) for n, word in enumerate(words)
    ]
    if all(new is None for new in better):
        return term
    text = " ".join(new or old for new, old in zip(better, words, strict=True))
    return Term(text, begins=term.begins or better[-1] is not None)  # 'conclusin' may mean 'conclusions' too


def _nearest(reader: Reader, word: str, *, begins: bool) -> str | None:
    """The word most like this one; None where it is there itself, or nothing is near enough."""
    if len(word) < _SHORTEST:
        return None
    known = _words_like(reader, word)
    if word in known or (begins and any(other.startswith(word) for other in known)):
        return None
    from rapidfuzz import process
    from rapidfuzz.distance import DamerauLevenshtein

    near = process.extract(
        word, list(known), scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=_NEAR / 100, limit=8
    )
    best = max(near, key=lambda found: (round(found[1], 2), known[found[0]]), default=None)
    return best[0] if best is not None else None


def _words_like(reader: Reader, word: str) -> dict[str, int]:
    """The words that begin as this one does, or with its second letter, and in how many places each stands."""
    found: dict[str, int] = {}
    for first in sorted({word[0], word[1]}):
        for table in _TABLES:
            for term, places in reader.rows(
                f"SELECT term, doc FROM {table}_fts_terms WHERE term >= ? AND term < ?",
                [first, chr(ord(first) + 1)],
            ):
                found[term] = found.get(term, 0) + places
    return found
