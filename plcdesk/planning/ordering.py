"""Ordered lists in the store: rows that have a position."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from sqlalchemy.orm import Mapped


class Placed(Protocol):
    position: Mapped[float]


P = TypeVar("P", bound=Placed)


def next_place(rows: Sequence[Placed]) -> float:
    """A position behind all of these."""
    return max((row.position for row in rows), default=-1.0) + 1


def put(rows: Sequence[P], moved: P, to: int) -> None:
    """Give rows new positions so that `moved` stands at place `to`, counted from 0."""
    order = [row for row in rows if row is not moved]
    order.insert(max(0, min(to, len(order))), moved)
    for place, row in enumerate(order):
        if row.position != place:
            row.position = float(place)
