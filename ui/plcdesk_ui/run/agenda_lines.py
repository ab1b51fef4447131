"""The agenda as the desk lists it: items, and the steps of the protocol that is on."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from plcdesk.planning.infos import ItemInfo
from plcdesk.running.clock import ClockState, rounded_minutes
from plcdesk.running.items import ItemTime, Standing, item_times, step_standing
from plcdesk.running.plan import PlanStep
from plcdesk.running.reading import local_of
from plcdesk.text import tr
from plcdesk_ui.run.time_words import nearest_minute, whole_minutes
from plcdesk_ui.words import clock, minutes_word

Mark = Literal["done", "skipped", "none"]


@dataclass(frozen=True)
class AgendaLine:
    """One line. `key` is the step that it leads to; `minutes` what it took where it is done, else what it has.

    `until` is when an item that is on or to come will end as things stand, as its people's clocks show it.
    """

    key: str
    item_id: str
    title: str
    minutes: int
    planned: int
    standing: Standing
    is_step: bool = False
    heads_steps: bool = False
    until: datetime | None = None

    @property
    def until_words(self) -> str:
        """'until 11:27', or empty."""
        return tr("until {time}").format(time=clock(self.until)) if self.until is not None else ""

    @property
    def mark(self) -> Mark:
        """What stands before the title."""
        if self.standing == "done":
            return "done"
        return "skipped" if self.standing == "skipped" else "none"

    @property
    def is_current(self) -> bool:
        """Whether the meeting is here; of an item with steps, only its step is."""
        return self.standing == "current" and not self.heads_steps

    @property
    def time_words(self) -> str:
        """The minutes in words, and what was planned where it took something else."""
        if self.standing == "skipped":
            return tr("skipped")
        if self.standing != "done":
            return minutes_word(self.minutes)
        if self.minutes == self.planned:
            return tr("took {n} min").format(n=self.minutes)
        return tr("took {n} min, planned {planned}").format(n=self.minutes, planned=self.planned)

    @property
    def spoken(self) -> str:
        """The line for screen readers."""
        standing = {
            "done": tr("done"),
            "current": tr("now"),
            "passed_over": tr("not done"),
        }.get(self.standing)
        return ", ".join(part for part in (self.title, standing, self.time_words, self.until_words) if part)


def agenda_lines(state: ClockState, zone: str) -> tuple[AgendaLine, ...]:
    """The lines of the agenda as it stands, with times as the clocks of `zone` show them."""
    steps = state.plan.by_item()
    lines: list[AgendaLine] = []
    for item in item_times(state):
        own = steps[item.item_id]
        opened = item.standing == "current" and len(own) > 1
        line = _item_line(state, item, own, opened)
        if state.status in ("running", "paused") and item.standing in ("current", "ahead") and item.ends_at:
            line = replace(line, until=local_of(nearest_minute(item.ends_at), zone))
        lines.append(line)
        if opened:
            lines += [_step_line(state, step) for step in own]
    return tuple(lines)


def _item_line(
    state: ClockState, item: ItemTime, steps: tuple[PlanStep, ...], heads_steps: bool
) -> AgendaLine:
    open_steps = [step for step in steps if step.key not in state.done and step.key not in state.skipped]
    planned = rounded_minutes(item.planned_seconds)
    took = whole_minutes(item.actual_seconds)
    return AgendaLine(
        key=(open_steps or steps)[0].key,
        item_id=item.item_id,
        title=item.title,
        minutes=took if item.standing == "done" else planned,
        planned=planned,
        standing=item.standing,
        heads_steps=heads_steps,
    )


def _step_line(state: ClockState, step: PlanStep) -> AgendaLine:
    standing = step_standing(state, step.key)
    planned = rounded_minutes(state.planned[step.key])
    took = whole_minutes(state.elapsed.get(step.key, 0.0))
    return AgendaLine(
        key=step.key,
        item_id=step.item_id,
        title=_step_title(step),
        minutes=took if standing == "done" else planned,
        planned=planned,
        standing=standing,
        is_step=True,
    )


def _step_title(step: PlanStep) -> str:
    """'Read it · 2': in a loop, the step of which turn."""
    turns = ".".join(str(index) for _over, index, count in step.turns if count > 1)
    return tr("{step} · {turn}").format(step=step.title, turn=turns) if turns else step.title


@dataclass(frozen=True)
class EditorItem:
    """An item in the editor of the agenda.

    `minutes` are those that it has on the clock: `extended` of them were given to it (or taken, if negative)
    while the meeting ran. `settled` are the fitted keys of its protocol's steps that are done or on. `place` is
    its place on the agenda; only an item that `can_move` may be moved, swapped or dropped.
    """

    item: ItemInfo
    place: int
    minutes: int
    extended: int
    standing: Standing
    settled: tuple[str, ...]

    @property
    def is_fixed(self) -> bool:
        """Whether it is over: nothing about it can change any more."""
        return self.standing in ("done", "skipped")

    @property
    def can_move(self) -> bool:
        """Whether it lies ahead or was passed over, and is not the wrap-up, which stays last."""
        return self.standing in ("ahead", "passed_over") and self.item.kind != "wrap_up"


def editor_items(items: tuple[ItemInfo, ...], state: ClockState) -> tuple[EditorItem, ...]:
    """The items of the agenda as they can be changed now."""
    times = {time.item_id: time for time in item_times(state)}
    steps = state.plan.by_item()
    found: list[EditorItem] = []
    for place, item in enumerate(items):
        own, time = steps[item.id], times[item.id]
        extended = rounded_minutes(time.planned_seconds - sum(step.seconds for step in own))
        settled = tuple(
            step.key.removeprefix(f"{item.id}/")
            for step in own
            if item.snapshot is not None
            and (step.key in state.done or step.key in state.skipped or step.key == state.current)
        )
        planned = rounded_minutes(time.planned_seconds)
        found.append(EditorItem(item, place, planned, extended, time.standing, settled))
    return tuple(found)


def movable_places(items: tuple[EditorItem, ...]) -> range:
    """The places between which items can be moved: after the current one, before the wrap-up."""
    first = 1 + max((item.place for item in items if item.standing in ("current", "done")), default=-1)
    last_is_wrap_up = bool(items) and items[-1].item.kind == "wrap_up"
    return range(first, len(items) - (1 if last_is_wrap_up else 0))
