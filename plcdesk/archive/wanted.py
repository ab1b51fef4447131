"""What is looked for: words and phrases, and words such as 'owner:dana' or 'since:2025-08' that narrow it."""

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from plcdesk.archive.matching import Term

KEYS = ("owner", "since", "until", "is", "protocol", "team", "with")
KINDS = ("decision", "action", "question", "note", "agenda", "file")
STATES = ("open", "late", "done")
IS = (*KINDS, *STATES)
LONGEST = 400
"""Characters of a search that are read; nobody types more, and a pasted page would take long."""

_PIECE = re.compile(
    r'(?P<key>[A-Za-z]+):(?:"(?P<quoted>[^"]*)"?|(?P<value>[^\s"]*))|"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+)'
)
_SAME = {
    "questions": "question",
    "parked": "question",
    "actions": "action",
    "decisions": "decision",
    "notes": "note",
}


@dataclass(frozen=True)
class Wanted:
    """A search. All of it must hold; of several `kinds` or `states` one.

    `owner`, `protocol`, `team` and `with_person` are the beginnings of names; a `team` may be its id. `since` and
    `until` are the first and last day of the meetings.
    """

    terms: tuple[Term, ...] = ()
    kinds: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    owner: str = ""
    with_person: str = ""
    protocol: str = ""
    team: str = ""
    since: date | None = None
    until: date | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for, so that all meetings are meant."""
        return self == Wanted()

    @property
    def asks_for_entries(self) -> bool:
        """Whether places in meetings are looked for, and not only meetings."""
        return bool(self.terms or self.kinds or self.states or self.owner)


@dataclass(frozen=True)
class Piece:
    """A part of what was typed: where it stands, and its key and value if it is such a word."""

    start: int
    end: int
    text: str
    key: str = ""
    quoted: bool = False


def pieces(typed: str) -> tuple[Piece, ...]:
    """What was typed, part by part."""
    found: list[Piece] = []
    for match in _PIECE.finditer(clean(typed)):
        key = (match["key"] or "").lower()
        if key and key not in KEYS:
            found.append(Piece(match.start(), match.end(), match.group()))
        elif key:
            text = match["quoted"] if match["quoted"] is not None else match["value"]
            found.append(Piece(match.start(), match.end(), text, key))
        elif match["phrase"] is not None:
            found.append(Piece(match.start(), match.end(), match["phrase"], quoted=True))
        else:
            found.append(Piece(match.start(), match.end(), match["word"]))
    return tuple(found)


def parse(typed: str) -> Wanted:
    """Read a search as it is typed. Nothing in it is an error; the last word may go on."""
    typed = clean(typed)
    wanted, parts = Wanted(), pieces(typed)
    for part in parts:
        if part.key:
            wanted = _narrowed(wanted, part.key, part.text)
        else:
            unfinished = part is parts[-1] and part.end == len(typed) and not part.quoted
            term = _begun(part.text) if unfinished else Term(part.text)
            if term.words:
                wanted = replace(wanted, terms=(*wanted.terms, term))
    return wanted


def _begun(text: str) -> Term:
    """A term whose last word may go on. One letter begins too many words to help: 're-t' is 're' as yet."""
    words = Term(text).words
    if not words or len(words[-1]) > 1:
        return Term(text, begins=True)
    return Term(" ".join(words[:-1]) or text)


def clean(typed: str) -> str:
    """What was typed, on one line and without what no file can hold."""
    kept = typed[:LONGEST].encode("utf-8", "ignore").decode().replace("\0", " ")
    return " ".join(kept.splitlines())


def index_query(terms: Sequence[Term]) -> str:
    """The terms as FTS5 reads them, each quoted so that nothing in it means anything to it."""
    return " ".join(_quoted(term) for term in terms)


def _quoted(term: Term) -> str:
    words = term.text.replace('"', '""')
    return f'"{words}" *' if term.begins else f'"{words}"'


def _narrowed(wanted: Wanted, key: str, value: str) -> Wanted:
    value = value.strip()
    if not value:
        return wanted
    match key:
        case "since":
            return replace(wanted, since=first_day(value) or wanted.since)
        case "until":
            return replace(wanted, until=last_day(value) or wanted.until)
        case "is":
            word = _SAME.get(value.lower(), value.lower())
            if word in KINDS:
                return replace(wanted, kinds=wanted.kinds | {word})
            return replace(wanted, states=wanted.states | {word}) if word in STATES else wanted
        case "with":
            return replace(wanted, with_person=value)
        case _:
            return replace(wanted, **{key: value})


def first_day(text: str) -> date | None:
    """The first day of a year, month or day: '2025', '2025-08', '2025-08-31'. None if it is none of them."""
    numbers = _numbers(text)
    if numbers is None:
        return None
    year, month, day = (*numbers, 1, 1)[:3]
    try:
        return date(year, month, day)
    except ValueError:
        return None


def last_day(text: str) -> date | None:
    """The last day of a year, month or day; None if it is none of them."""
    numbers, first = _numbers(text), first_day(text)
    if numbers is None or first is None or len(numbers) == 3:
        return first
    month = 12 if len(numbers) == 1 else first.month
    return date(first.year, month, calendar.monthrange(first.year, month)[1])


def _numbers(text: str) -> tuple[int, ...] | None:
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{1,2}){0,2}", text):
        return None
    return tuple(int(number) for number in text.split("-"))
