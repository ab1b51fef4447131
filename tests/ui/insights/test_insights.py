"""Insights, by clicking and typing, on a sample team."""

import shutil
import threading
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from sqlalchemy import select

from plcdesk.insights.letters import latest_letter, write_letter
from plcdesk.sample.making import make_sample
from plcdesk.store.tables import Meeting
from plcdesk.store.workspace import open_workspace
from plcdesk_ui.insights.figure import Figure
from plcdesk_ui.insights.records_sheet import RecordsSheet
from plcdesk_ui.insights.screen import InsightsScreen
from plcdesk_ui.minutes.names_sheet import NamesSheet
from plcdesk_ui.navigator import Place
from plcdesk_ui.widgets.rows import ClickRow


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("insights") / "sample.plcdb"
    make_sample(file, teams=2, meetings=5, today=date(2026, 11, 24))
    return file


@pytest.fixture
def workspace(made: Path, tmp_path: Path, time):
    with open_workspace(Path(shutil.copy(made, tmp_path / "workspace.plcdb")), time) as opened:
        yield opened


@pytest.fixture
def screen(context, qtbot) -> InsightsScreen:
    shown = InsightsScreen(context)
    qtbot.addWidget(shown)
    shown.resize(1200, 900)
    context.bus.changed.connect(shown.heard)
    shown.enter(Place("insights"))
    shown.show()
    qtbot.waitUntil(lambda: bool(shown.findChildren(Figure)))
    return shown


def words(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def figure(screen: InsightsScreen, of: str) -> Figure:
    return next(found for found in screen.findChildren(Figure) if found.accessibleName().endswith(of))


def test_a_figure_shows_the_records_that_it_counts_and_they_lead_to_the_minutes(
    screen: InsightsScreen, context, qtbot, visited: list[Place]
):
    done = context.reader.value(
        "SELECT count(*) FROM entry JOIN meeting ON meeting.id = entry.meeting_id WHERE kind = 'action'"
        " AND entry.status <> 'dropped' AND entry.deleted_at IS NULL AND entry.team_id = ?"
        " AND meeting.status IN ('draft', 'final')",
        [screen.undo_list],
    )
    qtbot.keyClick(figure(screen, "actions done"), Qt.Key.Key_Return)
    sheet = screen.findChild(RecordsSheet)
    rows = sheet.findChildren(ClickRow)
    assert len(rows) == done > 2
    qtbot.mouseClick(rows[0], Qt.MouseButton.LeftButton)
    assert not sheet.isVisible()
    (place,) = visited
    assert place.screen == "minutes"
    assert context.reader.value("SELECT meeting_id FROM entry WHERE id = ?", [place.line]) == place.about


def test_another_span_counts_anew(screen: InsightsScreen, qtbot):
    assert "0 of 0" not in figure(screen, "actions done").accessibleName()
    screen.span.which.chosen.emit("last-year")
    screen.span.which.set_value("last-year")
    screen.span.changed.emit()
    qtbot.waitUntil(lambda: "0 of 0 meetings held" in words(screen))
    assert screen.bar.title_label.text() == "Our last year"
    assert "Norms that are rated at the end of a meeting show here." in words(screen)


def test_days_of_ones_own(screen: InsightsScreen, qtbot):
    screen.span.which.set_value("from-to")
    screen.span.which.chosen.emit("from-to")
    assert screen.span.first.isVisible()
    screen.span.first.set_value("2026-11-30")
    screen.span.last.set_value("2026-11-02")
    span = screen.span.span(date(2026, 11, 24))
    assert (span.first, span.last) == (date(2026, 11, 2), date(2026, 11, 30))


def test_what_is_typed_to_the_coach_is_kept(screen: InsightsScreen, context, qtbot, settle):
    assert not screen.reply.isVisible()
    qtbot.keyClicks(screen.to_coach.went_well, "We looked at work <first>")
    qtbot.keyClicks(screen.to_coach.question, "How often?")
    screen.leave()
    settle()
    letter = latest_letter(context.reader, screen.undo_list, "to_coach")
    assert letter is not None
    assert (letter.went_well, letter.question) == ("We looked at work <first>", "How often?")


def test_a_coach_writes_and_the_team_reads(screen: InsightsScreen, context, qtbot, settle):
    context.do(lambda work: write_letter(work, screen.undo_list, "to_coach", question="Who speaks?"))
    settle()
    context.remember(coach=True)
    screen.enter(Place("insights"))
    qtbot.waitUntil(lambda: screen.reply.isVisible())
    assert not screen.to_coach.isVisible()
    assert "Who speaks?" in words(screen.team_says)
    qtbot.keyClicks(screen.reply.went_well, "Evidence first.")
    qtbot.keyClicks(screen.reply.from_name, "Ana")
    screen.leave()
    settle()
    context.remember(coach=False)
    screen.enter(Place("insights"))
    qtbot.waitUntil(lambda: screen.coach_says.isVisible())
    assert "Evidence first." in words(screen.coach_says)


def test_new_words_of_the_coach_show_at_once(screen: InsightsScreen, context, qtbot):
    team = screen.undo_list
    assert not screen.coach_says.isVisible()
    context.do(lambda work: write_letter(work, team, "to_team", question="And then?"))
    qtbot.waitUntil(lambda: screen.coach_says.isVisible())
    assert "And then?" in words(screen.coach_says)


@pytest.mark.parametrize(
    ("choice", "inside"),
    [
        ("This team's page", "What we wanted, and what came of it"),
        ("The principal's page", "What our time went into"),
        ("All teams, with an overview", "Teams at a glance"),
    ],
)
def test_pages_are_printed(screen: InsightsScreen, qtbot, monkeypatch, choice: str, inside: str):
    from io import BytesIO

    from pypdf import PdfReader

    printed: list[bytes] = []
    monkeypatch.setattr(
        "plcdesk_ui.insights.printing.print_pdf", lambda _parent, pdf, _name: printed.append(pdf)
    )
    menu = screen.print_button.menu()
    next(action for action in menu.actions() if action.text() == choice).trigger()
    qtbot.waitUntil(lambda: bool(printed))
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(printed[0])).pages)
    assert inside in " ".join(text.split())


def test_a_students_name_is_asked_about_and_replaced(screen: InsightsScreen, context, qtbot, monkeypatch):
    from io import BytesIO

    from pypdf import PdfReader

    def name_a_child(work) -> None:
        held = select(Meeting).where(
            Meeting.status.in_(("draft", "final")), Meeting.team_id == screen.undo_list
        )
        for meeting in work.session.scalars(held):
            meeting.result_wanted = "a plan with the mother of Jayden"

    printed: list[bytes] = []
    monkeypatch.setattr(
        "plcdesk_ui.insights.printing.print_pdf", lambda _parent, pdf, _name: printed.append(pdf)
    )
    context.do(name_a_child)
    menu = screen.print_button.menu()
    next(action for action in menu.actions() if action.text() == "This team's page").trigger()
    qtbot.waitUntil(lambda: bool(screen.findChildren(NamesSheet)))
    (sheet,) = screen.findChildren(NamesSheet)
    sheet.ways["jayden"].set_value("nothing")
    sheet.accept()
    qtbot.waitUntil(lambda: bool(printed))
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(printed[0])).pages)
    assert "a plan with the mother of" in " ".join(text.split()) and "Jayden" not in text


def test_making_many_pages_can_be_stopped(screen: InsightsScreen, context, qtbot, monkeypatch):
    from plcdesk.minutes import pdf

    waiting = threading.Event()
    make = pdf.pdf_bytes

    def slowly(document, paper, on_page):
        assert waiting.wait(30)
        return make(document, paper, on_page)

    monkeypatch.setattr(pdf, "pdf_bytes", slowly)
    monkeypatch.setattr("plcdesk_ui.insights.printing.print_pdf", lambda *_made: pytest.fail("it went on"))
    menu = screen.print_button.menu()
    next(action for action in menu.actions() if action.text().startswith("All teams")).trigger()
    qtbot.waitUntil(screen.job.isVisible)
    with qtbot.waitSignal(context.bus.told) as told:
        qtbot.mouseClick(screen.job.cancel, Qt.MouseButton.LeftButton)
        waiting.set()
    assert told.args[0].startswith("Stopped")
    assert not screen.job.isVisible()


def test_a_slip_without_a_reply_says_what_to_do(screen: InsightsScreen, context, qtbot):
    menu = screen.print_button.menu()
    with qtbot.waitSignal(context.bus.problem_arose) as told:
        next(action for action in menu.actions() if action.text().endswith("slip")).trigger()
    assert told.args == ["There is no reply yet. Write what went well and one question, then print it."]
