"""Who is on a team of the sample, and who of them comes to a meeting."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from plcdesk.sample.scripts import MeetingScript

SOMEBODY = "?"


class People:
    """The members of a team by first name, as scripts call them."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._ids: dict[str, str] = {}
        self.names: dict[str, str] = {}

    def add(self, name: str, member_id: str) -> None:
        self._ids[name.split()[0]] = member_id
        self.names[member_id] = name

    @property
    def ids(self) -> list[str]:
        """All members in their order."""
        return list(self.names)

    def id_of(self, name: str) -> str:
        """The id of a member by first name; "?" draws somebody. Raises KeyError for a stranger."""
        return self._chance.choice(self.ids) if name == SOMEBODY else self._ids[name]

    def sort_out(self, who: str) -> tuple[list[str], list[str]]:
        """Those of "Dana, the coach" who are on the team, as ids, and the others by name."""
        names = [name.strip() for name in who.split(",") if name.strip()]
        ours = [name for name in names if name == SOMEBODY or name in self._ids]
        return [self.id_of(name) for name in ours], [name for name in names if name not in ours]


@dataclass(frozen=True)
class Attending:
    """Who is there; minutes for those who come late or leave before the end. All by id."""

    present: Sequence[str]
    absent: Sequence[str]
    late: dict[str, int]
    left: dict[str, int]


def attending(script: MeetingScript, people: People, chance: random.Random, *, drawn: bool) -> Attending:
    """Who comes to a meeting, as its script says, or drawn."""
    if drawn:
        absent = [member for member in people.ids if chance.random() < 0.08]
        if len(people.ids) - len(absent) < 3:
            absent = []
        late = {m: chance.randint(3, 14) for m in people.ids if m not in absent and chance.random() < 0.05}
        left: dict[str, int] = {}
    else:
        absent = [people.id_of(name) for name in script.absent]
        late = {people.id_of(name): minutes for name, minutes in script.late.items()}
        left = {people.id_of(name): minutes for name, minutes in script.left.items()}
    return Attending([member for member in people.ids if member not in absent], absent, late, left)
