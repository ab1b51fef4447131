"""Changing the forms of a protocol that somebody is writing; what a form does not change stays as the protocol has it."""

from collections.abc import Collection
from typing import Any

from msgspec.structs import replace

from plcdesk.library.draft import free_id
from plcdesk.library.parts import part_of
from plcdesk.library.schema import Change, Form, Groups, Protocol, Step
from plcdesk.library.steps import find_form
from plcdesk.text import tr


def new_form(protocol: Protocol) -> Form:
    """A form to fill in, which changes nothing yet."""
    return Form(id=free_id("short", _ids(protocol)), name=tr("Short form"))


def with_form(protocol: Protocol, form: Form) -> Protocol:
    """The protocol with `form` in place of the one with its id, or with one form more."""
    if find_form(protocol, form.id) is None:
        return replace(protocol, forms=[*protocol.forms, form])
    return replace(protocol, forms=[form if one.id == form.id else one for one in protocol.forms])


def without_form(protocol: Protocol, form_id: str) -> Protocol:
    """The protocol without one of its forms."""
    return replace(protocol, forms=[form for form in protocol.forms if form.id != form_id])


def duplicated_form(protocol: Protocol, form_id: str) -> tuple[Protocol, str]:
    """With a second one of a form behind it, and the id of that one."""
    at = next((place for place, form in enumerate(protocol.forms) if form.id == form_id), None)
    if at is None:
        return protocol, form_id
    twin = replace(protocol.forms[at], id=free_id(form_id, _ids(protocol)))
    return replace(protocol, forms=[*protocol.forms[: at + 1], twin, *protocol.forms[at + 1 :]]), twin.id


def changed_form(form: Form, name: str, value: Any) -> Form:
    """The form with another value in one field: 'name', 'people_least', 'parallel', 'parallel.most', and so on.

    No people, 0, means any number; `parallel` is whether several groups run it side by side.
    """
    if name in ("people_least", "people_most"):
        return replace(form, **{name: value or None})
    if name == "parallel":
        return replace(form, parallel=Groups(least=3, most=5) if value else None, together=[])
    if name.startswith("parallel."):
        groups = form.parallel or Groups()
        return replace(form, parallel=replace(groups, **{name.removeprefix("parallel."): value}))
    return replace(form, **{name: value})


def changed_in_step(form: Form, step: Step, name: str, value: Any) -> Form:
    """The form with something else about one step.

    `name` is 'in' or 'together' with a yes or no, 'minutes' or 'turns' with a number, or the name of a text of the
    step, where an empty one means that it stays as the protocol has it.
    """
    if name == "in":
        return replace(form, without=_with_or_without(form.without, step.id, not value))
    if name == "together":
        return replace(form, together=_with_or_without(form.together, step.id, value))
    if name == "minutes":
        return _with_minutes(form, step, value)
    if name == "turns":
        usual = step.repeat is not None and step.repeat.count == value
        return _with_change(form, step.id, name, None if usual else value)
    return _with_change(form, step.id, name, value or None)


def usual_minutes(step: Step) -> int:
    """The minutes that a step has where no form changes them; one that gives seconds to each is for one person."""
    return step.minutes.default if step.minutes is not None else part_of(step, 0, 1).own


def _ids(protocol: Protocol) -> set[str]:
    return {form.id for form in protocol.forms}


def _with_or_without(ids: Collection[str], step_id: str, is_there: bool) -> list[str]:
    others = [each for each in ids if each != step_id]
    return [*others, step_id] if is_there else others


def _with_minutes(form: Form, step: Step, minutes: int) -> Form:
    others = {step_id: each for step_id, each in form.minutes.items() if step_id != step.id}
    return replace(form, minutes=others if minutes == usual_minutes(step) else {**others, step.id: minutes})


def _with_change(form: Form, step_id: str, name: str, value: Any) -> Form:
    changed = replace(form.changes.get(step_id, Change()), **{name: value})
    others = {each: change for each, change in form.changes.items() if each != step_id}
    return replace(form, changes=others if changed == Change() else {**others, step_id: changed})
