"""A round on the desk."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from plcdesk_ui.shell.commands import PASS_KEY


@pytest.fixture
def circle(room):
    """In the protocol's second step, where each speaks in turn."""
    for _ in range(2):
        room.live.next_step()
        room.settle()
    return room


def people(room):
    return {each.person.name: each for each in room.desk.step.round.people._buttons}


def states(room):
    return {name: each.person.state for name, each in people(room).items()}


def words(room) -> str:
    room.live.tick()
    return room.desk.step.round.words.text()


def test_everyone_in_the_order_of_speaking(circle):
    assert list(states(circle).items()) == [
        ("Rosa", "speaking"),
        ("Dana", "waiting"),
        ("Jo", "waiting"),
        ("Lena", "waiting"),
        ("Minh", "waiting"),
    ]
    assert circle.desk.step.who.text() == "One person at a time. Rosa is speaking."
    assert words(circle).endswith("each · Dana is next ·")


def test_hidden_in_a_step_without_turns(room):
    assert room.desk.step.round.isHidden()


def test_next_speaker_and_a_pass(circle):
    circle.wait(seconds=30)
    circle.click(circle.desk.step.buttons.next)
    assert states(circle)["Rosa"] == "spoken" and states(circle)["Dana"] == "speaking"
    circle.click(circle.desk.step.round.passes)
    assert states(circle)["Dana"] == "passed" and states(circle)["Jo"] == "speaking"
    QTest.keySequence(circle.screen, PASS_KEY)
    circle.settle()
    assert states(circle)["Jo"] == "passed"


def test_a_turn_that_had_its_time_says_so(circle):
    circle.wait(seconds=circle.live.round.seconds_each - 1)
    assert words(circle).startswith("about")
    circle.wait(seconds=1)
    assert words(circle).startswith("time to hand on · Dana is next")
    circle.click(circle.desk.step.buttons.next)
    assert words(circle).startswith("about")


def test_a_click_gives_somebody_the_turn(circle):
    circle.wait(seconds=20)
    circle.click(people(circle)["Lena"])
    assert states(circle)["Lena"] == "speaking" and states(circle)["Rosa"] == "spoken"


def test_everyone_once_before_anyone_twice(circle):
    circle.wait(seconds=20)
    circle.click(circle.desk.step.buttons.next)
    circle.click(people(circle)["Rosa"])
    assert states(circle)["Dana"] == "speaking"
    assert words(circle) == "Everyone once before anyone twice: Rosa has spoken"


def test_one_who_comes_late_joins_with_one_click(circle):
    minh = circle.member("Minh")
    circle.live.correct(minh, "absent")
    circle.settle()
    assert states(circle)["Minh"] == "absent"
    circle.wait(seconds=10)
    circle.click(people(circle)["Minh"])
    assert circle.read().attendance[minh].status == "late"
    assert states(circle)["Minh"] == "waiting"


def test_the_menu_of_somebody(circle):
    row = circle.desk.step.round.people
    speaking = row.menu(people(circle)["Rosa"].person)
    assert [action.text() for action in speaking.actions()] == ["Rosa passes", "Rosa has left"]
    waiting = row.menu(people(circle)["Jo"].person)
    assert [action.text() for action in waiting.actions()] == ["Give Jo the turn", "Jo has left"]
    waiting.actions()[1].trigger()
    circle.settle()
    assert states(circle)["Jo"] == "absent"
    away = row.menu(people(circle)["Jo"].person)
    assert [action.text() for action in away.actions()] == ["Jo has come"]


def test_at_the_end_next_leads_to_the_next_step(circle):
    for _ in range(5):
        circle.click(circle.desk.step.round.passes)
    assert circle.live.round.over
    assert circle.desk.step.who.text() == "Everyone has spoken."
    assert circle.desk.step.buttons.next.accessibleName() == "Next: Interpret"
    assert circle.desk.step.round.passes.isHidden() and words(circle) == ""


def test_arrow_keys_and_enter(circle):
    first = people(circle)["Rosa"]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    circle.press(people(circle)["Dana"], Qt.Key.Key_Return)
    assert states(circle)["Dana"] == "speaking"


def test_a_round_until_nothing_new_comes_is_ended_by_saying_so(circle):
    round_part = circle.desk.step.round
    assert circle.desk.step.title.text() == "Describe" and round_part.dry.isVisible()
    circle.click(round_part.dry)
    assert circle.desk.step.title.text() == "Interpret"
    assert not round_part.dry.isVisible() and round_part.passes.isVisible()
    assert "skipped" not in [row.line.standing for row in circle.desk.agenda.lines.rows()]


def test_a_click_on_somebody_leaves_the_keyboard_with_the_notes(circle):
    circle.desk.focus_notes()
    circle.click(people(circle)["Lena"])
    assert states(circle)["Lena"] == "speaking"
    assert circle.desk.notes.line.edit.hasFocus()
