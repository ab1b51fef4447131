"""Handout, role cards and poster as PDFs: as much as there is room for, in letters as large as there is room for."""

from collections.abc import Callable
from typing import Literal

from plcdesk.library.handout import Occasion, handout_document, poster_document, role_cards_document
from plcdesk.minutes.paper import Paper
from plcdesk.minutes.pdf import pdf_bytes
from plcdesk.minutes.preview import page_count
from plcdesk.text import tr

Sheet = Literal["handout", "role_cards", "poster"]
MOST_PAGES = 2
POSTER_LETTERS = (3.6, 3.2, 3.0, 2.8)
"""Sizes of letters for a poster, from the largest; under the last, nobody reads it in passing from 3 meters."""
TITLE_LETTERS = (4.0, 3.5, 3.0, 2.8, 2.5)
"""The same for titles alone, which are bold."""


def paper_pdf(occasion: Occasion, sheet: Sheet, paper: Paper) -> bytes:
    """One of the three papers as a PDF. Raises EnvironmentProblem if a font is missing."""
    makers: dict[Sheet, Callable[[Occasion, Paper], bytes]] = {
        "handout": handout_pdf,
        "role_cards": role_cards_pdf,
        "poster": poster_pdf,
    }
    return makers[sheet](occasion, paper)


def handout_pdf(occasion: Occasion, paper: Paper) -> bytes:
    """The handout on two pages at most, where the protocol lets it be: with less detail if there is much of it."""
    pdf = pdf_bytes(handout_document(occasion, "all"), paper)
    for detail in ("most", "least"):
        if page_count(pdf) <= MOST_PAGES:
            break
        pdf = pdf_bytes(handout_document(occasion, detail), paper)
    return pdf


def role_cards_pdf(occasion: Occasion, paper: Paper) -> bytes:
    """The role cards, four to a page."""
    return pdf_bytes(role_cards_document(occasion), paper)


def poster_pdf(occasion: Occasion, paper: Paper) -> bytes:
    """The poster on one page in the largest letters that fit; titles alone if that makes it one page.

    Else there are more pages rather than letters that nobody can read.
    """
    full = b""
    for letters in POSTER_LETTERS:
        full = pdf_bytes(poster_document(occasion, letters), paper)
        if page_count(full) == 1:
            return full
    titles = b""
    for letters in TITLE_LETTERS:
        titles = pdf_bytes(poster_document(occasion, letters, titles_only=True), paper)
        if page_count(titles) == 1:
            return titles
    return full if page_count(full) <= MOST_PAGES else titles


def sheet_words() -> dict[Sheet, str]:
    """The papers with what they are called."""
    return {"handout": tr("Handout"), "role_cards": tr("Role cards"), "poster": tr("Poster")}


def sheets_of(occasion: Occasion) -> tuple[Sheet, ...]:
    """The papers that there are of a protocol: cards only where it has roles."""
    return ("handout", "role_cards", "poster") if occasion.protocol.roles else ("handout", "poster")
