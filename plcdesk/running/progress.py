"""What has happened so far: stored events, taken in one by one."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Literal

from plcdesk.running.events import Event
from plcdesk.running.times import Instant, seconds_between

Status = Literal["planned", "running", "paused", "ended"]


@dataclass(frozen=True, slots=True)
class Pause:
    """A pause: why (may be empty), when it began (UTC) and the seconds that it lasted, or has so far.

    `length` are the seconds that it was meant to last, None if nobody said.
    """

    reason: str
    began: datetime
    seconds: float
    length: int | None = None

    @property
    def back_at(self) -> datetime | None:
        """When it was meant to be over (UTC)."""
        return None if self.length is None else self.began + timedelta(seconds=self.length)


@dataclass(slots=True)
class Visit:
    """The stay at one step since the clock last went there."""

    key: str
    seconds: float = 0.0


@dataclass(slots=True)
class Progress:
    """The tally of the events so far. It knows no plan: a step that the plan has lost keeps the time it took.

    `mark` is the moment of the last event; the time since then belongs to whoever asks for the state.
    """

    status: Status = "planned"
    mark: Instant | None = None
    started: Instant | None = None
    ended: Instant | None = None
    visit: Visit | None = None
    visited: list[str] = field(default_factory=list[str])
    elapsed: dict[str, float] = field(default_factory=dict[str, float])
    extended: dict[str, int] = field(default_factory=dict[str, int])
    turn_began: dict[str, float] = field(default_factory=dict[str, float])
    began: dict[str, datetime] = field(default_factory=dict[str, datetime])
    left: dict[str, datetime] = field(default_factory=dict[str, datetime])
    done: set[str] = field(default_factory=set[str])
    skipped: set[str] = field(default_factory=set[str])
    pauses: list[Pause] = field(default_factory=list[Pause])
    wrapping_up: bool = False

    def take_in(self, event: Event, first_step: str | None) -> None:
        """Take in the next event. `first_step` is where a start that names no step begins."""
        if event.kind == "extended":
            self._extend(event)
        if event.kind == "stopped":
            self._stop(event)
            return
        if self.started is None:
            if event.kind == "started":
                self._start(event, event.step or first_step or "")
        elif self.status != "ended" or event.kind == "resumed":
            self._pass_time_until(event.at)
            self._act(event)

    def _act(self, event: Event) -> None:
        match event.kind:
            case "went_to":
                self._go(event)
            case "speaker":
                self._turn(event)
            case "paused":
                self._pause(event)
            case "resumed":
                self.status, self.ended = "running", None
            case "wrapping_up":
                self._go(event)
                self.wrapping_up = True
            case "ended":
                self._end(event)
            case _:
                pass  # what is left only passes the time

    def _start(self, event: Event, step: str) -> None:
        self.status = "running"
        self.started = self.mark = event.at
        self._enter(step, event.at)

    def _extend(self, event: Event) -> None:
        if event.step is not None and event.seconds is not None:
            self.extended[event.step] = self.extended.get(event.step, 0) + event.seconds

    def _stop(self, event: Event) -> None:
        """Time that had counted for a step was a pause: it is no moment of its own, so the clock stays put."""
        key, seconds = event.step, float(event.seconds or 0)
        if key is None or key not in self.elapsed:
            return
        self.elapsed[key] -= seconds
        if self.visit is not None and self.visit.key == key:
            self.visit.seconds -= seconds
        began = event.at.wall - timedelta(seconds=seconds)
        answered_late = self.mark is not None and self.mark.wall > event.at.wall
        if answered_late and self.turn_began.get(key, 0.0) > self.elapsed[key]:
            self.turn_began[key] -= seconds  # that turn began after the stop
        place = len(self.pauses) - (1 if self.status == "paused" else 0)  # a pause that is on stays the last
        self.pauses.insert(place, Pause(event.reason or "", began, seconds))

    def _pass_time_until(self, moment: Instant) -> None:
        """Give the time since the last event to the step, or to the pause, that it was spent in."""
        seconds = seconds_between(self.mark, moment) if self.mark is not None else 0.0
        self.mark = moment
        if self.status == "running":
            if self.visit is not None:
                self.visit.seconds += seconds
                self.elapsed[self.visit.key] = self.elapsed.get(self.visit.key, 0.0) + seconds
        elif self.status == "ended" and self.ended is not None:  # taken up again: it had been a break
            self.pauses.append(Pause("", self.ended.wall, seconds))
        else:
            pause = self.pauses[-1]
            self.pauses[-1] = replace(pause, seconds=pause.seconds + seconds)

    def _enter(self, key: str, at: Instant) -> None:
        self.visit = Visit(key)
        self.visited.append(key)
        self.elapsed.setdefault(key, 0.0)
        self.turn_began.setdefault(key, 0.0)
        self.began.setdefault(key, at.wall)
        self.done.discard(key)
        self.skipped.discard(key)

    def _go(self, event: Event) -> None:
        if event.step is None:
            return
        if event.reason == "back":
            self.wrapping_up = False
        if event.reason == "again":
            self.turn_began[event.step] = self.elapsed.get(event.step, 0.0)
        if self.visit is not None:
            if self.visit.key == event.step:
                return
            self._leave(self.visit.key, event)
        self._enter(event.step, event.at)

    def _leave(self, key: str, event: Event) -> None:
        self.left[key] = event.at.wall
        if event.reason == "skip":
            self.skipped.add(key)
        elif event.reason != "back":
            self.done.add(key)

    def _pause(self, event: Event) -> None:
        if self.status == "running":
            self.status = "paused"
            self.pauses.append(Pause(event.reason or "", event.at.wall, 0.0, event.seconds))
        elif event.reason:
            self.pauses[-1] = replace(self.pauses[-1], reason=event.reason)

    def _turn(self, event: Event) -> None:
        key = event.step or (self.visit.key if self.visit is not None else None)
        if key is not None:
            self.turn_began[key] = self.elapsed.get(key, 0.0)

    def _end(self, event: Event) -> None:
        if self.visit is not None:
            self.left[self.visit.key] = event.at.wall
        self.status = "ended"
        self.ended = event.at
