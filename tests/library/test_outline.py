"""A protocol's steps as people read them."""

import pytest

from plcdesk.library.handout_words import (
    bring_lines,
    grade_line,
    loop_line,
    minutes_line,
    seconds_words,
    speaks_line,
    writes_line,
)
from plcdesk.library.outline import fitted_or_own, outline
from plcdesk.library.schema import Capture, Form, Material, Origin, Preparation, Repeat, Round, Step
from tests.library.making import protocol, step
from tests.shipped import SHIPPED

IDS = [summary.id for summary in SHIPPED.summaries()]


@pytest.mark.parametrize("name", IDS)
@pytest.mark.parametrize("minutes", [5, 30, 90])
def test_every_step_stands_once_and_the_minutes_add_up(name, minutes):
    each = SHIPPED.get(name)
    fitted = fitted_or_own(each, minutes, 6)
    lines = outline(each, fitted)
    steps = [line for line in lines if not line.is_loop]
    assert sum(line.minutes for line in steps) + sum(line.change_over for line in lines) == fitted.minutes
    assert [line.number for line in steps if line.runs == "yes"] == list(range(1, len(steps) + 1))[
        : sum(line.runs == "yes" for line in steps)
    ]
    assert all(minutes_line(line) for line in lines)
    assert all(speaks_line(line.step, line.seconds_each) for line in steps)
    assert all(loop_line(line) for line in lines if line.is_loop)


def test_loops_tell_their_turns_and_what_they_hold():
    told = step("tell", 5, "presenter", speaks="presenter")
    repeat = Repeat(over="presenters", count=3, change_over=1)
    loop = Step(id="stories", title="Stories", kind="loop", repeat=repeat, steps=[told])
    made = protocol(loop, step("end", 4), presenter="rotating")
    head, inner, end = outline(made, fitted_or_own(made, 21, 6))
    assert (head.times, head.depth, inner.depth, end.depth) == (3, 0, 1, 0)
    assert (inner.minutes, inner.times, inner.number, end.number) == (15, 3, 1, 2)
    assert head.change_over == 2
    assert head.minutes == 17
    assert minutes_line(inner) == "3 × 5 min"
    assert loop_line(head) == "3 turns, a presenter each; 2 min of them to change places"


def test_what_does_not_run_says_why():
    form = Form(id="short", name="Short", without=["talk"])
    made = protocol(
        step("intro", 3, when="first-time"),
        step("talk", 10),
        step("more", 9, optional=True, floor=4),
        forms=[form],
    )
    lines = {line.step.id: line for line in outline(made, fitted_or_own(made, 10, 6))}
    assert minutes_line(lines["intro"]) == "only the first time"
    assert minutes_line(lines["more"]) == "left out"
    assert lines["talk"].number == 1
    assert "talk" not in {line.step.id for line in outline(made, fitted_or_own(made, 10, 6, form="short"))}


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (step("a", 5, "presenter", speaks="presenter"), "The presenter speaks"),
        (step("a", 5, speaks="others", silent="presenter"), "Everyone speaks but the presenter, who listens"),
        (step("a", 5, "groups", silent="presenter"), "In small groups; the presenter listens"),
        (step("a", 5, "write", speaks="nobody"), "In silence, everyone writes"),
        (step("a", 5, "round", round=Round()), "One after another"),
        (step("a", 5), "Anyone speaks, one at a time"),
    ],
)
def test_who_speaks(made, words):
    assert speaks_line(made) == words


def test_a_round_tells_each_person_s_time():
    assert speaks_line(step("a", 5, "round"), 45) == "One after another, 45 seconds each"
    assert [seconds_words(each) for each in (1, 59, 60, 90, 120)] == [
        "1 second",
        "59 seconds",
        "1 minute",
        "1:30 min",
        "2 minutes",
    ]


def test_what_is_written_is_in_the_protocol_s_own_words():
    notes = [
        Capture(kind="warm", name="Warm"),
        Capture(kind="warm", name="Warm"),
        Capture(kind="cool", name="Cool"),
    ]
    assert writes_line(step("a", 5, captures=notes)) == "We write: Warm, Cool"
    unsigned = [Capture(kind="suggestion", name="Card", by="anonymous")]
    assert writes_line(step("a", 5, captures=unsigned)) == "We write, without names: Card"
    assert writes_line(step("a", 5)) == ""


def test_what_is_brought_tells_when_and_how():
    made = protocol(
        step("score", 5),
        preparation=[
            Preparation(who="All", what="Read it."),
            Preparation(who="Ana", what="Copy.", lead_days=3),
        ],
        materials=[
            Material(what="The work", names_removed=True, withheld_until="score"),
            Material(what="Rubric", copies="one"),
        ],
    )
    assert bring_lines(made) == (
        "Ana, 3 days before: Copy.",
        "All: Read it.",
        "The work, one each, names removed, kept back until “Score”",
        "Rubric",
    )


@pytest.mark.parametrize(
    ("grade", "verified", "words"),
    [
        ("A", ("source", "source"), "Steps and minutes from published guides."),
        ("A", ("source", "ours"), "Steps and most minutes from published guides; those of 1 step are ours."),
        ("A", ("ours", "ours"), "Steps from published guides; minutes are ours where the guides give none."),
        (
            "B",
            ("source", "ours"),
            "Steps from published guides; minutes are ours where the guides give none.",
        ),
        ("C", ("source", "source"), "Partly from published guides; check it before you quote it."),
        ("own", ("ours", "ours"), "Steps and minutes are your own."),
    ],
)
def test_the_grade_is_said_quietly_and_truly(grade, verified, words):
    steps = [step(f"s{number}", 5, verified=each) for number, each in enumerate(verified)]
    made = protocol(*steps, origin=Origin(credit="Somebody", grade=grade))
    assert grade_line(made) == words
