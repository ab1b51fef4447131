"""Text on its ground reaches 4.5 : 1 in both themes, for every pair that is drawn."""

import re

import pytest

from plcdesk_ui.theme.tokens import Tokens, load, mix, names

TONES = ("accent", "decision", "question", "warm", "cool", "parking", "danger", "neutral", "warning")
PLAIN_GROUNDS = ("paper", "card", "sunk", "hover", "pressed")
SOFT_GROUNDS = tuple(f"{tone}_soft" for tone in TONES if tone != "warning")


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.fixture(params=["light", "dark"])
def tokens(request: pytest.FixtureRequest) -> Tokens:
    return load(request.param)


def test_contrast_is_measured_as_the_standard_says() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def pairs(tokens: Tokens) -> list[tuple[str, str, str, str]]:
    """(name of the text, its colour, name of the ground, its colour)"""
    found = [
        (text, getattr(tokens, text), ground, getattr(tokens, ground))
        for text in ("ink", "ink2")
        for ground in (*PLAIN_GROUNDS, *SOFT_GROUNDS)
    ]
    for tone in TONES:
        text, soft = tokens.tone(tone)
        found.append((tone, text, f"{tone}_soft", soft))
        found += [
            (tone, text, ground, getattr(tokens, ground)) for ground in ("paper", "card", "sunk", "hover")
        ]
        found.append((tone, text, f"{tone} chip under the pointer", mix(soft, text, 0.08)))
    found += [
        ("on_accent", tokens.on_accent, ground, getattr(tokens, ground))
        for ground in ("accent", "accent_hover", "accent_pressed")
    ]
    found.append(("ink", tokens.ink, "found", tokens.found))
    found.append(("tool tip", tokens.paper, "ink", tokens.ink))
    return found


def test_every_text_stands_out_from_its_ground(tokens: Tokens) -> None:
    weak = {
        f"{text} on {ground}": round(contrast(colour, behind), 2)
        for text, colour, ground, behind in pairs(tokens)
        if contrast(colour, behind) < 4.5
    }
    assert weak == {}


def test_what_is_drawn_without_words_stands_out_too(tokens: Tokens) -> None:
    """WCAG asks 3 : 1 of the ring of the keyboard, tick boxes, and the arc of the clock."""
    shapes = [
        ("focus", "card"), ("focus", "paper"), ("focus", "sunk"), ("edge", "card"), ("accent", "track"),
        ("question", "track"), ("danger", "track"), ("danger", "card"),
    ]  # fmt: skip
    weak = {
        (shape, ground): round(contrast(getattr(tokens, shape), getattr(tokens, ground)), 2)
        for shape, ground in shapes
        if contrast(getattr(tokens, shape), getattr(tokens, ground)) < 3
    }
    assert weak == {}


def test_what_cannot_be_used_can_still_be_read(tokens: Tokens) -> None:
    assert contrast(tokens.disabled, tokens.card) >= 3


def test_every_token_is_a_colour(tokens: Tokens) -> None:
    for name in names():
        assert re.fullmatch(r"#[0-9A-F]{6}", getattr(tokens, name)), name
