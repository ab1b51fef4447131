"""Noticing where a text may name a student: by the team's own list, and by what names look like.

It never asks a network, and it decides nothing: it makes people look. It errs on the side of asking where
a child could be named, and on the side of silence where a grown-up of the team is.
"""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from plcdesk.running.capture_names import fold
from plcdesk.students.name_words import NameWords, name_words

Reason = Literal["listed", "given_name", "like_a_name", "initials", "lettered"]

_WORD = re.compile(r"(?:[^\W\d_][\u0300-\u036f]*)+(?:['’\u2010-](?:[^\W\d_][\u0300-\u036f]*)+)*")
_DOTTED = re.compile(r"(?<![\w.])(?:[^\W\d_]\.[ \u00a0]?){1,3}[^\W\d_]\.")
_POSSESSIVE = ("'s", "’s")
_AFTER_A_START = frozenset('.!?:;•*–—-(\n"“„«')
_BLANKS = frozenset(" \u00a0")


class ListedStudent(NamedTuple):
    """A student on a team's list, with the code that may stand for the name; the code may be empty."""

    name: str
    code: str = ""


class NameSpan(NamedTuple):
    """Where a student may be named, from `start` to `end` of a text, and what says so.

    The reason is 'listed' (on the team's list), 'given_name' (a known given name), 'like_a_name' (a capital
    where a child is spoken of), 'initials' ('J. M.') or 'lettered' ('student B').
    """

    start: int
    end: int
    reason: Reason


def likely_student_names(
    text: str, members: tuple[str, ...] = (), students: tuple[ListedStudent, ...] = ()
) -> tuple[NameSpan, ...]:
    """The places in `text` where a student may be named, in order, never overlapping.

    `members` are the grown-ups of the team by their full names, who are not marked; `students` are the
    team's own list. A line of minutes takes well under 0.2 ms.
    """
    return _finder(members, students).spans(text)


class _Word(NamedTuple):
    """A word of a text: where it stands without a possessive ending, how it is written, and folded."""

    start: int
    end: int
    text: str
    folded: str
    owns: bool

    @property
    def is_capital(self) -> bool:
        """Whether it begins as a name does. Letters in capitals throughout are a short form."""
        return self.text[0].isupper() and (len(self.text) == 1 or not self.text.isupper())


@lru_cache(maxsize=8)
def _finder(members: tuple[str, ...], students: tuple[ListedStudent, ...]) -> "_Finder":
    return _Finder(members, students, name_words())


class _Finder:
    """Everything that is known of one team, made ready for looking through many lines."""

    def __init__(
        self, members: tuple[str, ...], students: tuple[ListedStudent, ...], words: NameWords
    ) -> None:
        self._words = words
        self._members = [tuple(fold(name).split()) for name in members if fold(name)]
        self._grown_ups = frozenset(word for name in self._members for word in name if len(word) > 1)
        self._their_initials = frozenset(
            "".join(part[0] for part in name) for name in self._members if len(name) > 1
        )
        self._listed: dict[str, list[tuple[str, ...]]] = {}
        self._without_case: list[str] = []
        for student in students:
            self._list(student.name)
        self._in_small_letters = words.children | self._listed.keys()

    def spans(self, text: str) -> tuple[NameSpan, ...]:
        found = self._in_scripts_without_case(text)
        if "." in text:
            found += self._initials(text)
        words = [_word(match) for match in _WORD.finditer(text)]
        at = 0
        while at < len(words):
            if words[at].folded not in self._in_small_letters and words[at].text[0].islower():
                at += 1
                continue
            name = self._at(text, words, at)
            if name is None:
                at += 1
                continue
            count, span = name
            at += count
            if span is not None:
                found.append(span)
        return _apart(found)

    def _list(self, name: str) -> None:
        """Note the whole name, and the first and the last word of it alone."""
        if not any(letter.isupper() or letter.islower() for letter in name):
            self._without_case += [name.strip()] if name.strip() else []
            return
        whole = tuple(fold(match.group()) for match in _WORD.finditer(name))
        for key in {whole, whole[:1], whole[-1:]} - {()}:
            self._listed.setdefault(key[0], []).append(key[1:])
        for rests in self._listed.values():
            rests.sort(key=len, reverse=True)

    def _at(self, text: str, words: list[_Word], at: int) -> tuple[int, NameSpan | None] | None:
        """How many words a name takes from `at` on, with its span; no span for the name of a grown-up."""
        word = words[at]
        listed = self._listed_at(text, words, at)
        if listed:
            return listed, _over(text, words[at : at + listed], "listed")
        if word.folded in self._words.children:
            return self._lettered(text, words, at)
        if not word.is_capital and not (word.text.isupper() and len(word.text) > 3):
            return None
        if at and words[at - 1].folded in self._words.courtesies and _touch(text, words, at, ". \u00a0"):
            return 1, None
        if len(word.text) < 2 or (word.folded in self._words.calendar and not self._speaks(text, words, at)):
            return None
        return self._capital(text, words, at)

    def _capital(self, text: str, words: list[_Word], at: int) -> tuple[int, NameSpan | None] | None:
        word, known = words[at], self._words
        follows = words[at + 1] if _touch(text, words, at + 1) else None
        if follows is not None and follows.folded in known.places:
            return None
        if word.folded in self._grown_ups and not self._another(word, follows):
            return 1, None
        surname = self._is_surname(follows) and not word.owns
        count = 2 if surname else 1
        if word.folded in known.given and word.folded not in known.also_words:
            return count, _over(text, words[at : at + count], "given_name")
        if not word.is_capital:
            return None
        starts = _starts(text, word.start)
        spoken = self._speaks(text, words, at + count - 1) and (word.folded in known.also_words or not starts)
        initial = word.folded in known.also_words and surname and len(words[at + 1].text) == 1
        if spoken or (initial and not starts):
            return count, _over(text, words[at : at + count], "like_a_name")
        return None

    def _listed_at(self, text: str, words: list[_Word], at: int) -> int:
        """How many words of a listed student's name stand at `at`."""
        word = words[at]
        for rest in self._listed.get(word.folded, ()):
            end = at + 1 + len(rest)
            if tuple(other.folded for other in words[at + 1 : end]) != rest:
                continue
            if all(_touch(text, words, place) for place in range(at + 1, end)) and (
                rest or self._is_alone_a_name(text, words, at)
            ):
                return end - at
        return 0

    def _is_alone_a_name(self, text: str, words: list[_Word], at: int) -> bool:
        """Whether one word of a listed name means that student: not a member's, and not just a word."""
        word = words[at]
        if word.folded in self._grown_ups:
            return False
        if at and words[at - 1].folded in self._words.courtesies and _touch(text, words, at, ". \u00a0"):
            return False
        known = self._words
        if word.folded not in known.also_words and (len(word.text) > 3 or word.folded in known.given):
            return True
        if not word.text[0].isupper():
            return False
        return not _starts(text, word.start) or word.owns or self._speaks(text, words, at)

    def _another(self, word: _Word, follows: _Word | None) -> bool:
        """Whether a member's first name is followed by a surname that is not that member's: 'Dana R.'"""
        if not self._is_surname(follows) or word.folded not in self._words.given:
            return False
        assert follows is not None
        same = [name for name in self._members if name[0] == word.folded and len(name) > 1]
        letter = len(follows.text) == 1
        theirs = {name[-1][0] if letter else name[-1] for name in same}
        return bool(same) and follows.folded not in theirs

    def _is_surname(self, follows: _Word | None) -> bool:
        if follows is None or not follows.is_capital:
            return False
        other = self._words.calendar | self._words.places
        return follows.folded not in other and (
            len(follows.text) == 1 or follows.folded not in self._grown_ups
        )

    def _speaks(self, text: str, words: list[_Word], at: int) -> bool:
        """Whether a child is spoken of: 'student Tayo', 'Tayo said', 'Tayo's exit ticket'."""
        word, known = words[at], self._words
        if at and words[at - 1].text in known.children and _touch(text, words, at):
            return True
        if word.owns:
            return any(
                _touch(text, words, place) and words[place].folded in known.belongings
                for place in (at + 1, at + 2)
                if place < len(words)
            )
        return _touch(text, words, at + 1) and words[at + 1].text in known.doings

    def _lettered(self, text: str, words: list[_Word], at: int) -> tuple[int, NameSpan] | None:
        """'student B', whoever that is."""
        if not _touch(text, words, at + 1):
            return None
        letter = words[at + 1].text
        if len(letter) > 1 or not letter.isupper() or letter == "I":
            return None
        return 2, NameSpan(words[at].start, words[at + 1].end, "lettered")

    def _initials(self, text: str) -> list[NameSpan]:
        found: list[NameSpan] = []
        for match in _DOTTED.finditer(text):
            letters = "".join(letter for letter in match.group() if letter.isalpha())
            short = "".join(f"{letter}." for letter in letters.casefold())
            if not letters.isupper() or short in self._words.short_forms:
                continue
            if fold(letters) not in self._their_initials:
                found.append(NameSpan(match.start(), match.end(), "initials"))
        return found

    def _in_scripts_without_case(self, text: str) -> list[NameSpan]:
        """Listed names in scripts that know no capitals and often no blanks, such as 李明."""
        found: list[NameSpan] = []
        for name in self._without_case:
            start = text.find(name)
            while start >= 0:
                found.append(NameSpan(start, start + len(name), "listed"))
                start = text.find(name, start + len(name))
        return found


def _word(match: re.Match[str]) -> _Word:
    text = match.group()
    owns = text.endswith(_POSSESSIVE)
    text = text[:-2] if owns else text
    return _Word(match.start(), match.start() + len(text), text, fold(text), owns)


def _touch(text: str, words: list[_Word], at: int, between: str = " \u00a0") -> bool:
    """Whether the word at `at` follows the one before it with nothing but a blank between."""
    if not 0 < at < len(words):
        return False
    before = words[at - 1]
    gap = text[before.end + 2 * before.owns : words[at].start]
    return 0 < len(gap) <= 2 and all(sign in between for sign in gap)


def _over(text: str, words: list[_Word], reason: Reason) -> NameSpan:
    """A span over these words, with the dot of an initial at the end."""
    end = words[-1].end
    if len(words) > 1 and len(words[-1].text) == 1 and text[end : end + 1] == ".":
        end += 1
    return NameSpan(words[0].start, end, reason)


def _starts(text: str, at: int) -> bool:
    """Whether a sentence starts here, where any word has a capital."""
    while at and text[at - 1] in _BLANKS:
        at -= 1
    return at == 0 or text[at - 1] in _AFTER_A_START


def _apart(found: list[NameSpan]) -> tuple[NameSpan, ...]:
    """In order, without those that overlap an earlier or longer one."""
    kept: list[NameSpan] = []
    for span in sorted(found, key=lambda span: (span.start, -span.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)
