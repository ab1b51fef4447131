"""Shows of fingers, as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plcdesk.closing.fingers import MOST_HANDS, mean, read_fingers
from plcdesk.errors import UserError


@pytest.mark.parametrize(
    ("typed", "hands"),
    [
        ("54435", (5, 4, 4, 3, 5)),
        ("5 4 4 3 5", (5, 4, 4, 3, 5)),
        ("5,4,4", (5, 4, 4)),
        (" 5, 4 , 4\n", (5, 4, 4)),
        ("5;4;4", (5, 4, 4)),
        ("5-4-4", (5, 4, 4)),
        ("5/4/4", (5, 4, 4)),
        ("5\t4\t4", (5, 4, 4)),
        ("5\u00a04", (5, 4)),
        ("544 35", (5, 4, 4, 3, 5)),
        ("５４", (5, 4)),
        ("3", (3,)),
        ("", None),
        ("   ", None),
    ],
)
def test_reads_what_is_seen(typed, hands):
    assert read_fingers(typed) == hands


@pytest.mark.parametrize("typed", ["6", "54x", "five", "50", "5 4 0", "½", ",", "10", "😀", "5²9"])
def test_refuses_the_rest_with_a_sentence(typed):
    with pytest.raises(UserError, match="1 to 5 fingers"):
        read_fingers(typed)


def test_a_fist_counts_only_where_it_is_asked_for():
    assert read_fingers("5 0 3", fist=True) == (5, 0, 3)
    with pytest.raises(UserError, match="0 for a fist"):
        read_fingers("56", fist=True)


def test_too_many_hands():
    assert len(read_fingers("5" * MOST_HANDS) or ()) == MOST_HANDS
    with pytest.raises(UserError, match="more than"):
        read_fingers("5" * (MOST_HANDS + 1))


def test_mean():
    assert mean((5, 4, 4, 3)) == 4.0
    with pytest.raises(ValueError, match="no fingers"):
        mean(())


@given(st.lists(st.integers(0, 5), min_size=1, max_size=40), st.sampled_from(["", " ", ",", ", ", ";", "/"]))
def test_round_trip(hands, between):
    assert read_fingers(between.join(map(str, hands)), fist=True) == tuple(hands)


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text):
    try:
        hands = read_fingers(text)
    except UserError as problem:
        assert str(problem).endswith(".")
    else:
        assert (hands is None) == (not text.strip())
        assert all(1 <= hand <= 5 for hand in hands or ())
