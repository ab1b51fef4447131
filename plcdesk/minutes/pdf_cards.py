"""Cards to cut out: two side by side, two below one another, with dashed lines where the scissors go."""

# The type hints for reportlab are incomplete.
# pyright: reportUnknownMemberType=false

from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import KeepInFrame, PageBreak

from plcdesk.minutes.inks import LINE
from plcdesk.minutes.pdf_styles import flowing_table

HEIGHT = 292.0
"""Points. Two of them stand below a title on letter paper, which is lower than A4."""
_PAD = 16.0
_ACROSS = 2
_A_PAGE = 4


def card_width(width: float) -> float:
    """Points for the text of a card, where a page has `width`."""
    return width / _ACROSS - 2 * _PAD


def card_pages(cards: Sequence[list[Any]], width: float) -> list[Any]:
    """The cards as tables of up to four, a page each. What is too long for its card is made smaller."""
    room = card_width(width)
    shrunk = [KeepInFrame(room, HEIGHT - 2 * _PAD, card, mode="shrink") for card in cards]
    pages: list[Any] = []
    for start in range(0, len(shrunk), _A_PAGE):
        pages += [PageBreak()] if pages else []
        pages.append(_page(shrunk[start : start + _A_PAGE], width))
    return pages


def _page(cards: list[Any], width: float) -> Any:
    filled: list[Any] = [*cards, *[""] * (-len(cards) % _ACROSS)]
    rows = [filled[start : start + _ACROSS] for start in range(0, len(filled), _ACROSS)]
    cut = HexColor(LINE)
    style: list[Any] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("BOX", (0, 0), (-1, -1), 0.8, cut, "butt", (4, 3)),
        ("INNERGRID", (0, 0), (-1, -1), 0.8, cut, "butt", (4, 3)),
    ]
    style += [(f"{side}PADDING", (0, 0), (-1, -1), _PAD) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]
    return flowing_table(rows, [width / _ACROSS] * _ACROSS, style, rowHeights=[HEIGHT] * len(rows))
