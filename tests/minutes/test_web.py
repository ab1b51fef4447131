"""The web page of a document: only text, nothing that is fetched or run."""

from html.parser import HTMLParser

import pytest

from plcdesk.minutes.content import MeetingFacts
from plcdesk.minutes.document import Column, Document, Heading, ListOf, Paragraph, Run, Table, plain_runs
from plcdesk.minutes.minutes_of import minutes_document
from plcdesk.minutes.web import to_html


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[str] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs]

    def handle_data(self, data: str) -> None:
        self.words += data


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    return reader


@pytest.mark.parametrize(
    "text", ["<script>x()</script>", '"><img src=x onerror=y>', "&amp;", "<b", "]]>", "a\u202eb"]
)
def test_hostile_text_is_only_text(text: str) -> None:
    table = Table((Column(text, 1),), (((plain_runs(text),),),), name=text)
    blocks = (
        Heading(text, beside=text),
        Paragraph((Run(text, strong=True),)),
        ListOf((plain_runs(text),)),
        table,
    )
    page = read(to_html(Document(text, text, text, blocks, subtitle=text, footer=(text,))))
    assert not {"script", "img", "b"} & set(page.tags)
    assert set(page.attributes) <= {"lang", "charset"}
    assert page.words.count(text.replace("\u202e", "")) == 11


def test_the_page_has_the_structure_of_the_minutes(meeting: MeetingFacts) -> None:
    page = read(to_html(minutes_document(meeting)))
    assert page.tags.count("h1") == 1 and page.tags.count("table") == 1 and page.tags.count("tr") == 4
    assert page.tags.count("h3") == len(meeting.items)
    assert "We wanted a re-teach plan for Thursday. Reached." in page.words
