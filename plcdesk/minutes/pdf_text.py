"""How text becomes what reportlab's paragraphs read: the one place where it is escaped, cut up and coloured."""

import re
from collections.abc import Iterator
from dataclasses import replace
from xml.sax.saxutils import escape

from plcdesk.minutes.document import Run, Runs, text_of
from plcdesk.minutes.inks import INKS
from plcdesk.minutes.legible import Shown, clean

PIECE = 4000  # characters; reportlab's time for a paragraph grows with the square of its length

_WORDS = re.compile(r"\n|[^\s]{1,40}[^\S\n]{0,40}|[^\S\n]{1,40}")


def markup(runs: Runs, shown: Shown, small: float) -> str:
    """The markup of runs. Nothing but this function writes markup, and all that people typed is escaped in it."""
    return "".join(_marked(run, shown, small) for run in runs)


def _marked(run: Run, shown: Shown, small: float) -> str:
    text = escape(clean(run.text).translate(shown)).replace("\n", "<br/>")
    if run.strong:
        text = f"<b>{text}</b>"
    if run.em:
        text = f"<i>{text}</i>"
    size = f' size="{small:.2f}"' if run.small else ""
    if size or run.tone != "plain":
        text = f'<font color="{INKS[run.tone]}"{size}>{text}</font>'
    return text


def pieces(runs: Runs, longest: int = PIECE, break_costs: int = 40) -> Iterator[Runs]:
    """Runs in pieces of about `longest` characters at most, cut between words where there are any.

    A line break counts as `break_costs` characters, for it takes up a line. No text makes no piece.
    """
    if sum(_cost(run.text, break_costs) for run in runs) <= longest:
        if text_of(runs):
            yield runs
        return
    piece: list[Run] = []
    room = longest
    for run in runs:
        words: list[str] = []
        for word in _WORDS.findall(run.text):
            cost = _cost(word, break_costs)
            if cost > room and room < longest:
                yield (*piece, replace(run, text="".join(words)))
                piece, words, room = [], [], longest
            words.append(word)
            room -= cost
        piece.append(replace(run, text="".join(words)))
    yield tuple(piece)


def _cost(text: str, break_costs: int) -> int:
    return len(text) + text.count("\n") * break_costs
