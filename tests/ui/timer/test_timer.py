"""The small timer over other windows."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from plcdesk_ui.shell import commands
from plcdesk_ui.timer.window import TimerWindow
from tests.ui.run.conftest import agenda, begins_with, do, meeting, members, rig, room, team  # noqa: F401
from tests.ui.walk import nameless

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def timer(room) -> TimerWindow:  # noqa: F811
    room.live.next()
    room.settle()
    room.press(room.desk.notes.line.edit, Qt.Key.Key_T, CONTROL | SHIFT)
    assert room.desk.timer is not None
    return room.desk.timer.window


def test_it_takes_the_place_of_the_app_and_says_what_the_wall_says(room, timer):  # noqa: F811
    flags = timer.windowFlags()
    assert flags & Qt.WindowType.WindowStaysOnTopHint
    assert flags & Qt.WindowType.FramelessWindowHint
    assert room.screen.window().isMinimized()
    assert (timer.title.text(), timer.ring._big.text()) == ("Get ready", "3:00")
    assert timer.following.text() == "Then: Describe"
    assert nameless(timer) == []
    room.wait(seconds=76)
    assert timer.ring._big.text() == "1:44"


def test_it_pauses_gives_a_minute_and_goes_on(room, timer):  # noqa: F811
    room.click(timer.more)
    assert timer.ring._big.text() == "4:00"
    room.click(timer.pause)
    assert room.live.state.status == "paused"
    assert (timer.title.text(), timer.pause.accessibleName()) == ("Pause", "Go on")
    room.click(timer.pause)
    room.click(timer.next)
    assert timer.title.text() == "Describe"


def test_escape_brings_the_app_back_and_where_it_stood_is_remembered(room, timer, context):  # noqa: F811
    timer.move(40, 60)
    room.press(timer, Qt.Key.Key_Escape)
    assert room.desk.timer.window is None
    assert not room.screen.window().isMinimized()
    assert context.settings.windows["timer"] == "40,60"
    room.desk.show_timer()
    assert room.desk.timer.window.pos() == QPoint(40, 60)


def test_a_place_that_is_on_no_screen_any_more_is_not_used(room, context):  # noqa: F811
    context.remember(windows={"timer": "90000,50"})
    room.desk.show_timer()
    screen = room.desk.timer.window.screen().availableGeometry()
    assert screen.contains(room.desk.timer.window.geometry())


def test_the_key_b_blanks_the_wall_but_never_while_somebody_types(room):  # noqa: F811
    room.press(room.desk.notes.line.edit, Qt.Key.Key_B)
    assert room.desk.wall is None
    assert isinstance(room.desk.notes.line.edit, QPlainTextEdit)
    assert room.desk.notes.line.edit.text() == "b"
    room.desk.bar.people.setFocus()
    QTest.keyClick(room.desk.bar.people, Qt.Key.Key_B)
    assert room.desk.wall.view == "blank"
    assert room.desk.bar.wall.text() == "Hide the blank wall"
    room.desk.wall.show_view("blank")
    assert room.desk.wall.view == "step"


def test_the_menu_of_the_wall_says_every_key(room):  # noqa: F811
    from plcdesk_ui.wall.menu import wall_menu

    room.desk.the_wall().show_view("agenda")
    menu = wall_menu(room.desk, room.desk.wall, room.desk.show_timer)
    actions = {action.text(): action for action in menu.actions()}
    assert actions["The agenda"].isChecked()
    assert actions["The agenda"].shortcut().toString() == commands.WALL_AGENDA_KEY
    actions["Nothing: blank"].trigger()
    assert room.desk.wall.view == "blank"
    actions["Small timer over other windows"].trigger()
    assert room.desk.timer.window is not None


def test_what_is_done_in_the_app_brings_it_back(room, timer):  # noqa: F811
    room.press(timer, Qt.Key.Key_L, CONTROL)
    assert not room.desk.timer.is_shown
    assert not room.screen.window().isMinimized()
    room.desk.show_timer()
    room.desk.wrap_up()
    room.settle()
    assert not room.desk.timer.is_shown
    assert [place.screen for place in room.visited][-1] == "wrap_up"
