"""Fist to five and thumbs: as they are typed, what they mean, how they are told."""

import pytest

from plcdesk.errors import UserError
from plcdesk.running.standing import Standing, hands_as_typed, read_hands, stood


@pytest.mark.parametrize(
    ("typed", "way", "hands"),
    [
        ("54435", "fist", (5, 4, 4, 3, 5)),
        ("5, 4 0", "fist", (5, 4, 0)),
        ("uuusd", "thumbs", (3, 3, 3, 2, 1)),
        ("U + o − d", "thumbs", (3, 3, 2, 1, 1)),
        ("👍🏽👍👎", "thumbs", (3, 3, 1)),
        ("", "fist", None),
        (" , ", "thumbs", None),
    ],
)
def test_hands_are_typed_as_they_are_seen(typed, way, hands):
    assert read_hands(typed, way) == hands
    if hands is not None:
        assert read_hands(hands_as_typed(hands, way), way) == hands


@pytest.mark.parametrize(("typed", "way"), [("546", "fist"), ("uux", "thumbs"), ("u" * 201, "thumbs")])
def test_anything_else_is_refused_with_what_to_type(typed, way):
    with pytest.raises(UserError):
        read_hands(typed, way)


@pytest.mark.parametrize(
    ("standing", "carried", "words"),
    [
        (Standing("fist", (5, 4, 4, 3, 5)), True, "All at 3 or more fingers."),
        (Standing("fist", (5, 4)), True, "All at 4 or more fingers."),
        (Standing("fist", (5, 2, 1, 2)), False, "2 at 2, 1 at 1."),
        (Standing("fist", (5, 2), ("No lab is free",)), False, "1 at 2. Objection: No lab is free."),
        (Standing("thumbs", (3, 3, 2)), True, "Thumbs: 2 up, 1 sideways."),
        (Standing("thumbs", (3, 1)), False, "Thumbs: 1 up, 1 down."),
        (Standing("fist", ()), False, ""),
    ],
)
def test_how_a_standing_is_told(standing, carried, words):
    assert standing.carried == carried
    assert stood(standing) == words
