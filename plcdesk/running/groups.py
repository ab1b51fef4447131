"""Small groups: how many, who with whom, and what becomes of them when people come, leave or change over.

Everything here is a function of its arguments: the same seed gives the same groups.
"""

import random
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, islice

Met = Mapping[frozenset[str], int]
"""How much two people were together before: 0 for never, more for often and for lately."""

_Known = dict[str, dict[str, int]]
_TRIES = 4
_TRIES_TO_JOIN = 24
_LATELY = (8, 4, 2)
"""What it weighs to have been together the last time, the time before, the one before that; 1 earlier."""


@dataclass(frozen=True, slots=True)
class Group:
    """Some people, by member id, under the name that is on the wall and before their notes."""

    name: str
    members: tuple[str, ...]


def group_sizes(people: int, least: int, most: int, wanted: int | None = None) -> tuple[int, ...]:
    """The sizes of the groups, larger ones first; no two differ by more than one.

    As near to `wanted` (else the middle of the bounds) as the bounds allow. Where no number of groups keeps
    both bounds, the one that is off by least holds, with nobody alone if that can be.
    """
    if people < 1:
        return ()
    aim = wanted or (least + most) // 2

    def worth(number: int) -> tuple[float, ...]:
        small, large = people // number, -(-people // number)
        off = max(0, large - most) + max(0, least - small)
        return off, small == 1 and people > 1, abs(people / number - aim), number

    number = min(range(1, people + 1), key=worth)
    small, larger = divmod(people, number)
    return (small + 1,) * larger + (small,) * (number - larger)


def make_groups(
    people: Sequence[str], sizes: Sequence[int], met: Met, seed: str, heads: Sequence[str] = ()
) -> tuple[tuple[str, ...], ...]:
    """Put people into groups of these sizes by chance, so that few are together who were lately.

    `heads` stay where they are: the first leads the first group, and so on.
    """
    chance, known = random.Random(seed), _by_person(met)
    heads = [head for head in heads if head in people][: len(sizes)]
    others = [one for one in people if one not in heads]
    best: list[list[str]] = []
    least = -1
    for _ in range(_TRIES):
        chance.shuffle(others)
        groups = _dealt(others, sizes, heads)
        cost = _improved(groups, known, frozenset(heads))
        if not best or cost < least:
            best, least = groups, cost
        if least <= 0:
            break
    return tuple(tuple(group) for group in best)


def join_groups(
    groups: Sequence[Sequence[str]], sizes: Sequence[int], seed: str
) -> tuple[tuple[str, ...], ...]:
    """Put small groups together into larger ones of these sizes by chance; as few of them as can be are parted."""
    chance, waiting = random.Random(seed), list(groups)
    best: tuple[tuple[str, ...], ...] = ()
    fewest = len(groups) + 1
    for _ in range(_TRIES_TO_JOIN):
        chance.shuffle(waiting)
        people = iter([member for group in waiting for member in group])
        made = tuple(tuple(islice(people, size)) for size in sizes)
        parted = sum(not any(set(group) <= set(larger) for larger in made) for group in groups)
        if parted < fewest:
            best, fewest = made, parted
        if not fewest:
            break
    return best


def make_circles(
    people: Sequence[str], least: int, most: int, inside_before: Collection[str], seed: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """An inner and an outer circle; those who were not inside yet go in first."""
    inside = min(most, max(least, len(people) // 2), len(people))
    drawn = list(people)
    random.Random(seed).shuffle(drawn)
    drawn.sort(key=lambda one: one in inside_before)
    return tuple(drawn[:inside]), tuple(drawn[inside:])


def moved_on(groups: Sequence[Group]) -> tuple[Group, ...]:
    """The same groups after all but the first in each have moved on to the next: the hub stays, the rim moves."""
    return tuple(
        replace(group, members=(*group.members[:1], *groups[place - 1].members[1:]))
        for place, group in enumerate(groups)
    )


def groups_now(groups: Sequence[Group], present: Sequence[str]) -> tuple[Group, ...]:
    """The groups with the people who are here: without those who left, with newcomers in the smallest groups.

    Who comes back is in the old group again. A group that nobody is left of is not there.
    """
    here = frozenset(present)
    found = [replace(group, members=tuple(m for m in group.members if m in here)) for group in groups]
    found = [group for group in found if group.members]
    placed = {member for group in found for member in group.members}
    for newcomer in (member for member in present if member not in placed):
        if not found:
            break
        smallest = min(range(len(found)), key=lambda place: len(found[place].members))
        found[smallest] = replace(found[smallest], members=(*found[smallest].members, newcomer))
    return tuple(found)


def with_move(groups: Sequence[Group], member: str, into: str, new_name: str = "") -> tuple[Group, ...]:
    """The groups after a person went to the one called `into`, or to a new one called `new_name`."""
    left = [replace(group, members=tuple(m for m in group.members if m != member)) for group in groups]
    if new_name:
        left.append(Group(new_name, (member,)))
    else:
        left = [
            replace(group, members=(*group.members, member)) if group.name == into else group
            for group in left
        ]
    return tuple(group for group in left if group.members)


def group_of(groups: Iterable[Group], member: str | None) -> Group | None:
    """The group that somebody is in."""
    return next((group for group in groups if member in group.members), None)


def pairs_in(groups: Iterable[Sequence[str]]) -> set[frozenset[str]]:
    """Everyone who is together with somebody, two by two."""
    return {frozenset(pair) for group in groups for pair in combinations(group, 2)}


def met_before(earlier: Iterable[Iterable[Sequence[str]]]) -> dict[frozenset[str], int]:
    """What earlier groupings, the latest first, make of who was together with whom."""
    met: dict[frozenset[str], int] = {}
    for place, groups in enumerate(earlier):
        weight = _LATELY[place] if place < len(_LATELY) else 1
        for pair in pairs_in(groups):
            met[pair] = met.get(pair, 0) + weight
    return met


def _dealt(others: Sequence[str], sizes: Sequence[int], heads: Sequence[str]) -> list[list[str]]:
    waiting = iter(others)
    groups: list[list[str]] = []
    for place, size in enumerate(sizes):
        group = [heads[place]] if place < len(heads) else []
        group += [one for _, one in zip(range(size - len(group)), waiting, strict=False)]
        groups.append(group)
    return groups


def _improved(groups: list[list[str]], known: _Known, fixed: frozenset[str]) -> int:
    """Swap two people as long as that keeps more of those apart who were together; returns what is left of it."""
    while True:
        swap = next(_better_swaps(groups, known, fixed), None)
        if swap is None:
            return sum(_cost(one, group, "", known) for group in groups for one in group) // 2
        (here, place), (there, other) = swap
        groups[here][place], groups[there][other] = groups[there][other], groups[here][place]


def _better_swaps(
    groups: list[list[str]], known: _Known, fixed: frozenset[str]
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    for here, group in enumerate(groups):
        for place, one in enumerate(group):
            if one in fixed or not (cost := _cost(one, group, "", known)):
                continue
            for there, others in enumerate(groups):
                if there == here:
                    continue
                for other, two in enumerate(others):
                    if two in fixed:
                        continue
                    before = cost + _cost(two, others, "", known)
                    if _cost(one, others, two, known) + _cost(two, group, one, known) < before:
                        yield (here, place), (there, other)


def _cost(one: str, group: Sequence[str], without: str, known: _Known) -> int:
    """What it weighs to have somebody in a group from which `without` goes."""
    met = known.get(one)
    return sum(met.get(other, 0) for other in group if other != without) if met else 0


def _by_person(met: Met) -> _Known:
    known: _Known = {}
    for pair, weight in met.items():
        one, *other = pair
        if other:
            known.setdefault(one, {})[other[0]] = weight
            known.setdefault(other[0], {})[one] = weight
    return known
