"""Protocols on paper."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from plcdesk.library.handout import Occasion, handout_document, poster_document, role_cards_document
from plcdesk.library.handout_pdf import MOST_PAGES, TITLE_LETTERS, paper_pdf, sheets_of
from plcdesk.library.outline import fitted_or_own
from plcdesk.library.schema import Preparation, Role
from plcdesk.minutes.document import Cards, ListOf, Table, text_of, words_in
from plcdesk.minutes.markdown import to_markdown
from plcdesk.minutes.plain import to_text
from plcdesk.minutes.web import to_html
from tests.library.making import protocol, step
from tests.shipped import SHIPPED

IDS = [summary.id for summary in SHIPPED.summaries()]
LONGEST = ("descriptive-review-child", "data-driven-dialogue", "standards-in-practice", "success-analysis")
HOSTILE = '<img src="/etc/passwd"><b>bold</b>&amp; مرحبا 🎉'


def occasion(name: str, minutes: int = 0, people: int = 6) -> Occasion:
    found = SHIPPED.get(name)
    summary = next(each for each in SHIPPED.summaries() if each.id == name)
    return Occasion(found, fitted_or_own(found, minutes or summary.minutes, people), people)


def table(document) -> Table:
    return next(block for block in document.blocks if isinstance(block, Table))


def text(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def pages(pdf: bytes) -> int:
    return len(PdfReader(BytesIO(pdf)).pages)


@pytest.mark.parametrize("name", IDS)
def test_a_handout_has_every_step_what_is_brought_and_where_it_is_from(name):
    on = occasion(name)
    document = handout_document(on)
    words = to_text(document)
    for line in on.lines:
        assert line.step.title in words
        assert " ".join(line.step.say.split()) in words
    for material in on.protocol.materials:
        assert material.what in words
    assert on.protocol.origin.credit in words
    less, least = (words_in(handout_document(on, detail).blocks) for detail in ("most", "least"))
    assert words_in(document.blocks) > less > least


@pytest.mark.parametrize("name", IDS)
def test_there_is_a_card_for_each_role(name):
    on = occasion(name)
    (cards,) = role_cards_document(on).blocks
    assert isinstance(cards, Cards)
    assert len(cards.cards) == sum(max(1, role.count) for role in on.protocol.roles)
    assert ("role_cards" in sheets_of(on)) == bool(on.protocol.roles)


@pytest.mark.parametrize("name", ["tuning", "norms", *LONGEST])
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_papers_keep_to_their_pages(name, paper):
    on = occasion(name)
    assert pages(paper_pdf(on, "handout", paper)) <= MOST_PAGES
    assert pages(paper_pdf(on, "poster", paper)) <= MOST_PAGES
    cards = sum(max(1, role.count) for role in on.protocol.roles)
    assert pages(paper_pdf(on, "role_cards", paper)) == -(-cards // 4)


@pytest.mark.parametrize("name", ["tuning", *LONGEST])
def test_a_poster_can_be_read_from_three_meters(name):
    """Capitals of Noto Sans are 0.714 of the size; 6 millimeters are half as large again as the eye chart asks for."""
    sizes = []

    def see(words, _matrix, _transform, _font, size):
        if words.strip() and size:
            sizes.append((words.strip(), size))

    on = occasion(name)
    for page in PdfReader(BytesIO(paper_pdf(on, "poster", "letter"))).pages:
        page.extract_text(visitor_text=see)
    titles = [size for words, size in sizes if any(words in line.step.title for line in on.lines)]
    assert titles
    assert min(titles) * 0.714 * 25.4 / 72 >= 6
    assert min(titles) >= 10 * min(TITLE_LETTERS) - 0.01


def test_the_poster_has_the_minutes_as_fitted():
    on = occasion("atlas-data", 25)
    rows = table(poster_document(on)).rows
    minutes = [text_of(row[1][0]) for row in rows]
    assert minutes == [f"{step.minutes} min" for step in on.fitted.steps]
    assert "25 min" in poster_document(on).subtitle
    assert all(len(row[0]) == 1 for row in table(poster_document(on, titles_only=True)).rows)


def test_a_card_tells_what_its_role_does_and_when():
    on = occasion("tuning")
    words = to_text(role_cards_document(on))
    presenter, facilitator = words.split("\nFacilitator")
    assert "You speak: The work, Reflection" in presenter
    assert "You listen: Warm and cool" in presenter
    assert on.protocol.preparation[0].what in presenter
    assert on.protocol.cautions[0] in facilitator
    assert on.protocol.cautions[0] not in presenter


def test_a_role_for_several_people_has_a_card_for_each():
    made = protocol(
        step("talk", 10),
        roles=[Role(name="Critic", does="Listens.", count=3, rotates=True)],
        preparation=[Preparation(who="Critic", what="Read it.", lead_days=2)],
    )
    (cards,) = role_cards_document(Occasion(made, fitted_or_own(made, 10, 6), 6)).blocks
    assert len(cards.cards) == 3
    assert any(
        isinstance(block, ListOf) and text_of(block.items[0]) == "Read it." for block in cards.cards[0]
    )


def test_what_people_wrote_is_never_markup():
    made = protocol(
        step("talk", 10, do=HOSTILE, show=HOSTILE),
        name=HOSTILE,
        purpose=HOSTILE,
        cautions=[HOSTILE],
        roles=[Role(name=HOSTILE, does=HOSTILE)],
    )
    on = Occasion(made, fitted_or_own(made, 10, 6), 6)
    for sheet in sheets_of(on):
        assert '<img src="/etc/passwd">' in text(paper_pdf(on, sheet, "letter")).replace("\n", "")
    cards = role_cards_document(on)
    assert "<img" not in to_html(cards)
    assert "\\<img" in to_markdown(cards)


def test_a_very_long_card_is_made_smaller_and_stays_one():
    made = protocol(step("talk", 10), roles=[Role(name="Reader", does="Reads every word. " * 200)])
    on = Occasion(made, fitted_or_own(made, 10, 6), 6)
    pdf = paper_pdf(on, "role_cards", "letter")
    assert pages(pdf) == 1
    assert text(pdf).split().count("Reads") == 200


def test_a_shorter_form_is_named():
    on = occasion("tuning")
    short = replace(on, fitted=fitted_or_own(on.protocol, 30, 6, form="short"))
    assert handout_document(short).subtitle == "30 min · 6 people · Tuning, short form"
    assert handout_document(replace(on, locale="de_DE")).language == "de-DE"


def test_whoever_facilitates_under_another_name_has_the_card_of_a_facilitator():
    words = to_text(role_cards_document(occasion("descriptive-review-child")))
    card = words.partition("Chair")[2].partition("Presenting teacher\n")[0]
    assert "You speak: The question, First threads, Question again, All the threads" in card
    assert "choose an invented name" in card
    assert SHIPPED.get("descriptive-review-child").cautions[0] in card
