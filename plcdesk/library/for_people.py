"""A protocol for a team of so many people: the minutes that it takes them, and the form that fits a slot."""

from dataclasses import dataclass, replace

from plcdesk.library.fitting import least_minutes, own_minutes
from plcdesk.library.schema import Protocol
from plcdesk.library.steps import suits
from plcdesk.library.summary import Summary


@dataclass(frozen=True)
class FormLength:
    """What a form takes, in whole minutes; `form` None is the one that is meant for so many people."""

    form: str | None
    own: int
    least: int


def form_lengths(protocol: Protocol, people: int) -> tuple[FormLength, ...]:
    """The lengths of the protocol and of each form that so many people can run, the protocol itself first."""
    forms = (None, *(form.id for form in protocol.forms if suits(form, people)))
    return tuple(
        FormLength(form, own_minutes(protocol, people, form=form), least_minutes(protocol, people, form=form))
        for form in forms
    )


def summary_for(summary: Summary, lengths: tuple[FormLength, ...]) -> Summary:
    """The summary with the minutes of a team: the protocol's own, and the least that any form needs."""
    return replace(summary, minutes=lengths[0].own, least_minutes=min(length.least for length in lengths))


def form_within(lengths: tuple[FormLength, ...], minutes: int) -> FormLength:
    """The form for a slot: the protocol itself in its own time, else the form that is changed least.

    A form is changed by the part of itself that has to go, or by the part of the slot that it leaves empty. If
    none fits, it is the one that comes nearest.
    """
    if lengths[0].own <= minutes:
        return lengths[0]
    fitting = [length for length in lengths if length.least <= minutes]
    if not fitting:
        return min(lengths, key=lambda length: length.least)
    return min(fitting, key=lambda length: _change(length, minutes))


def _change(length: FormLength, minutes: int) -> float:
    longer, shorter = max(length.own, minutes), min(length.own, minutes)
    return round((longer - shorter) / longer, 2)
