"""A show of fingers, typed as one sees it around the table: '54435'."""

import re
import unicodedata
from collections.abc import Sequence

from plcdesk.errors import UserError
from plcdesk.text import tr

MOST_HANDS = 200

_BETWEEN = re.compile(r"[\s,;/.|+·-]+")


def read_fingers(text: str, *, fist: bool = False) -> tuple[int, ...] | None:
    """Read the fingers that a team held up, one number for each hand, in the order typed.

    '54435', '5 4 4 3 5' and '5,4,4' are all fine. Each hand shows 1 to 5 fingers; with `fist` a closed hand
    counts as 0 (fist to five). None if nothing is typed. Raises `UserError` for anything else.
    """
    typed = _BETWEEN.sub("", unicodedata.normalize("NFKC", text))
    if not typed:
        if text.strip():
            raise UserError(_what_to_type(fist))
        return None
    if len(typed) > MOST_HANDS:
        raise UserError(tr("That is more than {n} hands.").format(n=MOST_HANDS))
    least = 0 if fist else 1
    hands = tuple(unicodedata.digit(character, -1) for character in typed)
    if any(not least <= hand <= 5 for hand in hands):
        raise UserError(_what_to_type(fist))
    return hands


def mean(fingers: Sequence[int]) -> float:
    """The average of a show of fingers. Raises `ValueError` if there is none."""
    if not fingers:
        raise ValueError("no fingers")
    return sum(fingers) / len(fingers)


def _what_to_type(fist: bool) -> str:
    if fist:
        return tr("Type one number for each hand, 0 for a fist up to 5 fingers, such as 54403.")
    return tr("Type one number for each hand, 1 to 5 fingers, such as 54435.")


_THUMBS = {
    "u": 3,
    "+": 3,
    "↑": 3,
    "👍": 3,
    "s": 2,
    "o": 2,
    "=": 2,
    "→": 2,
    "d": 1,
    "-": 1,
    "−": 1,
    "↓": 1,
    "👎": 1,
}


def read_thumbs(text: str) -> tuple[int, ...] | None:
    """Read thumbs, one letter for each: u up, s sideways, d down; also +, o and -.

    Returns 3, 2 and 1 in the order typed; None if nothing is typed. Raises `UserError` for anything else.
    """
    typed = [sign for sign in unicodedata.normalize("NFKC", text).casefold() if not _is_between(sign)]
    if not typed:
        return None
    if len(typed) > MOST_HANDS:
        raise UserError(tr("That is more than {n} hands.").format(n=MOST_HANDS))
    if any(sign not in _THUMBS for sign in typed):
        raise UserError(
            tr("Type one letter for each thumb: u for up, s for sideways, d for down, such as uuusd.")
        )
    return tuple(_THUMBS[sign] for sign in typed)


def _is_between(sign: str) -> bool:
    return sign.isspace() or sign in ",;/.|·\ufe0f" or "\U0001f3fb" <= sign <= "\U0001f3ff"
