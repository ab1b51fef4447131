"""Behind time: a calm offer to take it from a later item."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from plcdesk.planning.agendas import NewItem
from plcdesk.store.undo import undo
from plcdesk_ui.navigator import Place
from plcdesk_ui.run.catch_up_sheet import CatchUpSheet


@pytest.fixture
def agenda():
    return (
        NewItem("topic", "Tickets", 10),
        NewItem("decision", "Decide", 7),
        NewItem("topic", "Bus duty", 3),
        NewItem("wrap_up", "Wrap up", 25),
    )


def words(room) -> str:
    return room.desk.behind._sentence.text()


def test_nothing_is_said_while_in_time(room):
    room.wait(minutes=10, seconds=20)
    assert room.desk.behind.isHidden()


def test_it_names_the_item_and_what_it_would_have(room):
    room.wait(minutes=11)
    behind = room.desk.behind
    assert not behind.isHidden()
    assert behind.title_label.text() == "1 min behind"
    assert words(room) == "Take it from “Decide”? It would have 6 min."


def test_it_shows_each_step_before_and_after(room):
    room.wait(minutes=13)
    assert words(room).splitlines() == [
        "Shorten what is left?", "Decide: 7 → 5 min", "Bus duty: 3 → 2 min", "We would end at 11:35.",
    ]  # fmt: skip


def test_do_that_fits_what_is_left_and_can_be_undone_also_after_a_restart(room, do, moment):
    told = []
    room.screen.context.bus.told.connect(lambda sentence, undo_list: told.append(sentence))
    room.wait(minutes=13)
    room.click(room.desk.behind.buttons[0])
    assert room.desk.behind.isHidden()
    assert room.live.state.current_planned == 13 * 60
    assert [row.line.minutes for row in room.desk.agenda.lines.rows()] == [13, 5, 2, 25]
    assert room.desk.bar.context_label.text().endswith("11:35, on time")
    assert told == ["Won back 3 minutes"]
    moment.session = "run-2"
    room.screen.enter(Place("home"))
    room.screen.enter(Place("run", room.meeting))
    do(undo, room.meeting)
    room.settle()
    assert not room.desk.behind.isHidden()
    assert [row.line.minutes for row in room.desk.agenda.lines.rows()] == [10, 7, 3, 25]


def test_the_sheet_shows_all_steps_and_follows_the_clock(room, qtbot):
    room.wait(minutes=13)
    room.click(room.desk.behind.buttons[1])
    sheet = room.desk.findChild(CatchUpSheet)
    assert sheet.steps.lines() == [
        ("Tickets", "10 min → 13 min"), ("Decide", "7 min → 5 min"), ("Bus duty", "3 min → 2 min"),
        ("Wrap up", "25 min, kept"),
    ]  # fmt: skip
    assert sheet.end.text() == "We would end at 11:35 instead of 11:38."
    room.wait(minutes=1)
    assert sheet.behind.text() == "4 min behind"
    qtbot.keyClick(sheet, Qt.Key.Key_Return)
    room.settle()
    assert [row.line.minutes for row in room.desk.agenda.lines.rows()] == [14, 4, 2, 25]


def test_in_a_low_sheet_the_steps_scroll_and_are_never_squeezed(room):
    room.wait(minutes=12)
    room.desk.fit_what_is_left()
    sheet = room.desk.findChild(CatchUpSheet)
    sheet.resize(sheet.width(), 10)
    room.settle()
    labels = [label for label in sheet.steps.findChildren(QLabel) if label.isVisible()]
    assert labels and all(label.height() >= label.sizeHint().height() for label in labels)
    sheet.reject()


def test_not_now_hides_it_until_two_more_minutes_are_lost(room):
    room.wait(minutes=11)
    room.click(room.desk.behind.buttons[2])
    assert room.desk.behind.isHidden()
    room.wait(minutes=1)
    assert room.desk.behind.isHidden()
    room.wait(minutes=1)
    assert room.desk.behind.title_label.text() == "3 min behind" and not room.desk.behind.isHidden()


def test_time_is_never_taken_from_the_wrap_up(room):
    room.live.go_to(room.read().agenda.items[2].id)
    room.settle()
    room.wait(minutes=30)
    assert room.live.state.behind_minutes > 0
    assert room.desk.behind.isHidden()


def test_paused_it_waits(room):
    room.wait(minutes=11)
    room.press(
        room.screen, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert room.live.state.status == "paused" and room.desk.behind.isHidden()
