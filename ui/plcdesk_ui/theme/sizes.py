"""Sizes of type and space. Type follows the system's font; space goes in steps of four."""

from typing import NamedTuple

ROW = 8
"""Pixels between things inside a row."""
GAP = 14
"""Pixels between cards."""
PAD = 16
"""Pixels inside a card."""
EDGE = 22
"""Pixels at the edge of the window."""

CARD_CORNER = 12
CONTROL_CORNER = 8
CHIP_CORNER = 20

SMALLEST_BASE = 14


class Sizes(NamedTuple):
    """Font sizes in pixels for one base size."""

    base: int
    small: int
    caption: int
    say: int
    title: int
    heading: int
    step: int
    timer: int

    @property
    def icon(self) -> int:
        """Side of an icon that stands beside text, in pixels."""
        return round(self.base * 17 / 14)


def sizes_for(system_pixels: float, scale: float) -> Sizes:
    """The sizes for the system's font size in pixels, times `scale` (1.0 is 100 %)."""
    base = max(SMALLEST_BASE, round(system_pixels)) * scale

    def part(pixels: float) -> int:
        return max(9, round(base * pixels / 14))

    return Sizes(
        base=part(14),
        small=part(12.8),
        caption=part(11.6),
        say=part(17),
        title=part(18),
        heading=part(22),
        step=part(30),
        timer=part(44),
    )
