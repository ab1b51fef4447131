"""What the clock runs through: the agenda as it stands now, step by step.

The plan is derived anew from the agenda whenever that changes. Steps keep their key for the whole meeting,
so that the time they took stays theirs when items are moved, dropped or given other minutes.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from plcdesk.library.schema import Over, Round, StepKind, Who

ItemKind = Literal["opening", "topic", "decision", "news", "protocol", "wrap_up"]


@dataclass(frozen=True, slots=True)
class PlanStep:
    """One stretch of the meeting that the clock measures: a protocol's step, or an item without steps.

    `kind` is the step's own kind, or the item's where the item has no steps. `seconds` is the time planned,
    `floor_seconds` the least that keeps its nature; a `protected` step never gives time away. `speakers` is
    who may speak. `turns` says where we are in the loops around the step, outermost first, as
    (over what, index from 1, count): presenter 2 of 3 is ("presenters", 2, 3). `side_by_side` groups are at it
    at the same time.
    """

    key: str
    item_id: str
    step_id: str | None
    title: str
    item_title: str
    kind: StepKind | ItemKind
    seconds: int
    floor_seconds: int = 0
    protected: bool = False
    seconds_each: int | None = None
    turns: tuple[tuple[Over, int, int], ...] = ()
    speakers: Who = "everyone"
    item_kind: ItemKind = "topic"
    round: Round | None = None
    side_by_side: int = 1


@dataclass(frozen=True, slots=True)
class Plan:
    """The steps in the order of the agenda, and when the meeting is meant to begin and end (UTC)."""

    steps: tuple[PlanStep, ...]
    planned_end: datetime | None = None
    planned_start: datetime | None = None

    @property
    def seconds(self) -> int:
        """The time that all steps together were planned to take."""
        return sum(step.seconds for step in self.steps)

    def step(self, key: str | None) -> PlanStep | None:
        """The step with this key, if the plan has it."""
        return next((step for step in self.steps if step.key == key), None)

    def by_item(self) -> dict[str, tuple[PlanStep, ...]]:
        """The steps of each item, items in the order of the agenda."""
        found: dict[str, list[PlanStep]] = {}
        for step in self.steps:
            found.setdefault(step.item_id, []).append(step)
        return {item: tuple(steps) for item, steps in found.items()}
