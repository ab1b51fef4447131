"""The twelve meeting templates, the exit feedback forms and the facilitator's moves."""

from pathlib import Path

import pytest

from plcdesk.library.faults import ProtocolFaults
from plcdesk.library.fitting import least_minutes
from plcdesk.library.forms import feedback_forms, read_form
from plcdesk.library.moves import facilitator_moves
from plcdesk.library.templates import templates
from tests.shipped import SHIPPED

DIFFICULTIES = (
    "drift",
    "dominance",
    "silence",
    "venting",
    "disguised_advice",
    "conflict",
    "late_start",
    "running_over",
)


def test_there_are_twelve_templates_besides_the_empty_one():
    found = [each for each in templates() if each.id != "empty"]
    assert len(found) == 12
    assert len({each.name for each in found}) == 12
    lengths = {each.id: each.minutes for each in found}
    assert (lengths["weekly-45"], lengths["stand-up"]) == (45, 20)


def test_each_template_opens_and_wraps_up_and_says_what_it_brings():
    for template in templates():
        if template.items:
            kinds = [item.kind for item in template.items]
            assert (kinds[0], kinds[-1]) == ("opening", "wrap_up")
            assert {*kinds[1:-1]} <= {"topic", "decision", "protocol"} and kinds[1:-1]
            assert all(len(item.purpose) > 20 for item in template.items)
        if template.id not in ("weekly-45", "empty"):
            assert template.result and not template.result.endswith(".")


def test_protocols_of_templates_fit_teams_of_four_to_eight():
    catalogue = SHIPPED
    for template in templates():
        for item in template.items:
            if item.protocol is not None:
                protocol = catalogue.get(item.protocol)
                assert max(least_minutes(protocol, people) for people in range(4, 9)) <= item.minutes


def test_there_are_four_feedback_forms():
    forms = feedback_forms()
    assert [each.minutes for each in forms] == sorted(each.minutes for each in forms)
    assert {each.id for each in forms} == {
        "helped-change",
        "three-fingers",
        "start-stop-continue",
        "word-question",
    }
    by_id = {each.id: each for each in forms}
    assert [q.kind for q in by_id["three-fingers"].questions] == ["fingers"] * 3
    assert [q.kind for q in by_id["word-question"].questions] == ["word", "words"]
    for form in forms:
        assert form.when.endswith(".") and 1 <= form.minutes <= 5
        assert len(form.questions) == len({question.text for question in form.questions})


def test_a_wrong_form_says_all_that_is_wrong(tmp_path: Path):
    path = tmp_path / "x.toml"
    path.write_text(
        'id = "x"\nname = " "\nwhen = "Now."\nminutes = 0\n[[questions]]\nkind = "words"\ntext = ""\n',
        "utf-8",
    )
    with pytest.raises(ProtocolFaults) as caught:
        read_form(path)
    assert [fault.place for fault in caught.value.faults] == ["name", "minutes", "questions[1].text"]
    path.write_text('id = "x"\nname = "X"\nwhen = "Now."\nminutes = 2\nquestions = []\n', "utf-8")
    with pytest.raises(ProtocolFaults) as caught:
        read_form(path)
    assert [fault.place for fault in caught.value.faults] == ["questions"]


def test_there_is_a_move_for_each_difficulty():
    moves = facilitator_moves()
    assert tuple(each.id for each in moves) == DIFFICULTIES
    for move in moves:
        assert move.notice.endswith(".") and move.do.endswith(".")
        assert 2 <= len(move.say) <= 4
        assert all(line[-1] in ".?" and len(line) <= 110 for line in move.say)
    sentences = [line for move in moves for line in move.say]
    assert len(sentences) == len(set(sentences))


def test_a_move_without_words_to_say_is_told(tmp_path: Path):
    path = tmp_path / "moves.toml"
    move = '[[moves]]\nid = "a"\nname = "A"\nnotice = "{}"\ndo = "Wait."\nsay = [{}]\n'
    path.write_text(
        move.format("Seen.", '"Go on."') + move.format("", '" "') + move.format("Seen.", ""), "utf-8"
    )
    with pytest.raises(ProtocolFaults) as caught:
        facilitator_moves(path)
    assert [fault.place for fault in caught.value.faults] == [
        "moves[2].notice",
        "moves[2].say",
        "moves[3].say",
    ]
