"""A document as a PDF: paged by reportlab, with the same bytes for the same document.

The fonts are embedded, the contents are there as bookmarks, and each page says whose it is and which of how
many. What people typed is escaped in `pdf_text` and nowhere else.
"""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from plcdesk.minutes.document import Document
from plcdesk.minutes.paper import Paper
from plcdesk.minutes.whole_file import write_whole

# Points. Narrower text is easier to read than the full width of the paper.
SIZES: dict[Paper, tuple[float, float]] = {"letter": (612.0, 792.0), "a4": (595.28, 841.89)}
OnPage = Callable[[int], object]
_SMALLER = (0.94, 0.88, 0.82, 0.76)


def write_pdf(document: Document, paper: Paper, to: Path | BinaryIO) -> None:
    """Write the PDF to a file, or to something open for writing bytes.

    A file is whole at any moment, the old one or the new one. Raises EnvironmentProblem with a sentence if
    it cannot be written (disk full, folder closed to us, open in another program) or a font is missing.
    """
    content = pdf_bytes(document, paper)
    if isinstance(to, Path):
        write_whole(to, content)
    else:
        to.write(content)


def pdf_bytes(document: Document, paper: Paper, on_page: OnPage | None = None) -> bytes:
    """The PDF as bytes: always the same for the same document. Raises EnvironmentProblem if a font is missing.

    `on_page` is told the number of each page that is laid out; what it raises ends the work.

    A few lines on a second page are brought back to the first by slightly smaller letters; a document that
    is to have one page is made smaller still.
    """
    full, pages = _at_scale(document, paper, document.letters, on_page)
    if pages != 2:  # The smallest letters make two pages one, and no more than two.
        return full
    for scale in _SMALLER if document.one_page else _SMALLER[:1]:
        content, pages = _at_scale(document, paper, document.letters * scale, on_page)
        if pages == 1:
            return content
    return full  # Too much for one page: better easy to read on several.


def fits(document: Document, paper: Paper, most: int) -> bool:
    """Whether a document has at most `most` pages at its own size of letters.

    Raises EnvironmentProblem if a font is missing.
    """
    from plcdesk import paths
    from plcdesk.minutes.pdf_fonts import shown_with
    from plcdesk.minutes.pdf_pages import TooManyPages, at_most, build

    try:
        build(document, SIZES[paper], document.letters, shown_with(paths.fonts()), BytesIO(), at_most(most))
    except TooManyPages:
        return False
    return True


def _at_scale(document: Document, paper: Paper, scale: float, on_page: OnPage | None) -> tuple[bytes, int]:
    from plcdesk import paths
    from plcdesk.minutes.pdf_fonts import shown_with
    from plcdesk.minutes.pdf_pages import build

    shown = shown_with(paths.fonts())
    to = BytesIO()
    pages = build(document, SIZES[paper], scale, shown, to, on_page)
    return to.getvalue(), pages
