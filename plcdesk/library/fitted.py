"""What fitting a protocol gives: the steps as they will run, or by how much the slot is too short."""

from dataclasses import dataclass
from typing import Literal

from plcdesk.library.parts import Give
from plcdesk.library.schema import Over


@dataclass(frozen=True)
class Turn:
    """One turn of a loop: presenter 2 of 3, or prompt 1 of 5 with its text; `called` is another word for it."""

    over: Over
    index: int  # from 1
    count: int
    prompt: str = ""
    called: str = ""


@dataclass(frozen=True)
class FittedStep:
    """A step as it will run. `key` is its own: 'describe', or 'stories/2/tell' for the second turn of a loop.

    `floor`, `own` and `ceiling` are whole minutes; `seconds_each` is each person's time in a round. The step
    between two turns of a loop in which people change places has the loop's id and `kind` 'pause'.
    `side_by_side` groups run the step at the same time, each by itself.
    """

    key: str
    step_id: str
    title: str
    kind: str
    minutes: int
    protected: bool
    floor: int
    seconds_each: int | None = None
    turns: tuple[Turn, ...] = ()
    own: int = 1
    ceiling: int | None = None
    speakers: int = 0
    floor_seconds: int = 0
    ceiling_seconds: int | None = None
    optional: bool = False
    side_by_side: int = 1
    give: Give = "open"


@dataclass(frozen=True)
class Fewer:
    """A loop that runs fewer turns than it would (or more): prompts 3 instead of 5."""

    title: str
    over: Over
    own: int
    now: int


@dataclass(frozen=True)
class Fitted:
    """A protocol that fits. `minutes` is the sum of its steps; `minutes + spare` is the slot."""

    steps: tuple[FittedStep, ...]
    minutes: int
    own_minutes: int
    left_out: tuple[str, ...] = ()  # titles of optional steps
    kept: tuple[str, ...] = ()  # titles of protected steps, if others were shortened
    other_turns: tuple[Fewer, ...] = ()
    spare: int = 0
    form: str = ""  # the id of the form that it has, "" as it is written
    groups: int = 1  # how many groups were asked for; 1 leaves it to the protocol
    side_by_side: int = 1  # how many groups there are where the team splits up most

    @property
    def shortened(self) -> bool:
        """Whether it has less than its own time."""
        return self.minutes < self.own_minutes

    @property
    def stretched(self) -> bool:
        """Whether it has more than its own time."""
        return self.minutes > self.own_minutes


@dataclass(frozen=True)
class Offer:
    """What would make it fit: `presenters`, `groups` and `form` for `fit`; it then needs `minutes`."""

    kind: Literal["presenters", "groups", "form"]
    minutes: int
    presenters: int | None = None
    groups: int = 1
    form: str = ""


@dataclass(frozen=True)
class TooShort:
    """It does not fit: it needs `needed` minutes, which is `by` more than there are."""

    needed: int
    by: int
    offers: tuple[Offer, ...] = ()
