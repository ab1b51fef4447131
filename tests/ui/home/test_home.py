"""Home, by clicking."""

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel

from plcdesk.closing.wrap_up import finish, write_up
from plcdesk.planning.agendas import NewItem, new_meeting
from plcdesk.planning.reading import read_agenda, read_team
from plcdesk.planning.teams import add_team
from plcdesk.running.entries import NewEntry, add_entry
from plcdesk.running.room import start_meeting
from plcdesk.running.times import Instant
from plcdesk.store.undo import undo
from plcdesk_ui.home.screen import HomeScreen
from plcdesk_ui.navigator import Place
from plcdesk_ui.widgets.toggles import CheckRow


@pytest.fixture
def do(workspace):
    def carry_out(service, *args, **kwargs):
        return workspace.writer.write(service, *args, **kwargs).result(60).value

    return carry_out


@pytest.fixture
def team(do) -> str:
    return do(add_team, "Science", members=("Rosa Alvarez", "Minh Trần"), weekday=1, time="10:50")


@pytest.fixture
def past(do, team, context) -> str:
    made = do(write_up, team, "Last week", "2026-11-17T10:50", minutes=45)
    minh = read_team(context.reader, team).members[1].id
    do(add_entry, made, NewEntry("action", "Share the slides", owners=(minh,), due_on=date(2026, 11, 20)))
    do(add_entry, made, NewEntry("parked", "Lab contract"))
    return made


@pytest.fixture
def home(context, qtbot):
    made = HomeScreen(context)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    context.bus.changed.connect(made.heard)

    def show():
        made.enter(Place("home"))
        made.show()
        return made

    yield show
    made.leave()


def words(screen) -> str:
    return "\n".join(label.text() for label in screen.findChildren(QLabel) if label.isVisibleTo(screen))


def press(qtbot, screen, name: str) -> None:
    found = [
        button
        for button in screen.findChildren(QAbstractButton)
        if button.isVisibleTo(screen) and name in (button.text(), button.accessibleName())
    ]
    qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)


def test_an_empty_team_is_led_on(home, team):
    shown = words(home())
    assert "No meeting is planned" in shown
    assert "No open actions" in shown
    assert "minutes of your first meeting" in shown


def test_the_next_meeting_stands_there_and_can_be_started(home, do, team, qtbot, visited):
    made = do(
        new_meeting,
        team,
        "Exit tickets",
        "2026-11-24T10:50",
        result_wanted="a plan",
        items=(NewItem("topic", "Talk", 40),),
    )
    screen = home()
    qtbot.waitExposed(screen)
    shown = words(screen)
    assert "Exit tickets" in shown
    assert "a plan" in shown
    assert "40 of 45 min planned" in shown
    press(qtbot, screen, "Start meeting")
    assert visited[-1] == Place("run", made)


def test_a_tick_closes_an_action_and_undo_opens_it(home, do, team, past, context, qtbot, settle):
    screen = home()
    assert "4 days late" in words(screen)
    row = screen.findChild(CheckRow)
    row.box.click()
    settle()
    assert "Share the slides" not in words(screen)
    assert context.reader.value("SELECT status FROM entry WHERE kind = 'action'") == "done"
    do(undo, past)
    settle()
    assert context.reader.value("SELECT status FROM entry WHERE kind = 'action'") == "open"


def test_what_was_parked_goes_onto_the_next_agenda(home, do, team, past, context, qtbot, settle):
    coming = do(new_meeting, team, "Next", "2026-11-24T10:50")
    screen = home()
    qtbot.waitExposed(screen)
    press(qtbot, screen, "Add to agenda: Lab contract")
    settle()
    assert [item.title for item in read_agenda(context.reader, coming).items] == ["Lab contract"]
    assert "Nothing carried over" in words(screen)


def test_what_the_last_meeting_did_not_come_to_goes_onto_the_next_agenda(
    home, do, team, context, qtbot, settle
):
    def at(minute: int) -> Instant:
        return Instant(datetime(2026, 11, 17, 10, minute, tzinfo=UTC), minute * 60.0, "run-1")

    items = (NewItem("topic", "Exit tickets", 30), NewItem("decision", "Re-teach plan", 12))
    last = do(new_meeting, team, "Last week", "2026-11-17T10:50", items=items)
    first = read_agenda(context.reader, last).items[0].id
    ends = datetime(2026, 11, 17, 11, 35, tzinfo=UTC)
    do(start_meeting, last, at(50), present=(), ends_at=ends, first_step=first)
    do(finish, last, at(59), out_of_time=True)
    coming = do(new_meeting, team, "Next", "2026-11-24T10:50")
    screen = home()
    qtbot.waitExposed(screen)
    assert "Not reached" in words(screen)
    press(qtbot, screen, "Add to agenda: Re-teach plan")
    settle()
    taken = read_agenda(context.reader, coming).items
    assert [(item.title, item.minutes, item.kind) for item in taken] == [("Re-teach plan", 12, "decision")]
    assert "Nothing carried over" in words(screen)


@pytest.mark.parametrize(("on", "since"), [(24, "Running since "), (23, "Running since Mon 23 Nov, ")])
def test_a_running_meeting_says_since_when_with_the_day_unless_it_is_today(home, do, team, on, since):
    made = do(new_meeting, team, "Tickets", f"2026-11-{on}T10:00")
    began = Instant(datetime(2026, 11, on, 10, tzinfo=UTC), 0.0, "run-1")
    do(start_meeting, made, began, present=(), ends_at=began.wall + timedelta(minutes=45))
    told = next(line for line in words(home()).splitlines() if line.startswith("Running since"))
    assert told.startswith(since) and ("Nov" in told) == (on == 23)
