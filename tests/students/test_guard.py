"""What stands for students' names in what leaves the laptop."""

from dataclasses import dataclass

import pytest

from plcdesk.errors import UserError
from plcdesk.planning.agendas import new_meeting
from plcdesk.planning.teams import add_team
from plcdesk.students.changing import add_students, change_student, choose_names, remove_student
from plcdesk.students.guard import Choice, Known, all_replaced, found_names, replaced, texts_in
from plcdesk.students.kept import (
    as_it_leaves,
    names_of_meeting,
    new_names_in,
    read_choices,
    read_known,
    read_students,
)
from plcdesk.students.names import ListedStudent

KNOWN = Known(("Dana Kim",), (ListedStudent("Jayvon Ortiz", "S7"), ListedStudent("Ana Ortiz")))


@dataclass(frozen=True)
class Told:
    text: str
    kind: str = "Jayvon"
    lines: tuple[str, ...] = ()


def test_each_likely_name_is_found_once_with_its_place():
    first, second = found_names(
        ("Then Jayvon said no, to Dana and all the others in the room that day", "jayvon ortiz, Maria"), KNOWN
    )
    assert (first.key, first.name, first.count, first.code) == ("jayvon ortiz", "Jayvon", 2, "S7")
    assert (first.before, first.after) == ("Then ", " said no, to Dana and all the others in the…")
    assert (second.key, second.code) == ("maria", "Student A")


def test_codes_are_given_once_and_kept():
    chosen = {"maria": Choice("code", "Student B")}
    found = found_names(("Maria, Ortiz, Zoe, Aiyana",), KNOWN, chosen)
    assert [(name.name, name.code) for name in found] == [
        ("Maria", "Student B"),
        ("Ortiz", "Student A"),
        ("Zoe", "Student C"),
        ("Aiyana", "Student D"),
    ]


@pytest.mark.parametrize(
    ("text", "way", "left"),
    [
        ("Jayvon still trusts it", "keep", "Jayvon still trusts it"),
        ("Jayvon still trusts it", "initials", "J.O. still trusts it"),
        ("Ask Jayvon.", "initials", "Ask J.O."),
        ("Jayvon Ortiz’s ticket", "code", "S7’s ticket"),
        ("jayvon and Jayvon", "code", "S7 and S7"),
        ("Jayvon still trusts it", "nothing", "still trusts it"),
        ("We read Jayvon's ticket", "nothing", "We read ticket"),
        ("It was Jayvon.", "nothing", "It was."),
        ("Dana asked", "nothing", "Dana asked"),
    ],
)
def test_what_was_chosen_stands_in_the_place(text, way, left):
    assert replaced(text, KNOWN, {"jayvon ortiz": Choice(way, "S7")}) == left


def test_short_forms_of_nobody_on_the_list_stay_as_initials():
    chosen = {"j m": Choice("initials"), "student b": Choice("initials"), "maria lopez": Choice("initials")}
    told = replaced("J.M., student B and Maria Lopez", KNOWN, chosen)
    assert told == "J.M., student B and M.L."


def test_every_text_is_replaced_and_nothing_else():
    told = Told("Jayvon", lines=("to Jayvon", "to Dana"))
    assert list(texts_in(told)) == ["Jayvon", "to Jayvon", "to Dana"]
    assert all_replaced(told, KNOWN, {"jayvon ortiz": Choice("code", "S7")}) == Told(
        "S7", "Jayvon", ("to S7", "to Dana")
    )


@pytest.fixture
def do(workspace):
    return lambda service, *args, **more: workspace.writer.write(service, *args, **more).result(60).value


def test_the_list_and_the_choices_are_kept(do, workspace):
    team = do(add_team, "Grade 7", members=("Dana Kim",))
    assert do(add_students, team, "Jayvon Ortiz, S7\n\nAna Ruiz\tS8\nzoe\nJAYVON ortiz") == 3
    with pytest.raises(UserError):
        do(add_students, team, " \n , S9")
    meeting = do(new_meeting, team, "Tickets for Ana", "2026-11-24T10:50")
    with workspace.reader() as reader:
        ana, jayvon, zoe = read_students(reader, team)
        assert [(ana.name, ana.code), (jayvon.code, zoe.name)] == [("Ana Ruiz", "S8"), ("S7", "zoe")]
        do(change_student, ana.id, name="Ana Ruiz ", code="A1")
        do(remove_student, zoe.id)
        with pytest.raises(UserError):
            do(change_student, ana.id, name="  ")
        known = read_known(reader, team)
        assert known == Known(("Dana Kim",), (("Ana Ruiz", "A1"), ("Jayvon Ortiz", "S7")))
        (found,) = names_of_meeting(reader, meeting, Told("Tickets for Ana")).new
        assert (found.key, found.code) == ("ana ruiz", "A1")
        assert as_it_leaves(reader, meeting, Told("for Ana")) == Told("for Ana")
        do(choose_names, meeting, {"ana ruiz": Choice("initials")})
        do(choose_names, meeting, {"ana ruiz": Choice("code", "A1")})
        assert names_of_meeting(reader, meeting, Told("Tickets for Ana")).new == ()
        assert read_choices(reader, meeting) == {"ana ruiz": Choice("code", "A1")}
        assert as_it_leaves(reader, meeting, Told("for Ana")) == Told("for A1")


def test_pieces_of_several_teams_are_looked_through_together(do, workspace):
    sciences, maths = (do(add_team, name, members=("Dana Kim",)) for name in ("Science", "Maths"))
    first, second = (do(new_meeting, sciences, "Tickets", f"2026-11-{day}T10:50") for day in (17, 24))
    third = do(new_meeting, maths, "Papers", "2026-11-24T10:50")
    do(choose_names, first, {"maria": Choice("code", "Student A")})
    pieces = ((first, "Ask Maria and Aiyana"), (second, Told("Ask Aiyana")), (third, "Ask Keisha or Aiyana"))
    with workspace.reader() as reader:
        names = new_names_in(reader, pieces)
    assert [(name.name, name.code) for name in names.new] == [
        ("Aiyana", "Student B"),
        ("Keisha", "Student C"),
    ]
    assert names.places == {"aiyana": [first, second, third], "keisha": [third]}
