"""What leaves the minutes screen: without students' names, in every form, and by mail."""

import csv
from io import BytesIO, StringIO
from pathlib import Path
from urllib.parse import unquote

import pytest
from docx import Document as read_word
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from plcdesk.minutes import year_book as year_books
from plcdesk.minutes.year_book import Stopped
from plcdesk.running.entries import NewEntry, add_entry
from plcdesk.students.changing import add_students
from plcdesk_ui.minutes import mailing
from plcdesk_ui.minutes.names_sheet import NamesSheet
from plcdesk_ui.minutes.year_book_sheet import YearBookSheet
from tests.ui.minutes.conftest import text_of
from tests.ui.minutes.test_minutes_screen import press, row_of, saved, wait_ready


@pytest.fixture
def save_to(monkeypatch, tmp_path: Path):
    asked: list[str] = []

    def choose(_parent, _title, suggested: str, _kinds):
        asked.append(suggested)
        return str(tmp_path / Path(suggested).name), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    return asked


@pytest.fixture
def named(draft, team, do) -> str:
    do(add_students, team, "Jayvon Ortiz, S7")
    do(add_entry, draft, NewEntry("note", "Jayvon still trusts heavy sinks"))
    do(add_entry, draft, NewEntry("action", "Ask Maria L. again"))
    return draft


def sheet_of(screen, qtbot, kind=NamesSheet):
    qtbot.waitUntil(lambda: screen.findChild(kind) is not None)
    return screen.findChild(kind)


def test_names_are_looked_at_before_anything_leaves(open_screen, named, qtbot, settle, save_to, tmp_path):
    screen = open_screen(named)
    qtbot.waitUntil(lambda: not screen.names.isHidden())
    assert screen.names._words.text() == "2 words look like student names."
    wait_ready(qtbot, screen)
    qtbot.waitUntil(lambda: len(screen.pages.marked) == 2)
    screen.bar.pdf_requested.emit()
    sheet = sheet_of(screen, qtbot)
    assert [(key, ways.value()) for key, ways in sheet.ways.items()] == [
        ("maria l", "keep"),
        ("jayvon ortiz", "code"),
    ]
    assert save_to == []
    sheet.ways["maria l"].set_value("initials")
    sheet.accept()
    pdf = text_of(saved(qtbot, tmp_path / "2026-11-24 Exit tickets.pdf"))
    assert "S7 still trusts heavy sinks" in pdf and "Ask M.L. again" in pdf
    assert "Jayvon" not in pdf and "Maria" not in pdf
    settle()
    wait_ready(qtbot, screen)
    assert "Jayvon" not in text_of(screen.pages.pdf)
    qtbot.waitUntil(lambda: "You have said" in screen.names._words.text())
    assert screen.pages.marked == ()
    _every_other_form(screen, qtbot, tmp_path)


def _every_other_form(screen, qtbot, folder: Path) -> None:
    for words, ending in (
        ("Word document", "docx"),
        ("Markdown", "md"),
        ("Calendar of actions", "ics"),
        ("Table of actions", "csv"),
    ):
        press(qtbot, row_of(screen.forms, words))
        content = saved(qtbot, folder / f"2026-11-24 Exit tickets.{ending}")
        if ending == "docx":
            text = " ".join(
                cell.text for table in read_word(BytesIO(content)).tables for cell in table._cells
            )
            assert "Ask M.L. again" in text
        elif ending == "csv":
            rows = list(csv.reader(StringIO(content.decode("utf-8-sig"))))
            assert [row[0] for row in rows] == ["Action", "Print strips", "Ask M.L. again"]
        else:
            assert b"Maria" not in content and b"Jayvon" not in content
    screen.bar.copy_requested.emit()
    qtbot.waitUntil(lambda: "S7 still" in QGuiApplication.clipboard().text())


def test_cancel_lets_nothing_leave(open_screen, named, qtbot, save_to, context):
    screen = open_screen(named)
    screen.bar.copy_requested.emit()
    sheet_of(screen, qtbot).reject()
    qtbot.wait(1)
    assert save_to == []
    assert context.reader.value("SELECT count(*) FROM name_choice") == 0


def test_mail_opens_a_draft_and_says_where_the_file_is(
    screen, context, qtbot, save_to, tmp_path, monkeypatch
):
    opened = []
    monkeypatch.setattr(mailing.QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    with qtbot.waitSignal(context.bus.told) as told:
        screen.bar.mail_requested.emit()
    assert saved(qtbot, tmp_path / "2026-11-24 Exit tickets.pdf") == screen.pages.pdf
    (address,) = opened
    words = unquote(bytes(address.toEncoded()).decode())
    assert words.startswith("mailto:?subject=2026-11-24 Exit: tickets?&body=The minutes are attached")
    assert "Attach 2026-11-24 Exit tickets.pdf from" in told.args[0]


def test_a_year_is_saved_as_a_book(screen, context, qtbot, save_to, tmp_path):
    press(qtbot, row_of(screen.forms, "Year book…"))
    sheet = screen.findChild(YearBookSheet)
    assert sheet.year.currentText() == "2026–27 · 1 meeting"
    with qtbot.waitSignal(context.bus.told):
        sheet.accept()
    book = text_of(saved(qtbot, tmp_path / "Grade 7 Science, minutes 2026–27.pdf"))
    assert "Re-teach ratio" in book
    qtbot.waitUntil(lambda: screen.findChild(YearBookSheet) is None)


def test_names_are_looked_at_before_a_book(open_screen, named, context, qtbot, save_to, tmp_path):
    screen = open_screen(named)
    press(qtbot, row_of(screen.forms, "Year book…"))
    screen.findChild(YearBookSheet).accept()
    sheet = sheet_of(screen, qtbot)
    assert [name.name for name in sheet._found] == ["Maria L.", "Jayvon"]
    sheet.ways["maria l"].set_value("initials")
    with qtbot.waitSignal(context.bus.told, timeout=20_000):
        sheet.accept()
    book = text_of(saved(qtbot, tmp_path / "Grade 7 Science, minutes 2026–27.pdf"))
    assert "S7 still trusts" in book and "Ask M.L. again" in book
    assert "Jayvon" not in book and "Maria" not in book


def test_a_book_that_is_cancelled_is_not_written(screen, context, qtbot, save_to, tmp_path, monkeypatch):
    begun = []

    def endless(*settings):
        progress = settings[-1]
        begun.append(True)
        while progress(0, 1):
            pass
        raise Stopped

    monkeypatch.setattr(year_books, "year_book", endless)
    press(qtbot, row_of(screen.forms, "Year book…"))
    sheet = screen.findChild(YearBookSheet)
    sheet.accept()
    qtbot.waitUntil(lambda: bool(begun))
    sheet.reject()
    assert list(tmp_path.glob("Grade*")) == []
