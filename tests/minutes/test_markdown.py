"""Markdown that reads as people typed it, whatever they typed."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from plcdesk.minutes.content import MeetingFacts
from plcdesk.minutes.document import (
    CheckBox,
    Column,
    Document,
    Heading,
    ListOf,
    Paragraph,
    Run,
    Table,
    plain_runs,
)
from plcdesk.minutes.legible import clean
from plcdesk.minutes.markdown import to_markdown
from plcdesk.minutes.minutes_of import minutes_document


def read_back(markdown: str) -> list[str]:
    """The texts that a reader of Markdown finds, block by block; anything but text and line breaks is an error."""
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    texts: list[str] = []
    for token in reader.parse(markdown):
        assert token.type not in ("html_block", "code_block", "fence", "blockquote_open")
        if token.type == "inline":
            texts.append("".join(_text(child.type, child.content) for child in token.children or []))
    return texts


def _text(kind: str, content: str) -> str:
    if kind == "html_inline":
        assert content == "<br>"
    else:
        assert kind in (
            "text",
            "text_special",
            "hardbreak",
            "strong_open",
            "strong_close",
            "em_open",
            "em_close",
        ), kind
    return (
        content if kind in ("text", "text_special") else "\n" if kind in ("hardbreak", "html_inline") else ""
    )


def as_read(text: str) -> str:
    """What of a text is kept: its words, with single spaces, on its lines."""
    lines = (" ".join(line.split()) for line in clean(text).strip().split("\n"))
    return "\n".join(lines)


HOSTILE = (
    "<b>",
    '<img src="x">',
    "&amp;",
    "# x",
    "x #",
    "- a\n- b",
    "1. a\n2) b",
    "* a *b* **c** _d_ __e__",
    "[a](b) ![a](b) [^1]",
    "`a` ``b``",
    "a | b",
    "a\\",
    "a\\\nb",
    "---",
    "a\n===",
    "> a",
    "~~a~~ ~~~",
    "$a$",
    "+ a",
    "    code",
    "a\\|b",
    "<http://x.y>",
    "]]>",
    "2026. was",
    "a\n\n\nb",
)
TEXT = st.one_of(
    st.sampled_from(HOSTILE), st.text("ab1 \n\\`*_{}[]()<>#+-.!|~&;=$:\"'", max_size=30), st.text(max_size=30)
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_reads_back_as_typed(text: str) -> None:
    check(text)


@given(TEXT)
@example("\\\n")
@example("0.")
@example("#")
@example("a \\#")
@example("##")
def test_any_text_reads_back_as_typed(text: str) -> None:
    check(text)


def check(text: str) -> None:
    if "\n\n" in as_read(text) or not as_read(text):
        return
    table = Table((Column("", 0.5), Column("", 0.5)), (((plain_runs(text),), (plain_runs("end"),)),))
    blocks = (
        Heading(text),
        Paragraph(plain_runs(text)),
        ListOf((plain_runs(text), plain_runs("next")), numbered=True),
        Paragraph(plain_runs("between")),
        ListOf((plain_runs(text),)),
        table,
    )
    read = read_back(to_markdown(Document("Title", "Team", "en-US", blocks)))
    one = " ".join(as_read(text).split())
    assert read == [
        "Title",
        one,
        as_read(text),
        as_read(text),
        "next",
        "between",
        as_read(text),
        "",
        "",
        as_read(text),
        "end",
    ]


def test_stress_is_kept_around_the_words_and_not_their_blanks() -> None:
    runs = (Run("We wanted ", strong=True), Run("a plan. "), Run("Reached.", strong=True), Run(" ", em=True))
    document = Document(
        "T", "A", "en-US", (Paragraph(runs), Paragraph((Run("Describe.", em=True), Run(" x"))))
    )
    assert to_markdown(document) == "# T\n\n**We wanted** a plan. **Reached.**\n\n*Describe.* x\n"


def test_the_minutes_have_headings_a_table_and_the_foot(meeting: MeetingFacts) -> None:
    told = to_markdown(minutes_document(meeting))
    assert told.startswith(
        "# Reading the exit tickets on density\n\nGrade 7 Science PLC · Tue 24 November 2026"
    )
    assert (
        "\n## Actions\n\n| Action | Who | By |\n| --- | --- | --- |\n| Print the ratio strips | Dana K. |"
        in told
    )
    assert "\n### ATLAS Looking at Data (26 min, planned 25 · brought by Minh)\n" in told
    assert told.endswith("\n---\n\nGrade 7 Science PLC · Tue 24 November 2026 · draft · confidential\n")


def test_boxes_to_tick_are_those_of_a_task_list() -> None:
    blocks = (CheckBox(plain_runs("print\nstrips")), CheckBox(plain_runs("done"), ticked=True))
    assert (
        to_markdown(Document("T", "A", "en-US", blocks)) == "# T\n\n- [ ] print\\\n  strips\n\n- [x] done\n"
    )
