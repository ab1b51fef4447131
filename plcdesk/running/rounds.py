"""Rounds: each person in turn, everyone once before anyone twice.

Whose turn it is follows from who is here now and from the turns that were taken, so somebody
who comes late or leaves only changes those two lists. The rules are those of `library.schema.Round`.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec

from plcdesk.library.schema import Round
from plcdesk.running.events import Event, TurnReason
from plcdesk.running.plan import PlanStep


@dataclass(frozen=True, slots=True)
class Circle:
    """Who sits in the round, by member id.

    `present`: everyone who is here, in seating order. `late`: those of them who came after the round began,
    in the order they came; their turn is at the end. `turn`: how often this round was held before, in the
    loop around the step (the index of the prompt or presenter), for rules that rotate or alternate. `seed`
    fixes a random order: the same seed and people give the same order.
    """

    present: tuple[str, ...]
    presenter: str | None = None
    facilitator: str | None = None
    late: tuple[str, ...] = ()
    turn: int = 0
    seed: str = ""


@dataclass(frozen=True, slots=True)
class Speaker:
    """What Next leads to: this member's turn, in the given time round."""

    member: str
    lap: int = 1


@dataclass(frozen=True, slots=True)
class EndOfRound:
    """What Next leads to: the round is over, so on to the next step."""


@dataclass(frozen=True, slots=True)
class TurnChange:
    """What to store as a `speaker` event (see `events.Event`)."""

    member: str
    reason: TurnReason


@dataclass(frozen=True, slots=True)
class RoundState:
    """A round at one moment.

    `order` is this time round's; `upcoming` those who still get a turn after the one who speaks, passers that
    are asked again included. `passed` are those who passed and have not spoken since. `speaking` is None when
    the round is over. `asked_again` says that the one who speaks had passed before. Times are in seconds.
    """

    order: tuple[str, ...]
    speaking: str | None
    upcoming: tuple[str, ...]
    spoken: tuple[str, ...]
    passed: tuple[str, ...]
    asked_again: bool
    lap: int
    next_lap_first: str | None
    seconds_each: int
    turn_elapsed: float
    may_pass: bool
    may_repeat: bool

    @property
    def over(self) -> bool:
        """Whether everyone has had their turn."""
        return self.speaking is None

    @property
    def goes_until_dry(self) -> bool:
        """Whether it goes round until nobody has anything new, and that has not come yet."""
        return self.next_lap_first is not None

    @property
    def next_speaker(self) -> str | None:
        """Who speaks after the one who does now; None when that is the last."""
        return self.upcoming[0] if self.upcoming else self.next_lap_first

    @property
    def turn_left(self) -> float:
        """What is left of the turn; negative when over."""
        return self.seconds_each - self.turn_elapsed

    def next(self) -> Speaker | EndOfRound:
        """What the Next button does, if the one who speaks now has spoken."""
        if self.upcoming:
            return Speaker(self.upcoming[0], self.lap)
        if self.next_lap_first is not None:
            return Speaker(self.next_lap_first, self.lap + 1)
        return EndOfRound()

    def finish_turn(self, reason: TurnReason = "next") -> TurnChange | None:
        """What to store when the one who speaks is done ('next') or passes; None when nobody speaks."""
        return TurnChange(self.speaking, reason) if self.speaking is not None else None

    def choose(self, member: str) -> tuple[TurnChange, ...]:
        """What to store to give `member` the turn out of order.

        Nothing when that cannot be: she is not in the round, speaks already, or has spoken while others wait.
        The one who was speaking has had her turn, unless it had barely begun.
        """
        if member not in self.order or member == self.speaking:
            return ()
        if self.speaking is None:
            return (TurnChange(member, "chosen"),)
        if member not in self.upcoming:
            return ()
        changes = [TurnChange(member, "chosen")]
        if self.turn_elapsed >= BARELY_BEGUN_SECONDS:
            changes.insert(0, TurnChange(self.speaking, "next"))
        return tuple(changes)


BARELY_BEGUN_SECONDS = 5.0


def round_rule(step: PlanStep, *, in_groups: bool = False) -> Round | None:
    """The rule of the step's round, or None for a step in which the room takes no turns one by one.

    Where groups are at it side by side, or group after group speaks, nobody can say whose turn it is unless the
    groups are known (`in_groups`). 'Others' speak: no presenter in it.
    """
    rule, speakers = step.round, ("everyone", "one-each", "others", *(("groups",) if in_groups else ()))
    if rule is None or step.speakers not in speakers or (step.side_by_side > 1 and not in_groups):
        return None
    if step.speakers == "others" and rule.presenter != "left-out":
        return msgspec.structs.replace(rule, presenter="left-out")
    return rule


def turns_of(step: str, events: Iterable[Event]) -> tuple[list[TurnChange], int]:
    """The turns taken in a step since its round last began, and how often it was begun again."""
    turns: list[TurnChange] = []
    again = 0
    current: str | None = None
    for event in events:
        if event.kind in ("started", "went_to"):
            current = event.step
            if event.step == step and event.reason == "again":
                turns.clear()
                again += 1
        elif event.kind == "speaker" and event.member is not None and (event.step or current) == step:
            if event.reason == "pass" or event.reason == "chosen":
                turns.append(TurnChange(event.member, event.reason))
            else:
                turns.append(TurnChange(event.member, "next"))
    return turns, again


def speaking_order(rule: Round, circle: Circle, lap: int = 1) -> tuple[str, ...]:
    """The order of one time round, by the rule; latecomers at the end, a presenter who is last after them."""
    late = tuple(dict.fromkeys(member for member in circle.late if member in circle.present))
    seats = [member for member in dict.fromkeys(circle.present) if member not in late]
    held_before = circle.turn + lap - 1
    if rule.direction == "reversed" or (rule.direction == "alternates" and held_before % 2 == 1):
        seats.reverse()
    order = [*_started(rule, circle, seats, held_before), *late]
    if rule.presenter != "included" and circle.presenter in order:
        order.remove(circle.presenter)
        if rule.presenter == "last":
            order.append(circle.presenter)
    return tuple(order)


def _started(rule: Round, circle: Circle, seats: list[str], held_before: int) -> list[str]:
    """The seats from the one who starts on."""
    if rule.starts == "random":
        # Each is drawn by herself, so that the others keep their order when somebody leaves.
        return sorted(seats, key=lambda member: _drawn(f"{circle.seed}|{held_before}|{member}"))
    start = 0
    if rule.starts == "rotates" and seats:
        start = held_before % len(seats)
    elif rule.starts == "left-of-presenter" and circle.presenter in seats:
        start = seats.index(circle.presenter) + 1
    elif rule.starts == "left-of-facilitator":
        left_of = circle.facilitator if circle.facilitator in seats else circle.presenter
        start = seats.index(left_of) + 1 if left_of in seats else 0
    return [*seats[start:], *seats[:start]]


def _drawn(ticket: str) -> bytes:
    return hashlib.sha256(ticket.encode()).digest()


class _Turns:
    """The turns of one time round, replayed: whom they leave to speak."""

    def __init__(self) -> None:
        self.spoken: list[str] = []
        self.passes: dict[str, int] = {}
        self.chosen: str | None = None

    def had_turn(self, member: str) -> bool:
        return member in self.spoken or member in self.passes

    def take_in(self, turn: TurnChange) -> None:
        if turn.reason == "chosen":
            self.chosen = turn.member
            return
        self.chosen = None
        if turn.reason == "pass":
            self.passes[turn.member] = self.passes.get(turn.member, 0) + 1
        elif turn.member not in self.spoken:
            self.spoken.append(turn.member)

    def waiting(self, order: Sequence[str], ask_passers: bool, last: str | None = None) -> list[str]:
        """Those who still get a turn, in order: who had none yet, then who passed once; `last` after them all."""
        waiting = [member for member in order if not self.had_turn(member)]
        if ask_passers:
            passers = [m for m in self.passes if self.passes[m] == 1 and m not in self.spoken and m in order]
            waiting += passers
        if last in waiting:
            waiting.remove(last)
            waiting.append(last)
        chosen = self.chosen
        if chosen is None or chosen not in order:
            return waiting
        if not waiting:
            return [chosen]  # everyone has spoken once, so somebody may speak twice
        if chosen in waiting:
            waiting.remove(chosen)
            waiting.insert(0, chosen)
        return waiting


def round_state(
    rule: Round,
    circle: Circle,
    turns: Sequence[TurnChange],
    *,
    seconds: int,
    seconds_each: int | None = None,
    turn_elapsed: float = 0.0,
    used: float = 0.0,
) -> RoundState:
    """Where the round stands after `turns` (see `turns_of`).

    `seconds` is the step's planned time, of which `used` were over when the turn that is on began;
    `seconds_each` the time each was given when it was planned, `turn_elapsed` comes from the clock's state.
    """
    dry = rule.until == "dry"
    ask_passers = rule.return_to_passers and not dry
    lap, now = _replay(turns, laps=dry)
    order = speaking_order(rule, circle, lap)
    last = circle.presenter if rule.presenter == "last" else None
    waiting = now.waiting(order, ask_passers, last)
    if dry and _ran_dry(order, turns):
        waiting = []
    elif dry and not waiting:
        lap, now = lap + 1, _Turns()
        waiting = list(order := speaking_order(rule, circle, lap))
    return RoundState(
        order=order,
        speaking=waiting[0] if waiting else None,
        upcoming=tuple(waiting[1:]),
        spoken=tuple(member for member in now.spoken if member in order),
        passed=tuple(member for member in now.passes if member in order and member not in now.spoken),
        asked_again=bool(waiting) and waiting[0] in now.passes,
        lap=lap,
        next_lap_first=next(iter(speaking_order(rule, circle, lap + 1)), None) if dry and waiting else None,
        seconds_each=_share(rule, seconds - used, seconds_each, len(waiting) or len(order)),
        turn_elapsed=turn_elapsed,
        may_pass=rule.may_pass,
        may_repeat=rule.until != "once",
    )


def _replay(turns: Iterable[TurnChange], laps: bool) -> tuple[int, _Turns]:
    """The time round that is on, from 1, and its turns. With `laps`, a second turn begins the next one."""
    lap, now = 1, _Turns()
    for turn in turns:
        if laps and now.had_turn(turn.member):
            lap, now = lap + 1, _Turns()
        now.take_in(turn)
    return lap, now


def _ran_dry(order: Sequence[str], turns: Iterable[TurnChange]) -> bool:
    """Whether everyone in turn has passed since anyone last spoke."""
    latest = {turn.member: turn.reason for turn in turns if turn.reason != "chosen"}
    return all(latest.get(member) == "pass" for member in order)


def _share(rule: Round, seconds_left: float, seconds_each: int | None, people: int) -> int:
    """The time of one turn: what is left, in equal shares among those who still speak.

    Nobody gets less than the protocol's least, nor more than the time that it gives to each. Nobody knows how
    many turns a round until dry takes: there the planned time holds.
    """
    if rule.until == "dry":
        planned = seconds_each or rule.seconds
        if planned:
            return planned
    if not people:
        return 0
    most = min(rule.seconds or 86_400, rule.ceiling_seconds or 86_400)
    return max(min(int(seconds_left // people), most), min(rule.floor_seconds, most), 1)
