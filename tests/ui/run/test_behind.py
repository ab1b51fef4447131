"""Behind time: a calm offer to take it from a later item."""

import pytest
from PySide6.QtCore import Qt

from plcdesk.planning.agendas import NewItem
from plcdesk.store.undo import undo


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
    room.wait(minutes=2)
    assert words(room) == "Take 3 min from “Decide”? It would have 4 min."


def test_do_that_takes_it_and_can_be_undone(room, do):
    told = []
    room.screen.context.bus.told.connect(lambda sentence, undo_list: told.append(sentence))
    room.wait(minutes=11)
    room.click(room.desk.behind.buttons[0])
    assert room.desk.behind.isHidden()
    assert room.live.state.current_planned == 11 * 60
    assert [row.line.minutes for row in room.desk.agenda.lines.rows()] == [11, 6, 3, 25]
    assert room.desk.bar.context_label.text().endswith("11:35, on time")
    assert told == ["Took 1 min from “Decide”"]
    do(undo, room.meeting)
    room.settle()
    assert not room.desk.behind.isHidden()
    assert [row.line.minutes for row in room.desk.agenda.lines.rows()] == [10, 7, 3, 25]


def test_not_now_hides_it_until_two_more_minutes_are_lost(room):
    room.wait(minutes=11)
    room.click(room.desk.behind.buttons[1])
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
