"""A protocol laid out for a team: each step with its own and its least minutes, and how often it runs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import Literal

from plcdesk.library.people import Setting, people_in_a_group, people_inside, speakers_in, turns_of
from plcdesk.library.schema import QUIET_KINDS, Protocol, Step
from plcdesk.library.steps import find_form, round_of
from plcdesk.text import tr

Give = Literal["kept", "optional", "range", "open", "round"]
"""What a step gives when time is short, in the order of cuts (research, section 2): optional steps first, then
ranges, then open steps by one factor, then rounds; what is kept gives nothing."""

TALK_KINDS = frozenset({"open", "groups", "pairs", "fishbowl", "protocol"})
FLOOR_CAPTURES = frozenset({"clarifying_question", "process_note", "takeaway"})
CUTTABLE = frozenset({"prompts", "items", "stations", "turns"})
GROWING = frozenset({"items", "turns"})
CHANGE_OVER = "_change-over"


@dataclass(frozen=True)
class Part:
    """A step that takes time. `own` is its usual time, `floor` its least; whole minutes.

    `side_by_side` says how many groups are at it at the same time, each by itself.
    """

    step_id: str
    title: str
    kind: str
    own: int
    floor: int
    ceiling: int | None
    give: Give
    times: int
    speakers: int = 0
    floor_seconds: int = 0
    ceiling_seconds: int | None = None
    optional: bool = False
    protected: bool = False
    side_by_side: int = 1

    @property
    def talk(self) -> bool:
        """Whether it is open talk, which takes what is left over."""
        return self.kind in TALK_KINDS and self.give != "kept"


@dataclass(frozen=True)
class Layout:
    """The steps that run, with the number of turns of each loop by its id."""

    parts: tuple[Part, ...]
    turns: Mapping[str, int] = field(default_factory=dict[str, int])

    @property
    def own(self) -> int:
        """The total when each step has its own time."""
        return sum(part.own * part.times for part in self.parts)

    @property
    def floor(self) -> int:
        """The least total that leaves the protocol its nature."""
        return sum(part.floor * part.times for part in self.parts)


@dataclass(frozen=True)
class Choice:
    """What a layout leaves out: optional steps by id, and loops that run another number of turns."""

    without: frozenset[str] = frozenset()
    turns: Mapping[str, int] = field(default_factory=dict[str, int])


def lay_out(protocol: Protocol, setting: Setting, choice: Choice) -> Layout:
    """Lay out a protocol (already in its form) for a team."""
    builder = _Builder(protocol, setting, choice)
    builder.add(protocol.steps, people_in_a_group(protocol, setting), 1)
    return Layout(tuple(builder.parts), builder.turns)


def runs(step: Step, setting: Setting, without: frozenset[str]) -> bool:
    """Whether a step happens at all: not the first-time ones later on, nor reading that was done before."""
    if step.id in without:
        return False
    if step.when == "first-time":
        return setting.first_time
    return not (step.when == "not-prepared" and setting.prepared)


class _Builder:
    def __init__(self, protocol: Protocol, setting: Setting, choice: Choice) -> None:
        self.protocol = protocol
        self.setting = setting
        self.choice = choice
        self.parts: list[Part] = []
        self.turns: dict[str, int] = {}
        form = find_form(protocol, setting.form) if setting.form else None
        self.together = frozenset(form.together) if form is not None else frozenset[str]()

    def add(self, steps: Sequence[Step], size: int, times: int) -> None:
        for step in steps:
            if not runs(step, self.setting, self.choice.without):
                continue
            here = self.setting.people if step.id in self.together else size
            if step.repeat is None:
                speakers = speakers_in(step, here, self.protocol, self.setting)
                groups = ceil(self.setting.people / here)
                self.parts.append(part_of(step, speakers, times, groups))
            else:
                self._add_loop(step, here, times)

    def _add_loop(self, loop: Step, size: int, times: int) -> None:
        inside = people_inside(loop, size, self.setting)
        turns = self.choice.turns.get(loop.id) or turns_of(loop, inside, self.protocol, self.setting)
        before = len(self.parts)
        self.add(loop.steps, inside, times * turns)
        if len(self.parts) == before:
            return
        self.turns[loop.id] = turns
        if loop.repeat and loop.repeat.change_over and turns > 1:
            self.parts.append(_change_over(loop, loop.repeat.change_over, times * (turns - 1)))


def part_of(step: Step, speakers: int, times: int, side_by_side: int = 1) -> Part:
    """The minutes of a step that is no loop; where it names no floor, the one from research holds."""
    own, floor, ceiling = _round_minutes(step, speakers) if speakers else _plain_minutes(step)
    if step.protected:
        floor, ceiling = own, max(own, step.minutes.ceiling if step.minutes and step.minutes.ceiling else 0)
    how = round_of(step)
    return Part(
        step_id=step.id,
        title=step.title,
        kind=step.kind,
        own=own,
        floor=floor,
        ceiling=ceiling,
        give=_give(step, speakers),
        times=times,
        speakers=speakers,
        floor_seconds=_floor_seconds(step) if how else 0,
        ceiling_seconds=how.ceiling_seconds if how and speakers else None,
        optional=step.optional,
        protected=step.protected,
        side_by_side=side_by_side,
    )


def _give(step: Step, speakers: int) -> Give:
    if step.protected:
        return "kept"
    if step.optional:
        return "optional"
    if step.minutes is not None and step.minutes.verified == "range":
        return "range"
    return "round" if speakers else "open"


def _plain_minutes(step: Step) -> tuple[int, int, int | None]:
    minutes = step.minutes
    if minutes is None:
        return 1, 1, None
    own = max(1, minutes.default)
    floor = minutes.floor if minutes.floor is not None else _usual_floor(step, own)
    ceiling = None if minutes.ceiling is None else max(minutes.ceiling, own)
    return own, max(1, min(floor, own)), ceiling


def _usual_floor(step: Step, own: int) -> int:
    """Two minutes for silence, clarifying questions, reflection and debrief; never under a third."""
    delicate = step.kind in QUIET_KINDS or any(one.kind in FLOOR_CAPTURES for one in step.captures)
    return max(2 if delicate else 1, ceil(own / 3))


def _round_minutes(step: Step, speakers: int) -> tuple[int, int, int | None]:
    """A round's floor follows from the people; it may take twice its time, or its seconds at most for each."""
    how, minutes = round_of(step), step.minutes
    least = max(1, ceil(speakers * _floor_seconds(step) / 60))
    most = None if how is None or how.ceiling_seconds is None else ceil(speakers * how.ceiling_seconds / 60)
    if how is not None and how.seconds is not None:
        own = max(least, ceil(speakers * how.seconds / 60))
        return own, least, 2 * own if most is None else max(most, own)
    own = max(least, minutes.default if minutes else 1)
    if most is not None:
        own = max(least, min(own, most))
    floor = max(least, minutes.floor or 1) if minutes else least
    ceiling = minutes.ceiling if minutes and minutes.ceiling is not None else 2 * own
    return own, min(floor, own), max(ceiling if most is None else min(ceiling, most), own)


def _floor_seconds(step: Step) -> int:
    how = round_of(step)
    if how is None:
        return 0
    return how.floor_seconds if how.seconds is None else min(how.floor_seconds, how.seconds)


def _change_over(loop: Step, minutes: int, times: int) -> Part:
    return Part(
        step_id=f"{loop.id}/{CHANGE_OVER}",
        title=tr("Change over"),
        kind="pause",
        own=minutes,
        floor=minutes,
        ceiling=minutes,
        give="kept",
        times=times,
    )
