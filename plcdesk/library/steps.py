"""Finding one's way among the steps of a protocol, and what a form changes in them."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from plcdesk.library.schema import Change, Form, Minutes, Protocol, Round, Step


def walk(steps: Sequence[Step]) -> Iterator[Step]:
    """Each step in the order of the room, loops before the steps that they hold."""
    for step in steps:
        yield step
        yield from walk(step.steps)


def protocols_inside(protocol: Protocol) -> tuple[str, ...]:
    """The ids of the protocols that run inside this one, each once."""
    nested = (step.protocol for step in walk(protocol.steps) if step.protocol is not None)
    return tuple(dict.fromkeys(nested))


def find_step(protocol: Protocol, step_id: str) -> Step | None:
    """The step or loop with this id, however deep it lies."""
    return next((step for step in walk(protocol.steps) if step.id == step_id), None)


def find_form(protocol: Protocol, form_id: str) -> Form | None:
    """The form with this id."""
    return next((form for form in protocol.forms if form.id == form_id), None)


def form_for(protocol: Protocol, people: int) -> str | None:
    """The id of the form that is meant for this number of people; None is the protocol as it stands.

    Only forms that name a number of people are meant for one; a short form is never chosen by itself.
    """
    for form in protocol.forms:
        if suits(form, people) and (form.people_least is not None or form.people_most is not None):
            return form.id
    return None


def suits(form: Form, people: int) -> bool:
    """Whether the form is possible with this number of people."""
    least, most = form.people_least, form.people_most
    return (least is None or people >= least) and (most is None or people <= most)


def in_form(protocol: Protocol, form_id: str | None) -> Protocol:
    """The protocol with the steps, minutes and words of one of its forms. Raises LookupError for an unknown form."""
    if form_id is None:
        return protocol
    form = find_form(protocol, form_id)
    if form is None:
        raise LookupError(f"{protocol.id} has no form {form_id}")
    presenter = form.presenter or protocol.presenter
    return replace(protocol, presenter=presenter, steps=_reshaped(protocol.steps, form))


def changed(step: Step, change: Change) -> Step:
    """A step as a form has it: with the words, speakers, groups and turns that the form changes."""
    given = {name: getattr(change, name) for name in _CHANGED_AS_GIVEN if getattr(change, name) is not None}
    if change.kind is not None:
        given |= {"round": change.round, "groups": change.groups}
    if change.speaks is not None and change.speaker is None:
        given["speaker"] = ""
    if change.silent == "nobody":
        given["silent"] = None
    if change.turns is not None and step.repeat is not None:
        given["repeat"] = replace(
            step.repeat,
            count=change.turns,
            least=None if step.repeat.least is None else min(step.repeat.least, change.turns),
            most=None if step.repeat.most is None else max(step.repeat.most, change.turns),
        )
    return replace(step, **given)


_CHANGED_AS_GIVEN = tuple(name for name in Change.__struct_fields__ if name != "turns")


def round_of(step: Step) -> Round | None:
    """How the round of this step goes; None if people do not speak in turn."""
    if step.round is None and step.kind == "round":
        return Round()
    return step.round


def _reshaped(steps: Sequence[Step], form: Form) -> list[Step]:
    kept = [replace(step, steps=_reshaped(step.steps, form)) for step in steps if step.id not in form.without]
    others = form.changes
    return [
        _with_minutes(changed(step, others[step.id]) if step.id in others else step, form) for step in kept
    ]


def _with_minutes(step: Step, form: Form) -> Step:
    """A form's minutes stand against the protocol's own bounds, and against seconds for each person."""
    wanted = form.minutes.get(step.id)
    if wanted is None:
        return step
    own = step.minutes or Minutes(default=wanted)
    minutes = replace(
        own,
        default=wanted,
        floor=None if own.floor is None else min(own.floor, wanted),
        ceiling=None if own.ceiling is None else max(own.ceiling, wanted),
    )
    shared = None if step.round is None else replace(step.round, seconds=None)
    return replace(step, minutes=minutes, round=shared)
