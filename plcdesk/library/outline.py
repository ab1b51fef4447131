"""A protocol's steps as people read them: each once, inside its loop, with the minutes that it was fitted to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from plcdesk.library.fitted import Fitted, FittedStep, TooShort, Turn
from plcdesk.library.fitting import fit, own_minutes
from plcdesk.library.schema import Protocol, Step
from plcdesk.library.steps import in_form

Runs = Literal["yes", "left-out", "first-time", "not-prepared"]


@dataclass(frozen=True)
class OutlineStep:
    """A step, or a loop before the steps that it holds.

    `number` counts from 1 the steps that run; loops and those that do not run have 0. `minutes` are of all
    turns together, `times` says how many these are; for a loop `times` are its turns and `change_over` the
    minutes between all of them. `seconds_each` is a person's time in a round. `runs` says why it does not run.
    """

    step: Step
    number: int
    depth: int
    minutes: int
    times: int = 1
    seconds_each: int | None = None
    change_over: int = 0
    runs: Runs = "yes"

    @property
    def is_loop(self) -> bool:
        return self.step.repeat is not None


def outline(protocol: Protocol, fitted: Fitted) -> tuple[OutlineStep, ...]:
    """The steps in the order of the room, those that do not run among them."""
    found: dict[str, list[FittedStep]] = {}
    for step in fitted.steps:
        found.setdefault(step.step_id, []).append(step)
    shape = in_form(protocol, fitted.form or None)
    return tuple(_Counted(found).of(shape.steps, 0))


def fitted_or_own(
    protocol: Protocol,
    minutes: int,
    people: int,
    presenters: int | None = None,
    form: str | None = None,
    groups: int = 1,
) -> Fitted:
    """The protocol in these minutes; where they are too few, in its own time."""
    wanted = fit(protocol, minutes, people, presenters, form, groups=groups)
    if isinstance(wanted, TooShort):
        own = own_minutes(protocol, people, presenters, form, groups=groups)
        wanted = fit(protocol, max(own, wanted.needed), people, presenters, form, groups=groups)
    assert isinstance(wanted, Fitted)
    return wanted


class _Counted:
    """Goes through the steps and gives each its number."""

    def __init__(self, found: Mapping[str, Sequence[FittedStep]]) -> None:
        self._found = found
        self._number = 0

    def of(self, steps: Sequence[Step], depth: int) -> Iterator[OutlineStep]:
        for step in steps:
            if step.repeat is not None:
                inside = list(self.of(step.steps, depth + 1))
                yield self._loop(step, inside, depth)
                yield from inside
            else:
                yield self._step(step, depth)

    def _step(self, step: Step, depth: int) -> OutlineStep:
        turns = self._found.get(step.id, ())
        if not turns:
            return OutlineStep(step, 0, depth, 0, 0, runs=_why_not(step))
        self._number += 1
        return OutlineStep(
            step,
            self._number,
            depth,
            sum(turn.minutes for turn in turns),
            len(turns),
            turns[0].seconds_each,
        )

    def _loop(self, loop: Step, inside: Sequence[OutlineStep], depth: int) -> OutlineStep:
        """Its turns are those of the loop itself, however often a loop around it runs it again."""
        moves = sum(step.minutes for step in self._found.get(loop.id, ()))
        turns = max(
            (turn.count for step in inside for turn in _turns(self._found.get(step.step.id, ()), depth)),
            default=0,
        )
        minutes = sum(step.minutes for step in inside if step.depth == depth + 1) + moves
        runs: Runs = "yes" if turns else _why_not(loop)
        return OutlineStep(loop, 0, depth, minutes, turns, change_over=moves, runs=runs)


def _turns(steps: Sequence[FittedStep], depth: int) -> Iterator[Turn]:
    return (step.turns[depth] for step in steps if len(step.turns) > depth)


def _why_not(step: Step) -> Runs:
    return "left-out" if step.when == "always" else step.when
