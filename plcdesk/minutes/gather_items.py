"""What a team did, item by item and step by step, as its clock measured it and its notes tell it."""

from collections.abc import Iterable

from plcdesk.library.fitted import FittedStep
from plcdesk.library.kinds import kind_word
from plcdesk.minutes.content import ItemNotes, NoteLine, StepNotes
from plcdesk.minutes.names import People
from plcdesk.planning.infos import EntryInfo, ItemInfo
from plcdesk.running.clock import ClockState, rounded_minutes
from plcdesk.running.plan import PlanStep
from plcdesk.running.reading import Room
from plcdesk.running.turn_words import turn_words
from plcdesk.text import tr

OWN_SECTION = frozenset({"decision", "action"})
"""Kinds that have a section of their own at the head of the minutes."""
DETAILS = ("page", "place", "evidence", "score", "level", "group")
"""What protocols ask for beside the words."""


def items_as_held(room: Room, clock: ClockState | None, people: People) -> tuple[ItemNotes, ...]:
    """The items of the agenda in order; what was noted outside them, or in one deleted since, comes last."""
    items = [_item(room, item, clock, people) for item in room.agenda.items]
    loose = [entry for entry in _notes(room) if room.agenda.item(entry.item_id) is None]
    if loose:
        items.append(
            ItemNotes(tr("Further notes"), "topic", notes=tuple(_note(entry, people) for entry in loose))
        )
    return tuple(items)


def _notes(room: Room) -> Iterable[EntryInfo]:
    return (entry for entry in room.entries if entry.kind not in OWN_SECTION)


def _item(room: Room, item: ItemInfo, clock: ClockState | None, people: People) -> ItemNotes:
    entries = [entry for entry in _notes(room) if entry.item_id == item.id]
    plan_steps = [step for step in room.plan.steps if step.item_id == item.id]
    steps = _steps(item, plan_steps, entries, clock, people) if item.snapshot is not None else ()
    in_steps = {step.key for step in plan_steps} if item.snapshot is not None else set[str]()
    seconds = _seconds_of_item(clock, item.id)
    return ItemNotes(
        title=item.title,
        kind=item.kind,
        planned=item.minutes,
        used=None if seconds is None else rounded_minutes(seconds),
        brought_by=people.maybe(item.brought_by),
        steps=steps,
        notes=tuple(_note(entry, people) for entry in entries if entry.step not in in_steps),
        reached=clock is None or seconds is not None,
        products=tuple(
            entry.text for entry in room.entries if entry.item_id == item.id and entry.kind in OWN_SECTION
        ),
    )


def _steps(
    item: ItemInfo,
    plan_steps: list[PlanStep],
    entries: list[EntryInfo],
    clock: ClockState | None,
    people: People,
) -> tuple[StepNotes, ...]:
    """The steps that took time or have notes."""
    fitted = _fitted(item)
    steps: list[StepNotes] = []
    for step in plan_steps:
        notes = tuple(_note(entry, people) for entry in entries if entry.step == step.key)
        used = _seconds_of(clock, [step.key])
        if notes or (used is not None and rounded_minutes(used)):
            title = _title(step, fitted.get(step.key))
            steps.append(
                StepNotes(title, step.seconds // 60, None if used is None else rounded_minutes(used), notes)
            )
    return tuple(steps)


def _title(step: PlanStep, fitted: FittedStep | None) -> str:
    """The step's own title, with the turn where a loop has it several times, so that turns can be told apart."""
    turns = fitted.turns if fitted is not None else ()
    turn = next((turn.prompt for turn in reversed(turns) if turn.prompt), "") or turn_words(turns)
    return tr("{step} ({turn})").format(step=step.title, turn=turn) if turn else step.title


def _fitted(item: ItemInfo) -> dict[str, FittedStep]:
    """The steps as they were fitted, by the key that they have in the meeting."""
    if item.snapshot is None:
        return {}
    return {f"{item.id}/{step.key}": step for step in item.snapshot.fitted.steps}


def _seconds_of_item(clock: ClockState | None, item_id: str) -> float | None:
    """The time spent on an item, also in steps that its protocol has lost since; None if it was not reached."""
    if clock is None:
        return None
    return _seconds_of(clock, (key for key in clock.elapsed if key.partition("/")[0] == item_id))


def _seconds_of(clock: ClockState | None, keys: Iterable[str]) -> float | None:
    """The time spent in steps; None if none was reached, or if all were left out as soon as they were."""
    if clock is None:
        return None
    reached = [key for key in keys if key in clock.elapsed]
    seconds = sum(clock.elapsed[key] for key in reached)
    if not reached or (not rounded_minutes(seconds) and clock.skipped.issuperset(reached)):
        return None
    return seconds


def _note(entry: EntryInfo, people: People) -> NoteLine:
    fields = entry.fields or {}
    details = {name: str(fields[name]) if fields.get(name) else None for name in DETAILS}
    return NoteLine(
        entry.kind,
        entry.word or kind_word(entry.kind),
        entry.text,
        people.maybe(entry.said_by),
        owners=people.owners(entry),
        due=entry.due_on,
        small_group=entry.group_name,
        **details,
    )
