"""Putting the shared minutes into the order of the room: each turn of each loop, with keys of their own."""

from collections.abc import Sequence

from plcdesk.library.fitted import FittedStep, Turn
from plcdesk.library.parts import CHANGE_OVER, Choice, Layout, Part, runs
from plcdesk.library.people import Setting
from plcdesk.library.schema import Protocol, Step
from plcdesk.library.shares import Shares

ROUND_STEP = 15  # seconds


def place(
    protocol: Protocol, layout: Layout, shares: Shares, setting: Setting, choice: Choice
) -> list[FittedStep]:
    """The steps of a protocol (already in its form) one after the other, as they will run."""
    placing = _Placing(layout, shares, setting, choice)
    placing.add(protocol.steps, "", ())
    return placing.placed


def seconds_each(
    minutes: int, speakers: int, floor_seconds: int, ceiling_seconds: int | None = None
) -> int | None:
    """What each person has in a round, in steps of 15 s, but never less than its floor nor more than its ceiling."""
    if not speakers:
        return None
    exact = minutes * 60 // speakers
    each = max(exact // ROUND_STEP * ROUND_STEP, min(exact, floor_seconds))
    return each if ceiling_seconds is None else min(each, ceiling_seconds)


class _Placing:
    def __init__(self, layout: Layout, shares: Shares, setting: Setting, choice: Choice) -> None:
        self._index = {part.step_id: index for index, part in enumerate(layout.parts)}
        self._layout = layout
        self._shares = shares
        self._setting = setting
        self._choice = choice
        self._done = [0] * len(layout.parts)
        self.placed: list[FittedStep] = []

    def add(self, steps: Sequence[Step], path: str, turns: tuple[Turn, ...]) -> None:
        for step in steps:
            if step.id in self._layout.turns:
                self._add_loop(step, path, turns)
            elif step.id in self._index:
                self._place(step.id, step.id, path + step.id, turns)

    def _add_loop(self, loop: Step, path: str, turns: tuple[Turn, ...]) -> None:
        if loop.repeat is None or not runs(loop, self._setting, self._choice.without):
            return
        count = self._layout.turns[loop.id]
        between = f"{loop.id}/{CHANGE_OVER}"
        for number in range(1, count + 1):
            prompts = loop.repeat.prompts
            prompt = prompts[number - 1] if number <= len(prompts) else ""
            turn = Turn(loop.repeat.over, number, count, prompt, loop.repeat.called)
            inside = f"{path}{loop.id}/{number}/"
            self.add(loop.steps, inside, (*turns, turn))
            if between in self._index and number < count:
                self._place(between, loop.id, inside + CHANGE_OVER, (*turns, turn))

    def _place(self, part_id: str, step_id: str, key: str, turns: tuple[Turn, ...]) -> None:
        index = self._index[part_id]
        minutes = self._shares.of(index, self._done[index])
        self._done[index] += 1
        self.placed.append(_fitted(self._layout.parts[index], step_id, key, minutes, turns))


def _fitted(part: Part, step_id: str, key: str, minutes: int, turns: tuple[Turn, ...]) -> FittedStep:
    return FittedStep(
        key=key,
        step_id=step_id,
        title=part.title,
        kind=part.kind,
        minutes=minutes,
        protected=part.protected,
        floor=part.floor,
        seconds_each=seconds_each(minutes, part.speakers, part.floor_seconds, part.ceiling_seconds),
        turns=turns,
        own=part.own,
        ceiling=part.ceiling,
        speakers=part.speakers,
        floor_seconds=part.floor_seconds,
        ceiling_seconds=part.ceiling_seconds,
        optional=part.optional,
        give=part.give,
        side_by_side=part.side_by_side,
    )
