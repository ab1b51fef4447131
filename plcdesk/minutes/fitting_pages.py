"""Choosing what fits: the first of several documents that has no more pages than it may have."""

from collections.abc import Callable, Iterable

from plcdesk.minutes.document import Document

Fits = Callable[[Document, int], bool]
"""Whether a document has at most so many pages, at its own size of letters."""


def first_that_fits(documents: Iterable[Document], most: int, fits: Fits) -> Document:
    """The first document of at most `most` pages; the last one if none is. Raises ValueError for none at all."""
    last: Document | None = None
    for document in documents:
        last = document
        if fits(document, most):
            return document
    if last is None:
        raise ValueError("no document")
    return last


def shortened(text: str, longest: int) -> str:
    """A text of at most `longest` characters, cut after a word, with '…' where something is gone."""
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    return text[:longest].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
