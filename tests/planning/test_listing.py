"""Short ids in the list of meetings."""

from hypothesis import given
from hypothesis import strategies as some

from plcdesk.planning.listing import shortest_ids


@given(some.lists(some.uuids().map(str), unique=True, max_size=60), some.integers(1, 6))
def test_each_short_id_means_one_meeting_only(ids: list[str], least: int) -> None:
    short = shortest_ids(tuple(ids), least)
    assert set(short) == set(ids)
    for one, beginning in short.items():
        assert len(beginning) >= least
        assert [other for other in ids if other.startswith(beginning)] == [one]


def test_they_are_no_longer_than_needed() -> None:
    ids = ("aaaa-1", "aaaa-2", "bbbb-1")
    assert shortest_ids(ids) == {"aaaa-1": "aaaa-1", "aaaa-2": "aaaa-2", "bbbb-1": "bbbb"}
