"""Where a text may name a student."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plcdesk.students.names import ListedStudent, likely_student_names

MEMBERS = ("Rosa Alvarez", "Minh Trần", "Dana Kim", "Jo Okafor", "Lena Petrov", "Sam Webb")
STUDENTS = (
    ListedStudent("Jayvon Ortiz", "S1"),
    ListedStudent("Will Smith"),
    ListedStudent("Dana Ruiz", "S2"),
    ListedStudent("Anne-Marie O'Brien"),
    ListedStudent("Zoë Müller", "S3"),
    ListedStudent("李明", "S4"),
    ListedStudent("Mark", "S5"),
)


def marked(text: str) -> list[tuple[str, str]]:
    return [(text[start:end], why) for start, end, why in likely_student_names(text, MEMBERS, STUDENTS)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("jayvon still confuses mass and volume", ["jayvon"]),
        ("JAYVON ORTIZ has not handed it in", ["JAYVON ORTIZ"]),
        ("Ortiz's ticket is blank", ["Ortiz"]),
        ("We read jayvon ortiz’s answer", ["jayvon ortiz"]),
        ("Ask Will about it", ["Will"]),
        ("Will Smith's ticket", ["Will Smith"]),
        ("Dana Ruiz wrote 3", ["Dana Ruiz"]),
        ("Anne-Marie cried; O’Brien did not", ["Anne-Marie", "O’Brien"]),
        ("zoe MULLER", ["zoe MULLER"]),
        ("Zoe\u0308 and zoe", ["Zoe\u0308", "zoe"]),
        ("我们看李明的答案", ["李明"]),
        ("We will mark ten papers", []),
        ("Mark ten papers", []),
        ("Mark's ticket", ["Mark"]),
    ],
)
def test_the_teams_own_list_is_found_however_it_is_typed(text, found):
    assert marked(text) == [(name, "listed") for name in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nothing from Maria yet", "Maria"),
        ("Maria L. said so", "Maria L."),
        ("Talk to Maria Lopez on Monday", "Maria Lopez"),
        ("Bring it to Maria Monday", "Maria"),
        ("Talk with Aiyana's mom", "Aiyana"),
        ("MARIA is absent", "MARIA"),
        ("Łukasz cannot compare", "Łukasz"),
        ("Dana R. is not our Dana", "Dana R."),
        ("Спросить у Наташи и Павел", "Павел"),
    ],
)
def test_a_known_given_name_is_found_with_its_surname(text, found):
    assert marked(text) == [(found, "given_name")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the student Tayvion needs help", "Tayvion"),
        ("Then Tayvion said no", "Tayvion"),
        ("Look at Tayvion’s exit ticket", "Tayvion"),
        ("Grace wrote three lines", "Grace"),
        ("We saw Hope’s essay", "Hope"),
        ("We saw Grace M. today", "Grace M."),
    ],
)
def test_a_capital_is_found_where_a_child_is_spoken_of(text, found):
    assert marked(text) == [(found, "like_a_name")]


def test_initials_and_letters_are_found():
    assert marked("J.M. and K. L. asked, at 3 p.m., e.g. in P.E.") == [
        ("J.M.", "initials"),
        ("K. L.", "initials"),
    ]
    assert marked("student B and Pupil C differ") == [("student B", "lettered"), ("Pupil C", "lettered")]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Dana will print the strips; Minh T. brings ten tickets, R.A. facilitates.",
        "Rosa Alvarez said so. Sam wrote it down.",
        "Ms. Lopez, Mr Martin and Dr. Anna Bloom came; Coach Maria too.",
        "ATLAS Looking at Data: describe, interpret, implications",
        "Every student I asked said so. Students said it. Everyone said so.",
        "Nearly all students label mass and volume correctly. “Heavier sinks” appears in 14 of 31 tickets.",
        "The Jordan River, Helena High School, Bloom’s taxonomy, a Venn diagram",
        "In April and on Friday’s test we may see. June is late. May we?",
        "Looking at Student Work With Care",
        "Grace period, hope and faith: a rose is a rose",
        "A student from Paris, in Room B",
    ],
)
def test_grown_ups_places_and_words_are_left_alone(text):
    assert marked(text) == []


def test_without_a_team_only_what_looks_like_a_name_is_found():
    assert likely_student_names("Jayden has it, jayvon too") == ((0, 6, "given_name"),)


@given(st.text(st.sampled_from("AaMrĽ. 'sé-\u0308李明\nStudent B,"), max_size=60))
def test_the_places_are_in_order_and_never_overlap(text):
    end = 0
    for span in likely_student_names(text, MEMBERS, STUDENTS):
        assert end <= span.start < span.end <= len(text)
        end = span.end
