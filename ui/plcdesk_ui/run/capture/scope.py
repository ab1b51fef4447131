"""How much of what was written is shown: this step's, this topic's, the whole meeting's; and in which order."""

from dataclasses import dataclass
from typing import Literal

from plcdesk.planning.infos import EntryInfo
from plcdesk.running.plan import PlanStep
from plcdesk.text import tr
from plcdesk_ui.run.live import LiveMeeting

_LAST = 4
"""Entries at the end that are looked at one by one: what was just written is stored a moment later."""

Scope = Literal["step", "topic", "meeting"]


@dataclass(frozen=True)
class Part:
    """Entries of one step, under its title; the title is empty where only one step is shown."""

    key: str
    title: str
    entries: tuple[EntryInfo, ...]


def scope_words() -> dict[Scope, str]:
    """Each scope as people read it."""
    return {"step": tr("this step"), "topic": tr("this topic"), "meeting": tr("whole meeting")}


def parts_of(live: LiveMeeting, entries: tuple[EntryInfo, ...], scope: Scope) -> tuple[Part, ...]:
    """What is shown, step by step in the order of the agenda, within a step in the order it was written."""
    facts = live.facts
    if facts is None:
        return (Part("", "", entries),) if entries else ()
    if scope == "step":
        own = tuple(entry for entry in entries if entry.step == facts.key)
        return (Part(facts.key, "", own),) if own else ()
    if scope == "topic":
        entries = tuple(entry for entry in entries if entry.item_id == facts.item.id)
    return _by_step(live, entries)


def news_at_end(before: tuple[Part, ...], now: tuple[Part, ...]) -> tuple[EntryInfo, ...]:
    """The last entries of `now`, added or changed since `before`; empty where anything else is another, or much is."""
    if now and before == now[:-1]:
        return now[-1].entries
    if not before or len(before) != len(now) or before[:-1] != now[:-1]:
        return ()
    old, new = before[-1], now[-1]
    most = len(old.entries)
    for kept in range(most, max(-1, most - _LAST), -1):
        if new.entries[:kept] == old.entries[:kept]:
            ids = [entry.id for entry in new.entries[kept:most]]
            same = (old.key, old.title) == (new.key, new.title)
            return new.entries[kept:] if same and ids == [each.id for each in old.entries[kept:]] else ()
    return ()


def step_title(step: PlanStep) -> str:
    """'Interpret', with the turn in a loop: 'The last word, 2 of 4'."""
    turns = [tr("{index} of {count}").format(index=i, count=n) for _, i, n in step.turns if n > 1]
    return ", ".join((step.title, *turns))


def _by_step(live: LiveMeeting, entries: tuple[EntryInfo, ...]) -> tuple[Part, ...]:
    found: dict[str, list[EntryInfo]] = {}
    for entry in entries:
        found.setdefault(entry.step or entry.item_id or "", []).append(entry)
    titles = {step.key: step_title(step) for step in live.state.plan.steps}
    order = {key: place for place, key in enumerate(titles)}
    keys = sorted(found, key=lambda key: order.get(key, -1))
    return tuple(
        Part(key, titles.get(key) or _item_title(live, found[key]), tuple(found[key])) for key in keys
    )


def _item_title(live: LiveMeeting, entries: list[EntryInfo]) -> str:
    item = live.room.agenda.item(entries[0].item_id)
    return item.title if item is not None else tr("Before")
