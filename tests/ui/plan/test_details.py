"""The chosen topic's details, roles, the bar, and where the screen sends people on to."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from plcdesk.planning.agendas import NewItem, add_item, change_meeting, delete_meeting, new_meeting, set_roles
from plcdesk.planning.reading import read_roles
from plcdesk.planning.teams import add_team
from plcdesk.running.room import start_meeting
from plcdesk.store.undo import undo
from plcdesk.store.undo_facts import can_undo
from plcdesk_ui.navigator import Place


def choose(choice, value) -> None:
    choice.set_value(value)
    choice.chosen.emit(value)


def member(agenda, name: str) -> str:
    return next(each.id for each in agenda().team.members if each.name.startswith(name))


def test_purpose_and_note_are_written_as_they_are_typed(plan, qtbot, settle, agenda):
    detail = plan.parts.detail
    detail.note.setFocus()
    qtbot.keyClicks(detail.note, "Watch for blame")
    detail.note.flush()
    qtbot.keyClicks(detail.purpose, "Describe first")
    detail.purpose.flush()
    settle()
    item = agenda().items[1]
    assert (item.private_note, item.purpose) == ("Watch for blame", "Describe first")
    assert plan.parts.agenda.cards()[1].purpose.text() == "Describe first"
    assert "Watch for blame" not in plan.parts.agenda.cards()[1].accessibleDescription()


def test_choosing_another_topic_hands_over_what_is_half_typed(plan, qtbot, settle, agenda):
    items = agenda().items
    qtbot.keyClicks(plan.parts.detail.note, "Half")
    plan.parts.agenda.choose(items[2].id)
    settle()
    assert agenda().items[1].private_note == "Half"
    assert agenda().items[2].private_note == ""
    assert plan.parts.detail.note.text() == ""


def test_leaving_the_screen_hands_over_everything(plan, qtbot, settle, agenda):
    qtbot.keyClicks(plan.parts.detail.note, "Half")
    plan.parts.summary.result.words.selectAll()
    qtbot.keyClicks(plan.parts.summary.result.words, "a plan")
    qtbot.keyClicks(plan.parts.summary.bring.words, "three tickets")
    plan.parts.bar.title.start()
    qtbot.keyClicks(plan.parts.bar.title.field, "New title")
    plan.leave()
    settle()
    assert agenda().items[1].private_note == "Half"
    assert (agenda().meeting.result_wanted, agenda().meeting.title) == ("a plan", "New title")
    assert agenda().meeting.bring == "three tickets"


def test_the_result_wanted_wraps_and_keeps_the_caret(plan, qtbot, settle, agenda):
    words = plan.parts.summary.result.words
    words.setFocus()
    words.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(words, " for Thursday")
    qtbot.waitUntil(lambda: agenda().meeting.result_wanted.endswith("Thursday"))
    qtbot.keyClicks(words, " and Friday")
    settle()
    assert words.text() == "a re-teach plan for Thursday and Friday"
    assert words.textCursor().position() == len(words.text())
    one_line = words.height()
    words.setPlainText("word " * 60)
    assert words.height() > one_line


def test_who_brings_it_stands_on_the_card(plan, settle, agenda):
    choose(plan.parts.detail.brings, member(agenda, "Minh"))
    settle()
    assert agenda().items[1].brought_by == member(agenda, "Minh")
    assert plan.parts.agenda.cards()[1].purpose.text().endswith("Minh T. brings it")
    choose(plan.parts.detail.brings, None)
    settle()
    assert agenda().items[1].brought_by is None


def test_what_is_ready_is_ticked_and_kept(plan, qtbot, settle, agenda):
    ready = plan.parts.detail.ready
    assert len(ready.boxes) == 4
    assert ready.boxes[2].text() == "" or "one each, names removed" in ready.boxes[2].accessibleName()
    ready.boxes[0].click()
    ready.boxes[2].click()
    settle()
    assert agenda().items[1].prepared == (0, 2)
    plan.parts.agenda.choose(agenda().items[0].id)
    assert ready.isHidden()
    plan.parts.agenda.choose(agenda().items[1].id)
    assert [box.isChecked() for box in ready.boxes] == [True, False, True, False]


def test_another_kind_ends_the_protocol_and_undo_brings_it_back(plan, do, meeting, settle, agenda):
    before = agenda().items[1]
    choose(plan.parts.detail.kind, "decision")
    settle()
    assert (agenda().items[1].kind, agenda().items[1].snapshot) == ("decision", None)
    assert plan.parts.agenda.cards()[1].fit.isHidden()
    do(undo, meeting)
    settle()
    assert agenda().items[1] == before
    assert plan.parts.agenda.cards()[1].fit.isVisible()


def test_the_buttons_do_what_the_keys_do(plan, qtbot, settle, agenda, titles):
    buttons = plan.parts.detail.buttons
    qtbot.mouseClick(buttons["up"], Qt.MouseButton.LeftButton)
    settle()
    assert titles()[0] == "ATLAS Looking at Data"
    qtbot.mouseClick(buttons["down"], Qt.MouseButton.LeftButton)
    settle()
    qtbot.mouseClick(buttons["copy"], Qt.MouseButton.LeftButton)
    settle()
    assert titles().count("ATLAS Looking at Data") == 2
    qtbot.mouseClick(buttons["delete"], Qt.MouseButton.LeftButton)
    settle()
    assert titles().count("ATLAS Looking at Data") == 1
    assert "Ctrl+D" in buttons["copy"].toolTip() and "Del" in buttons["delete"].toolTip()


def test_roles_are_proposed_at_once_and_undo_does_not_take_them(plan, context, meeting):
    roles = read_roles(context.reader, meeting)
    assert len(set(roles.values())) == 3
    assert plan.parts.roles.proposed.text() == "Proposed by turns."
    assert plan.parts.roles.choices["facilitator"].currentText() == "Facilitator · Rosa A."
    done, _ = can_undo(context.reader, meeting)
    assert done  # the meeting itself; the proposal is no step of its own
    last = context.reader.value("SELECT state FROM work ORDER BY n DESC LIMIT 1")
    assert last == "plain"


def test_swap_turns_the_roles_round(plan, qtbot, settle, context, meeting, agenda):
    before = read_roles(context.reader, meeting)
    qtbot.mouseClick(plan.parts.roles.swap, Qt.MouseButton.LeftButton)
    settle()
    after = read_roles(context.reader, meeting)
    assert after["recorder"] == before["facilitator"]
    assert after["timekeeper"] == before["recorder"]
    assert after["facilitator"] == before["timekeeper"]
    assert plan.parts.roles.proposed.text() == "Proposed by turns."


def test_a_role_can_be_given_to_anybody_or_nobody_and_proposed_again(
    plan, qtbot, settle, context, meeting, agenda
):
    olga = member(agenda, "Ольга")
    choose(plan.parts.roles.choices["recorder"], olga)
    settle()
    assert read_roles(context.reader, meeting)["recorder"] == olga
    assert plan.parts.roles.proposed.text() == "Chosen by you."
    choose(plan.parts.roles.choices["recorder"], None)
    settle()
    assert "recorder" not in read_roles(context.reader, meeting)
    qtbot.mouseClick(plan.parts.roles.propose, Qt.MouseButton.LeftButton)
    settle()
    assert len(read_roles(context.reader, meeting)) == 3
    assert plan.parts.roles.propose.isHidden()


def test_roles_that_were_settled_are_left_alone(do, team, meeting, open_plan, context):
    do(set_roles, meeting, {"facilitator": None})
    open_plan(meeting)
    assert read_roles(context.reader, meeting) == {}


def test_a_team_without_people_is_led_to_the_team(do, open_plan, qtbot, visited, context):
    team = do(add_team, "New")
    plan = open_plan_of(do, team, open_plan)
    roles = plan.parts.roles
    assert roles.nobody.isVisible() and not roles.choices["facilitator"].isVisible()
    qtbot.mouseClick(roles.people, Qt.MouseButton.LeftButton)
    assert visited[-1] == Place("team", team)


def open_plan_of(do, team, open_plan):
    return open_plan(do(new_meeting, team, "M", "2026-11-24T10:50"))


def test_the_bar_says_when_and_where_and_changes_title_in_place(plan, qtbot, settle, agenda):
    bar = plan.parts.bar
    assert bar.when.accessibleName().startswith("Tue 24 Nov, 10:50")
    assert "Room 214" in bar.when.accessibleName()
    qtbot.mouseClick(bar.title.label, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(bar.title.field, "Exit tickets on density")
    qtbot.keyClick(bar.title.field, Qt.Key.Key_Return)
    settle()
    assert agenda().meeting.title == "Exit tickets on density"
    assert bar.title.label.text() == "Exit tickets on density"


def test_day_and_time_stay_whole_beside_a_long_title(plan, do, meeting, settle):
    do(change_meeting, meeting, title="A very long title " * 8, room="The big room behind the library")
    plan.resize(860, 700)
    settle()
    assert plan.parts.bar.when.text().startswith("Tue 24 Nov, 10:50")
    assert "…" not in plan.parts.bar.when.text()


def test_start_goes_into_the_room_with_all_that_was_typed(plan, qtbot, settle, visited, agenda, meeting):
    qtbot.keyClicks(plan.parts.detail.note, "Last words")
    qtbot.mouseClick(plan.parts.bar.start, Qt.MouseButton.LeftButton)
    settle()
    assert visited[-1] == Place("run", meeting)
    assert agenda().items[1].private_note == "Last words"


def test_back_leads_to_the_teams_meetings(plan, qtbot, visited, team):
    qtbot.mouseClick(plan.parts.bar.back_link, Qt.MouseButton.LeftButton)
    assert visited[-1] == Place("meetings", team)


def test_a_meeting_that_begins_is_gone_on_with_in_the_room(plan, do, meeting, moment, settle, visited):
    do(start_meeting, meeting, moment(), present=(), ends_at=moment().wall)
    settle()
    assert visited[-1] == Place("run", meeting)


def test_a_meeting_that_was_held_is_in_its_minutes(earlier, context, open_plan, visited, qtbot):
    from plcdesk_ui.plan.screen import PlanScreen

    screen = PlanScreen(context)
    qtbot.addWidget(screen)
    screen.enter(Place("plan", earlier.id))
    assert visited[-1] == Place("minutes", earlier.id)


def test_a_meeting_that_is_deleted_leads_home(plan, do, meeting, settle, visited, qtbot):
    do(delete_meeting, meeting)
    settle()
    qtbot.waitUntil(lambda: bool(visited))
    assert visited[-1] == Place("home")


@pytest.mark.parametrize(("width", "narrow"), [(1112, False), (860, True), (740, True)])
def test_columns_suit_the_width(plan, settle, width, narrow):
    plan.resize(width, 700)
    settle()
    assert plan.parts.columns.is_narrow is narrow
    assert plan.parts.add.isVisible() and plan.parts.roles.isVisible() and plan.parts.agenda.isVisible()
    plan.resize(1112, 700)
    settle()
    tops = [card.mapTo(plan, card.rect().topLeft()).y() for card in (plan.parts.add, plan.parts.summary)]
    assert abs(tops[0] - tops[1]) <= 2


def test_tab_goes_in_reading_order(earlier, plan, do, meeting, qtbot, settle):
    plan.activateWindow()
    qtbot.waitUntil(plan.isActiveWindow)
    do(add_item, meeting, NewItem("news", "Fire drill", 3), 1)
    settle()
    parts = plan.parts
    areas = (
        parts.bar,
        parts.add,
        parts.protocols,
        parts.carried,
        parts.summary,
        parts.agenda,
        parts.detail,
        parts.roles,
    )
    parts.bar.back_link.setFocus()
    seen = []
    for _ in range(60):
        focused = QApplication.focusWidget()
        area = next((each for each in areas if each.isAncestorOf(focused)), None)
        if area is not None and (not seen or seen[-1] is not area):
            seen.append(area)
        if area is parts.roles:
            break
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert [areas.index(each) for each in seen] == list(range(8))
