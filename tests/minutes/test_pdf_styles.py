"""The inks of the page: legible in colour and without."""

import json

import pytest

from plcdesk import paths
from plcdesk.minutes.inks import INKS

THEIR_TOKENS = {"plain": "ink", "quiet": "ink2"}


def brightness(ink: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = (int(ink[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("ink", INKS.values(), ids=INKS.keys())
def test_every_ink_is_legible_on_white_also_as_grey(ink: str) -> None:
    assert 1.05 / (brightness(ink) + 0.05) >= 4.5


def test_the_inks_are_those_of_the_light_theme() -> None:
    theme = json.loads((paths.assets() / "themes" / "light.json").read_text("utf-8"))
    assert {tone: theme[THEIR_TOKENS.get(tone, tone)] for tone in INKS} == INKS
