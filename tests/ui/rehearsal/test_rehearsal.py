"""A protocol tried out in the room: it opens, time runs fast, Next goes on, and nothing is left."""

import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from plcdesk.planning.agendas import NewItem, new_meeting
from plcdesk.planning.from_library import Chosen
from plcdesk.planning.reading import read_teams
from plcdesk.planning.teams import add_team
from plcdesk_ui.rehearsal.meetings import MeetingRehearsal
from plcdesk_ui.rehearsal.window import RehearsalWindow, open_rehearsal
from tests.shipped import SHIPPED


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files go."""
    made = tmp_path / "temporary"
    made.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(made))
    return made


@pytest.fixture
def problems(context) -> list[str]:
    found: list[str] = []
    context.bus.problem_arose.connect(found.append)
    return found


@pytest.fixture
def try_out(context, folder, problems, qtbot):
    """Opens a rehearsal and waits until its room is open."""
    opened: list[RehearsalWindow] = []

    def open_it(protocol: str = "atlas-data", minutes: int = 30, people: int = 5) -> RehearsalWindow:
        found = SHIPPED.get(protocol)
        window = open_rehearsal(context, Chosen(found, minutes, people))
        opened.append(window)
        qtbot.waitUntil(lambda: window.stage is not None)
        return window

    yield open_it
    for window in opened:
        window.close()
    assert problems == []


def live(window: RehearsalWindow):
    assert window.screen_shown is not None and window.screen_shown.desk is not None
    return window.screen_shown.desk.live


def to_the_end(window: RehearsalWindow, qtbot) -> None:
    """Press Next through all steps, speakers and the end."""
    for _ in range(60):
        if window.stage is None:
            return
        before = live(window).state.current, live(window).next_up()
        QTest.keyClick(window.screen_shown, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(
            lambda before=before: (
                window.stage is None or (live(window).state.current, live(window).next_up()) != before
            ),
        )
    pytest.fail("the protocol did not end")


def files(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*"))


def test_the_room_opens_on_the_protocol_alone(try_out):
    window = try_out()
    assert window.windowTitle() == "Trying out: ATLAS Looking at Data"
    assert window.strip.words.text() == "Nothing here is kept"
    room = live(window).room
    assert [(item.title, item.minutes) for item in room.agenda.items] == [("ATLAS Looking at Data", 30)]
    assert len(room.present) == 5
    assert live(window).state.status == "running"


def test_a_minute_passes_in_six_seconds(try_out, time):
    window = try_out()
    begun = live(window).state.current_elapsed
    time.pass_by(seconds=6)
    live(window).tick()
    assert live(window).state.current_elapsed - begun == pytest.approx(60)


def test_the_speed_can_be_chosen(try_out, time):
    window = try_out()
    QTest.mouseClick(window.strip.speeds._chips[3], Qt.MouseButton.LeftButton)
    before = live(window).state.current_elapsed
    time.pass_by(seconds=2)
    live(window).tick()
    assert live(window).state.current_elapsed - before == pytest.approx(60)
    QTest.mouseClick(window.strip.speeds._chips[0], Qt.MouseButton.LeftButton)
    stopped = live(window).state.current_elapsed
    time.pass_by(hours=1)
    live(window).tick()
    assert live(window).state.current_elapsed == pytest.approx(stopped)
    assert window.strip.pace.text() == "The clock stands still"


def test_nobody_is_asked_when_the_fast_clock_is_hours_past_the_end(try_out, time):
    window = try_out()
    time.pass_by(hours=1)
    live(window).tick()
    live(window).beat()
    assert window.screen_shown is not None and window.screen_shown.desk is not None


def test_next_goes_on_to_the_end_and_again_begins_anew(try_out, folder, qtbot):
    window = try_out("data-mining", 45)
    first = live(window).state.current
    QTest.keyClick(window.screen_shown, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: live(window).state.current != first)
    to_the_end(window, qtbot)
    assert window.pages.currentWidget() is window.end_page
    assert window.end_page.words.text() == "That was it"
    assert files(folder) == []
    QTest.mouseClick(window.end_page.again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.stage is not None)
    assert live(window).state.current.split("/")[1] == first.split("/")[1]
    assert live(window).room.entries == ()
    assert len(files(folder)) > 0


def test_closing_leaves_no_file_and_no_change_in_the_workspace(
    try_out, context, folder, workspace_file, home, qtbot
):
    before = workspace_file.read_bytes()
    settings = context.settings
    window = try_out()
    line = window.screen_shown.desk.notes
    line.focus_line()
    QTest.keyClicks(window.focusWidget(), "Half a sentence that nobody keeps")
    assert len(files(folder)) > 0
    window.close()
    assert files(folder) == []
    assert read_teams(context.reader) == ()
    assert workspace_file.read_bytes() == before
    assert context.settings is settings
    assert not home.exists() or not any(path.suffix == ".plcdb" for path in home.rglob("*"))


def test_closing_before_the_room_is_open_leaves_nothing(context, folder, problems, qtbot):
    found = SHIPPED.get("atlas-data")
    window = open_rehearsal(context, Chosen(found, 30, 5))
    window.close()
    heard: list[bool] = []
    context.in_background(lambda: True, heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    qtbot.waitUntil(lambda: files(folder) == [])
    assert window.stage is None and problems == []


def test_a_protocol_that_does_not_fit_says_so_and_closes(context, folder, problems, qtbot):
    found = SHIPPED.get("atlas-data")
    window = open_rehearsal(context, Chosen(found, 5, 5))
    qtbot.waitUntil(lambda: not window.isVisible())
    assert len(problems) == 1
    assert files(folder) == []


def test_a_planned_meeting_is_rehearsed_and_nothing_of_it_is_kept(context, folder, problems, qtbot, settle):
    do = context.workspace.writer.write
    team = do(add_team, "Science", members=("Rosa Alvarez", "Dana Kim")).result(10).value
    items = (NewItem("topic", "Tickets", 10), NewItem("wrap_up", "Wrap up", 5))
    meeting = (
        do(new_meeting, team, "Exit tickets", "2026-11-24T10:50", minutes=15, items=items).result(10).value
    )
    rehearsal = MeetingRehearsal(context)
    rehearsal.open(meeting)
    window = rehearsal.window
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: window.stage is not None, timeout=20000)
    assert window.windowTitle() == "Rehearsal: Exit tickets"
    assert window.strip.more.text() == "A copy of the meeting, with everyone there."
    assert [item.title for item in live(window).room.agenda.items] == ["Tickets", "Wrap up"]
    QTest.keyClick(window.screen_shown, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.stage is None, timeout=10000)
    window.close()
    assert files(folder) == []
    status = context.reader.value("SELECT status FROM meeting WHERE id = ?", [meeting])
    assert status == "planned" and problems == []


def test_without_a_planned_meeting_it_says_so(context, problems):
    rehearsal = MeetingRehearsal(context)
    rehearsal.open()
    assert rehearsal.window is None
    assert problems == ["No meeting is planned. Plan one, then rehearse it."]
