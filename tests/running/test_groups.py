"""Small groups: balanced, by chance, and not with last time's partners where that can be avoided."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plcdesk.running.groups import (
    Group,
    group_of,
    group_sizes,
    groups_now,
    join_groups,
    make_circles,
    make_groups,
    met_before,
    moved_on,
    pairs_in,
    with_move,
)

PEOPLE = tuple(f"p{number}" for number in range(40))


@pytest.mark.parametrize(
    ("people", "least", "most", "wanted", "sizes"),
    [
        (6, 2, 2, None, (2, 2, 2)),
        (5, 2, 3, 2, (3, 2)),
        (7, 2, 2, None, (3, 2, 2)),
        (8, 3, 3, None, (3, 3, 2)),
        (5, 3, 3, None, (3, 2)),
        (4, 3, 3, None, (4,)),
        (3, 4, 6, None, (3,)),
        (10, 3, 4, None, (4, 3, 3)),
        (12, 4, 8, 4, (4, 4, 4)),
        (1, 2, 4, None, (1,)),
        (0, 2, 4, None, ()),
    ],
)
def test_sizes(people, least, most, wanted, sizes):
    assert group_sizes(people, least, most, wanted) == sizes


@given(st.integers(1, 40), st.integers(1, 6), st.integers(0, 4), st.none() | st.integers(1, 9))
def test_groups_are_balanced_and_keep_their_bounds_where_that_can_be(people, least, more, wanted):
    most = least + more
    sizes = group_sizes(people, least, most, wanted)
    assert sum(sizes) == people
    assert max(sizes) - min(sizes) <= 1
    possible = any(people // n >= least and -(-people // n) <= most for n in range(1, people + 1))
    assert not possible or (min(sizes) >= least and max(sizes) <= most)


@settings(deadline=None)
@given(st.integers(1, 40), st.integers(2, 5), st.text(max_size=3), st.integers(0, 3))
def test_everyone_is_in_one_group(count, size, seed, rounds):
    people, sizes = PEOPLE[:count], group_sizes(count, size, size)
    earlier = [make_groups(people, sizes, {}, f"{seed}{number}") for number in range(rounds)]
    groups = make_groups(people, sizes, met_before(earlier), seed)
    assert tuple(len(group) for group in groups) == sizes
    assert sorted(one for group in groups for one in group) == sorted(people)
    assert groups == make_groups(people, sizes, met_before(earlier), seed)


@settings(deadline=None)
@given(st.integers(4, 40), st.text(max_size=3))
def test_nobody_has_the_partner_of_last_time_again(count, seed):
    people, sizes = PEOPLE[:count], group_sizes(count, 2, 2)
    before = make_groups(people, sizes, {}, f"{seed}-")
    again = pairs_in(make_groups(people, sizes, met_before([before]), seed)) & pairs_in(before)
    assert not again or count == 5  # three of five share a group of three again whatever one does


def test_the_partner_of_long_ago_is_taken_before_that_of_last_time():
    met = met_before([[("a", "b"), ("c", "d")], [("a", "c"), ("b", "d")], [("a", "d"), ("b", "c")]])
    assert pairs_in(make_groups("abcd", (2, 2), met, "x")) == {frozenset("ad"), frozenset("bc")}


def test_hosts_stay_and_the_others_travel():
    tables = make_groups(PEOPLE[:9], (3, 3, 3), {}, "a", heads=("p4", "p0", "p8"))
    assert [table[0] for table in tables] == ["p4", "p0", "p8"]


def test_the_rim_moves_on_and_the_hub_stays():
    groups = (Group("1", ("a", "b")), Group("2", ("c", "d")), Group("3", ("e", "f")))
    assert [group.members for group in moved_on(groups)] == [("a", "f"), ("c", "b"), ("e", "d")]


def test_those_who_were_not_inside_go_into_the_inner_circle():
    inner, outer = make_circles("abcdef", 3, 6, ("a", "b", "c"), "x")
    assert (set(inner), set(outer)) == (set("def"), set("abc"))
    assert [len(circle) for circle in make_circles("abcd", 3, 6, (), "x")] == [3, 1]


def test_people_come_and_leave():
    groups = (Group("1", ("a", "b", "c")), Group("2", ("d", "e")), Group("3", ("f",)))
    now = groups_now(groups, ("a", "b", "c", "d", "x"))
    assert now == (Group("1", ("a", "b", "c")), Group("2", ("d", "x")))
    back = groups_now(groups, ("a", "b", "c", "d", "e", "f"))
    assert back == groups
    assert groups_now((), ("a",)) == ()


def test_moving_somebody():
    groups = (Group("1", ("a", "b")), Group("2", ("c",)))
    assert with_move(groups, "a", "2") == (Group("1", ("b",)), Group("2", ("c", "a")))
    assert with_move(groups, "c", "1") == (Group("1", ("a", "b", "c")),)
    assert with_move(groups, "a", "", "3")[-1] == Group("3", ("a",))
    assert group_of(groups, "c") == groups[1]
    assert group_of(groups, None) is None


@pytest.mark.parametrize(
    ("pairs", "sizes", "parted"),
    [
        (("ab", "cd", "ef", "gh"), (4, 4), 0),
        (("ab", "cd", "efg"), (4, 3), 0),
        (("ab", "cd", "ef"), (3, 3), 1),
        (("abc",), (3,), 0),
    ],
)
def test_pairs_come_together_whole_where_that_can_be(pairs, sizes, parted):
    made = join_groups(pairs, sizes, "seed")
    assert tuple(map(len, made)) == sizes
    assert sorted(one for group in made for one in group) == sorted("".join(pairs))
    whole = [any(set(pair) <= set(group) for group in made) for pair in pairs]
    assert whole.count(False) == parted
