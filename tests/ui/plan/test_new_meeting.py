"""A new meeting from the sheet."""

import pytest
from PySide6.QtWidgets import QWidget

from plcdesk.planning.reading import read_items, read_meetings, read_roles
from plcdesk_ui.navigator import Place
from plcdesk_ui.plan.new_meeting import NewMeetingSheet, ask_for_new_meeting


@pytest.fixture
def parent(qtbot, theme) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def ask(parent, context):
    def open_sheet(team: str) -> NewMeetingSheet:
        ask_for_new_meeting(parent, context, team)
        return parent.findChildren(NewMeetingSheet)[-1]

    return open_sheet


def newest(context, team):
    return max(read_meetings(context.reader, team), key=lambda meeting: meeting.starts_at)


def test_all_is_filled_in_with_what_is_usual(ask, team, context, settle, visited):
    sheet = ask(team)
    assert sheet.when.starts_at() == "2026-11-24T10:50"
    assert (sheet.when.minutes.value(), sheet.when.room.text()) == (45, "214")
    assert sheet.template.value() == "first-meeting"
    sheet.accept()
    settle()
    made = newest(context, team)
    assert visited[-1] == Place("plan", made.id)
    assert made.title == "First meeting of the year"
    assert made.result_wanted
    items = read_items(context.reader, made.id)
    assert [item.kind for item in items] == ["opening", "protocol", "topic", "wrap_up"]
    assert sum(item.minutes for item in items) == 45
    assert items[1].snapshot.protocol_id == "norms"
    assert len(read_roles(context.reader, made.id)) == 3


def test_a_day_with_a_meeting_is_passed_over(ask, team, meeting):
    assert ask(team).when.starts_at() == "2026-12-01T10:50"


def test_a_team_that_has_met_begins_with_its_usual_week(ask, team, earlier, context, settle, agenda):
    sheet = ask(team)
    assert sheet.template.value() == "weekly-45"
    assert sheet.title_field.text() == "Team meeting" and sheet.wanted.text() == ""
    sheet.when.minutes.set_value(60)
    sheet.accept()
    settle()
    items = agenda(newest(context, team).id).items
    assert sum(item.minutes for item in items) == 60
    assert (items[0].minutes, items[-1].minutes) == (5, 5)


def test_the_last_agenda_can_be_taken_again(ask, team, earlier, context, settle, agenda):
    sheet = ask(team)
    sheet.template.set_value("copy")
    sheet.template.chosen.emit("copy")
    sheet.title_field.setText("Again")
    sheet.accept()
    settle()
    made = newest(context, team)
    assert made.title == "Again"
    assert [item.title for item in agenda(made.id).items] == ["Reached", "Lab safety contract"]


def test_empty_is_empty_and_what_was_typed_stays(ask, team, context, settle, agenda):
    sheet = ask(team)
    sheet.wanted.setText("our own result")
    sheet.template.set_value("empty")
    sheet.template.chosen.emit("empty")
    sheet.accept()
    settle()
    made = newest(context, team)
    assert agenda(made.id).items == ()
    assert (made.title, made.result_wanted) == ("Team meeting", "our own result")


def test_cancel_makes_nothing(ask, team, context, settle):
    ask(team).reject()
    settle()
    assert read_meetings(context.reader, team) == ()


def test_a_short_slot_shortens_the_template(ask, team, earlier, context, settle, agenda):
    sheet = ask(team)
    sheet.when.minutes.set_value(30)
    sheet.accept()
    settle()
    assert agenda(newest(context, team).id).spare_minutes == 0


def test_of_a_team_that_is_gone_nothing_is_asked(parent, context):
    ask_for_new_meeting(parent, context, "nobody")
    assert parent.findChildren(NewMeetingSheet) == []


def test_it_fits_into_a_small_window_with_what_is_chosen_in_sight(ask, parent, meeting, team, qtbot):
    parent.resize(1024, 700)
    sheet = ask(team)
    sheet.template.set_value("empty")
    sheet.show()
    assert sheet.height() < 700
    chosen = sheet.template.chosen_button
    assert chosen is not None
    qtbot.waitUntil(lambda: not chosen.visibleRegion().isEmpty())
    sheet.reject()
