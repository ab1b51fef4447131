"""The list of actions, by clicking and typing."""

import shutil
from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from plcdesk.running.entries import change_entry
from plcdesk_ui.actions.move_sheet import MoveSheet
from plcdesk_ui.actions.screen import ActionsScreen
from plcdesk_ui.minutes.names_sheet import NamesSheet
from plcdesk_ui.navigator import Place
from tests.archive.conftest import archive_file  # noqa: F401
from tests.ui.minutes.conftest import text_of
from tests.ui.walk import nameless, rich_labels


@pytest.fixture
def workspace_file(archive_file, tmp_path):  # noqa: F811
    return shutil.copy(archive_file[0], tmp_path / "workspace.plcdb")


@pytest.fixture
def ids(archive_file):  # noqa: F811
    return archive_file[1]


@pytest.fixture
def screen(context, qtbot):
    made = ActionsScreen(context)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    context.bus.changed.connect(made.heard)
    made.enter(Place("actions"))
    made.show()
    qtbot.waitUntil(lambda: bool(made.list.rows()))
    yield made
    made.leave()


def texts(screen) -> list[str]:
    return [row.action.text for row in screen.list.rows()]


def choose(qtbot, screen, view: str, *expected: str) -> None:
    screen.side.view_chosen.emit(view)
    qtbot.waitUntil(lambda: texts(screen) == list(expected))


LATE, DONE, UNDATED = (
    "three students need a second re-teach",
    "Print the ratio strips for the re-teach",
    "Ask about the lab",
)


def test_the_views(screen, context, qtbot):
    assert texts(screen) == [LATE, UNDATED]
    assert "open for 5 weeks" in screen.list.rows()[0].content.secondary.text()
    assert nameless(screen) == [] and rich_labels(screen) == []
    choose(qtbot, screen, "done", DONE)
    screen.side.me_chosen.emit("Minh Trần")
    qtbot.waitUntil(lambda: texts(screen) == [LATE])
    assert context.settings.me == "Minh Trần"
    choose(qtbot, screen, "open", LATE, UNDATED)
    screen.side.person_chosen.emit("The coach")
    qtbot.waitUntil(lambda: texts(screen) == [UNDATED])
    choose(qtbot, screen, "late")
    assert screen._sentence.sentence.text() == "Nothing is late."


def test_a_tick_asks_what_came_of_it_and_is_undone(screen, context, ids, qtbot, settle):
    screen.list.rows()[0].box.click()
    qtbot.waitUntil(lambda: screen.list.rows()[0].outcome is not None)
    row = screen.list.rows()[0]
    assert row.action.status == "done" and texts(screen) == [LATE, UNDATED]
    qtbot.keyClicks(row.outcome, "two of three got it")
    row.outcome.flush()
    settle()
    read = context.reader.row
    assert tuple(read("SELECT status, outcome FROM entry WHERE id = ?", [ids["laptops"]])) == (
        "done",
        "two of three got it",
    )
    assert screen.undo_list == ids["unit"]
    screen.list.rows()[0].box.click()
    settle()
    assert read("SELECT status FROM entry WHERE id = ?", [ids["laptops"]])["status"] == "open"


def test_a_date_moves_only_with_a_reason(screen, context, ids, qtbot, settle):
    def answer() -> None:
        sheet = QApplication.activeModalWidget()
        assert isinstance(sheet, MoveSheet)
        assert not sheet.accepting.isEnabled()
        qtbot.keyClicks(sheet.reason, "the cart is broken")
        qtbot.mouseClick(sheet.accepting, Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, answer)
    screen.list.rows()[0].move_requested.emit("")
    settle()
    qtbot.waitUntil(
        lambda: "moved once: the cart is broken" in screen.list.rows()[0].content.secondary.text()
    )
    assert date.fromisoformat(
        context.reader.value("SELECT due_on FROM entry WHERE id = ?", [ids["laptops"]])
    ) > date(2026, 11, 24)


def test_a_row_leads_to_the_minutes_and_a_dropped_one_goes(screen, ids, qtbot, settle, visited):
    screen.list.rows()[0].open_requested.emit("")
    assert visited[-1] == Place("minutes", ids["unit"], ids["laptops"])
    screen.list.rows()[0].drop_requested.emit("")
    qtbot.waitUntil(lambda: texts(screen) == [UNDATED])


def test_the_list_is_saved_as_a_calendar(screen, qtbot, monkeypatch, tmp_path, settle):
    file = tmp_path / "actions.ics"
    monkeypatch.setattr("plcdesk_ui.minutes.saving.ask_for_file", lambda *_words: file)
    qtbot.mouseClick(screen.calendar, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(file.exists)
    written = file.read_bytes().decode().replace("\r\n ", "")
    assert "three students need a second re-teach (Minh Trần)" in written
    assert "DTSTART;VALUE=DATE:20261027" in written
    assert "Ask about the lab" not in written


def test_names_are_looked_at_before_the_list_leaves(screen, context, ids, qtbot, monkeypatch, tmp_path):
    context.do(lambda work: change_entry(work, ids["laptops"], text="Ask Maria again"))
    qtbot.waitUntil(lambda: "Ask Maria again" in texts(screen))
    calendar, paper = tmp_path / "actions.ics", []
    monkeypatch.setattr("plcdesk_ui.minutes.saving.ask_for_file", lambda *_words: calendar)
    monkeypatch.setattr("plcdesk_ui.minutes.printing.print_or_tell", lambda *words: paper.append(words[2]))
    qtbot.mouseClick(screen.calendar, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: screen.findChild(NamesSheet) is not None)
    sheet = screen.findChild(NamesSheet)
    assert not calendar.exists()
    sheet.ways["maria"].set_value("initials")
    sheet.accept()
    qtbot.waitUntil(calendar.exists)
    assert b"Ask M. again" in calendar.read_bytes()
    qtbot.mouseClick(screen.printing, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(paper))
    assert "Ask M. again" in text_of(paper[0])
