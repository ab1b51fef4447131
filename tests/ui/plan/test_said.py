"""'You said, we changed' on the plan, and what opens the meeting."""

import pytest

from plcdesk.closing.said import read_said
from plcdesk.closing.wrap_up import give_feedback, write_up
from plcdesk.insights.letters import write_letter
from plcdesk.planning.agendas import NewItem, new_meeting
from plcdesk.planning.teams import add_team
from plcdesk.running.room import start_meeting
from plcdesk_ui.navigator import Place
from plcdesk_ui.plan.screen import PlanScreen
from plcdesk_ui.run.last_time_part import LastTimePart
from plcdesk_ui.run.live import LiveMeeting


@pytest.fixture
def do(workspace):
    return lambda service, *args, **values: workspace.writer.write(service, *args, **values).result(5).value


@pytest.fixture
def team(do) -> str:
    made = do(add_team, "Science", members=("Rosa Alvarez", "Minh Trần"))
    held = do(write_up, made, "Tickets", "2026-11-17T10:50", minutes=45)
    do(give_feedback, held, change="Print <fewer> tickets")
    return made


@pytest.fixture
def meeting(do, team) -> str:
    return do(new_meeting, team, "Next", "2026-11-24T10:50", items=(NewItem("opening", "Opening", 5),))


def test_what_was_changed_is_typed_on_the_plan(context, team, meeting, qtbot, settle):
    screen = PlanScreen(context)
    qtbot.addWidget(screen)
    context.bus.changed.connect(screen.heard)
    screen.enter(Place("plan", meeting))
    screen.show()
    assert screen.parts.said.isVisible()
    qtbot.keyClicks(screen.parts.said.answer, "We print five.")
    screen.leave()
    settle()
    said = read_said(context.reader, team, "2026-11-24T10:50")
    assert said is not None and said.answer == "We print five."


def test_both_open_the_meeting_and_the_letter_opens_no_other(
    context, do, team, meeting, moment, time, qtbot, settle
):
    letter = do(write_letter, team, "to_team", went_well="Evidence first", question="Who decides?")
    do(start_meeting, meeting, moment(), present=(), absent=(), ends_at=time.now)
    live = LiveMeeting(context, meeting)
    part = LastTimePart(live)
    qtbot.addWidget(part)
    part.refresh()
    from PySide6.QtWidgets import QLabel

    shown = [label.text() for label in part.findChildren(QLabel)]
    assert shown == [
        "You said, we changed",
        "Print <fewer> tickets",
        "Nothing changed yet.",
        "From our coach",
        "Evidence first",
        "Who decides?",
    ]
    settle()
    opened = context.reader.value("SELECT opened_meeting_id FROM coach_letter WHERE id = ?", [letter])
    assert opened == meeting
    live.let_go()
