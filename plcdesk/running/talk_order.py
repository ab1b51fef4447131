"""Who speaks for whom in a round of groups, and which round of several this is."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from plcdesk.running.groups import Group
from plcdesk.running.plan import Plan, PlanStep
from plcdesk.text import tr


@dataclass(frozen=True)
class Spokes:
    """A round in which each turn is that of several people. One of them, by member id, stands for them all.

    `of` says by whom each is known, in the order of the round; `names` what the one is called, in full and in
    two letters.
    """

    of: dict[str, str] = field(default_factory=dict[str, str])
    names: dict[str, tuple[str, str]] = field(default_factory=dict[str, tuple[str, str]])

    @property
    def order(self) -> tuple[str, ...]:
        """Those who stand for others, in order."""
        return tuple(dict.fromkeys(self.of.values()))

    def known(self, member: str) -> str:
        """By whom somebody is known in the round."""
        return self.of.get(member, member)


def one_group_each(groups: Sequence[Group], made: Sequence[Group] = ()) -> Spokes:
    """One group after the other speaks; its first member stands for it. `made`: also with those who left since."""
    first = {group.name: group.members[0] for group in groups}
    return Spokes(
        {
            member: first[group.name]
            for group in (*groups, *made)
            if group.name in first
            for member in group.members
        },
        {group.members[0]: (group.name, group.name.split()[-1][:2]) for group in groups},
    )


def one_in_each_group(groups: Sequence[Group], made: Sequence[Group] = ()) -> Spokes:
    """In all groups at once: the first of each group, then the second, and so on.

    The members of the largest group stand for the others. `made`: also with those who left since.
    """
    if not groups:
        return Spokes()
    largest = max(groups, key=lambda group: len(group.members)).members
    of = {member: member for member in largest}
    for group in (*groups, *made):
        for place, member in enumerate(group.members):
            of.setdefault(member, largest[min(place, len(largest) - 1)])
    names = {
        member: (tr("Number {n}").format(n=number), str(number)) for number, member in enumerate(largest, 1)
    }
    return Spokes(of, names)


def held_before(step: PlanStep, plan: Plan) -> int:
    """How often this round was held before, for rules by which the start rotates or the direction alternates.

    In loops, each turn is one more round; outside them, each earlier round of the same item whose start rotates.
    """
    if step.turns:
        held = 0
        for _, index, count in step.turns:
            held = held * count + index - 1
        return held
    if step.round is None or step.round.starts != "rotates":
        return 0
    earlier = plan.steps[: plan.steps.index(step)]
    return sum(
        1
        for other in earlier
        if other.item_id == step.item_id and other.round is not None and other.round.starts == "rotates"
    )
