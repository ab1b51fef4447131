"""Fair turns for the roles of a meeting."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from plcdesk.planning.turns import ROLES, _cheapest, propose_roles

ROSA, MINH, DANA, JO, LENA = [(name.lower(), name) for name in ("Rosa", "Minh", "Dana", "Jo", "Lena")]
TEAM = [ROSA, MINH, DANA, JO, LENA]


def team_of(size):
    return [(f"m{number}", f"Member {number}") for number in range(size)]


def run(members, meetings, roles=ROLES, absent_at=lambda meeting: (), past=()):
    held = list(past)
    for meeting in range(meetings):
        held.append(propose_roles(members, held, roles, absent_at(meeting)))
    return held


def spread(held, members, role):
    counts = [sum(1 for roles in held if roles[role] == member) for member, _ in members]
    return max(counts) - min(counts)


def test_a_first_meeting_goes_by_seats():
    assert propose_roles(TEAM, []) == {"facilitator": "rosa", "recorder": "minh", "timekeeper": "dana"}


def test_who_has_done_it_least_comes_first():
    past = [{"facilitator": "rosa"}, {"facilitator": "minh"}, {"facilitator": "dana"}, {"facilitator": "jo"}]
    assert propose_roles(TEAM, past, ("facilitator",)) == {"facilitator": "lena"}


def test_then_longest_ago():
    past = [{"facilitator": name} for name in ("dana", "lena", "rosa", "minh", "jo")]
    assert propose_roles(TEAM, past, ("facilitator",)) == {"facilitator": "dana"}


def test_an_absent_member_is_passed_over_and_comes_next():
    past = [{"facilitator": "rosa"}]
    without_minh = propose_roles(TEAM, past, ("facilitator",), absent=["minh"])
    assert without_minh == {"facilitator": "dana"}
    assert propose_roles(TEAM, [*past, without_minh], ("facilitator",)) == {"facilitator": "minh"}


def test_a_new_member_has_one_turn_and_is_then_level():
    past = run(TEAM[:3], 30)
    held = run([*TEAM[:3], JO], 8, past=past)[30:]
    for role in ROLES:
        assert [roles[role] for roles in held[:3]].count("jo") == 1  # each of the three soon, but not again
        assert [roles[role] for roles in held].count("jo") == 2


def test_fewer_people_than_roles_share_them_evenly():
    proposal = propose_roles(TEAM[:2], [])
    assert set(proposal) == set(ROLES)
    assert set(proposal.values()) == {"rosa", "minh"}
    assert set(propose_roles(TEAM[:1], []).values()) == {"rosa"}


def test_nobody_there():
    assert propose_roles([], []) == {}
    assert propose_roles(TEAM, [], absent=[member for member, _ in TEAM]) == {}
    assert propose_roles(TEAM, [], roles=()) == {}


def test_roles_and_people_of_old_do_not_disturb():
    past = [{"norm keeper": "rosa", "facilitator": "somebody who left"}, {}]
    assert propose_roles(TEAM, past) == propose_roles(TEAM, [])


@given(st.integers(1, 12), st.integers(1, 5), st.integers(1, 40))
def test_over_many_meetings_each_role_goes_round(size, count, meetings):
    members, roles = team_of(size), [f"role {number}" for number in range(count)]
    held = run(members, meetings, roles)
    for upto in range(1, meetings + 1):
        assert all(spread(held[:upto], members, role) <= 1 for role in roles)
    for proposal in held:
        most = max(list(proposal.values()).count(member) for member in proposal.values())
        assert most == -(-count // size)


@given(st.data())
def test_any_history_gives_one_lawful_answer(data):
    members = team_of(data.draw(st.integers(1, 8)))
    ids = [member for member, _ in members]
    anyone = st.sampled_from([*ids, "left"])
    past = data.draw(st.lists(st.dictionaries(st.sampled_from([*ROLES, "host"]), anyone), max_size=12))
    absent = data.draw(st.sets(st.sampled_from(ids)))
    proposal = propose_roles(members, past, absent=absent)
    present = set(ids) - absent
    assert proposal == propose_roles(members, past, absent=absent)
    assert set(proposal) == (set(ROLES) if present else set())
    assert set(proposal.values()) <= present
    if len(present) >= len(ROLES):
        assert len(set(proposal.values())) == len(ROLES)


@given(st.data())
def test_the_cheapest_assignment_is_the_cheapest(data):
    rows = data.draw(st.integers(1, 4))
    columns = data.draw(st.integers(rows, 5))
    row = st.lists(st.integers(0, 30), min_size=columns, max_size=columns)
    costs = data.draw(st.lists(row, min_size=rows, max_size=rows))
    chosen = _cheapest(costs)
    assert len(set(chosen)) == rows
    best = min(
        sum(costs[row][column] for row, column in enumerate(order))
        for order in itertools.permutations(range(columns), rows)
    )
    assert sum(costs[row][column] for row, column in enumerate(chosen)) == best
