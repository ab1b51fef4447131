"""A kind that somebody picked for a line holds against what its sentence sounds like."""

from datetime import date

import pytest

from plcdesk.running.capture import Person, read_capture

PEOPLE = (Person("d", "Dana Kim", "DK"), Person("m", "Minh Trần", "MT"))
CHIPS = (("interpretation", "Interpretation"), ("note", "Note"), ("action", "Next step"))
TODAY = date(2026, 11, 24)


def read(text, chosen=None):
    return read_capture(text, PEOPLE, CHIPS, "interpretation", TODAY, None, chosen=chosen)


def test_a_promise_is_an_action_unless_something_else_was_chosen():
    said = "Dana will print the strips by thu"
    assert read(said).kind == "action"
    kept = read(said, chosen="note")
    assert (kept.kind, kept.text, kept.owners, kept.due, kept.marks) == ("note", said, (), None, ())


def test_a_chosen_action_reads_who_and_when():
    read_so = read("Minh print the strips by thu", chosen="action")
    assert (read_so.kind, read_so.owners, read_so.due) == ("action", ("m",), date(2026, 11, 26))


@pytest.mark.parametrize("chosen", ["note", "interpretation", "parked"])
def test_a_kind_word_typed_wins_over_the_chosen_kind(chosen):
    assert read("Decision: we re-teach", chosen=chosen).kind == "decision"
    assert read("Next step: Dana prints", chosen=chosen).kind == "action"


def test_who_said_it_is_read_whatever_was_chosen():
    said = read("@Dana: Minh will see to it", chosen="note")
    assert (said.kind, said.said_by, said.text) == ("note", "d", "Minh will see to it")
    also = read("@Dana will print it", chosen="note")
    assert (also.kind, also.owners, also.said_by) == ("note", (), "d")


def test_a_very_long_text_is_of_the_chosen_kind():
    assert read("word " * 600, chosen="parked").kind == "parked"
