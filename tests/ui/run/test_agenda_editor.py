"""Changing the agenda while the meeting runs."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from plcdesk.planning.agendas import NewItem
from plcdesk.store.undo import undo


def now(room) -> str:
    return room.live.state.step.title


def to_step(room, title: str):
    room.live.go_to(next(step.key for step in room.live.state.plan.steps if step.title == title))
    room.settle()


@pytest.fixture
def agenda():
    return (
        NewItem("opening", "Opening", 5),
        NewItem("topic", "Tickets", 10),
        NewItem("topic", "Bus duty", 5),
        NewItem("decision", "Decide", 7),
        NewItem("wrap_up", "Wrap up", 5),
    )


@pytest.fixture
def editing(room):
    room.live.next()
    room.settle()
    room.click(room.desk.agenda.change)
    return room


def editor(room):
    return room.desk.agenda._editor


def item(room, title: str):
    return next(row for row in editor(room).rows() if row.item.item.title == title)


def test_what_is_done_is_fixed_and_what_is_on_only_gets_minutes(editing):
    opening, tickets, wrap_up = (item(editing, title) for title in ("Opening", "Tickets", "Wrap up"))
    assert opening.minutes.isHidden() and opening.more.isHidden() and opening.title.isHidden()
    assert not tickets.minutes.isHidden() and tickets.more.isHidden() and tickets.grip.isHidden()
    assert not wrap_up.minutes.isHidden() and wrap_up.more.isHidden()
    assert not item(editing, "Bus duty").more.isHidden()


def test_move_by_button_and_by_key(editing):
    editing.click(item(editing, "Bus duty").down)
    assert editing.titles() == ["Opening", "Tickets", "Decide", "Bus duty", "Wrap up"]
    assert not item(editing, "Bus duty").down.isEnabled() and not item(editing, "Decide").up.isEnabled()
    title = item(editing, "Bus duty").title
    title.setFocus()
    editing.press(title, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert editing.titles() == ["Opening", "Tickets", "Bus duty", "Decide", "Wrap up"]
    assert title.hasFocus()


def test_move_by_dragging(editing):
    grip, target = item(editing, "Bus duty").grip, item(editing, "Decide")
    below = grip.mapFromGlobal(target.mapToGlobal(QPoint(5, target.height() - 2)))
    QTest.mousePress(grip, Qt.MouseButton.LeftButton)
    QTest.mouseMove(grip, below)
    assert not editor(editing)._mark.isHidden()
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=below)
    editing.settle()
    assert editing.titles() == ["Opening", "Tickets", "Decide", "Bus duty", "Wrap up"]
    assert editor(editing)._mark.isHidden()


def test_nothing_is_dragged_behind_the_wrap_up_or_before_what_is_on(editing):
    for title, height, expected in (("Bus duty", 2000, 3), ("Decide", -2000, 2)):
        grip = item(editing, title).grip
        QTest.mousePress(grip, Qt.MouseButton.LeftButton)
        QTest.mouseMove(grip, QPoint(0, height))
        QTest.mouseRelease(grip, Qt.MouseButton.LeftButton)
        editing.settle()
        assert editing.titles().index(title) == expected


def test_add_drop_and_undo(editing, do):
    added = editor(editing)
    QTest.keyClicks(added.new_title, "Lab contract & keys")
    added.new_minutes.set_value(3)
    editing.press(added.new_title, Qt.Key.Key_Return)
    assert editing.titles() == ["Opening", "Tickets", "Bus duty", "Decide", "Lab contract & keys", "Wrap up"]
    assert added.new_title.text() == ""
    row = item(editing, "Lab contract & keys")
    drop = next(action for action in row.menu().actions() if action.text() == "Drop it")
    drop.trigger()
    editing.settle()
    assert "Lab contract & keys" not in editing.titles()
    do(undo, editing.meeting)
    editing.settle()
    assert "Lab contract & keys" in [row.item.item.title for row in editor(editing).rows()]


def test_del_drops_but_not_while_typing(editing):
    row = item(editing, "Bus duty")
    row.title.setFocus()
    row.title.setCursorPosition(0)
    editing.press(row.title, Qt.Key.Key_Delete)
    assert row.title.text() == "us duty" and len(editing.titles()) == 5
    row.more.setFocus()
    editing.press(row.more, Qt.Key.Key_Delete)
    assert len(editing.titles()) == 4


def test_a_title_is_written_as_it_is_typed(editing, qtbot):
    title = item(editing, "Bus duty").title
    title.setFocus()
    title.selectAll()
    QTest.keyClicks(title, "Yard duty")
    qtbot.waitUntil(lambda: "Yard duty" in editing.titles())
    assert title.hasFocus()


def test_swap_with_another(editing):
    menu = item(editing, "Bus duty").menu()
    swap = next(action.menu() for action in menu.actions() if action.menu() is not None)
    assert [action.text() for action in swap.actions()] == ["Decide"]
    swap.actions()[0].trigger()
    editing.settle()
    assert editing.titles() == ["Opening", "Tickets", "Decide", "Bus duty", "Wrap up"]


def test_do_it_next(editing):
    menu = item(editing, "Decide").menu()
    next(action for action in menu.actions() if action.text() == "Do it next").trigger()
    editing.settle()
    assert editing.titles() == ["Opening", "Tickets", "Decide", "Bus duty", "Wrap up"]


def test_minutes_on_the_clock_are_what_is_shown_and_given(editing):
    editing.live.extend(2)
    editing.settle()
    row = item(editing, "Tickets")
    assert row.minutes.value() == 12
    row.minutes._more.click()
    editing.settle()
    assert editing.live.state.current_planned == 13 * 60
    assert editing.read().agenda.items[1].minutes == 11
    editing.live.go_to(editing.read().agenda.items[3].id)
    editing.settle()
    assert editing.desk.agenda.lines.rows()[1].line.planned == 13


def test_a_spell_of_minutes_is_undone_in_one(editing, do):
    row = item(editing, "Decide")
    for _ in range(3):
        row.minutes._more.click()
        editing.settle()
    assert editing.read().agenda.items[3].minutes == 10
    do(undo, editing.meeting)
    editing.settle()
    assert editing.read().agenda.items[3].minutes == 7 and row.minutes.value() == 7


def test_an_item_passed_over_can_be_taken_up_later(editing):
    editing.live.back()
    editing.settle()
    to_step(editing, "Decide")
    row = item(editing, "Bus duty")
    assert row.item.standing == "passed_over" and not row.up.isEnabled()
    editing.click(row.down)
    assert editing.titles() == ["Opening", "Tickets", "Decide", "Bus duty", "Wrap up"]
    assert editing.live.next_up().name == "Bus duty"


def test_esc_and_done_close_it(editing):
    editing.press(editor(editing).new_title, Qt.Key.Key_Escape)
    assert not editing.desk.agenda.editing
    editing.click(editing.desk.agenda.change)
    editing.click(editor(editing).done)
    assert not editing.desk.agenda.editing


def test_page_keys_in_the_editor_do_not_move_the_meeting(editing):
    field = editor(editing).new_title
    field.setFocus()
    editing.press(field, Qt.Key.Key_PageDown)
    assert now(editing) == "Tickets"


def test_a_narrow_window_hides_the_notes_while_editing(editing):
    editing.screen.resize(860, 700)
    QTest.qWait(50)
    assert editing.desk.notes.isHidden()
    editing.desk.agenda.edit(False)
    assert not editing.desk.notes.isHidden()
