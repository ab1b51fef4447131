"""Filling the words in braces of a usual meeting."""

import random

from plcdesk.sample.scripts import Said, Unit


class Words:
    """What the lines of one meeting are filled with. Without a unit everything stays as it is written."""

    def __init__(self, unit: Unit | None, chance: random.Random) -> None:
        self._unit = unit
        self._chance = chance

    @property
    def drawn(self) -> bool:
        """Whether this is a usual meeting, where chance decides what is said."""
        return self._unit is not None

    def fill(self, text: str) -> str:
        """The text with the team's own words."""
        if self._unit is not None and "{" in text:
            for name in self._unit.__struct_fields__:
                text = text.replace(f"{{{name}}}", getattr(self._unit, name))
        return text

    def some(self, said: Said) -> Said:
        """Of a usual meeting's lines about three in four, one at least; else all."""
        if self._unit is None or len(said) < 2:
            return said
        return [line for line in said if self._chance.random() < 0.75] or said[:1]
