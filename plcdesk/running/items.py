"""The agenda on the clock: for each item, what was planned, what it took, when it begins and ends."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from plcdesk.running.clock import ClockState
from plcdesk.running.plan import ItemKind, PlanStep

Standing = Literal["done", "skipped", "current", "ahead", "passed_over"]


@dataclass(frozen=True, slots=True)
class ItemTime:
    """One item on the clock; times are UTC, seconds exact.

    `planned_start` is by the plan (None if that has no start). `starts_at` and `ends_at` are when it did
    begin and end, or will as things stand; None for what is left out or was passed over.
    """

    item_id: str
    title: str
    kind: ItemKind
    standing: Standing
    planned_seconds: int
    actual_seconds: float
    remaining_seconds: float
    planned_start: datetime | None
    starts_at: datetime | None
    ends_at: datetime | None


_STRONGEST_FIRST: tuple[Standing, ...] = ("current", "ahead", "done", "skipped")


def step_standing(state: ClockState, key: str) -> Standing:
    """Where a step stands: 'passed_over' is open but lies before the current one."""
    if key == state.current:
        return "done" if state.status == "ended" else "current"
    if key in state.done:
        return "done"
    if key in state.skipped:
        return "skipped"
    if state.step is None:
        return "ahead"
    keys = [step.key for step in state.plan.steps]
    if state.status == "ended" or key not in keys:
        return "passed_over"
    return "ahead" if keys.index(key) > keys.index(state.step.key) else "passed_over"


def item_times(state: ClockState) -> tuple[ItemTime, ...]:
    """Every item of the plan, in the order of the agenda."""
    planned_start = state.plan.planned_start
    upcoming = state.at.wall + timedelta(seconds=max(0.0, state.pause_left or 0.0))
    found: list[ItemTime] = []
    for steps in state.plan.by_item().values():
        item = _item_time(state, steps, planned_start, upcoming)
        found.append(item)
        if planned_start is not None:
            planned_start += timedelta(seconds=sum(step.seconds for step in steps))
        if item.standing in ("current", "ahead") and item.ends_at is not None:
            upcoming = item.ends_at
    return tuple(found)


def _item_time(
    state: ClockState, steps: tuple[PlanStep, ...], planned_start: datetime | None, upcoming: datetime
) -> ItemTime:
    standings: list[Standing] = [step_standing(state, step.key) for step in steps]
    standing = _together(standings)
    remaining = sum(
        state.remaining(step.key)
        for step, own in zip(steps, standings, strict=True)
        if own in ("current", "ahead")
    )
    began = min((state.began[step.key] for step in steps if step.key in state.began), default=None)
    starts, ends = began, None
    if standing in ("current", "ahead"):
        starts = began if began is not None else upcoming
        ends = upcoming + timedelta(seconds=remaining)
    elif began is not None:
        ends = max((state.finished[step.key] for step in steps if step.key in state.finished), default=began)
    return ItemTime(
        item_id=steps[0].item_id,
        title=steps[0].item_title,
        kind=steps[0].item_kind,
        standing=standing,
        planned_seconds=sum(state.planned[step.key] for step in steps),
        actual_seconds=sum(state.elapsed.get(step.key, 0.0) for step in steps),
        remaining_seconds=remaining,
        planned_start=planned_start,
        starts_at=starts,
        ends_at=ends,
    )


def _together(standings: list[Standing]) -> Standing:
    """How an item stands whose steps stand so."""
    for standing in _STRONGEST_FIRST:
        if standing in standings:
            return standing
    return "passed_over"
