"""How boxes share the lines of a timeline: by their minutes, but none narrower than its words."""

from collections.abc import Sequence


def lines_of(least: Sequence[float], width: float, gap: float) -> list[range]:
    """Which boxes stand in which line, when each needs at least `least` of the `width` (pixels)."""
    lines: list[range] = []
    start, used = 0, 0.0
    for index, need in enumerate(least):
        more = need if index == start else need + gap
        if index > start and used + more > width:
            lines.append(range(start, index))
            start, used, more = index, 0.0, need
        used += more
    if least:
        lines.append(range(start, len(least)))
    return lines


def share(weights: Sequence[float], least: Sequence[float], width: float) -> list[float]:
    """Share `width` by `weights`; a box that would get less than its `least` gets that, the others the rest.

    Where even the least widths do not fit, each is cut in proportion.
    """
    if sum(least) >= width:
        scale = width / sum(least)
        return [need * scale for need in least]
    fixed: set[int] = set()
    while True:
        rest = width - sum(least[i] for i in fixed)
        free = sum(weight for i, weight in enumerate(weights) if i not in fixed)
        widths = [
            least[i] if i in fixed or free <= 0 else rest * weight / free for i, weight in enumerate(weights)
        ]
        short = {i for i, wide in enumerate(widths) if wide < least[i] - 1e-9}
        if not short:
            return widths
        fixed |= short
