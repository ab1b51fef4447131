"""Which optional steps and which turns of loops a slot has room for."""

from dataclasses import replace
from functools import cached_property
from math import ceil

from plcdesk.library.fitted import Fewer, Fitted
from plcdesk.library.parts import CUTTABLE, GROWING, Choice, Layout, lay_out, runs
from plcdesk.library.people import Setting, smallest_size
from plcdesk.library.placing import place
from plcdesk.library.schema import Protocol, Step
from plcdesk.library.shares import share
from plcdesk.library.steps import in_form, walk


class Cuts:
    """One protocol for one team, at any length. Raises LookupError for an unknown form."""

    def __init__(self, protocol: Protocol, setting: Setting) -> None:
        self._shape = in_form(protocol, setting.form)
        self._setting = setting
        self._layouts: dict[tuple[frozenset[str], frozenset[tuple[str, int]]], Layout] = {}
        self._steps = [step for step in walk(self._shape.steps) if runs(step, setting, frozenset())]
        self._optional = [step.id for step in self._steps if step.optional]

    @cached_property
    def natural(self) -> Layout:
        """Everything, with nothing left out."""
        return self._lay_out(Choice())

    @cached_property
    def least(self) -> Layout:
        """No optional step, and as few turns as the loops allow."""
        return self._lay_out(Choice(self._droppable[-1], self._fewest_turns))

    def within(self, minutes: int) -> Fitted:
        """The protocol in `minutes`, which must not be less than `least.floor`."""
        choice = self._choose(minutes)
        layout = self._lay_out(choice)
        shares = share(layout.parts, minutes, short=minutes < self.natural.own)
        steps = place(self._shape, layout, shares, self._setting, choice)
        total = sum(step.minutes for step in steps)
        short = total < self.natural.own
        kept = [part.title for part in layout.parts if part.protected] if short else []
        return Fitted(
            steps=tuple(steps),
            minutes=total,
            own_minutes=self.natural.own,
            left_out=tuple(step.title for step in self._steps if step.id in choice.without),
            kept=tuple(dict.fromkeys(kept)),
            other_turns=tuple(self._other_turns(layout)),
            spare=shares.spare,
            form=self._setting.form or "",
            groups=self._setting.groups,
            side_by_side=ceil(self._setting.people / smallest_size(self._shape, self._setting)),
        )

    def _lay_out(self, choice: Choice) -> Layout:
        key = choice.without, frozenset(choice.turns.items())
        known = self._layouts.get(key)
        if known is None:
            known = self._layouts[key] = lay_out(self._shape, self._setting, choice)
        return known

    def _choose(self, minutes: int) -> Choice:
        if minutes >= self.natural.own:
            return self._with_more_turns(minutes)
        before: Choice | None = None
        for without in self._droppable:
            choice = Choice(without)
            if self._lay_out(choice).own <= minutes:
                return self._dropped_or_shortened(choice, before, minutes)
            before = choice
        return self._with_fewer_turns(Choice(self._droppable[-1]), minutes)

    def _dropped_or_shortened(self, choice: Choice, before: Choice | None, minutes: int) -> Choice:
        """Rather shorten an optional step, if that is enough, than leave it out and have minutes over."""
        if before is None:
            return choice
        layout = self._lay_out(before)
        room = sum((part.own - part.floor) * part.times for part in layout.parts if part.give == "optional")
        if layout.own - minutes <= room:
            return before
        spare = share(self._lay_out(choice).parts, minutes, short=True).spare
        return before if spare and layout.floor <= minutes else choice

    @cached_property
    def _droppable(self) -> list[frozenset[str]]:
        """What may be left out, from nothing to all optional steps, the last first; something stays."""
        ways = [
            frozenset(self._optional[len(self._optional) - number :])
            for number in range(len(self._optional) + 1)
        ]
        return [without for without in ways if self._lay_out(Choice(without)).parts] or [frozenset()]

    def _with_more_turns(self, minutes: int) -> Choice:
        turns = dict(self.natural.turns)
        for loop in self._loops():
            repeat = loop.repeat
            while repeat and repeat.over in GROWING and repeat.most and turns[loop.id] < repeat.most:
                more = {**turns, loop.id: turns[loop.id] + 1}
                if self._lay_out(Choice(turns=more)).own > minutes:
                    break
                turns = more
        return Choice(turns=turns)

    def _with_fewer_turns(self, choice: Choice, minutes: int) -> Choice:
        """Take the last turn from the loop that has most to give, until the floors fit."""
        layout = self._lay_out(choice)
        while layout.floor > minutes:
            turns = dict(layout.turns)
            longest = max(
                reversed(turns), key=lambda loop: turns[loop] - self._fewest_turns.get(loop, turns[loop])
            )
            turns[longest] -= 1
            choice = replace(choice, turns=turns)
            layout = self._lay_out(choice)
        return choice

    @cached_property
    def _fewest_turns(self) -> dict[str, int]:
        """The turns that loops may be cut down to; a loop that is not here is never cut."""
        fewest: dict[str, int] = {}
        for loop in self._loops():
            own = self.natural.turns[loop.id]
            if loop.repeat and loop.repeat.over in CUTTABLE and loop.repeat.least is not None:
                fewest[loop.id] = max(1, min(loop.repeat.least, own))
        return fewest

    def _loops(self) -> list[Step]:
        return [step for step in self._steps if step.id in self.natural.turns]

    def _other_turns(self, layout: Layout) -> list[Fewer]:
        changed = [
            loop for loop in self._loops() if layout.turns.get(loop.id, 0) != self.natural.turns[loop.id]
        ]
        return [
            Fewer(loop.title, loop.repeat.over, self.natural.turns[loop.id], layout.turns[loop.id])
            for loop in changed
            if loop.repeat and loop.id in layout.turns
        ]
