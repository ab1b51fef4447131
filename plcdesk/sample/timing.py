"""How a meeting of the sample went by the clock: when each step began and ended, and the events of that."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from plcdesk.running.events import EventKind
from plcdesk.sample.rows import Rows
from plcdesk.sample.scripts import Said
from plcdesk.store.tables import ClockEvent
from plcdesk.store.work import iso

INTERRUPTIONS = ("Fire drill", "Announcement", "A parent at the door", "The projector")


@dataclass(frozen=True)
class Stop:
    """A step that the clock comes to, or an item without steps, and what is said there.

    `kinds` are the kinds that the step writes down, with its own words for them.
    """

    key: str
    item_id: str
    minutes: int
    protected: bool = False
    is_round: bool = False
    wrap_up: bool = False
    kinds: dict[str, str | None] = field(default_factory=dict[str, str | None])
    said: Said = field(default_factory=Said)


@dataclass(frozen=True)
class Stay:
    """A stop with its time; UTC."""

    stop: Stop
    began: datetime
    ended: datetime


@dataclass(frozen=True)
class Course:
    """How the meeting went: the stays in their order, and an interruption within one of them."""

    stays: tuple[Stay, ...]
    pause: tuple[int, datetime, datetime, str] | None = None

    @property
    def began(self) -> datetime:
        return self.stays[0].began

    @property
    def ended(self) -> datetime:
        return self.stays[-1].ended


def course_of(stops: Sequence[Stop], planned_start: datetime, minutes: int, chance: random.Random) -> Course:
    """Let a meeting take its course: it begins a little late, and ends within a few minutes of its time."""
    start = planned_start + timedelta(seconds=chance.randint(5, 170))
    room = planned_start + timedelta(minutes=minutes, seconds=chance.randint(-180, 130)) - start
    lengths = [stop.minutes * 60 * chance.uniform(0.85, 1.25) for stop in stops]
    fixed = sum(length for stop, length in zip(stops, lengths, strict=True) if stop.protected)
    open_ended = sum(lengths) - fixed
    if fixed + open_ended > room.total_seconds():
        share = max(0.5, (room.total_seconds() - fixed) / open_ended)
        lengths = [
            length if stop.protected else length * share for stop, length in zip(stops, lengths, strict=True)
        ]
    interrupted = chance.randrange(len(stops)) if chance.random() < 0.12 else None
    stays: list[Stay] = []
    pause = None
    at = start
    for place, (stop, length) in enumerate(zip(stops, lengths, strict=True)):
        began, at = at, at + timedelta(seconds=round(length, 2))
        if place == interrupted:
            paused = began + (at - began) / 2
            at += timedelta(seconds=chance.randint(40, 150))
            pause = (place, paused, paused + (at - began) / 4, chance.choice(INTERRUPTIONS))
        stays.append(Stay(stop, began, at))
    return Course(tuple(stays), pause)


@dataclass
class _Events:
    rows: Rows
    meeting_id: str
    session: str
    booted: datetime
    seq: int = field(default=0)

    def add(self, kind: EventKind, at: datetime, **values: Any) -> None:
        self.seq += 1
        row = {
            "meeting_id": self.meeting_id,
            "seq": self.seq,
            "kind": kind,
            "step": None,
            "member_id": None,
            "seconds": None,
            "reason": None,
            "wall": iso(at),
            "monotonic": round((at - self.booted).total_seconds(), 3),
            "session": self.session,
        }
        self.rows.add(ClockEvent, row | values)


def write_events(rows: Rows, meeting_id: str, course: Course, speakers: Sequence[str]) -> None:
    """Write the clock's events for a course; `speakers` are the ids of those present, in their order."""
    chance = rows.chance
    events = _Events(
        rows, meeting_id, rows.new_id(), course.began - timedelta(minutes=chance.randint(30, 300))
    )
    for place, stay in enumerate(course.stays):
        if place == 0:
            events.add("started", stay.began, step=stay.stop.key)
        elif stay.stop.wrap_up:
            events.add("wrapping_up", stay.began, step=stay.stop.key)
        else:
            events.add("went_to", stay.began, step=stay.stop.key, reason="next")
        if course.pause is not None and course.pause[0] == place:
            _, paused, resumed, reason = course.pause
            events.add("paused", paused, reason=reason)
            events.add("resumed", resumed)
        elif stay.stop.is_round:
            _speak_in_turn(events, stay, speakers)
        else:
            _extend(events, stay)
    events.add("ended", course.ended)


def _speak_in_turn(events: _Events, stay: Stay, speakers: Sequence[str]) -> None:
    share = (stay.ended - stay.began) / (len(speakers) + 1)
    for place, member_id in enumerate(speakers, 1):
        events.add(
            "speaker", stay.began + share * place, step=stay.stop.key, member_id=member_id, reason="next"
        )


def _extend(events: _Events, stay: Stay) -> None:
    """Whoever runs over by more than a minute sometimes gives the step that minute."""
    planned = timedelta(minutes=stay.stop.minutes)
    over = stay.ended - stay.began - planned
    if over > timedelta(minutes=1) and events.rows.chance.random() < 0.5:
        minutes = over // timedelta(minutes=1)
        events.add("extended", stay.began + planned, step=stay.stop.key, seconds=minutes * 60)
