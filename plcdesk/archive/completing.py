"""Completing the words that narrow a search, as they are typed."""

from dataclasses import dataclass

from plcdesk.archive.directory import Directory, is_meant
from plcdesk.archive.wanted import IS, KEYS, pieces

MOST = 8


@dataclass(frozen=True)
class Completion:
    """What could stand there: `typed` is the whole search with it, `shown` only this word."""

    typed: str
    shown: str


def complete(typed: str, names: Directory, this_year: int) -> tuple[Completion, ...]:
    """What the last word could become: 'ow' is 'owner:', 'owner:da' is 'owner:Dana'. Nothing for other words."""
    parts = pieces(typed)
    if not parts or parts[-1].end != len(typed):
        return ()
    last = parts[-1]
    before = typed[: last.start]
    if not last.key:
        word = last.text.lower()
        keys = [key for key in KEYS if len(word) > 1 and key.startswith(word) and not last.quoted]
        return tuple(Completion(f"{before}{key}:", f"{key}:") for key in keys)
    values = [value for value in _values(last.key, last.text, names, this_year) if value != last.text]
    words = [f"{last.key}:{_written(value)}" for value in values[:MOST]]
    return tuple(Completion(f"{before}{word} ", word) for word in words)


def _values(key: str, begun: str, names: Directory, this_year: int) -> list[str]:
    match key:
        case "is":
            return [word for word in IS if word.startswith(begun.lower())]
        case "owner":
            return [person.name for person in names.people if not begun or is_meant(person.name, begun)]
        case "with":
            return [
                person.name
                for person in names.people
                if person.member_ids and (not begun or is_meant(person.name, begun))
            ]
        case "protocol":
            return [name for name in names.protocols if not begun or is_meant(name, begun)]
        case "team":
            return [name for _, name in names.teams if not begun or is_meant(name, begun)]
        case _:
            years = [str(year) for year in range(this_year, this_year - 5, -1)]
            months = [f"{begun[:4]}-{month:02}" for month in range(1, 13)] if begun[:4].isdigit() else []
            return [value for value in (*years, *months) if value.startswith(begun)]


def _written(value: str) -> str:
    return f'"{value}"' if " " in value else value
