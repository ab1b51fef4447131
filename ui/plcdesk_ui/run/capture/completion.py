"""Completing the name of a member while it is typed."""

from collections.abc import Callable
from dataclasses import dataclass

from plcdesk.running.capture import Person, complete_name, name_being_typed
from plcdesk.running.capture_names import fold

MOST_NAMES = 5


@dataclass(frozen=True, slots=True)
class Completion:
    """The characters from `start` to the cursor become `name`; `ghost` is what is shown behind the cursor."""

    start: int
    name: str
    ghost: str


def completions_at(
    text: str, cursor: int, people: tuple[Person, ...], short_name: Callable[[str], str]
) -> tuple[Completion, ...]:
    """The names that the one being typed before the cursor can be, the likeliest first; none once it is complete.

    Offered only where a word ends, so that a word in the middle of a sentence is never torn apart.
    """
    if text[cursor : cursor + 1].strip():
        return ()
    begun = name_being_typed(text, cursor)
    if begun is None:
        return ()
    start, typed = begun
    sign = "@" if typed.startswith("@") else ""
    letters = typed.removeprefix("@")
    names = [short_name(person.id) for person in complete_name(typed, people)[:MOST_NAMES]]
    if names and fold(names[0]) == fold(letters):
        return ()
    return tuple(Completion(start, sign + name, _ghost(name, letters)) for name in names)


def _ghost(name: str, letters: str) -> str:
    """The rest of the name, or where the letters begin another part of it, the whole name behind an arrow."""
    begins = fold(name).startswith(fold(letters)) and len(fold(letters)) == len(letters)
    return name[len(letters) :] if begins else f" → {name}"
