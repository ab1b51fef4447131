"""Reading a protocol: how it fits, what is in it, where it is from."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QApplication, QLabel

from plcdesk.library.outline import outline
from plcdesk.library.schema import Origin
from plcdesk_ui.library.prose import Passage, Prose, Words
from plcdesk_ui.library.sources import LinkSheet, Sources, web_address
from tests.library.making import protocol, step

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def read(screen, ready):
    def show(key: str):
        assert screen.books.books.choose(key)
        ready(screen)
        return screen.card.reading

    return show


def press(qtbot, button) -> None:
    qtbot.mouseClick(button, LEFT)


def offers(reading) -> dict[str, object]:
    return {button.text(): button for button in reading.fit_part.offers}


def test_all_of_a_protocol_can_be_read(read, shipped):
    reading = read("tuning")
    words = " ".join(reading.prose.toPlainText().split())
    tuning = shipped.get("tuning")
    assert reading.purpose.text() == tuning.purpose
    for title in ("Good when", "Not when", "Bring", "Steps", "Roles", "Watch out", "How many people"):
        assert title in words
    for line in outline(tuning, reading.fit.shown):
        assert line.step.title in words
        assert " ".join(line.step.say.split()) in words
        assert line.step.do in words
    for part in (*tuning.cautions, *tuning.good_when, *tuning.not_when, tuning.people.note):
        assert part in words
    assert "Presenter, 3 days before: Choose the work" in words
    assert "We write: Warm, Cool" in words


def test_the_steps_have_the_minutes_of_the_wish(read, screen, qtbot, ready):
    reading = read("atlas-data")
    assert [step.minutes for step in reading.fit_part.timeline._steps] == [3, 6, 6, 7, 3]
    assert reading.fit_part.sentence.text().startswith("25 min for 6 people. Shortened from 45 min.")
    assert "Look back is left out" in reading.fit_part.sentence.text()
    for _ in range(4):
        press(qtbot, screen.wish_card.fields.minutes._more)
    ready(screen)
    assert reading.fit_part.sentence.text() == "45 min for 6 people. In its own time."
    assert sum(step.minutes for step in reading.fit_part.timeline._steps) == 45


def test_it_never_takes_more_than_its_own_time(read, screen, qtbot, ready):
    for _ in range(10):
        press(qtbot, screen.wish_card.fields.minutes._more)
    ready(screen)
    reading = read("chalk-talk")
    assert reading.fit.slot == 75
    assert reading.fit.minutes == 25


def test_what_does_not_fit_says_by_how_much_and_what_would(read, screen, qtbot, ready):
    reading = read("success-analysis")
    short = reading.fit.short
    assert f"it needs {short.needed} min, {short.by} more than you have" in reading.fit_part.sentence.text()
    assert f"({short.needed} min)" in screen.card.add.text()
    press(qtbot, offers(reading)[f"Take {short.needed} min"])
    ready(screen)
    assert screen.wish_card.fields.minutes.value() == short.needed
    assert reading.fit.short is None
    assert "Take" not in "".join(offers(reading))


def test_an_offer_changes_presenters_and_can_be_taken_back(read, screen, qtbot, ready):
    screen.wish_card.fields.minutes._number.setValue(35)
    reading = read("wsnw-presenter")
    before = reading.fit
    assert before.short is not None
    name = next(words for words in offers(reading) if "present" in words)
    press(qtbot, offers(reading)[name])
    assert reading.fit.short is None
    assert reading.fit.way.presenters == before.short.offers[0].presenters
    assert reading.fit.shown.minutes <= 35
    assert "min" not in screen.card.add.text()
    press(qtbot, offers(reading)["Back to how it is written"])
    assert reading.fit.short is not None
    assert reading.fit.way.presenters is None


def test_the_form_that_fits_is_shown_and_another_can_be_chosen(read, qtbot):
    reading = read("chalk-talk")
    chips = reading.fit_part.forms._chips
    assert chips[0].accessibleName() == "As it is written"
    before = reading.prose.toPlainText()
    press(qtbot, chips[1])
    assert reading.fit.way.form is not None
    assert reading.fit.minutes < 25
    assert reading.prose.toPlainText() != before
    assert reading.fit_part.form_why.isVisibleTo(reading)


def test_too_few_people_and_little_trust_are_said(read, screen, qtbot, ready):
    assert "trust" in read("consultancy").fit_part.sentence.text()
    reading = read("world-cafe")
    assert "for 12 people and more; you are 6" in reading.fit_part.sentence.text()


def test_the_next_protocol_is_read_from_its_top(read, screen):
    read("tuning")
    screen.card.area.verticalScrollBar().setValue(600)
    read("norms")
    assert screen.card.area.verticalScrollBar().value() == 0


def test_minutes_that_are_ours_are_marked_quietly(read):
    words = read("atlas-data").prose.toPlainText()
    assert "We write: The data · its minutes are ours" in words
    assert words.count("its minutes are ours") == 2


def test_a_link_is_shown_before_it_is_opened(qtbot, context):
    opened = []
    made = protocol(
        step("a", 5),
        origin=Origin(credit="X", grade="B", sources=["https://www.example.org/a?b=1", "A book, 1999"]),
    )
    sources = Sources(made, opened.append)
    qtbot.addWidget(sources)
    sources.show()
    (link,) = sources.links
    assert link.text() == "example.org"
    press(qtbot, link)
    sheet = QApplication.activeModalWidget()
    assert isinstance(sheet, LinkSheet)
    assert "https://www.example.org/a?b=1" in [label.text() for label in sheet.findChildren(QLabel)]
    sheet.reject()
    assert opened == []
    press(qtbot, link)
    QApplication.activeModalWidget().accept()
    assert opened == [QUrl("https://www.example.org/a?b=1")]


@pytest.mark.parametrize(
    ("source", "is_link"),
    [
        ("https://example.org", True),
        ("HTTP://example.org/x", True),
        ("file:///etc/passwd", False),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("ftp://example.org", False),
        ("//example.org", False),
        ("https://", False),
        ("https://someone@example.org", False),
        ("https://example.org/a b", False),
        ("https://example.org/\n.evil.org", False),
        ("https://example.org/" + "x" * 3000, False),
        ("The Power of Protocols, chapter 4", False),
    ],
)
def test_only_web_addresses_become_links(source, is_link):
    assert (web_address(source) is not None) == is_link


def test_letters_that_could_deceive_are_shown_in_code(qtbot, theme):
    url = web_address("https://\u0430pple.com/login")
    assert url is not None
    sheet = LinkSheet(url)
    qtbot.addWidget(sheet)
    labels = [label.text() for label in sheet.findChildren(QLabel)]
    assert "https://xn--pple-43d.com/login" in labels


def test_prose_is_as_high_as_its_text_and_follows_the_theme(qtbot, theme):
    prose = Prose("Words")
    qtbot.addWidget(prose)
    prose.set_passages([Passage((Words("word " * 400),)), Passage((Words("end", "strong"),), line=True)])
    prose.resize(300, 10)
    prose.show()
    wide, narrow = prose.heightForWidth(600), prose.heightForWidth(300)
    assert narrow > 1.7 * wide
    before = prose.document().lastBlock().begin().fragment().charFormat().foreground().color()
    theme.apply("dark", 1.0)
    after = prose.document().lastBlock().begin().fragment().charFormat().foreground().color()
    assert before != after
    theme.apply("light", 2.0)
    assert prose.heightForWidth(300) > 2 * narrow
    theme.apply("light", 1.0)
    prose.set_passages([])
    assert prose.toPlainText() == ""


def test_prose_can_be_selected_but_not_changed(qtbot, theme):
    prose = Prose("Words")
    qtbot.addWidget(prose)
    prose.set_passages([Passage((Words("one two"),))])
    prose.show()
    prose.setFocus()
    qtbot.keyClicks(prose, "x")
    prose.selectAll()
    assert prose.textCursor().selectedText() == "one two"
    qtbot.keyClick(prose, Qt.Key.Key_Delete)
    assert prose.toPlainText() == "one two"
