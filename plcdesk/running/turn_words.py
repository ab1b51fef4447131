"""Where a step stands in the loops around it, in words."""

from collections.abc import Iterable

from plcdesk.library.fitted import Turn
from plcdesk.text import tr


def turn_words(turns: Iterable[Turn]) -> str:
    """'presenter 2 of 3', outermost loop first; empty where a loop has only one turn."""
    words = {
        "presenters": tr("presenter {index} of {count}"),
        "people": tr("person {index} of {count}"),
        "prompts": tr("prompt {index} of {count}"),
        "items": tr("piece {index} of {count}"),
        "stations": tr("station {index} of {count}"),
        "turns": tr("turn {index} of {count}"),
    }
    own = tr("{word} {index} of {count}")
    return ", ".join(
        (own if turn.called else words[turn.over]).format(
            word=turn.called, index=turn.index, count=turn.count
        )
        for turn in turns
        if turn.count > 1
    )
