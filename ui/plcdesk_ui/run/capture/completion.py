"""Completing the name of a member while it is typed."""

from collections.abc import Callable
from dataclasses import dataclass

from plcdesk.running.capture import Person, complete_name, name_being_typed
from plcdesk.running.capture_names import fold


@dataclass(frozen=True, slots=True)
class Completion:
    """The characters from `start` to the cursor become `name`; `ghost` is what is shown behind the cursor."""

    start: int
    name: str
    ghost: str


def completion_at(
    text: str, cursor: int, people: tuple[Person, ...], short_name: Callable[[str], str]
) -> Completion | None:
    """The likeliest name for the one being typed before the cursor; None if there is none or it is complete.

    Offered only where a word ends, so that a word in the middle of a sentence is never torn apart.
    """
    if text[cursor : cursor + 1].strip():
        return None
    begun = name_being_typed(text, cursor)
    if begun is None:
        return None
    start, typed = begun
    sign = "@" if typed.startswith("@") else ""
    letters = typed.removeprefix("@")
    for person in complete_name(typed, people):
        name = short_name(person.id)
        if fold(name) == fold(letters):
            return None
        if fold(name).startswith(fold(letters)) and len(fold(letters)) == len(letters):
            return Completion(start, sign + name, name[len(letters) :])
        return Completion(start, sign + name, f" → {name}")
    return None
