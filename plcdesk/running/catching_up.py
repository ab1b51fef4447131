"""Fitting what is left of a meeting that is behind: what each step has now and would have, and the new end.

All steps to come give in proportion to their time, none below its floor; protected steps, opening and wrap-up
give nothing. The turns of one loop give the same, so that each presenter keeps an equal share.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from plcdesk.running.clock import ClockState, rounded_minutes
from plcdesk.running.lateness import ELASTIC_ITEMS, LEAST_STEP_SECONDS
from plcdesk.running.plan import PlanStep

if TYPE_CHECKING:
    from plcdesk.library.fitted import Fitted


@dataclass(frozen=True, slots=True)
class StepChange:
    """A step before and after, in seconds; `kept` ones never give time, a `left_out` one does not happen."""

    key: str
    item_id: str
    title: str
    item_title: str
    before: int
    after: int
    kept: bool = False
    left_out: bool = False

    @property
    def changes(self) -> bool:
        return self.before != self.after or self.left_out


@dataclass(frozen=True, slots=True)
class ShortForm:
    """The short form that an item's protocol would take for its steps to come."""

    item_id: str
    form: str
    name: str
    left_out: tuple[str, ...]
    fitted: "Fitted"


@dataclass(frozen=True, slots=True)
class CatchUp:
    """What can be agreed on in one: the steps to come, and the current one if its time changes.

    `minutes` are won back, `still_behind` are not. Ends are UTC. `events` are the seconds by which each step is
    to be extended (negative: shortened).
    """

    steps: tuple[StepChange, ...]
    minutes: int
    still_behind: int
    end_before: datetime
    end_after: datetime
    events: tuple[tuple[str, int], ...]
    short_form: ShortForm | None = None

    @property
    def changed(self) -> tuple[StepChange, ...]:
        """The steps that would have another time than now."""
        return tuple(step for step in self.steps if step.changes)


@dataclass(slots=True)
class _Together:
    """Steps that give alike: the turns of one step in a loop, or a step alone."""

    steps: list[PlanStep] = field(default_factory=list[PlanStep])
    wanted: float = 0.0  # seconds that one of them still has to come
    most: int = 0  # whole minutes that each can give
    given: int = 0

    @property
    def times(self) -> int:
        return len(self.steps)


def minutes_behind(state: ClockState) -> int:
    """The whole minutes to win back: behind the planned end, else the overrun of the step that is on."""
    if state.plan.planned_end is not None:
        return max(0, state.behind_minutes)
    return rounded_minutes(max(0.0, -state.left))


def catch_up(state: ClockState) -> CatchUp | None:
    """What would bring a running meeting back in time, or nearer to it; None when nothing can or has to."""
    if state.status != "running" or state.step is None:
        return None
    wanted = minutes_behind(state)
    coming = steps_to_come(state)
    given = give(state, coming, wanted)
    won = sum(given.values())
    if won <= 0:
        return None
    seconds = with_overrun(state, {key: -60 * minutes for key, minutes in given.items()}, won)
    shown = (state.step, *coming) if state.step.key in seconds else coming
    end = end_in_minutes(state)
    return CatchUp(
        steps=tuple(change_of(step, state, seconds.get(step.key, 0)) for step in shown),
        minutes=won,
        still_behind=wanted - won,
        end_before=end,
        end_after=end - timedelta(minutes=won),
        events=tuple(seconds.items()),
    )


def steps_to_come(state: ClockState) -> tuple[PlanStep, ...]:
    """The open steps after the current one, in order."""
    keys = [step.key for step in state.plan.steps]
    if state.current not in keys:
        return ()
    after = state.plan.steps[keys.index(state.current) + 1 :]
    return tuple(step for step in after if step.key not in state.done and step.key not in state.skipped)


def give(state: ClockState, coming: Iterable[PlanStep], wanted: int) -> dict[str, int]:
    """The whole minutes, by key, that `coming` and what is left of the current step give of those wanted."""
    takers = [state.step] if state.step is not None and state.left > 0 else []
    groups = _together([*takers, *coming], state)
    left = min(wanted, sum(group.most * group.times for group in groups))
    while left > 0:
        able = [group for group in groups if group.given < group.most and group.times <= left]
        if not able:
            break
        # Always from the one that has given the smallest part of its time: so all shrink in proportion.
        group = min(able, key=lambda group: (group.given + 0.5) / group.wanted)
        group.given += 1
        left -= group.times
    return {step.key: group.given for group in groups for step in group.steps if group.given}


def with_overrun(state: ClockState, seconds: dict[str, int], won: int) -> dict[str, int]:
    """`seconds`, and for a current step that runs over the time that it took, as far as it was won back."""
    taken = 60 * min(won, rounded_minutes(max(0.0, -state.left)))
    if state.step is None or taken <= 0:
        return seconds
    return {state.step.key: taken, **seconds}


def change_of(step: PlanStep, state: ClockState, seconds: int) -> StepChange:
    """A step with `seconds` more or (negative) less."""
    before = state.planned.get(step.key, 0)
    kept = step.protected or step.item_kind not in ELASTIC_ITEMS
    return StepChange(
        step.key, step.item_id, step.title, step.item_title, before, before + seconds, kept and not seconds
    )


def end_in_minutes(state: ClockState) -> datetime:
    """When the meeting will end as things stand (UTC), in whole minutes from its planned end."""
    if state.plan.planned_end is None:
        return state.expected_end
    return state.plan.planned_end + timedelta(minutes=state.behind_minutes)


def _together(steps: Iterable[PlanStep], state: ClockState) -> list[_Together]:
    found: dict[tuple[str, str], _Together] = {}
    for step in steps:
        used = state.elapsed.get(step.key, 0.0)
        alike = step.step_id if step.turns and not used and step.step_id else step.key
        planned = state.planned.get(step.key, 0)
        most = _most(step, planned, used)
        group = found.setdefault((step.item_id, alike), _Together([], planned - used, most))
        group.steps.append(step)
        group.most = min(group.most, most)
    return [group for group in found.values() if group.most > 0]


def _most(step: PlanStep, planned: int, used: float) -> int:
    """The whole minutes that a step can give without falling below its floor or what it has used."""
    if step.protected or step.item_kind not in ELASTIC_ITEMS:
        return 0
    return max(0, int((planned - max(step.floor_seconds, LEAST_STEP_SECONDS, used)) // 60))
