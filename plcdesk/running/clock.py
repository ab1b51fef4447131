"""The meeting clock: what stored events and the present moment make of the plan.

State = plan + events + now, and nothing else; so a process that was killed resumes to the second, and a test
moves a clock of its own. A step never ends by itself: it runs over until somebody goes on.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from plcdesk.running.events import Event
from plcdesk.running.plan import Plan, PlanStep
from plcdesk.running.progress import Pause, Progress, Status
from plcdesk.running.times import Instant, seconds_between

Level = Literal["calm", "warn", "urgent", "over"]
WARN_FRACTION = 0.20
URGENT_FRACTION = 0.05


@dataclass(frozen=True, slots=True)
class ClockState:
    """The meeting at one moment. Seconds are exact; screens round them.

    `elapsed` holds every step that was ever entered, also those that the plan has lost since; `planned` holds
    the plan's steps with what they were extended by. `left` and `fraction_left` fall below 0 when the step
    runs over. `behind` is negative when ahead, and None without a planned end. `total` counts from the start
    with pauses; `turn_elapsed` counts since the turn in the current step's round last changed.
    """

    status: Status
    at: Instant
    plan: Plan
    step: PlanStep | None
    next_key: str | None
    previous_key: str | None
    elapsed: Mapping[str, float]
    planned: Mapping[str, int]
    done: frozenset[str]
    skipped: frozenset[str]
    began: Mapping[str, datetime]
    finished: Mapping[str, datetime]
    current_elapsed: float
    turn_elapsed: float
    left: float
    level: Level
    started_at: datetime | None
    ended_at: datetime | None
    total: float
    paused: float
    pauses: tuple[Pause, ...]
    wrapping_up: bool
    expected_end: datetime

    @property
    def current(self) -> str | None:
        """The key of the step that is on; after the end, of the last one."""
        return self.step.key if self.step is not None else None

    @property
    def current_planned(self) -> int:
        """The seconds planned for the current step, extensions included; 0 without one."""
        return self.planned[self.step.key] if self.step is not None else 0

    @property
    def fraction_left(self) -> float:
        """How much of the current step is left: 1 at its start, 0 at its planned end, negative when over."""
        return _fraction(self.left, self.current_planned)

    @property
    def pause_reason(self) -> str | None:
        """Why the meeting is paused now (may be empty); None while it is not."""
        return self.pauses[-1].reason if self.status == "paused" else None

    @property
    def pause_elapsed(self) -> float:
        """How long the pause that is on has lasted; 0 while there is none."""
        return self.pauses[-1].seconds if self.status == "paused" else 0.0

    @property
    def pause_left(self) -> float | None:
        """The seconds until a pause that is on is meant to be over, negative after; None if nobody said."""
        pause = self.pauses[-1] if self.status == "paused" else None
        return None if pause is None or pause.length is None else pause.length - pause.seconds

    @property
    def behind(self) -> float | None:
        """Seconds that the meeting will end after its planned end; negative when ahead."""
        if self.plan.planned_end is None:
            return None
        return (self.expected_end - self.plan.planned_end).total_seconds()

    @property
    def behind_minutes(self) -> int:
        """`behind` as people say it, in whole minutes, halves up; 0 without a planned end."""
        return rounded_minutes(self.behind or 0.0)

    def remaining(self, key: str) -> float:
        """The seconds that a step will still need if it keeps to its time; 0 if it is done or left out."""
        if self.status == "ended" or key in self.done or key in self.skipped:
            return 0.0
        return max(0.0, self.planned.get(key, 0) - self.elapsed.get(key, 0.0))

    def shortest_change(self, seconds: int) -> int:
        """`seconds`, or as much of it as the current step can lose without planning less than no time."""
        return max(seconds, -self.current_planned)


def rounded_minutes(seconds: float) -> int:
    """Whole minutes, halves up, so that 30 seconds late is 1 minute late."""
    return int((seconds + 30.0) // 60)


def fold(plan: Plan, events: Iterable[Event], now: Instant, last_seen: Instant | None = None) -> ClockState:
    """The state at `now` after all `events`, in their order.

    `last_seen` is the latest heartbeat: after a crash the time up to it is reckoned by the monotonic clock.
    """
    clock = ClockFold(plan)
    for event in events:
        clock.add(event)
    return clock.state(now, last_seen)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the meeting stands in the plan: all that changes only with an event or with the plan."""

    key: str
    step: PlanStep | None
    next_key: str | None
    previous_key: str | None
    elapsed: dict[str, float]
    planned: dict[str, int]
    done: frozenset[str]
    skipped: frozenset[str]
    began: dict[str, datetime]
    finished: dict[str, datetime]
    current_elapsed: float
    turn_began: float
    seconds_after: float
    paused: float
    total: float


class ClockFold:
    """The same as `fold`, for a clock that ticks: between two events, a tick costs microseconds."""

    def __init__(self, plan: Plan, events: Iterable[Event] = ()) -> None:
        self._plan = plan
        self._events: list[Event] = []
        self._progress = Progress()
        self._place: _Place | None = None
        for event in events:
            self.add(event)

    @property
    def events(self) -> tuple[Event, ...]:
        """What was taken in, in order."""
        return tuple(self._events)

    def add(self, event: Event) -> None:
        """Take in one more event, which came after all others."""
        first = self._plan.steps[0].key if self._plan.steps else None
        self._events.append(event)
        self._progress.take_in(event, first)
        self._place = None

    def catch_up(self, events: Sequence[Event]) -> None:
        """Take in the events of the store: only the new ones, or all anew when one was undone."""
        known = len(self._events)
        if list(events[:known]) != self._events:
            self._start_over()
            known = 0
        for event in events[known:]:
            self.add(event)

    def use_plan(self, plan: Plan) -> None:
        """Go on with the agenda as it is now."""
        events = self._events
        self._plan = plan
        self._start_over()
        for event in events:
            self.add(event)

    def _start_over(self) -> None:
        self._events = []
        self._progress = Progress()
        self._place = None

    def state(self, now: Instant, last_seen: Instant | None = None) -> ClockState:
        """The state at `now`; see `fold`."""
        if self._place is None:
            self._place = _find_place(self._plan, self._progress)
        return _state(self._plan, self._progress, self._place, now, last_seen)


def _find_place(plan: Plan, progress: Progress) -> _Place:
    position = {step.key: index for index, step in reversed(list(enumerate(plan.steps)))}
    planned = {step.key: max(0, step.seconds + progress.extended.get(step.key, 0)) for step in plan.steps}
    closed = progress.done | progress.skipped
    elapsed = dict(progress.elapsed)
    index = None
    if progress.started is not None:
        index = _current_index(plan, position, progress)
    step = plan.steps[index] if index is not None else None
    if step is not None and progress.visit is not None and progress.visit.key != step.key:
        # The plan lost the step that the clock went to: the time since then is that of the step that is on.
        elapsed[progress.visit.key] = elapsed.get(progress.visit.key, 0.0) - progress.visit.seconds
        elapsed[step.key] = elapsed.get(step.key, 0.0) + progress.visit.seconds
    after = plan.steps[index + 1 if index is not None else 0 :]
    open_after = [later for later in after if later.key not in closed]
    key = step.key if step is not None else progress.visit.key if progress.visit is not None else ""
    return _Place(
        key=key,
        step=step,
        next_key=open_after[0].key if open_after else None,
        previous_key=plan.steps[index - 1].key if index else None,
        elapsed=elapsed,
        planned=planned,
        done=frozenset(progress.done - {key}),
        skipped=frozenset(progress.skipped - {key}),
        began=dict(progress.began),
        finished=dict(progress.left),
        current_elapsed=elapsed.get(key, 0.0),
        turn_began=progress.turn_began.get(key, 0.0),
        seconds_after=sum(max(0.0, planned[s.key] - elapsed.get(s.key, 0.0)) for s in open_after),
        paused=sum(pause.seconds for pause in progress.pauses),
        total=sum(progress.elapsed.values()) + sum(pause.seconds for pause in progress.pauses),
    )


def _current_index(plan: Plan, position: Mapping[str, int], progress: Progress) -> int | None:
    """Where the clock stands. If the plan lost that step: the first open one from the last that it has on."""
    if not plan.steps:
        return None
    closed = progress.done | progress.skipped
    for back, key in enumerate(reversed(progress.visited)):
        index = position.get(key)
        if index is None:
            continue
        if back == 0:
            return index
        later = range(index, len(plan.steps))
        return next((i for i in later if plan.steps[i].key not in closed), len(plan.steps) - 1)
    return next((i for i, step in enumerate(plan.steps) if step.key not in closed), len(plan.steps) - 1)


def _seconds_open(progress: Progress, now: Instant, last_seen: Instant | None) -> float:
    """The seconds since the last event; 0 before the start and after the end."""
    if progress.mark is None or progress.status == "ended":
        return 0.0
    mark = progress.mark
    if last_seen is None or last_seen.session != mark.session or mark.session == now.session:
        return seconds_between(mark, now)
    if last_seen.monotonic <= mark.monotonic:
        return seconds_between(mark, now)
    return seconds_between(mark, last_seen) + seconds_between(last_seen, now)


def _state(
    plan: Plan, progress: Progress, place: _Place, now: Instant, last_seen: Instant | None
) -> ClockState:
    since = _seconds_open(progress, now, last_seen)
    running = progress.status == "running"
    current = place.current_elapsed + (since if running else 0.0)
    elapsed = {**place.elapsed, place.key: current} if running else place.elapsed
    pauses = tuple(progress.pauses)
    left = place.planned[place.key] - current if place.step is not None else 0.0
    if progress.status == "paused":
        pauses = (*pauses[:-1], replace(pauses[-1], seconds=pauses[-1].seconds + since))
    ended = progress.ended.wall if progress.ended is not None else None
    needed = place.seconds_after + max(0.0, left)
    if progress.status == "paused" and pauses[-1].length is not None:
        needed += max(0.0, pauses[-1].length - pauses[-1].seconds)
    return ClockState(
        status=progress.status,
        at=now,
        plan=plan,
        step=place.step,
        next_key=place.next_key,
        previous_key=place.previous_key,
        elapsed=elapsed,
        planned=place.planned,
        done=place.done,
        skipped=place.skipped,
        began=place.began,
        finished=place.finished,
        current_elapsed=current,
        turn_elapsed=max(0.0, current - place.turn_began),
        left=left,
        level=_level(left, place),
        started_at=progress.started.wall if progress.started is not None else None,
        ended_at=ended,
        total=place.total + since,
        paused=place.paused + (since if progress.status == "paused" else 0.0),
        pauses=pauses,
        wrapping_up=progress.wrapping_up,
        expected_end=ended if ended is not None else now.wall + timedelta(seconds=needed),
    )


def _fraction(left: float, planned: int) -> float:
    return left / planned if planned > 0 else min(0.0, left)


def _level(left: float, place: _Place) -> Level:
    if place.step is None:
        return "calm"
    if left <= 0:
        return "over"
    fraction = _fraction(left, place.planned[place.step.key])
    if fraction <= URGENT_FRACTION:
        return "urgent"
    return "warn" if fraction <= WARN_FRACTION else "calm"
