"""Which display the wall is shown on."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect


@dataclass(frozen=True)
class Display:
    """A display: its name as the system gives it, and its place among the others."""

    name: str
    place: QRect


def wall_display(displays: Sequence[Display], desk: Display, remembered: str | None) -> Display | None:
    """The display for the wall, or None if only the desk's own is there.

    The one that was used last, else the first beside the desk's. One that shows the same as the desk's
    (mirrored) is not another one.
    """
    others = [each for each in displays if each.name != desk.name and not each.place.intersects(desk.place)]
    return next((each for each in others if each.name == remembered), others[0] if others else None)
