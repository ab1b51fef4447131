"""Before the meeting begins."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from plcdesk.closing.wrap_up import begin_wrap_up, finish
from plcdesk.planning.agendas import delete_item
from plcdesk.running.room import start_meeting
from plcdesk_ui.navigator import Place
from plcdesk_ui.widgets.toggles import RadioButton
from tests.ui.run.conftest import TEN_FIFTY


def at(rig, minutes: float):
    rig.time.now = TEN_FIFTY + timedelta(minutes=minutes)
    return rig.enter().sheet


def test_both_questions_at_once_and_enter_starts(rig):
    sheet = at(rig, 0)
    assert all(box.isChecked() for box in sheet.people.boxes.values())
    assert sheet.sees.value() is True
    assert sheet.end.isHidden()
    rig.click(sheet.people.boxes[rig.member("Minh")])
    rig.press(sheet, Qt.Key.Key_Return)
    room = rig.read()
    assert room.meeting.status == "running" and room.meeting.room_sees_screen
    assert room.meeting.ends_at == TEN_FIFTY + timedelta(minutes=45)
    assert len(room.present) == 4 and room.absent == (rig.member("Minh"),)
    assert rig.desk.step.title.text() == "Opening"
    assert rig.desk.bar.people.text() == "4 here, 1 absent"


def test_pressing_twice_starts_once(rig):
    sheet = at(rig, 0)
    sheet.begin()
    sheet.begin()
    rig.settle()
    assert [event.kind for event in rig.read().events] == ["started"]


def test_what_the_room_sees_is_remembered(rig, do, team, context):
    from plcdesk.planning.agendas import new_meeting

    sheet = at(rig, 0)
    sheet.sees.set_value(False)
    rig.click(sheet.start)
    assert not rig.read().meeting.room_sees_screen
    another = do(new_meeting, team.id, "Next", "2026-12-01T10:50")
    rig.screen.enter(Place("run", another))
    assert rig.sheet.sees.value() is False
    assert rig.sheet.other.buttons[0].text() == "Go to that meeting"


def test_late_it_asks_whether_to_keep_the_end(rig):
    sheet = at(rig, 6.2)
    assert sheet.end.words.text() == "6 minutes late: keep 11:35, or end at 11:41?"
    keep, later = (button.accessibleName() for button in sheet.end.choice.findChildren(RadioButton))
    assert keep.startswith("Keep 11:35") and "instead of 28" in keep
    assert later == "End at 11:41: every topic keeps its minutes"
    rig.click(sheet.start)
    room = rig.read()
    assert room.meeting.ends_at == TEN_FIFTY + timedelta(minutes=45)
    assert sum(item.minutes for item in room.agenda.items) == 39
    assert "on time" in rig.desk.bar.context_label.text()


def test_late_it_can_end_later(rig):
    sheet = at(rig, 6.2)
    sheet.end.choice.set_value("later")
    rig.click(sheet.start)
    room = rig.read()
    assert room.meeting.ends_at == TEN_FIFTY + timedelta(minutes=51)
    assert [item.minutes for item in room.agenda.items] == [5, 28, 7, 5]


def test_time_passes_while_it_is_open(rig):
    sheet = at(rig, 0)
    rig.time.pass_by(minutes=6)
    sheet.look_again()
    assert sheet.end.words.text().startswith("6 minutes late")
    sheet.end.choice.set_value("later")
    rig.time.pass_by(minutes=1)
    sheet.look_again()
    assert sheet.end.words.text().startswith("7 minutes late")
    assert sheet.end.choice.value() == "later"


def test_too_late_for_the_planned_end_it_says_so(rig):
    sheet = at(rig, 30)
    assert sheet.end.choice.isHidden()
    assert "11:35 cannot be kept" in sheet.end.more.text()
    rig.click(sheet.start)
    assert rig.read().meeting.ends_at == TEN_FIFTY + timedelta(minutes=75)


def test_on_another_day_it_has_its_whole_length(rig):
    sheet = at(rig, 26 * 60)
    assert sheet.end.words.text() == "Planned for Tue 24 Nov, 10:50"
    rig.click(sheet.start)
    room = rig.read()
    assert room.meeting.ends_at == TEN_FIFTY + timedelta(minutes=26 * 60 + 45)
    assert room.meeting.starts_at == (TEN_FIFTY + timedelta(minutes=26 * 60)).replace(tzinfo=None)
    assert "on time" in rig.desk.bar.context_label.text()


def test_an_empty_agenda_gets_one_open_topic(rig, do):
    for item in rig.read().agenda.items:
        do(delete_item, item.id)
    rig.click(at(rig, 0).start)
    assert [(item.kind, item.title, item.minutes) for item in rig.read().agenda.items] == [
        ("topic", "Our talk", 45)
    ]
    assert rig.desk.step.title.text() == "Our talk"
    assert rig.desk.step.buttons.next.accessibleName() == "Wrap up"


def test_a_refusal_is_told_and_it_can_be_tried_again(rig, do, context, qtbot):
    sheet = at(rig, 0)
    do(start_meeting, rig.meeting, context.moment(), present=(), ends_at=TEN_FIFTY + timedelta(minutes=45))
    told = []
    context.bus.problem_arose.connect(told.append)
    sheet.begin()
    rig.settle()
    assert told == ["This meeting has begun already."] and sheet.start.isEnabled()


@pytest.fixture
def begun(rig, do, context):
    rig.time.now = TEN_FIFTY
    do(start_meeting, rig.meeting, context.moment(), present=(), ends_at=TEN_FIFTY + timedelta(minutes=45))


def went(rig, qtbot) -> Place:
    rig.screen.enter(Place("run", rig.meeting))
    qtbot.waitUntil(lambda: bool(rig.visited))
    return rig.visited[-1]


def test_a_meeting_that_was_held_shows_its_minutes(rig, do, context, begun, qtbot):
    do(finish, rig.meeting, context.moment())
    assert went(rig, qtbot) == Place("minutes", rig.meeting)


def test_a_meeting_in_its_wrap_up_goes_on_there(rig, do, context, begun, qtbot):
    do(begin_wrap_up, rig.meeting, context.moment(), None)
    assert went(rig, qtbot) == Place("wrap_up", rig.meeting)


def test_a_meeting_that_is_not_there_leads_home(rig, qtbot):
    rig.meeting = "gone"
    assert went(rig, qtbot) == Place("home")


def test_back_leads_to_the_agenda(rig):
    sheet = at(rig, 0)
    rig.click(sheet.bar.back_link)
    assert rig.visited[-1] == Place("plan", rig.meeting)
