"""Sizes, inks and spaces on the page, at a scale: 1 is body text of 10.5 points."""

from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Table

from plcdesk.minutes.inks import INKS
from plcdesk.minutes.pdf_fonts import BOLD, REGULAR

BODY, SMALL = 10.5, 9.0


@dataclass(frozen=True)
class Look:
    """Everything that is measured in points, made for one `scale`."""

    scale: float
    title: Any
    subtitle: Any
    headings: tuple[Any, Any, Any]
    body: Any
    small: Any
    listed: Any
    listed_wide: Any
    boxed: Any
    cell: Any
    cell_right: Any
    column: Any
    column_right: Any

    def points(self, number: float) -> float:
        """`number` points at this scale."""
        return number * self.scale


def look_at(scale: float) -> Look:
    """The look at a scale: about 0.7 to 1 at a table, up to 4 on a wall."""

    def style(name: str, size: float, leading: float, **more: Any) -> Any:
        scaled: dict[str, Any] = {
            key: value * scale if isinstance(value, float) else value for key, value in more.items()
        }
        settings: dict[str, Any] = {
            "fontName": REGULAR,
            "textColor": HexColor(INKS["plain"]),
            "allowWidows": 0,
            "allowOrphans": 0,
        }
        settings |= {"bulletFontName": REGULAR, "bulletFontSize": size * scale}
        return ParagraphStyle(name, fontSize=size * scale, leading=leading * scale, **(settings | scaled))

    quiet, accent = HexColor(INKS["quiet"]), HexColor(INKS["accent"])
    above = min(1.0, scale**-0.3)  # on a wall it is not the title that is looked for
    listed: dict[str, Any] = {"leftIndent": 15.0, "bulletIndent": 1.0, "spaceAfter": 1.5}
    column: dict[str, Any] = {"fontName": BOLD, "textColor": accent}
    return Look(
        scale=scale,
        title=style("title", 19 * above, 24 * above, fontName=BOLD, spaceAfter=2.0),
        subtitle=style("subtitle", 9.5 * above, 13.5 * above, textColor=quiet, spaceAfter=6.0 * above),
        headings=(
            style("section", 12.5, 16, spaceBefore=11.0, spaceAfter=2.0),
            style("part", BODY, 14, spaceBefore=6.0, spaceAfter=1.0),
            style("detail", BODY, 14, spaceBefore=4.0),
        ),
        body=style("body", BODY, 14, spaceAfter=3.0),
        small=style("small", SMALL, 12.5, spaceAfter=2.0, textColor=quiet),
        listed=style("listed", BODY, 14, **listed),
        listed_wide=style("listed wide", BODY, 14, **(listed | {"leftIndent": 21.0})),
        boxed=style("boxed", BODY, 14, leftIndent=19.0, spaceAfter=4.0),
        cell=style("cell", 10, 13.5),
        cell_right=style("cell right", 10, 13.5, alignment=TA_RIGHT),
        column=style("column", 10, 13, **column),
        column_right=style("column right", 10, 13, alignment=TA_RIGHT, **column),
    )


def flowing_table(rows: list[Any], widths: list[float], style: list[Any], **more: Any) -> Table:
    """A table of reportlab's that names no font but ours, for its usual one is not embedded."""
    return Table(rows, widths, style=[("FONTNAME", (0, 0), (-1, -1), REGULAR), *style], **more)
