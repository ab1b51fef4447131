"""The first start, by typing and clicking."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt

from plcdesk.planning.reading import read_agenda, read_teams
from plcdesk.planning.slots import next_slot
from plcdesk.store.undo_facts import can_undo
from plcdesk_ui.navigator import Place
from plcdesk_ui.welcome.people_field import names_in
from plcdesk_ui.welcome.screen import WelcomeScreen


@pytest.fixture
def screen(context, qtbot):
    made = WelcomeScreen(context)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    made.enter(Place("welcome"))
    return made


def fill(screen, qtbot) -> None:
    qtbot.keyClicks(screen.name, "Grade 7 Science")
    qtbot.keyClicks(screen.people, "Rosa Alvarez, Minh Tran, Dana Kim")


def make(screen, qtbot, settle) -> None:
    qtbot.mouseClick(screen.make, Qt.MouseButton.LeftButton)
    settle()


def test_norms_written_together_make_a_ready_first_meeting(screen, context, qtbot, settle, visited):
    fill(screen, qtbot)
    make(screen, qtbot, settle)
    team = read_teams(context.reader)[0]
    assert [member.initials for member in team.members] == ["RA", "MT", "DK"]
    agenda = read_agenda(context.reader, visited[-1].about)
    assert visited[-1].screen == "plan"
    assert [item.snapshot.protocol_id for item in agenda.items if item.snapshot] == ["norms"]
    assert agenda.spare_minutes == 0
    assert set(agenda.roles) == {"facilitator", "recorder", "timekeeper"}
    assert can_undo(context.reader, agenda.meeting.id) == can_undo(context.reader, team.id) == (False, False)


def test_a_team_with_norms_gets_a_weekly_agenda(screen, context, qtbot, settle, visited):
    fill(screen, qtbot)
    screen.norms_how.set_value("have")
    screen.norms_how.chosen.emit("have")
    screen.norms.setPlainText("Start on time\n\n  Hear everyone once ")
    make(screen, qtbot, settle)
    assert [norm.text for norm in read_teams(context.reader)[0].norms] == [
        "Start on time",
        "Hear everyone once",
    ]
    assert not any(item.snapshot for item in read_agenda(context.reader, visited[-1].about).items)


def test_a_short_meeting_gets_an_agenda_that_fits(screen, context, qtbot, settle, visited):
    fill(screen, qtbot)
    screen.minutes.set_value(30)
    make(screen, qtbot, settle)
    agenda = read_agenda(context.reader, visited[-1].about)
    assert (agenda.meeting.minutes, agenda.planned_minutes) == (30, 30)


@pytest.mark.parametrize(
    ("name", "people", "says"), [("", "A B, C D", "name"), ("Team", "Rosa", "two people")]
)
def test_what_is_missing_is_said_and_nothing_is_made(name, people, says, screen, context, qtbot, settle):
    qtbot.keyClicks(screen.name, name)
    qtbot.keyClicks(screen.people, people)
    make(screen, qtbot, settle)
    assert says in screen.problem.text()
    assert screen.problem.isVisible()
    assert read_teams(context.reader) == ()


def test_it_can_be_left_and_gone_on_with(screen, context, qtbot):
    fill(screen, qtbot)
    screen.leave()
    again = WelcomeScreen(context)
    qtbot.addWidget(again)
    assert again.name.text() == "Grade 7 Science"
    assert again.counted.text().startswith("3")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rosa, Minh;Dana", ("Rosa", "Minh", "Dana")),
        ("1. Rosa Alvarez\n- Minh\n• Dana\n\n", ("Rosa Alvarez", "Minh", "Dana")),
        ("Rosa\nrosa\n", ("Rosa",)),
        ("  , ;\n", ()),
    ],
)
def test_names_as_people_paste_them(text, names):
    assert names_in(text) == names


@pytest.mark.parametrize(
    ("weekday", "time", "expected"),
    [
        (1, "10:50", datetime(2026, 11, 24, 10, 50)),
        (1, "09:00", datetime(2026, 12, 1, 9, 0)),
        (0, "09:00", datetime(2026, 11, 30, 9, 0)),
        (None, "15:30", datetime(2026, 11, 25, 15, 30)),
    ],
)
def test_the_next_usual_slot(weekday, time, expected):
    assert next_slot(weekday, time, datetime(2026, 11, 24, 10, 40)) == expected


def test_a_team_without_a_usual_day_is_not_sent_to_a_weekend():
    friday = datetime(2026, 11, 27, 22, 0)
    assert next_slot(None, "15:30", friday) == datetime(2026, 11, 30, 15, 30)
    assert next_slot(5, "09:00", friday) == datetime(2026, 11, 28, 9, 0)
