"""Help with choosing, and paper."""

from io import BytesIO

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from plcdesk_ui.library.help_sheet import HelpSheet
from plcdesk_ui.library.paper_sheet import PaperSheet
from plcdesk_ui.minutes import printing, saving

LEFT = Qt.MouseButton.LeftButton


def press(qtbot, button) -> None:
    qtbot.mouseClick(button, LEFT)


def chip(choice, name: str):
    return next(each for each in choice._chips if each.accessibleName() == name)


@pytest.fixture
def sheet(screen, qtbot) -> HelpSheet:
    press(qtbot, screen.help)
    opened = QApplication.activeModalWidget()
    assert isinstance(opened, HelpSheet)
    yield opened
    if isValid(opened):
        opened.reject()


def suggested(sheet) -> list[str]:
    return [row.key for row in sheet.suggested()]


def test_three_suggestions_each_with_its_reason(sheet):
    assert len(suggested(sheet)) == 3
    for row in sheet.suggested():
        assert "Good for understanding" in row.content.secondary.text()
        assert "25 min" in row.content.secondary.text()


def test_each_answer_changes_them(sheet, qtbot):
    seen = [suggested(sheet)]
    press(qtbot, chip(sheet.in_front, "Our plans"))
    seen.append(suggested(sheet))
    press(qtbot, chip(sheet.aim, "Get feedback"))
    seen.append(suggested(sheet))
    assert "It is made for your plans." in sheet.suggested()[0].content.secondary.text()
    press(qtbot, sheet.minutes._less)
    press(qtbot, sheet.minutes._less)
    assert sheet.answers.minutes == 15
    seen.append(suggested(sheet))
    assert len({tuple(each) for each in seen}) == 4
    press(qtbot, sheet.people._more)
    qtbot.waitUntil(lambda: len(sheet.suggested()) == 3)
    assert sheet.answers.people == 7


def test_a_suggestion_is_shown_in_the_library_with_the_answers(sheet, screen, qtbot, ready):
    press(qtbot, chip(sheet.in_front, "Data"))
    press(qtbot, sheet.minutes._more)
    key = suggested(sheet)[1]
    press(qtbot, sheet.suggested()[1])
    ready(screen)
    assert QApplication.activeModalWidget() is None
    fields = screen.wish_card.fields
    assert (fields.looks_at.value(), fields.minutes.value()) == ("data", 30)
    assert screen.books.books.key == key
    assert screen.card.reading.fit.protocol.id == key


def test_a_suggestion_for_something_else_is_found_all_the_same(sheet, screen, qtbot, ready):
    press(qtbot, chip(sheet.in_front, "A text"))
    press(qtbot, chip(sheet.aim, "Build trust"))
    others = [row for row in sheet.suggested() if "It is meant for" in row.content.secondary.text()]
    assert others
    key = others[0].key
    press(qtbot, others[0])
    ready(screen)
    assert screen.card.reading.fit.protocol.id == key
    assert screen.wish_card.fields.looks_at.value() is None


def test_closing_changes_nothing(sheet, screen, qtbot):
    press(qtbot, chip(sheet.in_front, "Data"))
    sheet.reject()
    assert screen.wish_card.fields.looks_at.value() is None


@pytest.fixture
def paper(screen, qtbot, ready):
    screen.books.books.choose("tuning")
    ready(screen)
    opened = []

    def show(name: str) -> PaperSheet:
        action = next(each for each in screen.card.print.menu().actions() if each.text() == f"{name}…")
        action.trigger()
        made = QApplication.activeModalWidget()
        assert isinstance(made, PaperSheet)
        opened.append(made)
        qtbot.waitUntil(lambda: made.preview.is_ready)
        return made

    yield show
    for each in opened:
        each.reject()


def words_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


@pytest.mark.parametrize(
    ("name", "words"), [("Handout", "Watch out"), ("Role cards", "You speak"), ("Poster", "Warm and cool")]
)
def test_each_paper_is_shown_as_it_comes_out(paper, name, words):
    sheet = paper(name)
    assert words in words_of(sheet.pages.pdf)
    assert "Tuning Protocol" in words_of(sheet.pages.pdf)
    assert sheet.pages.page_count >= 1


def test_another_paper_is_a_click_away(paper, qtbot):
    sheet = paper("Handout")
    press(qtbot, chip(sheet.choice, "Poster"))
    qtbot.waitUntil(lambda: sheet.preview.is_ready and "Bring" not in words_of(sheet.pages.pdf))
    assert sheet.name == "Tuning Protocol, Poster"


def test_what_is_shown_is_printed_and_saved(paper, qtbot, monkeypatch, tmp_path):
    printed = []
    monkeypatch.setattr(printing, "print_pdf", lambda parent, pdf, title: printed.append((pdf, title)))
    file = tmp_path / "tuning.pdf"
    monkeypatch.setattr(saving, "ask_for_file", lambda *asked: file)
    sheet = paper("Handout")
    press(qtbot, sheet.print)
    assert printed == [(sheet.pages.pdf, "Tuning Protocol, Handout")]
    press(qtbot, sheet.save)
    qtbot.waitUntil(file.exists)
    qtbot.waitUntil(lambda: file.read_bytes() == sheet.pages.pdf)


def test_ctrl_p_prints_the_handout(screen, qtbot, ready):
    screen.books.books.choose("norms")
    ready(screen)
    screen.books.books.setFocus()
    qtbot.keyClick(screen.books.books, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    sheet = QApplication.activeModalWidget()
    assert isinstance(sheet, PaperSheet)
    qtbot.waitUntil(lambda: sheet.preview.is_ready)
    assert "Norms Construction" in words_of(sheet.pages.pdf)
    sheet.reject()


def test_the_handout_has_the_minutes_that_were_chosen(screen, qtbot, paper, ready):
    assert "27 min · 6 people" not in words_of(paper("Poster").pages.pdf)
    QApplication.activeModalWidget().reject()
    screen.wish_card.fields.minutes._number.setValue(30)
    ready(screen)
    sheet = paper("Handout")
    assert "30 min · 6 people · Tuning, short form" in words_of(sheet.pages.pdf)


def test_without_roles_there_are_no_cards_to_print(screen, shipped, ready):
    without = [each.id for each in shipped.summaries() if not shipped.get(each.id).roles]
    for key, visible in (("tuning", True), *((key, False) for key in without[:1])):
        screen.books.books.choose(key)
        ready(screen)
        action = next(each for each in screen.card.print.menu().actions() if each.text().startswith("Role"))
        assert action.isVisible() == visible
