"""Printing the agenda from the plan."""

from io import BytesIO

import pytest
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QFileDialog

from plcdesk.errors import UserError
from plcdesk_ui.minutes.names_sheet import NamesSheet
from plcdesk_ui.plan.printing import print_agenda

pypdf = pytest.importorskip("pypdf")


def test_it_is_one_page_with_what_was_typed_last(plan, qtbot, settle, monkeypatch, tmp_path):
    asked = []
    file = tmp_path / "agenda.pdf"

    def choose(_parent, _title, suggested, _kinds):
        asked.append(suggested)
        return str(file), ""

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    qtbot.keyClicks(plan.parts.detail.note, "Private words")
    plan.parts.summary.result.words.setPlainText("a plan typed just now")
    plan.dialogs.print()
    qtbot.waitUntil(file.exists)
    pages = pypdf.PdfReader(BytesIO(file.read_bytes())).pages
    words = " ".join(pages[0].extract_text().split())
    assert len(pages) == 1
    assert "a plan typed just now" in words and "Describe 6" in words
    assert "Private words" not in words
    assert asked[0].endswith("2026-11-24 Agenda Reading the exit tickets.pdf")
    file.unlink()
    plan.parts.sheet.click()
    qtbot.waitUntil(file.exists, timeout=20_000)
    assert asked[1].endswith("2026-11-24 Reading the exit tickets, to write on.pdf")
    sheet = pypdf.PdfReader(BytesIO(file.read_bytes())).pages
    assert "Decisions" in " ".join(page.extract_text() for page in sheet)


def test_names_are_looked_at_before_it_is_printed(plan, qtbot, monkeypatch, tmp_path):
    file = tmp_path / "agenda.pdf"
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words: (str(file), ""))
    plan.parts.summary.result.words.setPlainText("a plan with Maria")
    plan.dialogs.print()
    qtbot.waitUntil(lambda: plan.findChild(NamesSheet) is not None)
    sheet = plan.findChild(NamesSheet)
    assert list(sheet.ways) == ["maria"] and not file.exists()
    sheet.ways["maria"].set_value("initials")
    sheet.accept()
    qtbot.waitUntil(file.exists)
    words = " ".join(pypdf.PdfReader(BytesIO(file.read_bytes())).pages[0].extract_text().split())
    assert "a plan with M." in words and "Maria" not in words


def test_a_meeting_that_is_gone_is_told(plan, context, qtbot):
    problems = []
    context.bus.problem_arose.connect(problems.append)
    print_agenda(plan, context, "gone")
    qtbot.waitUntil(lambda: bool(problems))
    assert "not there" in problems[0]
    assert isinstance(UserError(problems[0]), Exception)
