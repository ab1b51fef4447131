"""The named colours of a theme, read from assets/themes."""

from typing import NamedTuple

from plcdesk_ui.theme.colours import read_colours


class Tokens(NamedTuple):
    """Every colour of one theme as '#RRGGBB'; what each is for stands in assets/themes/light.toml."""

    paper: str
    card: str
    sunk: str
    line: str
    edge: str
    track: str
    hover: str
    pressed: str
    ink: str
    ink2: str
    disabled: str
    shade: str
    accent: str
    accent_soft: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    focus: str
    neutral: str
    neutral_soft: str
    decision: str
    decision_soft: str
    question: str
    question_soft: str
    question_line: str
    warm: str
    warm_soft: str
    cool: str
    cool_soft: str
    parking: str
    parking_soft: str
    danger: str
    danger_soft: str
    danger_line: str
    found: str

    def tone(self, tone: str) -> tuple[str, str]:
        """Text colour and ground of a tone such as 'accent', 'parking' or 'warning' (the same as 'question')."""
        name = "question" if tone == "warning" else tone
        return getattr(self, name), getattr(self, f"{name}_soft")


def load(name: str) -> Tokens:
    """Read the theme called `name` ('light' or 'dark').

    Raises FileNotFoundError when there is no such theme, TypeError when a colour is missing or unknown.
    """
    return Tokens(**read_colours(name))


def names() -> list[str]:
    """The names of all colours."""
    return list(Tokens._fields)


def mix(first: str, second: str, share: float) -> str:
    """The colour that is `share` (0 to 1) of `second` in `first`."""
    pairs = ((int(first[i : i + 2], 16), int(second[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)
