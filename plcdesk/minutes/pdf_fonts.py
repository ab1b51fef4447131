"""The fonts of every PDF: four faces of Noto Sans, read once and known to reportlab under one family."""

# The type hints for reportlab are incomplete.
# pyright: reportUnknownMemberType=false

import threading
from functools import cache
from pathlib import Path

from plcdesk.errors import EnvironmentProblem
from plcdesk.minutes.legible import MISSING, Shown
from plcdesk.text import tr

FAMILY = "PLCNotoSans"
REGULAR, BOLD = f"{FAMILY}-Regular", f"{FAMILY}-Bold"
ITALIC, BOLD_ITALIC = f"{FAMILY}-Italic", f"{FAMILY}-BoldItalic"
_registering = threading.Lock()


def shown_with(folder: Path) -> Shown:
    """Make the fonts of `folder` known to reportlab; return the table that puts a box for what they cannot show.

    Raises EnvironmentProblem if a font is missing or damaged.
    """
    with _registering:  # Fonts registered twice at once would mix up the letters of a document being written.
        return _registered(folder)


@cache
def _registered(folder: Path) -> Shown:
    from reportlab import rl_config
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFError

    rl_config.useA85 = 0  # Bytes as letters: a quarter more of them, for mail of the last century.
    try:
        known = [_register(folder, name) for name in (REGULAR, BOLD, ITALIC, BOLD_ITALIC)]
    except (OSError, TTFError) as problem:
        words = tr("The fonts for PDFs are missing or damaged in {folder}. Install PLC Desk again.")
        raise EnvironmentProblem(words.format(folder=folder)) from problem
    pdfmetrics.registerFontFamily(FAMILY, REGULAR, BOLD, ITALIC, BOLD_ITALIC)
    pdfmetrics.registerFontFamily(REGULAR, REGULAR, BOLD, ITALIC, BOLD_ITALIC)
    return Shown(frozenset[int].intersection(*known))


def _register(folder: Path, name: str) -> frozenset[int]:
    """Register one face; return the characters it has shapes for."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    font = TTFont(name, str(folder / f"NotoSans-{name.rpartition('-')[2]}.ttf"), asciiReadable=False)
    face = font.face
    if ord(MISSING) not in face.charToGlyph:  # Noto Sans has no '□', but its glyph 0 is drawn as just that.
        face.charToGlyph[ord(MISSING)] = 0
        face.charWidths[ord(MISSING)] = face.defaultWidth
    pdfmetrics.registerFont(font)
    return frozenset(face.charToGlyph)
