"""Whom a typed name means: first names, full names and initials of the team, and nobody else."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache


def word_set(words: str) -> frozenset[str]:
    """The words of a text, to look words up in."""
    return frozenset(words.split())


@dataclass(frozen=True)
class Person:
    """A member of the team as capture needs to know them."""

    id: str
    name: str
    initials: str = ""


@dataclass(frozen=True)
class Named:
    """A name found in a text, from `start` to `end`; `person` is None if it is nobody's on the team."""

    start: int
    end: int
    name: str
    person: Person | None
    at_sign: bool = False


# What NFKD leaves alone, though people type it without its stroke.
_STROKES = str.maketrans({"đ": "d", "ł": "l", "ø": "o", "ı": "i", "ð": "d", "ħ": "h", "æ": "ae", "œ": "oe"})
_WORD = re.compile(r"[^\W\d_]\w{0,60}(?:[’'-](?!ll\b)\w{1,60}){0,4}\.?", re.IGNORECASE)
_BETWEEN_NAMES = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s*[&+/]\s*", re.IGNORECASE)
_COURTESY = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "coach"})
_LONGEST_NAME = 5  # words

# Capitalised at the start of a sentence, and still no name.
NOT_A_NAME = word_set(
    """a all also an and any anyone anybody both each every everybody everyone he i it kids nobody none one
    others our parents people she some somebody someone staff students team teachers that the their then these
    they this those we what when where which who why you"""
)


@lru_cache(maxsize=4096)
def fold(words: str) -> str:
    """Lower case without accents, for comparing: 'Trần' and 'tran' are the same."""
    plain = unicodedata.normalize("NFKD", words.casefold().translate(_STROKES))
    bare = "".join(character for character in plain if not unicodedata.combining(character))
    return " ".join(bare.replace(".", " ").replace("’", "'").split())


class NameBook:
    """All ways in which the members of a team can be named. What could mean two people means nobody."""

    def __init__(self, people: Sequence[Person]) -> None:
        self.people = tuple(people)
        self._by_name: dict[str, Person | None] = {}
        self._by_initials: dict[str, Person | None] = {}
        full_names = {fold(person.name) for person in people}
        for person in people:
            for key in _keys(person):
                if key != fold(person.name) and key in full_names:
                    continue  # somebody is called just that
                self._by_name[key] = None if self._by_name.get(key, person) != person else person
            initials = person.initials.strip()
            if len(initials) > 1:
                taken = self._by_initials.get(initials, person) != person
                self._by_initials[initials] = None if taken else person

    def at(self, text: str, start: int) -> Named | None:
        """The member named from `start` on, by the longest name that fits; None if nobody is."""
        words: list[str] = []
        ends: list[int] = []
        position = start
        while len(words) < _LONGEST_NAME and (word := _WORD.match(text, position)):
            words.append(word[0])
            ends.append(word.end())
            position = word.end()
            if text[position : position + 1] != " ":
                break
            position += 1
        for count in range(len(words), 0, -1):
            person = self._by_name.get(fold(" ".join(words[:count])))
            if person is None and count == 1:
                person = self._by_initials.get(words[0].rstrip("."))
            if person is not None:
                end = ends[count - 1]
                short = len(words[count - 1]) <= 2  # 'Dana K.' keeps its full stop, 'by Dana.' does not
                if count == 1 or not short:
                    end -= words[count - 1].endswith(".")
                return Named(start, end, text[start:end], person)
        return None


@lru_cache(maxsize=8)
def name_book(people: tuple[Person, ...]) -> NameBook:
    """The name book of a team, made once for each team that is asked about."""
    return NameBook(people)


def _keys(person: Person) -> set[str]:
    words = fold(person.name).split()
    if not words:
        return set()
    keys = {" ".join(words), words[0]}
    if len(words) > 1:
        keys |= {" ".join(words[:-1]), f"{words[0]} {words[-1][0]}"}
        keys |= {f"{courtesy} {words[-1]}" for courtesy in _COURTESY}
    return keys


def names_at(text: str, start: int, book: NameBook, *, strangers: bool) -> tuple[Named, ...]:
    """The list of people that begins at `start`: 'Dana', 'Dana and Minh', '@Dana, Minh & Jo'.

    With `strangers` a capitalised word that is nobody's name counts as well, and stands there with no person.
    """
    found: list[Named] = []
    position = start
    while True:
        at_sign = text.startswith("@", position)
        here = position + at_sign
        named = book.at(text, here) or (_stranger(text, here) if strangers else None)
        if named is None:
            break
        found.append(Named(position, named.end, named.name, named.person, at_sign))
        between = _BETWEEN_NAMES.match(text, named.end)
        if between is None or len(found) == 40:
            break
        position = between.end()
    return tuple(found)


def _stranger(text: str, start: int) -> Named | None:
    first = _WORD.match(text, start)
    if first is None or not first[0][0].isupper() or fold(first[0]) in NOT_A_NAME:
        return None
    end = first.end()
    if fold(first[0]) in _COURTESY:
        last = _WORD.match(text, end + 1)
        if last is None or not last[0][0].isupper():
            return None
        end = last.end()
    else:
        end -= first[0].endswith(".")
    return Named(start, end, text[start:end], None)


def complete_name(prefix: str, people: Sequence[Person]) -> tuple[Person, ...]:
    """Who can be meant by a name begun with `prefix` (with or without '@'), the likeliest first.

    First names come before last names and initials, and within these people keep their order. Everyone for
    an empty prefix, so that a bare '@' offers the team.
    """
    begun = fold(prefix.removeprefix("@"))
    first: list[Person] = []
    later: list[Person] = []
    for person in people:
        name = fold(person.name)
        if name.startswith(begun):
            first.append(person)
        elif any(word.startswith(begun) for word in name.split()) or fold(person.initials).startswith(begun):
            later.append(person)
    return (*first, *later)


_BEGUN = re.compile(r"(?:^|(?<=[\s(,&/+:]))@?[^\W\d_][\w’'-]{0,40}\Z|(?:^|(?<=[\s(]))@\Z")


def name_being_typed(text: str, cursor: int) -> tuple[int, str] | None:
    """Where the name before the cursor begins and what of it is typed, for completion; None if it is no name.

    A word counts as a name begun if it has an '@' before it, or a capital letter and two letters at least.
    """
    begun = _BEGUN.search(text[max(0, cursor - 60) : cursor])
    if begun is None:
        return None
    typed = begun[0]
    if not typed.startswith("@") and (len(typed) < 2 or not typed[0].isupper()):
        return None
    return cursor - len(typed), typed
