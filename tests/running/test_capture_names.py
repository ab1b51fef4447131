"""Names as they are typed."""

import pytest

from plcdesk.running.capture_names import Person, complete_name, name_being_typed, name_book, names_at

DANA = Person("dk", "Dana Kim", "DK")
DANIEL = Person("do", "Daniel Ortiz", "DO")
KIM = Person("ks", "Kim Sato", "KS")
MINH = Person("mt", "Minh Trần", "MT")
LUKASZ = Person("lw", "Łukasz Wójcik", "ŁW")
OLGA = Person("op", "Ольга Петрова", "ОП")
TEAM = (DANA, DANIEL, KIM, MINH, LUKASZ, OLGA)


@pytest.mark.parametrize(
    ("typed", "person", "rest"),
    [
        ("Dana will", DANA, " will"),
        ("Dana Kim will", DANA, " will"),
        ("Dana K. will", DANA, " will"),
        ("dana k will", DANA, " will"),
        ("DANA", DANA, ""),
        ("DK, MT", DANA, ", MT"),
        ("Kim will", KIM, " will"),
        ("Mr. Ortiz to", DANIEL, " to"),
        ("Minh Tran", MINH, ""),
        ("lukasz", LUKASZ, ""),
        ("ŁW", LUKASZ, ""),
        ("Ольга", OLGA, ""),
        ("Dana.", DANA, "."),
        ("Dana’ll go", DANA, "’ll go"),
        ("dk", None, ""),
        ("Dan", None, ""),
        ("Dana's", None, ""),
        ("Danas", None, ""),
        ("Dana-led", None, ""),
        ("Ortiz", None, ""),
        ("", None, ""),
    ],
)
def test_who_is_meant(typed, person, rest):
    named = name_book(TEAM).at(typed, 0)
    assert (named and named.person) == person
    if named:
        assert typed[named.end :] == rest


def test_lists_of_people():
    text = "@Dana, Minh and Kim & Sam will"
    names = names_at(text, 0, name_book(TEAM), strangers=True)
    assert [(named.name, named.at_sign, named.person) for named in names] == [
        ("Dana", True, DANA),
        ("Minh", False, MINH),
        ("Kim", False, KIM),
        ("Sam", False, None),
    ]
    assert len(names_at(text, 0, name_book(TEAM), strangers=False)) == 3


def test_initials_that_two_share_mean_nobody():
    book = name_book((DANA, Person("x", "Derek Koh", "DK")))
    assert book.at("DK will", 0) is None


def test_someone_called_just_that_is_meant():
    only = Person("d", "Dana", "D")
    named = name_book((DANA, only)).at("Dana will", 0)
    assert named
    assert named.person == only


@pytest.mark.parametrize(
    ("prefix", "people"),
    [
        ("da", (DANA, DANIEL)),
        ("@dan", (DANA, DANIEL)),
        ("kim", (KIM, DANA)),
        ("tr", (MINH,)),
        ("dk", (DANA,)),
        ("dana k", (DANA,)),
        ("łu", (LUKASZ,)),
        ("luk", (LUKASZ,)),
        ("zz", ()),
        ("@", TEAM),
        ("", TEAM),
    ],
)
def test_completion(prefix, people):
    assert complete_name(prefix, TEAM) == people


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@", (0, "@")),
        ("@da", (0, "@da")),
        ("Da", (0, "Da")),
        ("Action: Mi", (8, "Mi")),
        ("Dana and Mi", (9, "Mi")),
        ("said (@d", (6, "@d")),
        ("D", None),
        ("da", None),
        ("mail@da", None),
        ("Dana ", None),
        ("", None),
    ],
)
def test_the_name_before_the_cursor(text, expected):
    assert name_being_typed(text, len(text)) == expected
    assert name_being_typed(text + " later", len(text)) == expected
