"""Whose turn it is: roles that go round the team fairly."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

ROLES = ("facilitator", "recorder", "timekeeper")


@dataclass(frozen=True)
class _Turns:
    """What one role has seen so far, for the members at hand."""

    done: Mapping[str, int]
    last: Mapping[str, int]  # the number of the meeting, -1 for never


def propose_roles(
    members: Sequence[tuple[str, str]],
    past: Sequence[Mapping[str, str]],
    roles: Sequence[str] = ROLES,
    absent: Collection[str] = (),
) -> dict[str, str]:
    """Propose who takes each role next, as role to member id.

    `members` are (id, name) in seating order; `past` holds the roles of earlier meetings, oldest first.
    A role goes to whoever has had it least, then to whoever has carried fewest roles in all, then to whoever
    had it longest ago, then by seating order; the roles are looked at together, so that nobody gets two
    unless there are fewer people than roles. Whoever is new or was away for long gets one turn soon and
    is then level with the others: nobody has to catch up with years of meetings. The same question always
    gives the same answer. Without anybody present the answer is empty.
    """
    present = [member for member, _ in members if member not in absent]
    wanted = list(dict.fromkeys(roles))
    if not present or not wanted:
        return {}
    everyone = [member for member, _ in members]
    turns = [_turns_so_far(everyone, past, role) for role in wanted]
    carried = {member: sum(_standing(turn, member) for turn in turns) for member in everyone}
    # One column for each hand a person has free: a second role for anybody costs more than all else.
    hands = [(member, hand) for hand in range(-(-len(wanted) // len(present))) for member in present]
    # Each consideration outweighs all the later ones together.
    scale = (len(past) + len(everyone) + 2) * (len(wanted) + 1) * 2
    costs: list[list[int]] = []
    for turn in turns:
        row: list[int] = []
        for member, hand in hands:
            cost = hand
            for part in (_standing(turn, member), carried[member], turn.last[member] + 1):
                cost = cost * scale + part
            row.append(cost * scale + present.index(member))
        costs.append(row)
    return {role: hands[column][0] for role, column in zip(wanted, _cheapest(costs), strict=True)}


def _turns_so_far(members: Sequence[str], past: Sequence[Mapping[str, str]], role: str) -> _Turns:
    """Count the turns of each member; a turn after a long absence brings a member level with the team."""
    done = dict.fromkeys(members, 0)
    last = dict.fromkeys(members, -1)
    for meeting, held in enumerate(past):
        member = held.get(role)
        if member is None or member not in done:
            continue
        done[member] = max(done[member], max(done.values()) - 1) + 1
        last[member] = meeting
    return _Turns(done, last)


def _standing(turns: _Turns, member: str) -> int:
    """How many turns count for `member`: never more than one behind the busiest."""
    return max(turns.done[member], max(turns.done.values()) - 1)


def _cheapest(costs: Sequence[Sequence[int]]) -> list[int]:
    """The column for each row with the least total cost (the Hungarian method, rows <= columns)."""
    rows, columns = len(costs), len(costs[0])
    row_price = [0] * (rows + 1)
    column_price = [0] * (columns + 1)
    taken_by = [0] * (columns + 1)  # counted from 1; 0 stands for nobody
    for row in range(1, rows + 1):
        taken_by[0] = row
        came_from = [0] * (columns + 1)
        slack: list[int | None] = [None] * (columns + 1)
        seen = [False] * (columns + 1)
        column = 0
        while taken_by[column]:
            seen[column] = True
            current, step, following = taken_by[column], None, 0
            for other in range(1, columns + 1):
                if seen[other]:
                    continue
                reduced = costs[current - 1][other - 1] - row_price[current] - column_price[other]
                known = slack[other]
                if known is None or reduced < known:
                    slack[other], came_from[other], known = reduced, column, reduced
                if step is None or known < step:
                    step, following = known, other
            for other in range(columns + 1):
                if seen[other]:
                    row_price[taken_by[other]] += step or 0
                    column_price[other] -= step or 0
                elif slack[other] is not None:
                    slack[other] = (slack[other] or 0) - (step or 0)
            column = following
        while column:
            taken_by[column] = taken_by[came_from[column]]
            column = came_from[column]
    answer = [0] * rows
    for column in range(1, columns + 1):
        if taken_by[column]:
            answer[taken_by[column] - 1] = column - 1
    return answer
