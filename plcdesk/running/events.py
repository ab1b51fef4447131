"""What can happen to a running meeting's clock, as it is stored: one row each, never changed afterwards."""

from dataclasses import dataclass
from typing import Literal

from plcdesk.running.times import Instant

EventKind = Literal[
    "started",  # step: where it begins; without one, the first of the plan
    "went_to",  # step; reason: how
    "paused",  # reason: why, in the facilitator's words, or none; seconds: how long it is meant to last, or none
    "stopped",  # step, seconds before this moment that were no meeting after all; reason: why
    "resumed",  # also takes up a meeting that was ended too early
    "extended",  # step, seconds (may be negative)
    "speaker",  # step, member; reason: what happened to the turn
    "wrapping_up",  # step: the wrap-up item, if the agenda has one
    "ended",
    "seen",  # a heartbeat kept when the app is opened again after a crash; changes nothing but the reckoning
]
GoReason = Literal["next", "back", "skip", "again"]
TurnReason = Literal["next", "pass", "chosen"]


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened, in the order of `seq`.

    Reasons of `went_to`: 'next' leaves a done step, 'skip' one that is left out, 'back' one that will come
    again, 'again' starts the round of the same step anew.

    Reasons of `speaker`: for 'next' and 'pass', `member` is the one whose turn ended; for 'chosen', the one
    who gets the turn. So who has spoken never depends on who was present at that moment.
    """

    seq: int
    kind: EventKind
    at: Instant
    step: str | None = None
    member: str | None = None
    seconds: int | None = None
    reason: str | None = None
