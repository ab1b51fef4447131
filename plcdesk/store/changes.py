"""What a finished piece of work changed: flags and ids that each screen compares with what it shows."""

from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Changes(NamedTuple):
    """The tables and rows that one piece of work touched, and the meetings and teams they belong to."""

    tables: frozenset[str] = frozenset()
    rows: frozenset[str] = frozenset()
    meetings: frozenset[str] = frozenset()
    teams: frozenset[str] = frozenset()

    def __or__(self, other: "Changes") -> "Changes":
        """What both touched."""
        return Changes(
            self.tables | other.tables,
            self.rows | other.rows,
            self.meetings | other.meetings,
            self.teams | other.teams,
        )

    def touches(self, *tables: str) -> bool:
        """Whether any of these tables was written to."""
        return not self.tables.isdisjoint(tables)


@dataclass(frozen=True)
class Done(Generic[T]):
    """The outcome of a piece of work: what it returned and what it changed."""

    value: T
    changes: Changes
