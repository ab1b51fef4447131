"""A meeting that nobody ended."""

import pytest
from PySide6.QtTest import QTest

from plcdesk_ui.navigator import Place
from plcdesk_ui.run.desk import Desk
from plcdesk_ui.run.left_running import LeftRunning
from plcdesk_ui.run.screen import RunScreen


@pytest.fixture
def left(room, moment, qtbot):
    """Last seen at 11:41; the app is started again the next morning."""
    room.wait(minutes=51)
    room.live.beat()
    room.settle()
    room.screen.context.bus.changed.disconnect(room.screen.heard)
    room.desk.let_go()
    room.screen.shown = None
    room.time.pass_by(hours=20)
    moment.session = "run-2"
    again = RunScreen(room.screen.context)
    qtbot.addWidget(again)
    again.resize(1224, 800)
    again.show()
    room.screen = again
    room.enter()
    return room


def test_it_asks_with_the_likely_end_ready(left):
    page = left.screen.shown
    assert isinstance(page, LeftRunning)
    assert page.time.value() == "11:35"  # its planned end; it was seen until 11:41
    assert left.read().last_seen.session == "run-1"  # not overwritten before the answer


def test_it_ended_then_and_is_wrapped_up(left):
    page = left.screen.shown
    page.time.set_value("11:30")
    left.click(page.wrap_up)
    meeting = left.read().meeting
    assert (meeting.status, meeting.wrapping_up) == ("running", True)
    assert f"{meeting.ended_at:%d %H:%M}" == "24 11:30"
    assert left.visited[-1] == Place("wrap_up", left.meeting)


def test_it_ended_then_and_the_minutes_are_made(left):
    left.click(left.screen.shown.draft)
    meeting = left.read().meeting
    assert meeting.status == "draft" and f"{meeting.ended_at:%d %H:%M}" == "24 11:35"
    assert left.visited[-1] == Place("minutes", left.meeting)


def test_an_end_after_midnight(left):
    page = left.screen.shown
    page.time.set_value("00:30")
    left.click(page.draft)
    assert f"{left.read().meeting.ended_at:%d %H:%M}" == "25 00:30"


def test_an_end_still_to_come_is_refused(left):
    page = left.screen.shown
    page.time.set_value("09:30")  # tomorrow morning, but it is 07:41
    left.click(page.wrap_up)
    assert left.read().meeting.ended_at is None
    assert "still to come" in page.problem.text() and not page.problem.isHidden()


def test_it_is_still_going_on(left):
    left.click(left.screen.shown.going_on)
    assert isinstance(left.screen.shown, Desk)
    assert left.live.state.current_elapsed == 20 * 3600 + 51 * 60
    left.live.beat()
    left.settle()
    assert isinstance(left.screen.shown, Desk)
    left.enter()
    assert isinstance(left.screen.shown, Desk)


def test_an_app_left_open_overnight_asks_too(room):
    room.wait(minutes=30)
    room.live.beat()
    room.settle()
    seen = room.read().last_seen
    room.time.pass_by(hours=14)
    room.live.beat()
    room.settle()
    assert isinstance(room.screen.shown, LeftRunning)
    assert room.read().last_seen == seen


def test_a_short_stop_does_not_ask(room, moment):
    room.live.beat()
    room.settle()
    room.screen.context.bus.changed.disconnect(room.screen.heard)
    room.desk.let_go()
    room.screen.shown = None
    room.time.pass_by(minutes=25)
    moment.session = "run-2"
    room.enter()
    assert isinstance(room.screen.shown, Desk)
    assert room.live.state.current_elapsed == 25 * 60
    QTest.qWait(0)
