"""Finding anything by a few words: meetings, open actions, people, protocols."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from plcdesk.archive.directory import Directory, is_meant
from plcdesk.archive.matching import Marked, Term, marked
from plcdesk.archive.search import QUICK, Row, describe, search
from plcdesk.archive.spelling import mended
from plcdesk.archive.wanted import Wanted, parse
from plcdesk.store.reader import Reader

Kind = Literal["meeting", "action", "person", "protocol"]
MOST = 5


@dataclass(frozen=True)
class Thing:
    """Something found: `key` is the id of a meeting or a protocol, or a person's name; `row` is there for meetings
    and actions."""

    kind: Kind
    key: str
    title: Marked
    row: Row | None = field(default=None)


def find_everything(reader: Reader, typed: str, names: Directory, today: date) -> tuple[Thing, ...]:
    """What is meant by a few words, kind by kind; by words like them if nothing is. Nothing for no words."""
    wanted = parse(typed)
    if not wanted.asks_for_entries:
        return ()
    people = _named("person", ((person.name, person.name) for person in names.people), typed, wanted.terms)
    found = _places(reader, wanted, names, today)
    if not (found or people) and (better := mended(reader, wanted)) is not None:
        found = _places(reader, better, names, today)
    return (*found, *people)


def _places(reader: Reader, wanted: Wanted, names: Directory, today: date) -> list[Thing]:
    meetings = search(reader, wanted, names, today, QUICK).meetings[:MOST]
    found = [
        Thing("meeting", row.meeting_id, row.title, row)
        for row in describe(reader, meetings, names, wanted.terms)
    ]
    actions = replace(wanted, kinds=frozenset({"action"}), states=wanted.states or frozenset({"open"}))
    with_actions = search(reader, actions, names, today, QUICK).meetings[:MOST]
    found += [
        Thing("action", row.meeting_id, row.text, row)
        for row in describe(reader, with_actions, names, wanted.terms)
    ]
    return found


def find_protocols(typed: str, protocols: Iterable[tuple[str, str]]) -> tuple[Thing, ...]:
    """The protocols of the library that are meant, given by their ids and names."""
    return tuple(_named("protocol", protocols, typed, parse(typed).terms))


def _named(kind: Kind, names: Iterable[tuple[str, str]], typed: str, terms: Sequence[Term]) -> list[Thing]:
    meant = [Thing(kind, key, marked(name, terms)) for key, name in names if is_meant(name, typed)]
    return meant[:MOST]
