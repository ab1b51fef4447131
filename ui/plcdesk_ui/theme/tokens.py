"""The named colours of a theme, read from assets/themes."""

from typing import NamedTuple

from plcdesk_ui.theme.colours import read_colours


class Tokens(NamedTuple):
    """Every colour of one theme as '#RRGGBB'.

    `x_soft` is the ground on which `x` is written. Each text colour reaches 4.5 : 1 on its grounds
    (tests/ui/test_contrast.py computes it).
    """

    paper: str  # the window
    card: str  # cards and inputs
    sunk: str  # the side rail, the ground behind a page
    line: str  # hairlines
    edge: str  # outline of check boxes and radio buttons
    track: str  # what is left empty in bars and rings
    hover: str  # a control under the pointer
    pressed: str  # a control held down
    ink: str  # text
    ink2: str  # secondary text
    disabled: str  # text of what cannot be used now
    shade: str  # the colour of shadows
    accent: str  # primary action, running, action items
    accent_soft: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    focus: str  # the ring around what has the keyboard
    neutral: str
    neutral_soft: str
    decision: str
    decision_soft: str
    question: str  # questions, tips, warnings
    question_soft: str
    question_line: str
    warm: str  # warm feedback
    warm_soft: str
    cool: str  # cool feedback
    cool_soft: str
    parking: str  # the parking lot
    parking_soft: str
    danger: str  # late, destructive
    danger_soft: str
    danger_line: str
    found: str  # the ground of a word that a search found

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
