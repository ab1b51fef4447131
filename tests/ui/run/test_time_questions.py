"""Sleep, a clock that was set, chimes: one question, and no surprise."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from plcdesk.running.times import SteadyClock
from plcdesk.store.undo import undo
from plcdesk_ui.run import desk as desk_module
from plcdesk_ui.run.desk import Desk
from plcdesk_ui.run.sound_popup import SoundPopup


class Laptop(SteadyClock):
    """A machine whose clocks follow the test's time, but for its sleeps and for when it is set."""

    def __init__(self, time) -> None:
        self.slept, self.wrong = 0.0, 0.0
        begin = time.now
        super().__init__(
            "run-1",
            lambda: (time.now - begin).total_seconds(),
            lambda: self.slept,
            lambda: time.now + timedelta(seconds=self.wrong),
        )


@pytest.fixture
def laptop(context, time) -> Laptop:
    made = Laptop(time)
    context.machine = context.moment = made
    return made


def sleep(room, laptop, minutes: float) -> None:
    laptop.slept += minutes * 60
    room.wait(minutes=minutes)


def test_after_a_sleep_it_asks_and_no_makes_it_a_pause(laptop, room, do):
    room.wait(minutes=2)
    sleep(room, laptop, 12)
    question = room.desk.question
    assert question.title_label.text() == "The laptop slept for 12 minutes. Did the meeting go on?"
    assert room.live.state.current_elapsed == 14 * 60
    room.click(question.buttons[1])
    room.wait(seconds=1)
    assert question.isHidden()
    assert (room.live.state.current_elapsed, room.live.state.paused) == (121, 720)
    do(undo, room.meeting)
    room.settle()
    assert room.live.state.current_elapsed == 14 * 60 + 1


def test_yes_it_went_on_counts_and_is_not_asked_again(laptop, room):
    room.wait(minutes=2)
    sleep(room, laptop, 3)
    room.click(room.desk.question.buttons[0])
    room.wait(minutes=1)
    assert room.desk.question.isHidden()
    assert room.live.state.current_elapsed == 360


def test_a_pause_that_the_laptop_slept_through_asks_nothing(laptop, room):
    room.wait(minutes=2)
    room.live.pause_or_go_on()
    room.settle()
    sleep(room, laptop, 12)
    assert room.desk.question.isHidden() and room.live.state.pause_elapsed == 720


def test_a_clock_that_was_set_changes_nothing_until_somebody_says_which_time_is_right(laptop, room):
    room.wait(minutes=2)
    behind = room.live.state.behind_minutes
    laptop.wrong = 3600
    room.wait(seconds=1)
    question = room.desk.question
    assert question.title_label.text().startswith("The laptop's clock was set forward by 60 minutes.")
    assert [made.text() for made in question.buttons] == ["11:52, as it says now", "10:52, as before"]
    assert room.live.state.behind_minutes == behind
    room.click(question.buttons[1])
    room.wait(minutes=1)
    assert question.isHidden() and room.live.state.behind_minutes == behind
    laptop.wrong = 0
    room.wait(seconds=1)
    assert question.title_label.text().startswith("The laptop's clock was set back by 60 minutes.")
    room.click(question.buttons[1])
    room.wait(minutes=1)
    assert question.isHidden() and f"{room.live.state.at.wall:%H:%M}" == "10:54"


def test_when_the_new_time_is_right_the_start_is_set_right_too(laptop, room):
    room.wait(minutes=2)
    laptop.wrong = -600
    room.wait(seconds=1)
    room.click(room.desk.question.buttons[0])
    room.wait(seconds=1)
    assert room.desk.question.isHidden()
    assert room.desk.bar.context_label.text().startswith("Started 10:40")
    assert room.live.state.behind_minutes == -10 and room.live.state.current_elapsed == 122


def test_the_network_correcting_the_clock_is_no_question(laptop, room):
    for _ in range(5):
        laptop.wrong += 20
        room.wait(seconds=10)
    assert room.desk.question.isHidden()
    assert room.live.state.current_elapsed == 50


def test_opened_again_after_minutes_it_asks_whether_the_meeting_went_on(laptop, room, moment):
    room.wait(minutes=1)
    room.live.beat()
    room.settle()
    context = room.screen.context
    context.machine = None
    context.moment = moment
    moment.session = "run-2"
    room.time.pass_by(minutes=9)
    room.screen._show(None)
    room.enter()
    question = room.desk.question
    assert question.isVisible()
    assert question.title_label.text() == "PLC Desk was closed for 9 minutes. Did the meeting go on?"
    room.click(question.buttons[1])
    room.wait(seconds=5)
    assert (room.live.state.current_elapsed, room.live.state.paused) == (65, 540)


@pytest.fixture
def chimes(monkeypatch) -> list[str]:
    heard: list[str] = []
    monkeypatch.setattr(desk_module, "play_chime", lambda context, chime: heard.append(chime))
    return heard


def test_it_chimes_once_at_the_end_of_a_step_and_of_the_meeting(chimes, room):
    room.wait(minutes=4, seconds=59)
    for _ in range(8):
        room.wait(seconds=1)
    assert chimes == ["step"]
    room.live.extend(2)
    room.settle()
    room.wait(seconds=1)
    room.wait(minutes=1, seconds=53)
    assert chimes == ["step", "step"]
    room.live.go_to(room.live.wrap_up_key)
    room.settle()
    room.wait(minutes=38, seconds=2)
    room.wait(seconds=5)
    room.wait(seconds=5)
    assert chimes == ["step", "step", "meeting"]


def test_no_chime_paused_nor_long_after_the_end(chimes, room):
    room.wait(minutes=4)
    room.live.pause_or_go_on()
    room.settle()
    room.wait(minutes=5)
    assert chimes == []
    room.live.pause_or_go_on()
    room.settle()
    room.wait(minutes=9)
    assert chimes == []


def test_mute_and_volume_are_at_hand_and_remembered(room):
    context = room.screen.context
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    room.press(room.screen, Qt.Key.Key_O, keys)
    room.wait(seconds=1)
    assert context.settings.chime_muted and room.desk.bar.sound.accessibleName() == "Chimes: off"
    room.click(room.desk.bar.sound)
    popup = room.desk.findChild(SoundPopup)
    assert popup.volumes.value() == 0.0 and not popup.step.isEnabled()
    popup.volumes._chips[3].click()
    assert (context.settings.chime_muted, context.settings.chime_volume) == (False, 0.8)
    assert room.desk.bar.sound.accessibleName() == "Chimes: on"
    popup.close()
    assert isinstance(room.desk, Desk)
