"""Changing a protocol that somebody is writing: each change gives another protocol and leaves the first as it was.

Steps are told apart by their ids, which nobody sees. What is half written is a `Protocol` too: its fields have
the right types, and `checks.check` says what is still to be mended.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Sequence

from msgspec.structs import replace

from plcdesk.library.checks import DEEPEST_LOOP, LONGEST_LINE, LONGEST_NAME
from plcdesk.library.schema import Form, Minutes, Origin, People, Protocol, Repeat, Step
from plcdesk.library.step_checks import SLUG_LENGTH
from plcdesk.library.steps import find_step, walk
from plcdesk.text import tr

NEW_STEP_MINUTES = 5
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
StepPath = tuple[int, ...]


def slug_of(name: str, otherwise: str) -> str:
    """An id made of a name: 'Ana’s Tuning' is 'ana-s-tuning'; `otherwise` where no letter of it can stand in one."""
    apart = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return _NOT_SLUG.sub("-", plain).strip("-")[: SLUG_LENGTH - 6].strip("-") or otherwise


def free_id(name: str, taken: Collection[str], otherwise: str = "our-protocol") -> str:
    """An id made of a name that is not among `taken`: with a number behind it if need be."""
    wanted = slug_of(name, otherwise)
    number, found = 1, wanted
    while found in taken:
        number += 1
        found = f"{wanted}-{number}"
    return found


def new_protocol(taken: Collection[str]) -> Protocol:
    """An empty protocol to begin with: it has one step and no name yet."""
    return Protocol(
        id=free_id("", taken),
        name="",
        category="reflection",
        purpose="",
        summary="",
        good_when=[],
        not_when=[],
        looks_at=[],
        people=People(),
        steps=[new_step([])],
        origin=Origin(credit=tr("Written by our team"), grade="own"),
    )


def copy_of(protocol: Protocol, name: str, taken: Collection[str]) -> Protocol:
    """A protocol of one's own that begins as another one, which it names; `taken` are the ids that there are."""
    known = tr("Changed by our team, after {name} ({credit})")
    origin = replace(
        protocol.origin,
        credit=known.format(name=protocol.name, credit=protocol.origin.credit),
        grade="own",
    )
    return replace(
        protocol,
        id=free_id(name, taken),
        name=name[:LONGEST_NAME],
        origin=origin,
        variant_of=protocol.id,
        also_known_as=[],
    )


def with_id(protocol: Protocol, protocol_id: str) -> Protocol:
    """The same under another id."""
    return replace(protocol, id=protocol_id)


def new_step(taken: Collection[str]) -> Step:
    """A step to fill in."""
    return Step(
        id=free_id("step", taken),
        title=tr("New step"),
        kind="open",
        minutes=Minutes(default=NEW_STEP_MINUTES),
    )


def new_loop(taken: Collection[str]) -> Step:
    """Steps that are run for each presenter, with one step to begin with."""
    loop_id = free_id("each", taken)
    inner = new_step([*taken, loop_id])
    return Step(
        id=loop_id,
        title=tr("For each presenter"),
        kind="loop",
        repeat=Repeat(over="presenters"),
        steps=[inner],
    )


def step_ids(protocol: Protocol) -> list[str]:
    """The ids of all steps, in the order of the room."""
    return [step.id for step in walk(protocol.steps)]


def path_of(protocol: Protocol, step_id: str) -> StepPath | None:
    """Where a step stands: (2, 0) is the first one in the third; None if it is not there."""
    return _path(protocol.steps, step_id)


def step_at(protocol: Protocol, path: StepPath) -> Step | None:
    """The step that stands there."""
    steps, found = protocol.steps, None
    for index in path:
        if not 0 <= index < len(steps):
            return None
        found = steps[index]
        steps = found.steps
    return found


def with_step(protocol: Protocol, step: Step) -> Protocol:
    """The protocol with `step` in place of the one with its id."""
    path = path_of(protocol, step.id)
    return protocol if path is None else _at(protocol, path, lambda _old: [step])


def added(protocol: Protocol, step: Step, after: str | None = None, inside: str | None = None) -> Protocol:
    """With one step more: behind the step `after`, or last in the loop `inside`, or last of all."""
    loop = find_step(protocol, inside) if inside is not None else None
    if loop is not None:
        return with_step(protocol, replace(loop, steps=[*loop.steps, step]))
    path = path_of(protocol, after) if after is not None else None
    if path is None:
        return replace(protocol, steps=[*protocol.steps, step])
    return _at(protocol, path, lambda old: [old, step])


def without_step(protocol: Protocol, step_id: str) -> Protocol:
    """Without a step and what it holds; what named it elsewhere forgets it."""
    path = path_of(protocol, step_id)
    return protocol if path is None else forgetful(_at(protocol, path, lambda _old: []))


def duplicated(protocol: Protocol, step_id: str) -> tuple[Protocol, str]:
    """With a second one of a step behind it, and the id of that one."""
    step, path = find_step(protocol, step_id), path_of(protocol, step_id)
    if step is None or path is None:
        return protocol, step_id
    twin = _renewed(step, set(step_ids(protocol)))
    return _at(protocol, path, lambda old: [old, twin]), twin.id


def moved(protocol: Protocol, step_id: str, by: int) -> Protocol:
    """With a step one place further down (`by` 1) or up (-1).

    It goes into a loop that it meets, if that does not nest loops too deep, and out of the one that it ends.
    """
    step, path = find_step(protocol, step_id), path_of(protocol, step_id)
    if step is None or path is None:
        return protocol
    above = step_at(protocol, path[:-1])
    row = protocol.steps if above is None else above.steps
    place = path[-1] + by
    if 0 <= place < len(row):
        return _beside(protocol, step, path, row[place], by)
    if above is None:
        return protocol
    bare = _at(protocol, path, lambda _old: [])
    return _at(bare, path[:-1], lambda old: [step, old] if by < 0 else [old, step])


def forgetful(protocol: Protocol) -> Protocol:
    """Without mentions of steps that are no longer there, in its forms and materials."""
    there = set(step_ids(protocol))
    materials = [
        one
        if one.withheld_until is None or one.withheld_until in there
        else replace(one, withheld_until=None)
        for one in protocol.materials
    ]
    return replace(protocol, materials=materials, forms=[_in_form(form, there) for form in protocol.forms])


def one_line(text: str, longest: int = LONGEST_LINE) -> str:
    """A text as one line of at most so many characters."""
    return " ".join(text.split())[:longest]


def _beside(protocol: Protocol, step: Step, path: StepPath, other: Step, by: int) -> Protocol:
    """Past `other`, or into it where that is a loop with room."""
    bare = _at(protocol, path, lambda _old: [])
    if other.kind == "loop" and len(path) + _depth(step) <= DEEPEST_LOOP:
        inside = [step, *other.steps] if by > 0 else [*other.steps, step]
        return with_step(bare, replace(other, steps=inside))
    at = path_of(bare, other.id)
    assert at is not None
    return _at(bare, at, lambda old: [old, step] if by > 0 else [step, old])


def _depth(step: Step) -> int:
    return 1 + max((_depth(inner) for inner in step.steps), default=0)


def _path(steps: Sequence[Step], step_id: str) -> StepPath | None:
    for index, step in enumerate(steps):
        if step.id == step_id:
            return (index,)
        inside = _path(step.steps, step_id)
        if inside is not None:
            return (index, *inside)
    return None


def _at(protocol: Protocol, path: StepPath, change: Callable[[Step], list[Step]]) -> Protocol:
    return replace(protocol, steps=_changed(protocol.steps, path, change))


def _changed(steps: Sequence[Step], path: StepPath, change: Callable[[Step], list[Step]]) -> list[Step]:
    index, rest = path[0], path[1:]
    old = steps[index]
    new = [replace(old, steps=_changed(old.steps, rest, change))] if rest else change(old)
    return [*steps[:index], *new, *steps[index + 1 :]]


def _renewed(step: Step, taken: set[str]) -> Step:
    step_id = free_id(step.id, taken)
    taken.add(step_id)
    return replace(step, id=step_id, steps=[_renewed(inner, taken) for inner in step.steps])


def _in_form(form: Form, there: set[str]) -> Form:
    return replace(
        form,
        minutes={step_id: minutes for step_id, minutes in form.minutes.items() if step_id in there},
        without=[step_id for step_id in form.without if step_id in there],
        together=[step_id for step_id in form.together if step_id in there],
        changes={step_id: change for step_id, change in form.changes.items() if step_id in there},
    )
