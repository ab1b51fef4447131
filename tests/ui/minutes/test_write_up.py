"""Writing up a meeting that was held on paper, by typing and clicking."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from plcdesk.closing.wrap_up import write_up
from plcdesk.errors import UserError
from plcdesk.minutes.gather import gather
from plcdesk.planning.reading import read_agenda, read_meetings
from plcdesk.planning.teams import add_team
from plcdesk_ui.minutes.past_sheet import PastSheet
from plcdesk_ui.minutes.write_up import ask_for_past_meeting
from plcdesk_ui.navigator import Place
from tests.ui.walk import nameless

PASTED = """Unit 3 planning
By the end we will have: a common rubric
10:50 Opening 5 min
- Look at exit tickets (25) - Minh
Tuning Protocol 40 min
Remember to bring cake for Sam's birthday, it is on Friday!!
"""


@pytest.fixture
def parent(theme, qtbot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(1100, 740)
    widget.show()
    return widget


@pytest.fixture
def sheet(parent, context, team) -> PastSheet:
    made = ask_for_past_meeting(parent, context, team)
    assert made is not None
    return made


def held(context, team):
    return [meeting for meeting in read_meetings(context.reader, team) if meeting.was_held]


def go_on(qtbot, sheet) -> None:
    qtbot.mouseClick(sheet.accept_button, Qt.MouseButton.LeftButton)


def test_it_begins_with_the_last_time_that_the_team_usually_met(sheet):
    assert (sheet.day.value(), sheet.time.value()) == ("2026-11-17", "10:50")  # now is Tuesday 24 at 10:40
    assert all(box.isChecked() for box in sheet.people.values())
    assert nameless(sheet) == []


def test_from_paper_to_a_draft(sheet, context, qtbot, team, visited):
    qtbot.keyClicks(sheet.title_field, "Exit tickets")
    qtbot.keyClicks(sheet.wanted, "a re-teach plan")
    rosa, minh, sam = sheet.people
    qtbot.mouseClick(sheet.people[sam], Qt.MouseButton.LeftButton)
    sheet.minutes.set_value(50)
    sheet.agenda.box.setPlainText(PASTED)
    go_on(qtbot, sheet)
    qtbot.waitUntil(lambda: bool(visited))
    (meeting,) = held(context, team)
    assert visited == [Place("wrap_up", meeting.id)]
    assert not sheet.isVisible()
    facts = gather(context.reader, meeting.id)
    assert (facts.title, facts.result_wanted) == ("Exit tickets", "a re-teach plan")
    assert (facts.planned_minutes, facts.status) == (50, "draft")
    assert [person.name for person in facts.present] == ["Rosa A.", "Minh T."]
    assert [person.name for person in facts.absent] == ["Sam W."]
    agenda = read_agenda(context.reader, meeting.id)
    assert [item.title for item in agenda.items][:3] == ["Opening", "Look at exit tickets", "Tuning Protocol"]
    assert agenda.items[1].brought_by == minh and rosa
    assert agenda.items[2].snapshot is not None


def test_what_the_text_says_besides_topics_is_taken_where_nothing_was_typed(
    sheet, context, qtbot, team, visited
):
    sheet.agenda.box.setPlainText(PASTED)
    qtbot.waitUntil(lambda: bool(sheet.agenda.title))
    assert sheet.title_field.placeholderText() == "Unit 3 planning"
    assert sheet.wanted.placeholderText() == "a common rubric"
    go_on(qtbot, sheet)
    qtbot.waitUntil(lambda: bool(visited))
    (meeting,) = held(context, team)
    assert (meeting.title, meeting.result_wanted) == ("Unit 3 planning", "a common rubric")


def test_what_was_read_and_what_was_not_is_shown_at_once(sheet, qtbot):
    sheet.agenda.box.setPlainText(PASTED)
    qtbot.waitUntil(lambda: len(sheet.agenda.found.rows()) >= 3)
    shown = [row.content.text.text() for row in sheet.agenda.found.rows()]
    assert shown[:3] == ["Opening", "Look at exit tickets", "Tuning Protocol"]
    beside = [row.content.secondary.text() for row in sheet.agenda.found.rows()]
    assert beside[1] == "Minh"
    assert "bring cake" in beside[2]  # what is said under a topic belongs to it
    sheet.agenda.box.setPlainText("5 min Opening\n10 min News\n\nThanks, Rosa")
    qtbot.waitUntil(lambda: len(sheet.agenda.found.rows()) == 2)
    assert sheet.agenda.unread.isVisible()
    assert "Thanks, Rosa" in sheet.agenda.unread.text()
    sheet.agenda.box.setPlainText("")
    qtbot.waitUntil(lambda: not sheet.agenda.found.rows())
    assert sheet.agenda.unread.isHidden()


def test_with_nothing_typed_it_is_a_team_meeting_without_an_agenda(sheet, context, qtbot, team, visited):
    for box in sheet.people.values():
        box.click()
    go_on(qtbot, sheet)
    qtbot.waitUntil(lambda: bool(visited))
    (meeting,) = held(context, team)
    facts = gather(context.reader, meeting.id)
    assert (facts.title, facts.result_wanted, facts.items) == ("Team meeting", "", ())
    assert facts.present == facts.absent == ()  # nobody said who was there


def test_what_is_still_to_come_cannot_be_written_up(sheet, context, qtbot, team):
    sheet.day.set_value("2026-11-25")
    go_on(qtbot, sheet)
    assert "still to come" in sheet.problem.text() and sheet.problem.isVisible()
    assert sheet.isVisible() and sheet.accept_button.isEnabled()
    assert held(context, team) == []


def test_a_refusal_is_said_in_the_sheet_and_can_be_tried_again(
    sheet, context, qtbot, team, visited, monkeypatch
):
    def refuse(*_args, **_values):
        raise UserError("Not today.")

    monkeypatch.setattr("plcdesk.closing.wrap_up.write_up", refuse)
    go_on(qtbot, sheet)
    qtbot.waitUntil(sheet.problem.isVisible)
    assert sheet.problem.text() == "Not today."
    monkeypatch.setattr("plcdesk.closing.wrap_up.write_up", write_up)
    go_on(qtbot, sheet)
    qtbot.waitUntil(lambda: bool(visited))
    assert len(held(context, team)) == 1


def test_cancelling_writes_nothing(sheet, context, qtbot, team, settle):
    sheet.agenda.box.setPlainText(PASTED)
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    settle()
    assert not sheet.isVisible()
    assert held(context, team) == []


def test_a_team_that_is_gone_asks_nothing(parent, context):
    assert ask_for_past_meeting(parent, context, "nobody") is None


def test_a_team_that_meets_when_it_can_begins_with_yesterday(parent, context, do):
    made = do(add_team, "Math", members=("Kim Lee",), time="15:30")
    sheet = ask_for_past_meeting(parent, context, made)
    assert (sheet.day.value(), sheet.time.value()) == ("2026-11-23", "15:30")
