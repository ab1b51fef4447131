"""Where a step stands in the loops around it, in words."""

from collections.abc import Iterable

from plcdesk.text import tr


def turn_words(turns: Iterable[tuple[str, int, int]]) -> str:
    """'presenter 2 of 3', outermost loop first; empty where a loop has only one turn. `turns` as in `PlanStep`."""
    words = {
        "presenters": tr("presenter {index} of {count}"),
        "people": tr("person {index} of {count}"),
        "prompts": tr("prompt {index} of {count}"),
        "items": tr("piece {index} of {count}"),
        "stations": tr("station {index} of {count}"),
        "turns": tr("turn {index} of {count}"),
    }
    return ", ".join(
        words.get(over, words["turns"]).format(index=index, count=count)
        for over, index, count in turns
        if count > 1
    )
