"""Whatever people type stands in the PDF as they typed it: no markup, no file, no crash, no endless work."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from plcdesk.minutes.agenda_page import agenda_document
from plcdesk.minutes.catch_up import catch_up_document
from plcdesk.minutes.content import AgendaFacts, MeetingFacts, Person
from plcdesk.minutes.document import (
    Cell,
    Column,
    Document,
    Heading,
    ListOf,
    Paragraph,
    Run,
    Table,
    Together,
    plain_runs,
)
from plcdesk.minutes.minutes_of import Parts, minutes_document
from plcdesk.minutes.pdf import pdf_bytes

NOT_TYPED = {"kind", "status", "becomes", "zone", "result_reached"}
LITERAL = [
    "<b",
    "<b>bold</b>",
    '<img src="/etc/passwd">',
    "&amp;",
    "&#60;",
    "<onDraw name=x/>",
    "]]>",
    "<!-- x -->",
    "<?xml?>",
    "<para>x</para>",
    "{x} %s {0}",
    "<a href='file:///etc/passwd'>x</a>",
    "\\N{BULLET}",
]
ODD = [
    "",
    "   ",
    "\n\n",
    "\0",
    "a\0b",
    "a\u202eb",
    "\ud800",
    "\ufffe",
    "\u00a0",
    "\t\t",
    "👩‍👩‍👧",
    "عربي",
    "\u2028",
    "a\u0301" * 50,
]


def typed(value: Any, text: str, name: str = "") -> Any:
    """The same facts with `text` wherever a person could have typed something."""
    if name in NOT_TYPED:
        return value
    if isinstance(value, str):
        return text
    if isinstance(value, tuple):
        return tuple(typed(inner, text, name) for inner in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: typed(getattr(value, f.name), text, f.name) for f in fields(value)})
    return value


def documents(meeting: MeetingFacts, agenda: AgendaFacts, text: str) -> Iterator[Document]:
    bad = typed(meeting, text)
    yield minutes_document(bad, Parts(feedback=True, who_said_what=True))
    yield catch_up_document(bad, text)
    yield agenda_document(typed(agenda, text))


def words_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


@pytest.mark.parametrize("text", LITERAL)
def test_markup_is_only_text(meeting: MeetingFacts, agenda: AgendaFacts, text: str) -> None:
    for document in documents(meeting, agenda, text):
        pdf = pdf_bytes(document, "letter")
        assert words_of(pdf).count(text) >= 10
        reader = PdfReader(BytesIO(pdf))
        assert not [image for page in reader.pages for image in page.images]
        assert not [page for page in reader.pages if "/Annots" in page]


@pytest.mark.parametrize("text", ODD)
def test_odd_characters_do_no_harm(meeting: MeetingFacts, agenda: AgendaFacts, text: str) -> None:
    for document in documents(meeting, agenda, text):
        assert " of " in words_of(pdf_bytes(document, "letter"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("nul\0l", "null"),
        ("ab\u202ecd", "abcd"),
        ("half \ud800.", "half \ufffd."),
        ("party 🎉!", "party □!"),
        ("中文", "□□"),
        ("family 👩\u200d👩\u200d👧!", "family □□□!"),
        ("thumb 👍🏽!", "thumb □!"),
        ("heart ❤\ufe0f!", "heart □!"),
    ],
)
def test_what_has_no_shape_shows_as_a_box(text: str, shown: str) -> None:
    document = Document("T", "A", "en-US", (Paragraph(plain_runs(text)),))
    assert shown in words_of(pdf_bytes(document, "letter")).split("\n")


BIG = "lorem ipsum dolor " * 1112  # 20,016 characters; benchmarks/growth.py takes many more


def big_documents() -> Iterator[tuple[str, Document]]:
    wide = (Column("Action", 0.6), Column("Who", 0.2), Column("By", 0.2))

    def table(cell: Cell) -> Table:
        return Table(wide, ((cell, (plain_runs("Jo"),), (plain_runs("Thu"),)),))

    blocks = {
        "paragraph": Paragraph(plain_runs(BIG)),
        "list": ListOf((plain_runs(BIG),)),
        "wide cell": table((plain_runs(BIG),)),
        "together": Together((Paragraph(plain_runs(BIG)), Paragraph(plain_runs("end")))),
        "no spaces": Paragraph(plain_runs("x" * 20_000)),
        "heading": Heading(BIG),
        "emoji": Paragraph(plain_runs("🎉" * 20_000)),
        "accents": Paragraph(plain_runs("a" + "\u0301\u0323" * 10_000)),
        "empty lines": Paragraph(plain_runs("\n" * 20_000)),
        "many runs": Paragraph(
            tuple(Run("lorem ipsum " * 8, strong=number % 2 == 0) for number in range(200))
        ),
    }
    for name, block in blocks.items():
        yield name, Document("Title", "Team", "en-US", (block,), footer=("Foot",))


@pytest.mark.parametrize(("name", "document"), [pytest.param(*both, id=both[0]) for both in big_documents()])
def test_what_is_longer_than_a_page_goes_on_to_the_end(name: str, document: Document) -> None:
    words = words_of(pdf_bytes(document, "letter"))
    assert words.count("lorem") == str(document.blocks).count("lorem")
    if name == "no spaces":
        assert words.count("x") == 20_000


def test_no_word_of_a_long_text_is_lost(meeting: MeetingFacts) -> None:
    text = " ".join(f"w{number}" for number in range(4000))
    action = replace(meeting.actions[0], text=text, owners=(text,))
    words = set(words_of(pdf_bytes(minutes_document(replace(meeting, actions=(action,))), "letter")).split())
    assert not {f"w{number}" for number in range(4000)} - words


def test_a_name_as_long_as_a_book_leaves_the_foot_legible(meeting: MeetingFacts) -> None:
    long = replace(meeting, team="Team " * 5000, title="Title " * 500, present=(Person("N" * 5000),))
    for page in PdfReader(BytesIO(pdf_bytes(minutes_document(long), "letter"))).pages:
        foot = page.extract_text()
        assert "Team Team" in foot and "… · Tue 24 November 2026 · draft · confidential" in foot


TEXT = st.text(st.characters(codec=None), max_size=60)  # type: ignore[arg-type]


@given(TEXT)
def test_no_text_breaks_the_writer(text: str) -> None:
    runs = (Run(text), Run(text, strong=True, em=True, small=True, tone="quiet"))
    table = Table((Column(text, 0.5), Column("", 0.5, "right")), (((runs,), (plain_runs(text),)),), name=text)
    blocks = (Heading(text, 2, beside=text), Paragraph(runs), ListOf((runs,), numbered=True), table)
    document = Document(text, text, "en-US", blocks, subtitle=text, footer=(text, text))
    assert pdf_bytes(document, "a4").startswith(b"%PDF-")
