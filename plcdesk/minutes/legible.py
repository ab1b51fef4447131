"""What of people's text can stand in a document: no controls, no half characters, nothing that turns a line round."""

import re
import unicodedata
from collections.abc import Container
from functools import cache

MISSING = "□"
_EMPTY_LINES = re.compile(r"\n[ \n]*\n[ \n]*\n")
_WORDS = re.compile(r"\S{1,500}|\s+")
_LINE_BREAKS = "\r\v\f\x85\u2028\u2029"
_TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_TAGS = range(0xE0000, 0xE01F0)


def clean(text: str) -> str:
    """Text with composed letters, '\\n' as its only line break, and no control characters.

    More than one empty line in a row is one. Marks that turn the direction of a line are dropped, so that a
    line reads as it was typed; half of a surrogate pair becomes '\\ufffd'.
    """
    text = text.replace("\r\n", "\n").translate(_cleaning())
    return _EMPTY_LINES.sub("\n\n", text if text.isascii() else _composed(text))


def one_line(text: str) -> str:
    """Clean text on one line, with single spaces."""
    return " ".join(clean(text).split())


def _composed(text: str) -> str:
    """Letters with their accents as one character each. Word by word, for thousands of accents on one letter
    take minutes at once."""
    return "".join(unicodedata.normalize("NFC", word) for word in _WORDS.findall(text))


@cache
def _cleaning() -> dict[int, str]:
    table = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), *map(ord, _TURNING), 0xFEFF), "")
    table |= dict.fromkeys((*range(0xD800, 0xE000), *range(0xFDD0, 0xFDF0), 0xFFFE, 0xFFFF), "\ufffd")
    table |= dict.fromkeys(map(ord, _LINE_BREAKS), "\n")
    del table[ord("\n")]
    table[ord("\t")] = " "
    return table


class Shown(dict[int, str]):
    """A table for `str.translate` that puts a box in place of each character that a font has no shape for."""

    def __init__(self, known: Container[int]) -> None:
        super().__init__()
        self._known = known

    def __missing__(self, code: int) -> str:
        self[code] = found = self._stand_in(code)
        return found

    def _stand_in(self, code: int) -> str:
        character = chr(code)
        category = unicodedata.category(character)
        if character == "\n":
            return character
        if category == "Cf" or code in _SKIN_TONES or code in _TAGS or 0xFE00 <= code <= 0xFE0F:
            return ""  # Shapes other characters and has no shape of its own.
        if code in self._known:
            return character
        return " " if category == "Zs" else MISSING
