"""Who may speak where it is not everyone in one circle: a form, groups side by side, a fishbowl, one person."""

import pytest
from msgspec.structs import replace

from plcdesk.library.schema import Change, Form, Groups, Repeat, Round, Step
from plcdesk.planning.agendas import NewItem
from plcdesk_ui.run.who_speaks import desk_line, wall_line
from tests.library.making import protocol, step

MADE = protocol(
    replace(step("inside", 4, "fishbowl"), speaks="inner", silent="outer"),
    replace(step("report", 4, "fishbowl"), speaks="outer", silent="inner"),
    replace(step("host", 4, "presenter"), speaks="one", speaker="the host of the school"),
    step("corners", 4, "round", speaks="groups"),
    replace(step("doubts", 4), speaks="some", speaker="those who doubt"),
    replace(step("behind", 4), speaks="others", silent="presenter", presenter_hidden=True),
    step("tables", 4, speaks="host"),
    step("fingers", 4, "vote", speaks="nobody"),
    Step(
        id="rooms",
        title="Rooms",
        kind="loop",
        repeat=Repeat(over="turns", count=2, called="room", parallel=Groups(least=2, most=3)),
        steps=[
            replace(step("tell", 2, "presenter"), speaks="presenter"),
            step("answer", 3, "round", speaks="others", round=Round()),
        ],
    ),
    step("close", 4),
    presenter="one",
    presenter_called="client",
    forms=[Form(id="quiet", name="Quiet", changes={"close": Change(kind="write", show="Write one line.")})],
)


@pytest.fixture
def agenda():
    return (NewItem("protocol", "Made up", 50, protocol=MADE, form="quiet"),)


def test_each_step_says_who_speaks(room):
    live = room.desk.live
    seen = {}
    for planned in live.state.plan.steps:
        live.go_to(planned.key)
        room.settle()
        seen[live.facts.key.partition("/")[2]] = desk_line(live.facts, live.name_of)
    assert seen["inside"] == "The inner circle speaks, the outer listens."
    assert seen["report"] == "The outer circle speaks, the inner listens."
    assert seen["host"] == "Only the host of the school speaks."
    assert seen["corners"] == "Group by group."
    assert seen["doubts"] == "Only those who doubt speak."
    assert seen["behind"] == (
        "Everyone but the client speaks, one at a time. The client looks away and writes."
    )
    assert seen["tables"] == "The host of each table speaks."
    assert seen["fingers"] == "Nobody speaks until everyone has shown it."
    assert seen["rooms/1/tell"] == "In groups. Only the client speaks."
    assert seen["rooms/2/answer"] == "In groups. One after another, 1:30 min each."
    assert seen["close"] == "Nobody speaks. Everyone writes."
    assert live.facts.show == "Write one line."


def test_the_turns_of_a_loop_have_the_word_of_the_protocol(room):
    live = room.desk.live
    tell = next(each.key for each in live.state.plan.steps if each.key.endswith("rooms/2/tell"))
    live.go_to(tell)
    room.settle()
    assert live.facts.turns == "room 2 of 2"
    assert wall_line(live.facts, live.name_of) == "In groups. Only the client speaks"
