"""How many people a step, a round or a loop counts, once the team and its small groups are known."""

from dataclasses import dataclass
from math import ceil

from plcdesk.library.schema import Groups, Protocol, Step
from plcdesk.library.steps import find_form, round_of, walk

USUAL_TEAM = 6  # the size that totals are given for where a protocol does not say
ONE_PERSON = ("presenter", "facilitator", "one", "host")  # who speaks for herself, without turns
SMALLEST_SPLIT = 3  # a group that runs a whole protocol needs somebody to present, to facilitate, to answer


@dataclass(frozen=True)
class Setting:
    """Who runs the protocol, and how.

    `presenters` is the number in each group, None the protocol's own; `groups` is the number of groups that
    work side by side, 1 the protocol's own.
    """

    people: int
    presenters: int | None = None
    form: str | None = None
    groups: int = 1
    first_time: bool = False
    prepared: bool = True


def usual_people(protocol: Protocol) -> int:
    """The number of people that a protocol's own total is given for."""
    for step in walk(protocol.steps):
        repeat = step.repeat
        if repeat and repeat.over in ("people", "presenters") and repeat.count > 1:
            everyone = repeat.over == "people" or protocol.presenter == "everyone"
            if everyone:
                return _within(repeat.count, protocol.people.least, protocol.people.most)
    return _within(USUAL_TEAM, protocol.people.least, protocol.people.most)


def group_size(people: int, groups: Groups, wanted: int = 1) -> int:
    """The size of the largest group when `people` split up; `wanted` asks for more groups than usual.

    Where no number of groups keeps both bounds, the one that is off by less holds, larger groups on a tie.
    """
    fewest = ceil(people / groups.most)
    most = max(1, people // groups.least)
    if fewest <= most:
        number = min(max(fewest, wanted), most)
    else:
        over = ceil(people / most) - groups.most
        under = groups.least - people // fewest
        number = fewest if under < over else most
    return ceil(people / number)


def people_in_a_group(protocol: Protocol, setting: Setting) -> int:
    """How many run the protocol together: everyone, unless a form or `groups` splits the team."""
    form = find_form(protocol, setting.form) if setting.form else None
    if form is not None and form.parallel is not None:
        return group_size(setting.people, form.parallel, setting.groups)
    if has_groups_in_loops(protocol):
        return setting.people
    return ceil(setting.people / setting.groups)


def has_groups_in_loops(protocol: Protocol) -> bool:
    """Whether small groups run a part of it side by side, so that more groups make that part shorter."""
    return any(step.repeat is not None and step.repeat.parallel is not None for step in walk(protocol.steps))


def people_inside(loop: Step, size: int, setting: Setting) -> int:
    """How many are together in each turn of a loop which `size` people enter."""
    parallel = loop.repeat.parallel if loop.repeat else None
    return size if parallel is None else group_size(size, parallel, setting.groups)


def smallest_size(shape: Protocol, setting: Setting) -> int:
    """How many are together where the team splits up most; everyone if it never does."""
    together = people_in_a_group(shape, setting)
    inside = (people_inside(loop, together, setting) for loop in walk(shape.steps) if loop.repeat is not None)
    return min(inside, default=together)


def turns_of(loop: Step, inside: int, protocol: Protocol, setting: Setting) -> int:
    """How often a loop runs before anything is cut, with `inside` people in each group; at least once."""
    repeat = loop.repeat
    if repeat is None:
        return 1
    if repeat.over == "people":
        turns = inside
    elif repeat.over == "presenters":
        own = inside if protocol.presenter == "everyone" else repeat.count
        turns = min(own if setting.presenters is None else setting.presenters, inside)
    elif repeat.prompts and repeat.over == "prompts":
        turns = len(repeat.prompts) if repeat.count == 1 else min(repeat.count, len(repeat.prompts))
    else:
        return max(1, repeat.count)
    return max(1, turns if repeat.most is None else min(turns, repeat.most))


def speakers_in(step: Step, size: int, protocol: Protocol, setting: Setting) -> int:
    """How many take a turn in the round of this step; 0 if it is not a round.

    Presenters whom the round leaves out do not count, nor a facilitator of the team who only facilitates.
    """
    how = round_of(step)
    if how is None:
        return 0
    together = size if step.groups is None else group_size(size, step.groups)
    if step.speaks in ONE_PERSON:
        return 1
    if step.speaks == "groups":
        return max(1, ceil(size / together) if step.groups else ceil(size / Groups().most))
    if step.speaks == "pairs":
        return max(1, ceil(together / 2))
    if protocol.presenter != "none" and (how.presenter == "left-out" or step.speaks == "others"):
        together -= (setting.presenters or 1) if protocol.presenter == "team" else 1
    if not protocol.facilitator_takes_part and not protocol.outside_facilitator:
        together -= 1
    return max(1, together)


def _within(number: int, least: int, most: int) -> int:
    return max(least, min(number, most))
