"""Pictures of the pages of a PDF, for the preview and for the printer."""

import re
import threading
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

_one_at_a_time = threading.Lock()  # PDFium must not be entered by two threads, not even for two documents.


class PageImage(NamedTuple):
    """One page as a picture: width and height in pixels, and three bytes (red, green, blue) for each of them."""

    width: int
    height: int
    rgb: bytes


class Spot(NamedTuple):
    """A place in a PDF: the page, numbered from 0, and how far down on it, from 0 (top) to 1 (foot)."""

    page: int
    down: float


class Place(NamedTuple):
    """Where words stand on a page, numbered from 0, in shares of its width and height from the upper left."""

    page: int
    left: float
    top: float
    right: float
    foot: float


def find_all(pdf: bytes, words: Iterable[str]) -> tuple[Place, ...]:
    """Every place of these words, as they are spelt and whole, wherever lines break.

    Raises pypdfium2.PdfiumError if `pdf` is none.
    """
    longest_first = sorted((each.split() for each in words if each.strip()), key=len, reverse=True)
    if not longest_first:
        return ()
    either = "|".join(r"\s+".join(map(re.escape, parts)) for parts in longest_first)
    pattern = re.compile(rf"(?<!\w)(?:{either})(?!\w)")
    with _one_at_a_time:
        document = _opened(pdf)
        try:
            pages = range(len(document))
            return tuple(place for number in pages for place in _places_on(document[number], number, pattern))
        finally:
            document.close()


def find_words(pdf: bytes, words: str) -> Spot | None:
    """Where these words stand first, wherever lines break; where only their beginning is found, that place.

    None if they are not there. Raises pypdfium2.PdfiumError if `pdf` is none.
    """
    wanted = words.split()
    with _one_at_a_time:
        document = _opened(pdf)
        try:
            for most in (len(wanted), 8, 4, 2):
                for number in range(len(document)):
                    down = _found_on(document[number], " ".join(wanted[:most]))
                    if down is not None:
                        return Spot(number, down)
            return None
        finally:
            document.close()


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has. Raises pypdfium2.PdfiumError if `pdf` is none."""
    with _one_at_a_time:
        document = _opened(pdf)
        try:
            return len(document)
        finally:
            document.close()


def page_size(pdf: bytes, number: int = 0) -> tuple[float, float]:
    """Width and height of a page in points (72 to the inch). Raises pypdfium2.PdfiumError if `pdf` is none."""
    with _one_at_a_time:
        document = _opened(pdf)
        try:
            width, height = document[number].get_size()
            return float(width), float(height)
        finally:
            document.close()


def render_pages(pdf: bytes, width: int) -> Iterator[PageImage]:
    """Each page in turn, `width` pixels wide and drawn only when it is asked for.

    Raises pypdfium2.PdfiumError if `pdf` is none.
    """
    for number in range(page_count(pdf)):
        yield render_page(pdf, number, width)


def render_page(pdf: bytes, number: int, width: int) -> PageImage:
    """One page, numbered from 0, `width` pixels wide."""
    with _one_at_a_time:
        document = _opened(pdf)
        try:
            page = document[number]
            # The height is rounded up by PDFium; half a pixel less keeps the width from growing by one.
            bitmap = page.render(scale=(width - 0.5) / page.get_width(), rev_byteorder=True)
            return PageImage(bitmap.width, bitmap.height, _packed(bitmap))
        finally:
            document.close()


def _found_on(page: Any, words: str) -> float | None:
    """How far down on a page these words begin."""
    text_page = page.get_textpage()
    letters = str(text_page.get_text_range())
    kept = [place for place in range(len(letters)) if not _second_blank(letters, place)]
    line = "".join(" " if letters[place].isspace() else letters[place] for place in kept)
    found = line.find(words) if words else -1
    if found < 0:
        return None
    top = text_page.get_charbox(min(kept[found], text_page.count_chars() - 1))[3]
    return min(1.0, max(0.0, 1 - top / page.get_height()))


def _places_on(page: Any, number: int, pattern: re.Pattern[str]) -> Iterator[Place]:
    text_page = page.get_textpage()
    width, height = page.get_size()
    for found in pattern.finditer(str(text_page.get_text_range())):
        for line in range(text_page.count_rects(found.start(), found.end() - found.start())):
            left, foot, right, top = text_page.get_rect(line)
            yield Place(number, left / width, 1 - top / height, right / width, 1 - foot / height)


def _second_blank(letters: str, place: int) -> bool:
    return place > 0 and letters[place].isspace() and letters[place - 1].isspace()


def _packed(bitmap: Any) -> bytes:
    """The rows of a picture without the padding between them."""
    row, raw = bitmap.width * bitmap.n_channels, bytes(bitmap.buffer)
    if bitmap.stride == row:
        return raw
    return b"".join(raw[top : top + row] for top in range(0, bitmap.stride * bitmap.height, bitmap.stride))


def _opened(pdf: bytes) -> Any:
    from pypdfium2 import PdfDocument  # pyright: ignore[reportMissingTypeStubs]

    return PdfDocument(pdf)
