"""The pages of a book: contents whose numbers are filled in at the end, and chapters made one at a time."""

# The type hints for reportlab are incomplete.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import IO, Any, Protocol, cast

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfdoc import PDFObjectReference, xObjectName
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    KeepTogether,
    PageBreak,
    PageTemplate,
)

from plcdesk import paths
from plcdesk.minutes.document import Block, Document
from plcdesk.minutes.inks import INKS, LINE
from plcdesk.minutes.legible import Shown, one_line
from plcdesk.minutes.paper import Paper
from plcdesk.minutes.pdf import SIZES
from plcdesk.minutes.pdf_blocks import PageFlow
from plcdesk.minutes.pdf_fonts import REGULAR, shown_with
from plcdesk.minutes.pdf_growing import GrowingPdf
from plcdesk.minutes.pdf_pages import BOTTOM, FOOT, SIDE, TOP, document_facts, fitting
from plcdesk.text import tr

_SMALL, _SIZE = 8.5, 10.0
_A_LINE = 17.0
_LISTS = "lists"
_LETTERS = (
    0.94  # of their usual size: a book is paper, and minutes that run over by two lines waste a page each
)


class Listed(Protocol):
    """What the contents say of a chapter."""

    @property
    def key(self) -> str: ...
    @property
    def day(self) -> str: ...
    @property
    def title(self) -> str: ...


def write_book(
    book: Document,
    chapters: Sequence[Listed],
    documents: Iterable[Document],
    lists: Iterable[Sequence[Block]],
    paper: Paper,
    to: IO[bytes],
) -> None:
    """Write a book as a PDF: title and contents, a document for each chapter, and lists at the end.

    `documents` and `lists` are asked for one after the other, when their page comes, and each page that is done
    is written at once. Blocks of a list that come together stay on one page, if they fit on one.
    """
    size, shown = SIZES[paper], shown_with(paths.fonts())
    room = size[0] - 2 * SIDE
    frame = Frame(SIDE, BOTTOM, room, size[1] - TOP - BOTTOM, 0, 0, 0, 0)
    foot = _Foot(book, size, shown)
    template = BaseDocTemplate(
        cast("Any", to),
        pagesize=size,
        pageTemplates=[PageTemplate("page", [frame], onPageEnd=foot.draw)],
        **document_facts(book),
    )
    flow = PageFlow(room, _LETTERS, shown, in_contents=False)
    story = _Story(_parts(flow, book, chapters, documents, lists, shown))
    template.build(story, canvasmaker=_Book)


def _parts(
    flow: PageFlow,
    book: Document,
    chapters: Sequence[Listed],
    documents: Iterable[Document],
    lists: Iterable[Sequence[Block]],
    shown: Shown,
) -> Iterator[list[Any]]:
    lines: list[Any] = [_ContentsLine(each.key, each.day, each.title.translate(shown)) for each in chapters]
    if chapters:
        lines.append(_ContentsLine(_LISTS, "", tr("All decisions and actions")))
    yield [*flow.of(book), *lines]
    for chapter, document in zip(chapters, documents, strict=True):
        title = f"{chapter.day} {chapter.title}".translate(shown)
        yield [PageBreak(), _Start(chapter.key, title), *flow.of(document)]
    if chapters:
        yield [PageBreak(), _Start(_LISTS, tr("All decisions and actions"))]
        for blocks in lists:
            yield [
                KeepTogether([part for part in flow.blocks(blocks) if not isinstance(part, CondPageBreak)])
            ]


class _Story(list[Any]):
    """A story that reportlab takes from its front, with the next part put in when it is empty."""

    def __init__(self, parts: Iterator[list[Any]]) -> None:
        super().__init__()
        self._parts = parts

    def __len__(self) -> int:
        while not super().__len__():
            following = next(self._parts, None)
            if following is None:
                return 0
            self.extend(following)
        return super().__len__()


class _Book(Canvas):
    """A canvas that writes each page when it is done, and knows then on which page each chapter began."""

    def __init__(self, *settings: Any, **more: Any) -> None:
        super().__init__(*settings, **more)
        self._begins: dict[str, int] = {}
        self._asked: list[str] = []
        own: Any = self
        self._growing = GrowingPdf(own._doc, own._filename)

    def begin_chapter(self, key: str, title: str) -> None:
        """A chapter begins on this page."""
        self._begins[key] = self.getPageNumber()
        self.bookmarkPage(key)
        self.addOutlineEntry(title or "…", key, 0)

    def ask_for_page(self, key: str, right: float, base: float) -> None:
        """Leave room for the number of the chapter's page, which ends at `right`."""
        self._asked.append(key)
        self.saveState()
        self.translate(right, base)
        self.doForm(f"page-of-{key}")
        self.restoreState()

    def showPage(self) -> None:
        """Write the page that is done; of one whose numbers are still to come, what stands on it."""
        own: Any = self
        document, waits = own._doc, bool(own._formsinuse)
        name = document.thisPageName()
        super().showPage()
        pages = document.Pages.pages
        page = pages[-1]
        page.check_format(document)  # makes an object of what stands on it
        self._growing.put(document.Reference(page.Contents).name)
        page.stream = page.Contents.content = None
        if not waits:
            self._growing.put(name)
            pages[-1] = PDFObjectReference(name)

    def save(self) -> None:
        """Write the numbers that were left open, then the rest of the file."""
        for key in self._asked:
            name = f"page-of-{key}"
            self.beginForm(name, lowerx=-60, lowery=-4, upperx=2, uppery=14)
            self.setFont(REGULAR, _SIZE)
            self.setFillColor(HexColor(INKS["plain"]))
            self.drawRightString(0, 0, str(self._begins.get(key, "")))
            self.endForm()
            self._growing.put(xObjectName(name))
        super().save()


class _Start(Flowable):
    """Where a chapter begins; it takes no room."""

    def __init__(self, key: str, title: str) -> None:
        super().__init__()
        self._key, self._title = key, one_line(title)[:120]

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        pen: Any = self.canv
        pen.begin_chapter(self._key, self._title)


class _ContentsLine(Flowable):
    """Day, title, dots and the page of a chapter; a click on it leads there."""

    def __init__(self, key: str, day: str, title: str) -> None:
        super().__init__()
        self._key, self._day, self._title = key, day, one_line(title)
        self._width = 0.0

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        self._width = aW
        return aW, _A_LINE

    def draw(self) -> None:
        pen: Any = self.canv
        left = 78 if self._day else 0
        title = fitting(self._title, self._width - left - 44, size=_SIZE)
        pen.setFont(REGULAR, _SIZE)
        pen.setFillColor(HexColor(INKS["quiet"]))
        pen.drawString(0, 4, self._day)
        pen.setFillColor(HexColor(INKS["plain"]))
        pen.drawString(left, 4, title)
        pen.setStrokeColor(HexColor(LINE))
        pen.setDash(0.6, 3)
        pen.line(left + stringWidth(title, REGULAR, _SIZE) + 6, 5, self._width - 30, 5)
        pen.setDash()
        pen.ask_for_page(self._key, self._width, 4)
        pen.linkRect("", self._key, (0, 0, self._width, _A_LINE), relative=1, thickness=0)


class _Foot:
    """What stands at the foot of each page."""

    def __init__(self, book: Document, size: tuple[float, float], shown: Shown) -> None:
        self._right = size[0] - SIDE
        words = " · ".join(chain(book.footer)).translate(shown)
        self._words = fitting(one_line(words), self._right - SIDE - 60)

    def draw(self, canvas: Any, pages: Any) -> None:
        """A line, whose book it is, and the number of the page."""
        canvas.saveState()
        canvas.setFont(REGULAR, _SMALL)
        canvas.setFillColor(HexColor(INKS["quiet"]))
        canvas.setStrokeColor(HexColor(LINE))
        canvas.setLineWidth(0.6)
        canvas.line(SIDE, FOOT, self._right, FOOT)
        canvas.drawString(SIDE, FOOT - 14, self._words)
        canvas.drawRightString(self._right, FOOT - 14, str(pages.page))
        canvas.restoreState()
