"""Choosing a protocol by what a team has."""

import pytest

from plcdesk.library.choosing import Wish, choose, match
from plcdesk.library.summary import Summary, searched


def summary(name: str, **other) -> Summary:
    values = {
        "id": name.lower().replace(" ", "-"),
        "name": name,
        "summary": "Describe, then plan.",
        "category": "data",
        "looks_at": ("data",),
        "minutes": 45,
        "least_minutes": 23,
        "people_least": 4,
        "people_most": 10,
        "trust": "settled",
        "difficulty": "easy",
        "grade": "A",
    }
    values |= other
    named = searched((name, values["summary"], *values.get("also_known_as", ())))
    return Summary(**{"named": named, **values})


@pytest.mark.parametrize(
    ("wish", "why", "minutes"),
    [
        (Wish(), "fits", 45),
        (Wish(minutes=60), "fits", 45),
        (Wish(minutes=45), "fits", 45),
        (Wish(minutes=25), "shorter", 25),
        (Wish(minutes=22), "too_long", 23),
        (Wish(people=3), "too_few", 45),
        (Wish(people=11), "too_many", 45),
        (Wish(trust="just-met"), "trust", 45),
        (Wish(trust="very-well", people=10, minutes=23), "shorter", 23),
    ],
)
def test_why_a_protocol_fits_or_not(wish, why, minutes):
    found = match(summary("ATLAS"), wish)
    assert (found.why, found.minutes) == (why, minutes)
    assert found.fits == (why in ("fits", "shorter"))


def test_what_fits_comes_first_then_favourites_then_the_nearest():
    library = [
        summary("Far", minutes=10),
        summary("Too long", minutes=90, least_minutes=80),
        summary("Near", minutes=24),
        summary("Loved", minutes=15),
        summary("Crowd", people_least=12, people_most=40),
    ]
    found = choose(library, Wish(minutes=25, people=6), favourites=["loved"])
    assert [one.summary.name for one in found] == ["Loved", "Near", "Far", "Too long", "Crowd"]


def test_what_it_looks_at_and_words_leave_out_the_rest():
    library = [
        summary("ATLAS", looks_at=("data",)),
        summary("Tuning", looks_at=("student-work",), also_known_as=("Éclair",)),
    ]
    assert [one.summary.name for one in choose(library, Wish(looks_at="data"))] == ["ATLAS"]
    assert [one.summary.name for one in choose(library, Wish(words="ecl"))] == ["Tuning"]
    assert [one.summary.name for one in choose(library, Wish(words="plan atl"))] == ["ATLAS"]
    assert choose(library, Wish(words="c++ (")) == ()


@pytest.mark.parametrize("typed", ["tuning p", "tuning prot", "tuning protocol", "Tun", "prot"])
def test_the_word_protocol_does_not_get_in_the_way_while_it_is_typed(typed):
    found = choose(
        [summary("Tuning Protocol", summary=""), summary("Consultancy", summary="")], Wish(words=typed)
    )
    assert "Tuning Protocol" in [each.summary.name for each in found]
    assert (len(found) == 2) == (typed == "prot")


def test_all_its_text_is_searched_and_names_come_first():
    library = [
        summary("Gallery Walk", minutes=20, told=searched(["Take sticky notes in both colors."])),
        summary("Sticky Walls", minutes=90, least_minutes=80),
        summary("Tuning", told=searched(["Warm and cool feedback"])),
    ]
    found = choose(library, Wish(minutes=25, words="Stick"))
    assert [(one.summary.name, one.in_text) for one in found] == [
        ("Sticky Walls", False),
        ("Gallery Walk", True),
    ]
    assert [one.summary.name for one in choose(library, Wish(words="walk colors"))] == ["Gallery Walk"]
    assert choose(library, Wish(words="ticky")) == ()
