"""The short form of a protocol for its steps to come, when the meeting is behind: what it leaves out and wins."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from plcdesk.library.fitted import Fitted, FittedStep, TooShort
from plcdesk.library.fitting import fit, own_minutes, refit
from plcdesk.library.schema import Form
from plcdesk.library.steps import suits
from plcdesk.planning.infos import ItemInfo, SnapshotInfo
from plcdesk.running.catching_up import (
    CatchUp,
    ShortForm,
    StepChange,
    change_of,
    end_in_minutes,
    give,
    minutes_behind,
    steps_to_come,
    with_overrun,
)
from plcdesk.running.clock import ClockState, rounded_minutes
from plcdesk.running.plan import PlanStep


def short_forms(items: tuple[ItemInfo, ...], state: ClockState) -> tuple[CatchUp, ...]:
    """What each short form of a protocol that is on or to come would win back; the most first.

    The other steps give only what the form itself does not win.
    """
    if state.status != "running" or state.step is None or minutes_behind(state) <= 0:
        return ()
    found = [made for item in items for form in _forms(item) if (made := _in_form(item, form, state))]
    return tuple(sorted(found, key=lambda each: (-each.minutes, _length_left_out(each))))


def _length_left_out(found: CatchUp) -> int:
    return len(found.short_form.left_out) if found.short_form is not None else 0


def _forms(item: ItemInfo) -> Iterator[Form]:
    snapshot = item.snapshot
    if snapshot is None or snapshot.form:
        return
    for form in snapshot.protocol.forms:
        if form.parallel is None and (form.without or form.minutes) and suits(form, snapshot.people):
            yield form


def _in_form(item: ItemInfo, form: Form, state: ClockState) -> CatchUp | None:
    assert item.snapshot is not None
    coming = [step for step in steps_to_come(state) if step.item_id == item.id]
    wanted = minutes_behind(state)
    before = rounded_minutes(sum(state.planned[step.key] for step in coming))
    short = _steps_in_form(item, form, coming, before - wanted)
    if short is None:
        return None
    new = {f"{item.id}/{step.key}": step for step in short.steps}
    won = before - sum(step.minutes for key, step in new.items() if key in {step.key for step in coming})
    if won <= 0:
        return None
    others = [step for step in steps_to_come(state) if step.item_id != item.id]
    given = give(state, others, wanted - won)
    won += sum(given.values())
    seconds = {key: -60 * minutes for key, minutes in given.items()}
    lost = {step.key: step.seconds - state.planned[step.key] for step in coming if step.key in new}
    events = with_overrun(state, {**seconds, **{key: back for key, back in lost.items() if back}}, won)
    changes = tuple(_change(step, state, new, item.id, seconds) for step in steps_to_come(state))
    shown = (
        [change_of(state.step, state, events[state.step.key])]
        if state.step and state.step.key in events
        else []
    )
    titles = dict.fromkeys(change.title for change in changes if change.left_out)
    end = end_in_minutes(state)
    return CatchUp(
        steps=(*shown, *changes),
        minutes=won,
        still_behind=max(0, wanted - won),
        end_before=end,
        end_after=end - timedelta(minutes=won),
        events=tuple(events.items()),
        short_form=ShortForm(item.id, form.id, form.name, tuple(titles), short),
    )


def _change(
    step: PlanStep, state: ClockState, new: dict[str, FittedStep], item_id: str, seconds: dict[str, int]
) -> StepChange:
    if step.item_id != item_id:
        return change_of(step, state, seconds.get(step.key, 0))
    found = new.get(step.key)
    if found is None:
        return replace(change_of(step, state, -state.planned[step.key]), kept=False, left_out=True)
    return change_of(step, state, 60 * found.minutes - state.planned[step.key])


def _steps_in_form(item: ItemInfo, form: Form, coming: list[PlanStep], minutes: int) -> Fitted | None:
    """The protocol with its steps to come in this form, no shorter than `minutes` or than the form itself."""
    snapshot = item.snapshot
    assert snapshot is not None
    whole = _whole(snapshot, form)
    if whole is None or not coming:
        return None
    keys = [step.key.removeprefix(f"{item.id}/") for step in coming]
    in_form = {step.key: step for step in whole.steps}
    common = [key for key in keys if key in in_form]
    own = sum(in_form[key].minutes for key in common)
    placed = refit(whole, common, max(own, minutes)) if common else whole
    if isinstance(placed, TooShort):
        return None
    new = {step.key: step for step in placed.steps}
    steps = tuple(
        new[step.key] if step.key in common else step
        for step in snapshot.fitted.steps
        if step.key in common or step.key not in keys
    )
    gone = dict.fromkeys(
        step.title for step in snapshot.fitted.steps if step.key in keys and step.key not in common
    )
    return replace(
        snapshot.fitted,
        steps=steps,
        minutes=sum(step.minutes for step in steps),
        left_out=(*snapshot.fitted.left_out, *gone),
        form=form.id,
        spare=0,
    )


def _whole(snapshot: SnapshotInfo, form: Form) -> Fitted | None:
    protocol, people = snapshot.protocol, snapshot.people
    groups = snapshot.fitted.groups
    try:
        own = own_minutes(protocol, people, snapshot.presenters, form.id, groups=groups)
        found = fit(protocol, own, people, snapshot.presenters, form.id, groups=groups)
    except (LookupError, ValueError):
        return None
    return None if isinstance(found, TooShort) else found
