"""Where small groups belong: which steps of a protocol the same groups work in, and how large they may be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from math import ceil
from typing import Literal

from plcdesk.library.fitted import FittedStep
from plcdesk.library.people import SMALLEST_SPLIT
from plcdesk.library.schema import Groups, Protocol, Step
from plcdesk.library.steps import find_form, walk
from plcdesk.planning.infos import ItemInfo

Moves = Literal["nobody", "others-travel", "outer-circle", "stations", "experts-home", "pairs-join"]
_PAIRS = Groups(least=2, most=3)
_MOVED_EACH_TURN = ("others-travel", "outer-circle")


@dataclass(frozen=True, slots=True)
class GroupPlace:
    """The place of some groups in an item. Steps with the same `key` have the same groups.

    `before` is the key of the turn before this one, for groups that change over in each turn of a loop, or that of
    the pairs which come together in these groups. `apart`
    says that each group runs this part for itself, with a presenter of its own; `in_turn` that one person after
    the other in each has her turn in the loop; `coming` that people only go to their partners now.
    """

    key: str
    least: int
    most: int
    wanted: int | None = None
    roles: tuple[str, ...] = ()
    moves: Moves = "nobody"
    circles: bool = False
    apart: bool = False
    in_turn: bool = False
    before: str | None = None
    coming: bool = False


def group_place(item: ItemInfo, step_key: str) -> GroupPlace | None:
    """The place of the groups in a step of an item (its key in the plan); None where everybody is together."""
    if item.snapshot is None:
        return None
    keys = [step.key for step in item.snapshot.fitted.steps]
    key = step_key.removeprefix(f"{item.id}/")
    if key not in keys:
        return None
    here = keys.index(key)
    fitted, protocol = item.snapshot.fitted.steps[here], item.snapshot.in_form
    path = _path_to(protocol.steps, fitted.step_id)
    if not path:
        return None
    found = _of_step(protocol, path, fitted) or _of_form(item, path, fitted)
    if found is None and path[-1].kind == "move" and here + 1 < len(keys):
        return _of_partners_to_come(protocol, item.snapshot.fitted.steps[here + 1])
    return found


def _of_partners_to_come(protocol: Protocol, following: FittedStep) -> GroupPlace | None:
    """While people change places, the pairs of the next step, so that each knows whom to go to."""
    path = _path_to(protocol.steps, following.step_id)
    found = _of_step(protocol, path, following) if path and path[-1].kind == "pairs" else None
    return replace(found, coming=True) if found is not None else None


def _of_step(protocol: Protocol, path: Sequence[Step], fitted: FittedStep) -> GroupPlace | None:
    step = path[-1]
    loop = next((outer for outer in reversed(path[:-1]) if outer.repeat and outer.repeat.parallel), None)
    parallel = loop.repeat.parallel if loop is not None and loop.repeat is not None else None
    own = step.groups or (None if parallel else _usual(step))
    groups = own or parallel
    if groups is None:
        return None
    if fitted.turns and own and (groups.moves in _MOVED_EACH_TURN or _stands_up(path)):
        return _of_turn(step, groups, fitted)
    return GroupPlace(
        key=_first_with(protocol, groups) if step.kind != "fishbowl" else step.id,
        least=groups.least,
        most=groups.most,
        wanted=_wanted(step, loop, groups, fitted),
        roles=tuple(groups.roles),
        moves=groups.moves,
        circles=step.kind == "fishbowl",
        apart=parallel is not None and own in (None, parallel),
        in_turn=parallel is not None and own in (None, parallel) and _goes_over_people(loop),
        before=_pairs_before(protocol, step) if groups.moves == "pairs-join" else None,
    )


def _pairs_before(protocol: Protocol, step: Step) -> str | None:
    """The place of the pairs that come together in this step's groups."""
    before = list(takewhile(lambda other: other.id != step.id, walk(protocol.steps)))
    pairs = next((other for other in reversed(before) if other.kind == "pairs"), None)
    return _first_with(protocol, pairs.groups or _PAIRS) if pairs is not None else None


def _of_turn(step: Step, groups: Groups, fitted: FittedStep) -> GroupPlace:
    turn = fitted.key.split("/")
    last = fitted.turns[-1].index
    before = "/".join((*turn[:-2], str(last - 1))) if last > 1 else None
    wanted = groups.least if step.kind == "pairs" else None
    return GroupPlace(
        "/".join(turn[:-1]),
        groups.least,
        groups.most,
        wanted,
        tuple(groups.roles),
        groups.moves,
        before=before,
    )


def _of_form(item: ItemInfo, path: Sequence[Step], fitted: FittedStep) -> GroupPlace | None:
    """Where the whole protocol runs in several groups side by side."""
    assert item.snapshot is not None
    if fitted.side_by_side < 2:
        return None
    chosen, groups = item.snapshot.fitted.form, item.snapshot.fitted.groups
    form = find_form(item.snapshot.in_form, chosen) if chosen else None
    parallel = form.parallel if form is not None else None
    wanted = ceil(item.snapshot.people / groups) if groups > 1 else None
    if parallel is None:
        parallel = Groups(least=SMALLEST_SPLIT, most=max(SMALLEST_SPLIT, wanted or 0))
    return GroupPlace(
        "",
        parallel.least,
        parallel.most,
        wanted,
        tuple(parallel.roles),
        apart=True,
        in_turn=any(map(_goes_over_people, path)),
    )


def _usual(step: Step) -> Groups | None:
    return {"pairs": _PAIRS, "groups": Groups()}.get(step.kind)


def _wanted(step: Step, loop: Step | None, groups: Groups, fitted: FittedStep) -> int | None:
    if step.kind == "pairs":
        return groups.least
    if loop is not None and _goes_over_people(loop):
        return fitted.turns[-1].count if fitted.turns else None
    return None


def _stands_up(path: Sequence[Step]) -> bool:
    """Whether people stand up and find somebody else in each turn of the loop around a step."""
    return len(path) > 1 and any(step.kind == "move" for step in path[-2].steps)


def _goes_over_people(loop: Step | None) -> bool:
    return loop is not None and loop.repeat is not None and loop.repeat.over in ("people", "presenters")


def _first_with(protocol: Protocol, groups: Groups) -> str:
    """The first step whose groups may be as large: people stay together who are together once."""

    def alike(step: Step) -> bool:
        other = step.groups or (step.repeat.parallel if step.repeat else None)
        if other is None and _usual(step) == groups:
            return True
        return other is not None and _shape(other) == _shape(groups)

    return next((step.id for step in walk(protocol.steps) if alike(step)), "")


def _shape(groups: Groups) -> tuple[object, ...]:
    return groups.least, groups.most, groups.equal, groups.moves


def _path_to(steps: Sequence[Step], step_id: str) -> tuple[Step, ...]:
    """The loops around a step from the outside in, and the step itself; empty if there is none."""

    def paths(inside: Sequence[Step]) -> Iterator[tuple[Step, ...]]:
        for step in inside:
            yield (step,)
            yield from ((step, *path) for path in paths(step.steps))

    return next((path for path in paths(steps) if path[-1].id == step_id), ())
