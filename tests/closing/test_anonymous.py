"""Answers without names: sums and sorted lines, results when all have answered, nothing to undo."""

import json
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plcdesk.closing import anonymous
from plcdesk.closing.anonymous import NORMS, NOTE, Asked, read_notes, read_results, read_round
from plcdesk.closing.questions import form_questions, norm_questions, to_be_passed
from plcdesk.closing.said import answer_said, read_said
from plcdesk.closing.wrap_up import give_feedback, write_up
from plcdesk.errors import UserError
from plcdesk.library.forms import feedback_forms
from plcdesk.planning.reading import read_team
from plcdesk.planning.teams import add_team
from plcdesk.store.workspace import Workspace

QUESTIONS = (Asked("n", "Had my say", "fingers"), Asked("w", "One word", "word"))
ANSWERS = ({"n": 5, "w": "zeal"}, {"n": 3}, {"n": 5, "w": "calm", NOTE: "Less talk"}, {"n": 0, "w": "busy"})


@pytest.fixture
def do(workspace: Workspace):
    return lambda service, *args, **values: workspace.writer.write(service, *args, **values).result(5).value


@pytest.fixture
def team(do) -> str:
    return do(add_team, "Science", members=("Rosa", "Minh"), norms=("Evidence first", "One voice"))


@pytest.fixture
def meeting(do, team) -> str:
    return do(write_up, team, "Tickets", "2026-11-24T10:50", minutes=45)


def pass_round(do, meeting: str, answers) -> None:
    do(anonymous.begin_round, meeting, "exit", len(answers))
    for each in answers:
        do(anonymous.answer, meeting, "exit", QUESTIONS, each)


def test_results_are_there_only_when_all_have_answered(do, meeting, workspace: Workspace):
    do(anonymous.begin_round, meeting, "exit", 4)
    with workspace.reader() as reader:
        for number, each in enumerate(ANSWERS):
            assert read_results(reader, meeting, "exit", QUESTIONS) is None
            assert read_notes(reader, meeting) == ()
            state = read_round(reader, meeting, "exit")
            assert state is not None and (state.answered, state.is_complete) == (number, False)
            do(anonymous.answer, meeting, "exit", QUESTIONS, each)
        numbers, words = read_results(reader, meeting, "exit", QUESTIONS) or ()
        assert (numbers.mean, numbers.counts) == (13 / 4, ((0, 1), (3, 1), (5, 2)))
        assert words.lines == ("busy", "calm", "zeal")
        assert read_notes(reader, meeting) == ("Less talk",)
        with pytest.raises(UserError, match="over"):
            do(anonymous.answer, meeting, "exit", QUESTIONS, ANSWERS[0])


def test_what_is_kept_tells_no_order(do, team, workspace: Workspace):
    kept = set()
    for number, order in enumerate(list(permutations(ANSWERS))[::5]):
        meeting = do(write_up, team, "Tickets", f"2026-11-{number + 1:02}T10:50", minutes=45)
        pass_round(do, meeting, order)
        with workspace.reader() as reader:
            row = reader.row("SELECT counts, texts FROM anonymous_round WHERE meeting_id = ?", [meeting])
            assert row is not None
            counts, texts = json.loads(row["counts"]), json.loads(row["texts"])
            kept.add(json.dumps([counts, texts], sort_keys=True))
    assert len(kept) == 1


def test_nothing_of_it_is_recorded_or_can_be_undone(do, meeting, workspace: Workspace):
    with workspace.reader() as reader:
        before = reader.value("SELECT count(*) FROM change"), reader.value("SELECT count(*) FROM work")
        pass_round(do, meeting, ANSWERS)
        assert (
            reader.value("SELECT count(*) FROM change"),
            reader.value("SELECT count(*) FROM work"),
        ) == before


@settings(max_examples=20)
@given(st.lists(st.integers(0, 5), min_size=1, max_size=9))
def test_of_fewer_than_four_only_the_mean_is_told(hands: list[int]):
    counts = {str(number): hands.count(number) for number in hands}
    result = anonymous._result(QUESTIONS[0], counts, [], len(hands) < 4)
    assert result.mean == pytest.approx(sum(hands) / len(hands))
    assert (result.counts == ()) == (len(hands) < 4)
    assert not anonymous._result(QUESTIONS[1], {}, ["calm"], True).lines


def test_among_few_people_no_lines_are_asked_for():
    assert to_be_passed(QUESTIONS, 3) == QUESTIONS[:1]
    assert to_be_passed(QUESTIONS, 4) == QUESTIONS


def test_nobody_else_will_answer(do, meeting, workspace: Workspace):
    do(anonymous.begin_round, meeting, "exit", 6)
    do(anonymous.end_round, meeting, "exit")
    with workspace.reader() as reader:
        assert read_round(reader, meeting, "exit") is None
        do(anonymous.begin_round, meeting, "exit", 6)
        for each in ANSWERS:
            do(anonymous.answer, meeting, "exit", QUESTIONS, each)
        with pytest.raises(UserError, match="4 have answered"):
            do(anonymous.begin_round, meeting, "exit", 3)
        do(anonymous.end_round, meeting, "exit")
        assert read_results(reader, meeting, "exit", QUESTIONS) is not None


def test_norms_passed_round_are_rated_once_all_have_answered(do, team, meeting, workspace: Workspace):
    with workspace.reader() as reader:
        questions = norm_questions(read_team(reader, team))
        first, second = (asked.key for asked in questions)
        do(anonymous.begin_round, meeting, NORMS, 2)
        do(anonymous.answer, meeting, NORMS, questions, {first: 3, second: 5})
        assert reader.value("SELECT count(*) FROM norm_rating") == 0
        do(anonymous.answer, meeting, NORMS, questions, {first: 5})
        rows = reader.rows("SELECT norm_id, fingers FROM norm_rating")
        assert {row["norm_id"]: json.loads(row["fingers"]) for row in rows} == {first: [5, 3], second: [5]}


def test_answers_that_are_no_choice_are_refused_and_nothing_is_kept(do, meeting, workspace: Workspace):
    do(anonymous.begin_round, meeting, "exit", 2)
    for wrong in (6, -1, "5"):
        with pytest.raises(UserError, match="0 to 5"):
            do(anonymous.answer, meeting, "exit", QUESTIONS, {"n": wrong})
    for people in (0, 201):
        with pytest.raises(UserError, match="1 to 200"):
            do(anonymous.begin_round, meeting, "exit", people)
    with workspace.reader() as reader:
        state = read_round(reader, meeting, "exit")
        assert state is not None and state.answered == 0


def test_papers_take_the_place_of_what_was_kept_before(do, meeting, workspace: Workspace):
    form = feedback_forms()[0]
    asked = form_questions(form)
    lines = {question.key: ["b", " a ", ""] for question in asked if not question.is_number}
    numbers = {question.key: (5, 4, 4, 0) for question in asked if question.is_number}
    do(anonymous.count_papers, meeting, form.id, numbers, lines)
    with workspace.reader() as reader:
        assert read_round(reader, meeting, form.id) is not None
        do(anonymous.count_papers, meeting, form.id, {}, {})
        assert read_round(reader, meeting, form.id) is None


def test_what_the_last_meeting_wanted_changed_opens_the_next(do, team, meeting, workspace: Workspace):
    with workspace.reader() as reader:
        assert read_said(reader, team, "2026-12-01T10:50") is None
        do(give_feedback, meeting, helped="Data", change="Fewer tickets")
        do(answer_said, meeting, " We print five. ")
        said = read_said(reader, team, "2026-12-01T10:50")
        assert said is not None
        assert (said.change, said.answer, said.meeting_id) == ("Fewer tickets", "We print five.", meeting)
        assert read_said(reader, team, "2026-11-24T10:50") is None
        do(give_feedback, meeting, change="")  # as on a laptop that got the answer alone
        said = read_said(reader, team, "2026-12-01T10:50")
        assert said is not None and (said.change, said.answer) == ("", "We print five.")
