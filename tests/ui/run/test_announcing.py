"""What is said aloud of the time, and what every control is called."""

from tests.ui.walk import nameless, rich_labels


def said(room) -> list[str]:
    return room.desk._announcer.said


def test_five_minutes_one_minute_and_over_and_no_more(room):
    room.live.extend(3)
    room.settle()
    for _ in range(9 * 60):
        room.wait(seconds=1)
    assert said(room) == ["Five minutes left", "One minute left", "The time of “Opening” is over"]


def test_a_new_step_is_said_and_its_short_time_not(room):
    room.live.next()
    room.settle()
    for _ in range(30):
        room.wait(seconds=1)
    assert said(room) == ["Get ready"]


def test_paused_nothing_is_said(room):
    room.wait(minutes=4, seconds=-1)
    room.live.pause_or_go_on()
    room.settle()
    for _ in range(10):
        room.wait(seconds=1)
    assert said(room) == []


def test_every_control_has_a_name_and_every_label_is_plain(room):
    for step in range(4):
        assert nameless(room.screen) == [], step
        assert rich_labels(room.screen) == []
        room.live.next_step()
        room.settle()
    room.desk.agenda.edit(True)
    assert nameless(room.screen) == []
    room.screen.resize(900, 600)
    room.settle()
    assert nameless(room.screen) == []


def test_before_the_start_too(rig):
    rig.enter()
    assert nameless(rig.screen) == [] and rich_labels(rig.screen) == []
