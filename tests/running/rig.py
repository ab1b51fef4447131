"""A meeting in a test: a clock that the test moves, a plan, and the events that the room would store."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from plcdesk.running.clock import ClockFold, ClockState, fold
from plcdesk.running.events import Event, EventKind
from plcdesk.running.plan import ItemKind, Plan, PlanStep
from plcdesk.running.times import Instant

TEN_FIFTY = datetime(2026, 11, 24, 10, 50, tzinfo=UTC)


class FakeClock:
    """The machine's clocks, moved by hand."""

    def __init__(self, wall: datetime = TEN_FIFTY) -> None:
        self.wall = wall
        self.monotonic = 1000.0
        self.session = "first"

    def __call__(self) -> Instant:
        return Instant(self.wall, self.monotonic, self.session)

    def wait(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)
        self.monotonic += seconds

    def restart(self, seconds: float) -> None:
        """The process is killed and started again `seconds` later; its monotonic clock means nothing now."""
        self.wall += timedelta(seconds=seconds)
        self.monotonic = 7.0
        self.session += "+"

    def set_wall(self, seconds: float) -> None:
        """Somebody sets the system clock."""
        self.wall += timedelta(seconds=seconds)


class Run:
    """A meeting that runs."""

    def __init__(self, plan: Plan, clock: FakeClock | None = None) -> None:
        self.plan = plan
        self.clock = clock or FakeClock()
        self.events: list[Event] = []

    def record(
        self,
        kind: EventKind,
        step: str | None = None,
        *,
        member: str | None = None,
        seconds: int | None = None,
        reason: str | None = None,
    ) -> None:
        event = Event(len(self.events) + 1, kind, self.clock(), step, member, seconds, reason)
        self.events.append(event)

    def start(self) -> "Run":
        self.record("started", self.plan.steps[0].key if self.plan.steps else None)
        return self

    def wait(self, seconds: float) -> "Run":
        self.clock.wait(seconds)
        return self

    def next(self, reason: str = "next") -> "Run":
        self.record("went_to", self.state().next_key, reason=reason)
        return self

    def back(self) -> "Run":
        self.record("went_to", self.state().previous_key, reason="back")
        return self

    def state(self, last_seen: Instant | None = None) -> ClockState:
        return fold(self.plan, self.events, self.clock(), last_seen)

    def ticking(self) -> ClockFold:
        return ClockFold(self.plan, self.events)


def step(
    key: str,
    minutes: float = 5,
    item: str | None = None,
    kind: ItemKind = "topic",
    **other: object,
) -> PlanStep:
    item = item or key
    made = PlanStep(
        key=key,
        item_id=item,
        step_id=None,
        title=key.capitalize(),
        item_title=item.capitalize(),
        kind=kind,
        seconds=int(minutes * 60),
        floor_seconds=60,
        item_kind=kind,
    )
    return replace(made, **other)  # type: ignore[arg-type]


def weekly(start: datetime = TEN_FIFTY, minutes: int = 45) -> Plan:
    """The meeting of the pictures: 45 minutes from 10:50."""
    atlas: dict[str, object] = {"item": "atlas", "kind": "protocol"}
    return Plan(
        (
            step("opening", 5, kind="opening"),
            step("ready", 3, **atlas),  # type: ignore[arg-type]
            step("describe", 7, **atlas),  # type: ignore[arg-type]
            step("interpret", 6, **atlas),  # type: ignore[arg-type]
            step("implications", 7, **atlas),  # type: ignore[arg-type]
            step("debrief", 3, protected=True, **atlas),  # type: ignore[arg-type]
            step("decide", 9, kind="decision"),
            step("wrap", 5, kind="wrap_up", protected=True),
        ),
        planned_start=start,
        planned_end=start + timedelta(minutes=minutes),
    )
