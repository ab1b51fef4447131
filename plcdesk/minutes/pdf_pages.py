"""The pages around the text: margins, what stands at the head and foot of each, the numbers, the contents."""

# The type hints for reportlab are incomplete.
# pyright: reportUnknownMemberType=false

from collections.abc import Callable
from typing import Any, BinaryIO

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from plcdesk.minutes.document import DOT, Document, joined
from plcdesk.minutes.inks import INKS, LINE
from plcdesk.minutes.legible import Shown, one_line
from plcdesk.minutes.pdf_blocks import PageFlow
from plcdesk.minutes.pdf_fonts import REGULAR
from plcdesk.text import tr

SIDE, TOP, BOTTOM, FOOT = 60.0, 50.0, 60.0, 44.0
_SMALL = 8.5


class TooManyPages(Exception):
    """A document has more pages than it may have."""


def at_most(most: int) -> Callable[[int], None]:
    """What raises TooManyPages as soon as there are more than `most` pages."""

    def on_page(number: int) -> None:
        if number > most:
            raise TooManyPages

    return on_page


def build(
    document: Document,
    size: tuple[float, float],
    scale: float,
    shown: Shown,
    to: BinaryIO,
    on_page: Callable[[int], object] | None = None,
) -> int:
    """Write the document to `to` on pages of `size` points, and return how many there are.

    `on_page` is told the number of each page that is done; what it raises ends the work.
    """
    width, height = size
    room = width - 2 * SIDE
    frame = Frame(SIDE, BOTTOM, room, height - TOP - BOTTOM, 0, 0, 0, 0)
    around = _Around(document, size, shown, on_page)
    pages = BaseDocTemplate(
        to,
        pagesize=size,
        pageTemplates=[PageTemplate("page", [frame], onPageEnd=around.draw)],
        **document_facts(document),
    )
    pages.build(PageFlow(room, scale, shown).of(document), canvasmaker=_Pages)
    return pages.page


def document_facts(document: Document) -> dict[str, Any]:
    """What a PDF says of itself, and what keeps its bytes the same each time."""
    return {
        "invariant": 1,
        "pageCompression": 1,
        "title": _fact(document.title),
        "author": _fact(document.author),
        "subject": _fact(document.subtitle),
        "creator": "PLC Desk",
        "lang": document.language,
        "displayDocTitle": True,
        "initialFontName": REGULAR,  # else each page names one that is not embedded
    }


def _fact(text: str) -> str:
    return one_line(text)[:200]


class _Pages(Canvas):
    """A canvas that knows how many pages there are once they are all there, and keeps the contents in order."""

    def __init__(self, *settings: Any, **more: Any) -> None:
        super().__init__(*settings, **more)
        self._numbered: list[tuple[str, int, float, float]] = []
        self._places = 0
        self._deepest = -1

    def add_to_contents(self, text: str, level: int) -> None:
        """Lead from the contents to here; a level may be at most one deeper than the last."""
        self._places += 1
        self._deepest = min(level, self._deepest + 1)
        self.bookmarkHorizontal(f"place-{self._places}", 0, 16)
        self.addOutlineEntry(text or "…", f"place-{self._places}", self._deepest, closed=False)

    def number_here(self, number: int, right: float, base: float) -> None:
        """Leave room for '2 of 3' that ends at `right`, to be written when the number of pages is known."""
        name = f"number-{number}"
        self._numbered.append((name, number, right, base))
        self.doForm(name)

    def save(self) -> None:
        """Write the numbers that were left open, then the file."""
        for name, number, right, base in self._numbered:
            self.beginForm(name)
            self.setFont(REGULAR, _SMALL)
            self.setFillColor(HexColor(INKS["quiet"]))
            self.drawRightString(right, base, tr("{n} of {all}").format(n=number, all=len(self._numbered)))
            self.endForm()
        super().save()


class _Around:
    """Draws what stands around the text of each page."""

    def __init__(
        self,
        document: Document,
        size: tuple[float, float],
        shown: Shown,
        on_page: Callable[[int], object] | None = None,
    ) -> None:
        self._on_page = on_page
        self._left, self._right, self._top = SIDE, size[0] - SIDE, size[1]
        room = self._right - self._left
        foot = [one_line(part).translate(shown) for part in document.footer]
        self._footer = joined(fitting(foot[0], room - 70, joined(*foot[1:])), *foot[1:]) if foot else ""
        self._title = fitting(one_line(document.title).translate(shown), room)

    def draw(self, canvas: Any, pages: Any) -> None:
        """Foot on every page; the title at the head of each but the first."""
        if self._on_page is not None:
            self._on_page(pages.page)
        canvas.saveState()
        canvas.setFont(REGULAR, _SMALL)
        canvas.setFillColor(HexColor(INKS["quiet"]))
        canvas.setStrokeColor(HexColor(LINE))
        canvas.setLineWidth(0.6)
        canvas.line(self._left, FOOT, self._right, FOOT)
        canvas.drawString(self._left, FOOT - 14, self._footer)
        if pages.page > 1:
            canvas.drawString(self._left, self._top - 34, self._title)
        canvas.restoreState()
        canvas.number_here(pages.page, self._right, FOOT - 14)


def fitting(text: str, room: float, after: str = "", size: float = _SMALL) -> str:
    """As much of a line as there is room for, if `after` stands after it."""
    room -= stringWidth(DOT + after, REGULAR, size) if after else 0
    if len(text) <= 400 and stringWidth(text, REGULAR, size) <= room:
        return text
    text = text[:400]
    while text and stringWidth(text + "…", REGULAR, size) > room:
        text = text[:-1]
    return text.rstrip() + "…"
