"""Notes while one small group after the other tells all the others."""

import pytest

from plcdesk.planning.agendas import NewItem
from tests.shipped import SHIPPED


@pytest.fixture
def members():
    return tuple(f"Person {letter}" for letter in "ABCDEFGH")


@pytest.fixture
def agenda():
    return (NewItem("protocol", "Fours", 30, protocol=SHIPPED.get("one-two-four-all")),)


def go(room, step_id: str) -> None:
    room.live.go_to(next(step.key for step in room.live.state.plan.steps if step.step_id == step_id))
    room.settle()


def test_what_is_written_stands_under_the_group_that_reports(room):
    go(room, "fours")
    room.click(room.desk.step.groups.make)
    room.settle()
    choice, line = room.desk.notes.groups, room.desk.notes.line
    choice.chips.chosen.emit("Group 2")
    go(room, "all")
    assert choice.chips.value() == "Group 1"
    room.desk.next()
    room.settle()
    assert choice.chips.value() == "Group 2"
    choice.chips.chosen.emit("")
    line.edit.insertPlainText("We wait longer")
    line.enter()
    room.settle()
    assert [entry.group_name for entry in room.read().entries] == [None], "chosen by hand it stays"
