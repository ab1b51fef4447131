"""Pictures of the pages."""

from itertools import pairwise

import pytest

from plcdesk.minutes.agenda_page import agenda_document
from plcdesk.minutes.content import AgendaFacts
from plcdesk.minutes.document import Document, Heading, Paragraph, plain_runs
from plcdesk.minutes.pdf import pdf_bytes
from plcdesk.minutes.preview import find_all, find_words, page_count, page_size, render_page, render_pages


@pytest.mark.parametrize("width", [313, 600, 1001])
def test_pages_come_as_wide_as_asked(agenda: AgendaFacts, width: int) -> None:
    (page,) = render_pages(pdf_bytes(agenda_document(agenda), "letter"), width)
    assert page.width == width
    assert abs(page.height - width * 11 / 8.5) <= 1
    assert len(page.rgb) == page.width * page.height * 3


def test_the_picture_is_white_paper_with_dark_and_green_ink(agenda: AgendaFacts) -> None:
    page = render_page(pdf_bytes(agenda_document(agenda), "a4"), 0, 600)
    pixels = {page.rgb[place : place + 3] for place in range(0, len(page.rgb), 3)}
    assert page.rgb[:3] == b"\xff\xff\xff"
    assert any(
        red < 20 and 100 < green < 115 and 90 < blue < 105 for red, green, blue in pixels
    )  # the rule: #0B6B62
    assert any(max(pixel) < 60 for pixel in pixels)


def test_the_size_of_a_page_is_known_in_points(agenda: AgendaFacts) -> None:
    width, height = page_size(pdf_bytes(agenda_document(agenda), "a4"))
    assert (round(width), round(height)) == (595, 842)


def test_each_page_is_its_own_picture() -> None:
    blocks = tuple(
        block for n in range(40) for block in (Heading(f"Part {n}"), Paragraph(plain_runs("word " * 60)))
    )
    pdf = pdf_bytes(Document("T", "A", "en-US", blocks), "letter")
    pages = list(render_pages(pdf, 200))
    assert len(pages) == page_count(pdf) > 3
    assert all(one.rgb != other.rgb for one, other in pairwise(pages))


def test_words_are_found_wherever_lines_break() -> None:
    filler = tuple(Paragraph(plain_runs("word " * 90)) for _ in range(40))
    long = (
        "An evening of Ünterricht with Ольга that is so long that no line of a page could ever hold it whole"
    )
    pdf = pdf_bytes(Document("T", "A", "en-US", (*filler, Paragraph(plain_runs(long)))), "letter")
    spot = find_words(pdf, long)
    assert spot is not None and spot.page == page_count(pdf) - 1 > 0
    assert 0 < spot.down < 1
    assert find_words(pdf, "An evening of other things altogether") == spot  # its beginning is enough
    assert find_words(pdf, "T") == (0, pytest.approx(0.06, abs=0.06))


@pytest.mark.parametrize("words", ["", "  ", "nothing like this"])
def test_words_that_are_not_there_are_nowhere(words: str) -> None:
    pdf = pdf_bytes(Document("T", "A", "en-US", (Paragraph(plain_runs("word")),)), "letter")
    assert find_words(pdf, words) is None


def test_every_place_of_a_name_is_found_also_across_lines() -> None:
    lines = "Jayvon said so. Jayvonne did not. " + "word " * 10 + "Maria Lopez wrote; maria did not."
    pdf = pdf_bytes(Document("T", "A", "en-US", (Paragraph(plain_runs(lines)),)), "letter")
    first, *broken = find_all(pdf, ("Maria Lopez", "Maria", "Jayvon"))
    assert first.page == 0 and 0 < first.left < first.right < 0.3 and first.top < first.foot
    assert [place.top > first.foot for place in broken] == [False, True]
    assert broken[0].left > 0.7 and broken[1].left < 0.2
    assert find_all(pdf, ()) == () == find_all(pdf, (" ",))
