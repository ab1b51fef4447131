"""Which sizes the words of the wall take, so that they are as large as can be and all fit."""

from dataclasses import dataclass

DESIGN_HEIGHT = 800
"""The height in pixels for which sizes are given; others follow in proportion."""
LEAST = 1 / 25
"""The smallest type, as a share of the height: what is read from the back of a room."""
_NARROWEST = 900
_RING = 368
_RING_TEXT = 0.088
"""The smaller figures of the ring, as a share of its diameter."""
_TEXT_LEAST = 440

LEVELS = (
    (88, 44, 38),
    (80, 44, 38),
    (72, 42, 38),
    (66, 42, 36),
    (60, 40, 36),
    (54, 38, 34),
    (48, 36, 32),
    (42, 34, 32),
    (36, 32, 32),
)
"""Sizes for the step, who speaks and what to do; the first that fits is taken."""
QUESTION_LEVELS = ((104, 46), (92, 46), (80, 44), (70, 42), (60, 40), (52, 38), (44, 36), (38, 34), (32, 32))
"""Sizes for the question brought back, and for the result wanted below it."""
CORNER = 34
"""The words in the corners."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Where things stand on a wall of `width` × `height` pixels.

    `line` is the height of the line for notes, 0 without one; `ring_share` makes the ring smaller.
    """

    width: int
    height: int
    line: int = 0
    ring_share: float = 1.0

    @property
    def unit(self) -> float:
        """A pixel of the design."""
        return min(self.height / DESIGN_HEIGHT, self.width / _NARROWEST)

    @property
    def least(self) -> float:
        """The smallest type in pixels."""
        return self.height * LEAST

    def type(self, size: float) -> float:
        """A size of the design in pixels, never under the smallest."""
        return max(self.least, size * self.unit)

    @property
    def margin(self) -> float:
        """Free at the left and the right."""
        return min(60 * self.unit, self.width * 0.06)

    @property
    def inner(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.margin

    @property
    def top(self) -> float:
        """Where the middle begins, below the corners."""
        return 40 * self.unit + self.type(CORNER) * 1.36 + 16 * self.unit

    @property
    def rule(self) -> float:
        """Where the hairline above the foot is."""
        return self.height - 30 * self.unit - self.type(CORNER) * 1.36 - 22 * self.unit

    @property
    def bottom(self) -> float:
        """Where the middle ends: above the hairline, or above the line for notes."""
        return self.rule - (self.line + 30 * self.unit if self.line else 16 * self.unit)

    @property
    def ring(self) -> float:
        """The diameter of the ring; its smaller figures are not under the smallest type."""
        full = max(_RING * self.unit, (self.least + 0.5) / _RING_TEXT)
        return min(full, self.inner, self._middle * 0.9) * self.ring_share

    @property
    def stacked(self) -> bool:
        """Whether the ring stands below the words because the wall is narrow."""
        return self.inner - self.ring - self.gap < _TEXT_LEAST * self.unit

    @property
    def gap(self) -> float:
        """Between the words and the ring."""
        return 44 * self.unit

    def words(self, ring: bool) -> tuple[float, float]:
        """The width and the height that the words in the middle have, beside or above the ring if there is one."""
        if not ring:
            return self.inner, self._middle
        if self.stacked:
            return self.inner, self._middle - self.ring - self.gap / 2
        return self.inner - self.ring - self.gap, self._middle

    @property
    def _middle(self) -> float:
        return max(1.0, self.bottom - self.top)
