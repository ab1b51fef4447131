"""Charts, drawn once as reportlab shapes, which the page and the screen both show.

They hold no text of people, only ends of scales; what a chart is of and its numbers stand beside it as text.
"""

# The type hints for reportlab are incomplete.
# pyright: reportUnknownMemberType=false

from dataclasses import dataclass
from typing import Any, Literal

from reportlab.graphics.shapes import Circle, Drawing, Line, PolyLine, Rect, String
from reportlab.lib.colors import HexColor

from plcdesk.minutes.document import BarChart, Chart, LineChart
from plcdesk.minutes.pdf_fonts import REGULAR

_BAR, _PLOT, _FOOT, _SCALE = 8.0, 26.0, 13.0, 16.0  # points at a scale of 1
_LETTERS = 8.0
Anchor = Literal["start", "end"]


@dataclass(frozen=True)
class Inks:
    """The colours of a chart: what is measured, its track or axis, and the words at its ends."""

    mark: str
    track: str
    words: str


PAPER = Inks("#0B6B62", "#D5D0C5", "#515B66")


def drawing(chart: Chart, width: float, inks: Inks, scale: float = 1.0) -> Drawing:
    """A chart `width` points, or on a screen pixels, wide."""
    match chart:
        case BarChart():
            return _bar(chart, width, inks, scale)
        case LineChart():
            return _line(chart, width, inks, scale)


def _bar(chart: BarChart, width: float, inks: Inks, scale: float) -> Drawing:
    height = _BAR * scale
    full = max(width * min(1.0, chart.share), height) if chart.share > 0 else 0.0
    made = Drawing(width, height)
    for long, ink in ((width, inks.track), (full, inks.mark)):
        if long:
            look: Any = {"fillColor": HexColor(ink), "strokeColor": None}  # the hints know no missing line
            made.add(Rect(0, 0, long, height, height / 2, height / 2, **look))
    return made


def _line(chart: LineChart, width: float, inks: Inks, scale: float) -> Drawing:
    plot, foot, left, size = (length * scale for length in (_PLOT, _FOOT, _SCALE, _LETTERS))
    made = Drawing(width, plot + foot + size)
    across = width - left - 3 * scale
    axis = HexColor(inks.track)
    made.add(Line(left, foot, left, foot + plot, strokeColor=axis, strokeWidth=scale))
    made.add(Line(left, foot, width, foot, strokeColor=axis, strokeWidth=scale))

    def words(x: float, y: float, text: str, anchor: Anchor) -> None:
        fill = HexColor(inks.words)
        made.add(String(x, y, text, fontName=REGULAR, fontSize=size, fillColor=fill, textAnchor=anchor))

    words(left - 4 * scale, foot - size * 0.1, f"{chart.low:g}", "end")
    words(left - 4 * scale, foot + plot - size * 0.7, f"{chart.high:g}", "end")
    words(left, foot - size * 1.35, chart.first, "start")
    words(width, foot - size * 1.35, chart.last, "end")
    span = chart.high - chart.low
    places = [
        (left + 2 * scale + along * across, foot + (value - chart.low) / span * plot)
        for along, value in chart.points
    ]
    mark = HexColor(inks.mark)
    if len(places) > 1:
        flat = [number for place in places for number in place]
        made.add(PolyLine(flat, strokeColor=mark, strokeWidth=1.8 * scale, strokeLineJoin=1))
    for x, y in places:
        made.add(Circle(x, y, 1.7 * scale, fillColor=mark, strokeColor=mark))
    return made
