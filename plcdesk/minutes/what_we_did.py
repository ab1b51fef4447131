"""The part of the minutes that tells what the team did: item by item, step by step, with the time used."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from plcdesk.minutes.content import ItemNotes, MeetingFacts, NoteLine, StepNotes
from plcdesk.minutes.dates import short_date
from plcdesk.minutes.document import (
    DOT,
    Block,
    Heading,
    ListOf,
    Paragraph,
    Run,
    Runs,
    Space,
    joined,
    plain_runs,
)
from plcdesk.minutes.phrases import ended, said_by
from plcdesk.text import ntr, tr

# Kinds of every meeting: their word says something that the title of a step does not.
_SAID_WITH_WORD = frozenset({"question", "parked", "decision", "action"})


@dataclass(frozen=True)
class Telling:
    """How much is told: notes, minutes, names; what already stands above and is not said twice; how dates read."""

    notes: bool
    minutes: bool
    names: bool
    said_above: frozenset[tuple[str, str]]
    day: date
    locale: str


def what_we_did(facts: MeetingFacts, telling: Telling) -> list[Block]:
    """The items in order; nothing if there were none, or if neither notes nor minutes are wanted."""
    if not facts.items or not (telling.notes or telling.minutes):
        return []
    total = time_used(facts.planned_minutes, facts.used_minutes) if telling.minutes else ""
    blocks: list[Block] = [Heading(tr("What we did"), 1, beside=total)]
    for item in facts.items:
        blocks += _item(item, telling)
    return blocks


def said_above(facts: MeetingFacts) -> frozenset[tuple[str, str]]:
    """The decisions and actions, as they are met again among the notes of a step."""
    decisions = {("decision", decision.text.strip()) for decision in facts.decisions}
    return frozenset(decisions | {("action", action.text.strip()) for action in facts.actions})


def time_used(planned: int | None, used: int | None) -> str:
    """'26 min, planned 25'; '5 min' if it took what was planned."""
    if used is None:
        return tr("{n} min planned").format(n=planned) if planned is not None else ""
    if planned is None or planned == used:
        return minutes(used)
    return tr("{used}, planned {n}").format(used=minutes(used), n=planned)


def minutes(number: int) -> str:
    """A length of time: '5 min'."""
    return ntr("{n} min", "{n} min", number).format(n=number)


def _item(item: ItemNotes, telling: Telling) -> Iterable[Block]:
    yield Heading(item.title.strip() or tr("Without a title"), 2, "plain", _beside(item, telling))
    if telling.minutes and any(step.used is not None for step in item.steps):
        yield Paragraph(plain_runs(joined(*map(_step_time, item.steps))), small=True)
    if not telling.notes:
        return
    yield from _notes("", item.notes, telling)
    for step in item.steps:
        yield from _notes(step.title, step.notes, telling)


def _beside(item: ItemNotes, telling: Telling) -> str:
    brought = tr("brought by {name}").format(name=item.brought_by.strip()) if item.brought_by else ""
    if not item.reached:
        return joined(tr("not reached"), brought)
    return joined(time_used(item.planned, item.used) if telling.minutes else "", brought)


def _step_time(step: StepNotes) -> str:
    """'Describe 7 (planned 6)'; the whole minutes of an item's steps stand on one line."""
    if step.used is None:
        return tr("{step} not reached").format(step=step.title)
    if step.planned is None or step.planned == step.used:
        return tr("{step} {n}").format(step=step.title, n=step.used)
    return tr("{step} {n} (planned {planned})").format(step=step.title, n=step.used, planned=step.planned)


def _still_to_say(notes: Iterable[NoteLine], telling: Telling) -> list[NoteLine]:
    return [
        note
        for note in notes
        if note.text.strip() and (note.kind, note.text.strip()) not in telling.said_above
    ]


def _notes(title: str, notes: Iterable[NoteLine], telling: Telling) -> Iterable[Block]:
    """One note runs on after the title of its step; several make a list under it."""
    to_say = _still_to_say(notes, telling)
    several_kinds = len({note.kind for note in to_say} - {"note"} - _SAID_WITH_WORD) > 1
    lines = tuple(_note(note, several_kinds, telling) for note in to_say)
    if lines and title.strip():
        yield Space(0.15)
    if len(lines) == 1:
        label = (Run(f"{ended(title)} ", em=True),) if title.strip() else ()
        yield Paragraph((*label, *lines[0]))
    elif lines:
        if title.strip():
            yield Paragraph((Run(title.strip(), em=True),), leads=True)
        yield ListOf(lines)


def _note(note: NoteLine, several_kinds: bool, telling: Telling) -> Runs:
    with_word = note.kind in _SAID_WITH_WORD or (several_kinds and note.kind != "note")
    word = (Run(tr("{word}:").format(word=note.word) + " ", tone="quiet"),) if with_word else ()
    name = note.said_by if telling.names else None
    group = (
        (Run(tr("{group}:").format(group=note.small_group) + " ", tone="quiet"),) if note.small_group else ()
    )
    return (*group, *word, Run(note.text.strip()), *_details(note), *_promised(note, telling), *said_by(name))


def _details(note: NoteLine) -> Runs:
    """Where it was seen and what it rests on, in brackets behind the words."""
    page = tr("p. {page}").format(page=note.page) if note.page else ""
    score = tr("score {score}").format(score=note.score) if note.score else ""
    parts = (note.group or "", note.level or "", score, page, note.place or "", note.evidence or "")
    details = "; ".join(part.strip() for part in parts if part.strip())
    return (Run(f" ({details})", tone="quiet"),) if details else ()


def _promised(note: NoteLine, telling: Telling) -> Runs:
    """Who does it, and by when."""
    due = tr("by {date}").format(date=short_date(note.due, telling.day, telling.locale)) if note.due else ""
    promised = joined(", ".join(note.owners), due)
    return (Run(DOT + promised, tone="quiet"),) if promised else ()
