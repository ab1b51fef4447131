"""Minutes as a Word file."""

import zipfile
from io import BytesIO

import pytest
from docx import Document as read_word

from plcdesk.minutes.document import (
    CheckBox,
    Document,
    Heading,
    ListOf,
    OwnPage,
    Paragraph,
    Run,
    Space,
    WritingLines,
    plain_runs,
)
from plcdesk.minutes.minutes_of import minutes_document
from plcdesk.minutes.parts import Parts
from plcdesk.minutes.word import word_bytes


def opened(document: Document, paper: str = "letter"):
    return read_word(BytesIO(word_bytes(document, paper)))


@pytest.fixture
def word(meeting):
    return opened(minutes_document(meeting, Parts(feedback=True)))


def of(*blocks) -> Document:
    return Document("Title", "Team", "de-DE", blocks, footer=("Team",))


def test_headings_are_headings_and_lists_are_lists(word):
    styles = {paragraph.text: paragraph.style.name for paragraph in word.paragraphs}
    assert styles["Reading the exit tickets on density"] == "Title"
    assert styles["Decisions"] == "Heading 1"
    assert styles["ATLAS Looking at Data  26 min, planned 25 · brought by Minh"] == "Heading 2"
    assert styles["Score ten common papers blind."] == "List Number"
    assert styles["Print fewer tickets."] == "List Bullet"


def test_the_actions_are_a_table_whose_head_comes_again_on_each_page(word):
    (table,) = word.tables
    assert [cell.text for cell in table.rows[0].cells] == ["Action", "Who", "By"]
    assert table.cell(1, 0).text == "Print the ratio strips"
    assert table.cell(1, 2).text == "Thu 26 Nov\ndone Wed 25 Nov"
    assert "w:tblHeader" in table.rows[0]._tr.xml
    assert 'w:tblCaption w:val="Actions"' in table._tbl.xml


def test_each_numbered_list_begins_at_one():
    lists = ListOf((plain_runs("a"), plain_runs("b")), numbered=True)
    numbers = [
        paragraph._p.pPr.numPr.numId.val
        for paragraph in opened(of(lists, lists)).paragraphs
        if paragraph.style.name == "List Number"
    ]
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]


def test_it_says_what_it_is(word, meeting):
    facts = word.core_properties
    assert (facts.title, facts.author) == ("Reading the exit tickets on density", "Grade 7 Science PLC")
    section = opened(of(), "a4").sections[0]
    assert round(section.page_height.pt) == 842
    assert "Team" in section.footer.paragraphs[0].text
    assert 'w:lang w:val="de-DE"' in opened(of()).styles.element.xml


def test_every_block_has_its_place():
    made = opened(
        of(
            Heading("Part"),
            Paragraph((Run("strong", strong=True), Run(" em", em=True))),
            CheckBox(plain_runs("to do"), ticked=True),
            Space(2),
            WritingLines(3),
            OwnPage((Paragraph(plain_runs("back")),)),
        )
    )
    told = [paragraph.text for paragraph in made.paragraphs]
    assert told == ["Title", "", "Part", "strong em", "☑\tto do", "", "", "", "back"]
    assert made.paragraphs[-1].paragraph_format.page_break_before
    assert made.paragraphs[3].runs[0].bold


def test_text_of_people_is_only_text():
    text = "<b>&amp;\x00 {PAGE} \ud800\nnew line"
    paragraph = opened(of(Paragraph(plain_runs(text)))).paragraphs[-1]
    assert paragraph.text == "<b>&amp; {PAGE} \ufffd\nnew line"


def test_the_same_minutes_are_the_same_bytes(meeting):
    document = minutes_document(meeting)
    made = word_bytes(document, "letter")
    assert made == word_bytes(document, "letter")
    with zipfile.ZipFile(BytesIO(made)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
