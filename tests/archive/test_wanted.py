"""What is typed into the search, read."""

import sqlite3
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plcdesk.archive.completing import complete
from plcdesk.archive.directory import Directory, Person, is_meant
from plcdesk.archive.matching import Term, excerpt, find, marked
from plcdesk.archive.wanted import Wanted, index_query, parse


def test_words_are_looked_for_and_the_last_may_go_on():
    assert parse("re-teach den").terms == (Term("re-teach"), Term("den", begins=True))
    assert parse("re-teach den ").terms == (Term("re-teach"), Term("den"))


def test_a_phrase_is_one_term():
    assert parse('"exit tickets" ratio ').terms == (Term("exit tickets"), Term("ratio"))
    assert parse('"exit tick').terms == (Term("exit tick"),)


def test_one_letter_begins_too_many_words():
    assert parse("re-t").terms == (Term("re"),)
    assert parse("7").terms == (Term("7"),)


def test_words_that_narrow():
    found = parse(
        'density owner:dana is:action IS:late since:2025-08 until:2025 with:"Minh T" protocol:atlas team:sci '
    )
    assert found == Wanted(
        (Term("density"),),
        frozenset({"action"}),
        frozenset({"late"}),
        "dana",
        "Minh T",
        "atlas",
        "sci",
        date(2025, 8, 1),
        date(2025, 12, 31),
    )


@pytest.mark.parametrize(
    "typed", ["since:", "since:2025-13", "since:soon", "is:nothing", "owner:", '""', "…  ++"]
)
def test_what_makes_no_sense_narrows_nothing(typed):
    assert parse(typed) == Wanted()


def test_a_key_that_is_none_is_a_word():
    assert parse("http://x ").terms == (Term("http://x"),)


def test_february_ends_when_it_ends():
    assert parse("until:2024-02").until == date(2024, 2, 29)
    assert parse("until:2024-02-03").until == date(2024, 2, 3)


INDEX = sqlite3.connect(":memory:", isolation_level=None)
INDEX.execute("CREATE VIRTUAL TABLE f USING fts5(t, tokenize='unicode61 remove_diacritics 2', prefix='2 3')")


def in_index(text: str, typed: str) -> bool:
    """Whether FTS5 finds what was typed in a text."""
    INDEX.execute("DELETE FROM f")
    INDEX.execute("INSERT INTO f VALUES (?)", [text])
    found = INDEX.execute("SELECT count(*) FROM f WHERE f MATCH ?", [index_query(parse(typed).terms)])
    return found.fetchone()[0] == 1


HOSTILE = [
    '"',
    'c++ "',
    "9-luokka",
    "NEAR(a b)",
    "a AND",
    "NOT",
    "col:x",
    "-x",
    "*",
    "^a",
    "a\0b",
    "\ud83d",
    "(",
    "{t}:a",
    'owner:"',
    "ﷺ",
    "́",
]


@pytest.mark.parametrize("typed", HOSTILE)
def test_nothing_that_is_typed_means_anything_to_the_index(typed):
    if parse(typed).terms:
        in_index("some text", typed)


PIECES = st.sampled_from([*HOSTILE, "density", "re-teach", " ", ":", "is:", "since:", "é", "Trần"])
TYPED = st.lists(PIECES | st.text(max_size=6), max_size=8).map("".join)


@given(TYPED)
def test_no_search_is_an_error(typed):
    terms = parse(typed).terms
    complete(typed, Directory(), 2026)
    if terms:
        in_index("Density and Trần", typed)
        excerpt(typed * 3, terms)


LETTERS = st.text(st.sampled_from("ab é7ß-'Łłñ.ộ"), max_size=20)


@given(LETTERS, LETTERS)
def test_what_is_marked_is_what_was_found(text, typed):
    terms = parse(typed).terms
    if len(terms) == 1:
        assert bool(find(text, terms)) == in_index(text, typed)


def test_accents_and_capitals_are_ignored():
    assert find("Minh TRẦN brings", [Term("trần")]) == ((5, 9),)
    assert find("Tra\u0302\u0300n", [Term("tran")]) == ((0, 6),)
    assert find("Nuñez", [Term("nun", begins=True)]) == ((0, 5),)


def test_marks_do_not_overlap():
    assert find("re-teach the teach", parse('"re-teach" teach ').terms) == ((0, 8), (13, 18))


def test_an_excerpt_shows_the_place():
    text = "one " * 60 + "density of water " + "two " * 60
    found = excerpt(text, [Term("density")])
    assert found.text.startswith("… ") and found.text.endswith(" …")
    assert [found.text[a:b] for a, b in found.marks] == ["density"]
    assert len(found.text) < 130
    assert excerpt("short\nlines", [Term("lines")]) == marked("short lines", [Term("lines")])


NAMES = Directory(
    (("t1", "Grade 7 Science"),),
    (Person("Dana Kim", ("m1",)), Person("Minh Trần", ("m2",)), Person("The coach")),
    ("ATLAS Looking at Data", "Tuning Protocol"),
    ('["The coach"]',),
)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("ow", ["owner:"]),
        ("density wi", ["with:"]),
        ("owner:mi", ['owner:"Minh Trần"']),
        ("owner:co", ['owner:"The coach"']),
        ("with:co", []),
        ("is:l", ["is:late"]),
        ("protocol:at", ['protocol:"ATLAS Looking at Data"']),
        ("team:sci", ['team:"Grade 7 Science"']),
        ("since:2025-1", ["since:2025-10", "since:2025-11", "since:2025-12"]),
        ("density ", []),
        ("", []),
    ],
)
def test_completion(typed, shown):
    assert [found.shown for found in complete(typed, NAMES, 2026)] == shown


def test_a_completion_keeps_what_was_typed_before():
    (found,) = complete("density owner:mi", NAMES, 2026)
    assert found.typed == 'density owner:"Minh Trần" '
    assert parse(found.typed).owner == "Minh Trần"


def test_names_are_meant_by_their_beginnings():
    assert is_meant("Dana Kim", "da k")
    assert is_meant("Minh Trần", "tran")
    assert not is_meant("Dana Kim", "kim da")
    assert not is_meant("Dana Kim", "--")
