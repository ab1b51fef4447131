"""What would make a protocol fit a slot that is too short for it."""

from collections.abc import Iterator
from dataclasses import replace
from math import ceil

from plcdesk.library.cuts import Cuts
from plcdesk.library.fitted import Offer
from plcdesk.library.people import (
    SMALLEST_SPLIT,
    Setting,
    has_groups_in_loops,
    smallest_size,
)
from plcdesk.library.schema import Protocol, Step
from plcdesk.library.steps import find_form, in_form, suits, walk


def offers(protocol: Protocol, setting: Setting, minutes: int) -> tuple[Offer, ...]:
    """Fewer presenters, more groups side by side, another form; each one really fits `minutes`.

    Only if none of them is enough, another form together with fewer presenters or more groups.
    """
    ways = (_fewer_presenters, _more_groups, _other_forms)
    alone = tuple(offer for way in ways for offer in way(protocol, setting, minutes))
    return alone or tuple(_forms_and_more(protocol, setting, minutes))


def _fewer_presenters(protocol: Protocol, setting: Setting, minutes: int) -> Iterator[Offer]:
    now = _presenters_now(protocol, setting)
    if now is None:
        return
    loops = _presenter_loops(protocol, setting)
    least = max(loop.repeat.least or 1 for loop in loops if loop.repeat)
    for presenters in range(now - 1, least - 1, -1):
        needed = _needed(protocol, replace(setting, presenters=presenters))
        if needed <= minutes:
            yield Offer("presenters", needed, presenters, setting.groups, setting.form or "")
            return


def _more_groups(protocol: Protocol, setting: Setting, minutes: int) -> Iterator[Offer]:
    """The smallest number of groups that fits; presenters are shared among them, so nobody loses a turn."""
    size = smallest_size(in_form(protocol, setting.form), setting)
    number = ceil(setting.people / size)
    now = None if protocol.presenter == "everyone" else _presenters_now(protocol, setting)
    for groups in range(number + 1, _most_groups(protocol, setting) + 1):
        each = None if now is None else max(1, ceil(now * number / groups))
        split = replace(setting, groups=groups, presenters=each)
        needed = _needed(protocol, split)
        if smallest_size(in_form(protocol, split.form), split) < size and needed <= minutes:
            yield Offer("groups", needed, each, groups, setting.form or "")
            return


def _other_forms(protocol: Protocol, setting: Setting, minutes: int) -> Iterator[Offer]:
    for form in _forms_besides(protocol, setting):
        needed = _needed(protocol, replace(setting, form=form or None))
        if needed <= minutes:
            yield Offer("form", needed, setting.presenters, setting.groups, form)


def _forms_and_more(protocol: Protocol, setting: Setting, minutes: int) -> Iterator[Offer]:
    for form in _forms_besides(protocol, setting):
        changed = replace(setting, form=form or None)
        for way in (_fewer_presenters, _more_groups):
            for offer in way(protocol, changed, minutes):
                yield replace(offer, kind="form")


def _forms_besides(protocol: Protocol, setting: Setting) -> list[str]:
    """The forms that so many people can use instead of the one they have; "" is the protocol as it is written."""
    possible = ["", *(form.id for form in protocol.forms if suits(form, setting.people))]
    return [form for form in possible if form != (setting.form or "")]


def _needed(protocol: Protocol, setting: Setting) -> int:
    return Cuts(protocol, setting).least.floor


def _presenter_loops(protocol: Protocol, setting: Setting) -> list[Step]:
    turns = Cuts(protocol, setting).least.turns
    shape = in_form(protocol, setting.form)
    return [step for step in walk(shape.steps) if step.id in turns and _over_presenters(step)]


def _over_presenters(step: Step) -> bool:
    return step.repeat is not None and step.repeat.over == "presenters"


def _presenters_now(protocol: Protocol, setting: Setting) -> int | None:
    """How many present in each group, None if no loop depends on it."""
    turns = Cuts(protocol, setting).natural.turns
    return max((turns[loop.id] for loop in _presenter_loops(protocol, setting)), default=None)


def _most_groups(protocol: Protocol, setting: Setting) -> int:
    """Groups that work alone on the whole protocol need as many people as it asks for."""
    form = find_form(protocol, setting.form) if setting.form else None
    if has_groups_in_loops(protocol) or (form is not None and form.parallel is not None):
        return setting.people
    return setting.people // max(SMALLEST_SPLIT, protocol.people.least)
