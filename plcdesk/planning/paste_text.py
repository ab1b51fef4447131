"""Pasted text as clean lines: what mail programs, word processors and web pages add to it is taken off."""

import re
from dataclasses import dataclass

from plcdesk.errors import UserError
from plcdesk.text import tr

MOST_CHARACTERS = 100_000
MOST_LINES = 1_000
LONGEST_READ = 400  # characters; a longer line is prose and is not searched for times

_INVISIBLE = re.compile(
    "[\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
    "|(?<=[\x00-\x7f])[\u200c\u200d]|[\u200c\u200d](?=[\x00-\x7f])"
    "|[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_WIDE = {0xFF01 + offset: 0x21 + offset for offset in range(0x5E)}  # full-width forms of ASCII
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_QUOTE = re.compile(r"[ ]{0,3}(?:>[ ]?)+")
_ESCAPED = re.compile(r"\\([.\-*#+()\[\]!_|>~])")
_BOLD = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,200}?)(?<=\S)\1")

_BULLETS = "-*+•·‣⁃▪▫●○◦◆◇■□▶►➢➤→✓✔☐☑☒❑❒§\uf0b7\uf0a7\uf0d8–—"
_MARKER = re.compile(
    rf"(?P<bullet>[{re.escape(_BULLETS)}])(?:\s+|(?=[^\W_]))"
    r"|(?P<round>o)(?:\t\s*|\s{2,}|[ ](?=[A-Z]))"
    r"|(?P<hash>#{1,6})\s+"
    r"|(?P<box>\[[ xX✓]?\])\s+"
    r"|(?P<number>\d{1,2})(?:\.\)|[.)])\s+"
    r"|(?P<deep>\d{1,2}(?:\.\d){1,3}\.?)\s+(?=[^\W\d_])"
    r"|\(?(?P<letter>[a-hj-zA-HJ-Z])[.)]\s+"
    r"|\(?(?P<roman>[ivxIVX]{1,5})[.)]\s+"
)


@dataclass(frozen=True)
class CleanLine:
    """A line that is not blank: its number from 1, the words without what marks it, how far it is set in.

    `style` is what marks it: '' for nothing, '-' and the like for a bullet, '1' for a number, 'a', 'i', '#', 'o'.
    """

    no: int
    text: str
    body: str
    indent: int
    style: str
    after_blank: bool


def clean_lines(text: str) -> list[CleanLine]:
    """The lines that hold anything. Raises `UserError` if it is far more than an agenda."""
    if len(text) > MOST_CHARACTERS:
        raise UserError(tr("This is too long for an agenda. Paste only the agenda itself."))
    lines: list[CleanLine] = []
    after_blank = True
    for number, raw in enumerate(text.splitlines(), start=1):
        line = _SURROGATE.sub("\ufffd", _SPACES.sub(" ", _INVISIBLE.sub("", raw))).translate(_WIDE)
        quote = _QUOTE.match(line)
        line = (line[quote.end() :] if quote else line).rstrip()
        if not line.strip():
            after_blank = True
            continue
        if len(lines) == MOST_LINES:
            raise UserError(tr("This is too long for an agenda. Paste only the agenda itself."))
        lines.append(_clean(number, line, after_blank))
        after_blank = False
    return lines


def _clean(number: int, line: str, after_blank: bool) -> CleanLine:
    bare = line.lstrip()
    indent = sum(4 if character == "\t" else 1 for character in line[: len(line) - len(bare)])
    bare = _BOLD.sub(r"\2", _ESCAPED.sub(r"\1", bare))
    body, style = bare, ""
    for _ in range(3):  # '- [ ] 1. Opening'
        marker = _MARKER.match(body)
        if marker is None or not body[marker.end() :].strip(" \t"):
            break
        if style and marker["bullet"] and marker["bullet"] in "–—":
            break
        body = body[marker.end() :]
        style = style or _style(marker)
    return CleanLine(number, bare.strip(), body, indent, style, after_blank)


def _style(marker: re.Match[str]) -> str:
    if marker["bullet"]:
        return marker["bullet"]
    if marker["hash"]:
        return "#" * len(marker["hash"])
    named = {"round": "o", "box": "[]", "number": "1", "deep": "1.1", "letter": "a", "roman": "i"}
    return next(style for name, style in named.items() if marker[name])
