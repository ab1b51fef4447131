"""What stands on the wall in each state of a meeting."""

import pytest

from plcdesk.closing.wrap_up import finish
from plcdesk.planning.agendas import change_meeting
from plcdesk.planning.teams import change_norm
from plcdesk_ui.wall.scene import Dial, dial_of, question_of_wall, scene_of
from tests.ui.run.capture.meeting import go_to, running_meeting


def at_step(live, workspace, moment, title):
    go_to(workspace, moment, live.meeting_id, title)
    live.read_again()


def minutes_pass(live, time, **span):
    time.pass_by(**span)
    live.tick()


def test_a_round_says_who_speaks_and_who_is_next(live):
    scene = scene_of(live)
    assert (scene.about, scene.title, scene.place) == ("ATLAS Looking at Data", "Interpret", "3 of 6")
    first, second = (live.name_of(member) for member in live.facts.round.order[:2])
    assert scene.who == f"{first} speaks, then {second}"
    assert scene.show == "What might explain what we saw?\nGive the evidence with it."
    assert scene.norm == "Evidence before opinion"
    assert scene.end.startswith("we end at ")


def test_a_quiet_step_says_that_nobody_speaks(context, workspace, moment, follow):
    meeting = running_meeting(workspace, moment, protocol="notice-wonder", step="Opening")
    live = follow(meeting)
    quiet = next(step for step in live.state.plan.steps if step.kind == "write")
    at_step(live, workspace, moment, quiet.title)
    scene = scene_of(live)
    assert scene.who == "Nobody speaks. Everyone writes"
    assert scene.show == "Write four facts.\nNo reasons, no grades."


def test_the_opening_shows_the_norms_and_marks_the_watched_one(live, workspace, moment):
    at_step(live, workspace, moment, "Opening")
    scene = scene_of(live)
    assert (scene.title, scene.who, scene.show) == ("Opening", "Our norms", "")
    assert scene.lines == ("Equity of voice", "Evidence before opinion")
    assert scene.watched == "Evidence before opinion"
    assert scene.about == "Reading the exit tickets"
    assert scene.place == ""


def test_a_topic_shows_its_purpose(live, workspace, moment):
    at_step(live, workspace, moment, "Decide the re-teach plan")
    scene = scene_of(live)
    assert (scene.title, scene.show) == ("Decide the re-teach plan", "Which groups, and when?")


def test_a_loop_says_where_we_are(context, workspace, moment, settle, follow):
    meeting = running_meeting(workspace, moment, protocol="last-word", step="Opening")
    live = follow(meeting)
    turn = next(step for step in live.state.plan.steps if step.turns and step.turns[0][1] == 2)
    live.go_to(turn.key)
    settle()
    assert scene_of(live).place == live.facts.turns
    assert " 2 of " in live.facts.turns


def test_whole_minutes_until_the_last_one_then_seconds_then_over(live, time):
    planned = live.state.current_planned
    seen = {}
    for passed in (
        0,
        1,
        planned - 61,
        planned - 60,
        planned - 59,
        planned - 1,
        planned,
        planned + 59,
        planned + 60,
    ):
        minutes_pass(live, time, seconds=passed - live.state.current_elapsed)
        dial = dial_of(live.state)
        seen[passed - planned] = (dial.big, dial.small)
        assert dial.over == (passed >= planned)
    minutes = planned // 60
    assert seen == {
        -planned: (str(minutes), "minutes left"),
        1 - planned: (str(minutes), "minutes left"),
        -61: ("2", "minutes left"),
        -60: ("60", "seconds left"),
        -59: ("59", "seconds left"),
        -1: ("1", "second left"),
        0: ("0", "time is up"),
        59: ("0", "time is up"),
        60: ("+1", "minute over"),
    }
    minutes_pass(live, time, minutes=2)
    assert dial_of(live.state) == Dial(0.0, "+3", "minutes over", over=True)


def test_a_pause_says_so_and_for_how_long(live, time, settle):
    live.pause_or_go_on()
    settle()
    scene = scene_of(live)
    assert (scene.title, scene.who) == ("Pause", "We go on soon")
    assert scene.show == "Then we go on with “Interpret”"
    assert scene.dial is None, "the minutes of the step are not the minutes of the pause"
    minutes_pass(live, time, minutes=3, seconds=20)
    assert scene_of(live).who == "3 minutes so far"
    live.pause_or_go_on()
    settle()
    assert scene_of(live).title == "Interpret"


def test_after_the_end_the_wall_thanks(live, workspace, moment):
    workspace.writer.write(finish, live.meeting_id, moment()).result(60)
    live.read_again()
    scene = scene_of(live)
    assert (scene.title, scene.who, scene.dial) == ("Thank you", "The meeting is over", None)


def test_before_the_start_the_wall_welcomes(context, workspace, meeting, follow):
    other = context.reader.value("SELECT id FROM meeting WHERE status = 'planned'")
    live = follow(other)
    scene = scene_of(live)
    assert scene.title == "Follow-up"
    assert scene.end.startswith("we begin at ")
    assert scene.dial is None


def test_without_a_watched_norm_nothing_is_said_of_one(live, workspace):
    workspace.writer.write(change_meeting, live.meeting_id, watched_norm_id=None).result(60)
    live.read_again()
    assert scene_of(live).norm == ""


def test_the_question_of_the_step_comes_back_with_the_result_wanted(live):
    question = question_of_wall(live)
    assert question.large == live.facts.show
    assert question.below == "By the end we will have a re-teach plan for Thursday"


def test_in_a_topic_the_result_wanted_comes_back_else_its_purpose(live, workspace, moment):
    at_step(live, workspace, moment, "Decide the re-teach plan")
    assert question_of_wall(live).large == "By the end we will have a re-teach plan for Thursday"
    workspace.writer.write(change_meeting, live.meeting_id, result_wanted="").result(60)
    live.read_again()
    assert question_of_wall(live).large == "Which groups, and when?"


@pytest.mark.parametrize("text", ["<b>bold</b>", "a & b", "x" * 300])
def test_text_is_shown_as_it_is(live, workspace, text):
    norm = live.room.agenda.team.norms[1].id
    workspace.writer.write(change_norm, norm, text=text).result(60)
    live.read_again()
    assert scene_of(live).norm == text
