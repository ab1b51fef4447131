"""All minutes of a team's year in one PDF: contents, the minutes, then every decision and action.

Only one meeting is in memory at a time: each page is written when it is done.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import IO

from plcdesk.minutes.content import ActionLine, MeetingFacts
from plcdesk.minutes.dates import DEFAULT, language_tag, short_date
from plcdesk.minutes.document import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Paragraph,
    Run,
    Runs,
    Space,
    Table,
    plain_runs,
)
from plcdesk.minutes.minutes_of import minutes_document
from plcdesk.minutes.paper import Paper
from plcdesk.minutes.parts import USUAL, Parts
from plcdesk.minutes.phrases import ended
from plcdesk.minutes.versions import facts_of
from plcdesk.minutes.year import SchoolYear, held_in
from plcdesk.planning.reading import read_team
from plcdesk.store.reader import Reader
from plcdesk.students.kept import LeavingNames, as_it_leaves, new_names_in
from plcdesk.text import ntr, tr

Progress = Callable[[int, int], bool]
"""Told how many meetings are done of how many; answers whether to go on."""


class Stopped(Exception):
    """Somebody asked to stop."""


@dataclass(frozen=True)
class Chapter:
    """What the contents say of a meeting: its key, day and title."""

    key: str
    day: str
    title: str


def year_book(
    reader: Reader,
    team_id: str,
    year: SchoolYear,
    to: IO[bytes],
    parts: Parts = USUAL,
    paper: Paper = "letter",
    locale: str = DEFAULT,
    progress: Progress = lambda _done, _all: True,
) -> None:
    """Write the book of a year as a PDF, always the same bytes for the same minutes.

    Raises Stopped when told to stop; what stands in `to` is then worth nothing.
    """
    meetings = held_in(reader, team_id, year.begins)
    book_of(reader, team_id, year.name, meetings, to, parts, paper, locale, progress)


def names_in_year(reader: Reader, team_id: str, year: SchoolYear) -> LeavingNames:
    """The likely students' names in the book of a year that nobody has chosen for yet."""
    meetings = held_in(reader, team_id, year.begins)
    return new_names_in(reader, ((meeting_id, facts_of(reader, meeting_id)) for meeting_id in meetings))


def book_of(
    reader: Reader,
    team_id: str,
    name: str,
    meetings: Sequence[str],
    to: IO[bytes],
    parts: Parts = USUAL,
    paper: Paper = "letter",
    locale: str = DEFAULT,
    progress: Progress = lambda _done, _all: True,
) -> None:
    """Write a book of these meetings of a team, called `name`, such as '2026–27'."""
    from plcdesk.minutes.pdf_book import write_book

    found = read_team(reader, team_id)
    team = found.name if found is not None else ""
    book = Document(
        title=tr("{team}, minutes {year}").format(team=team, year=name),
        author=team,
        language=language_tag(locale),
        blocks=(),
        subtitle=ntr("{n} meeting", "{n} meetings", len(meetings)).format(n=len(meetings)),
        footer=(team, tr("minutes {year}").format(year=name), tr("confidential")),
    )
    chapters = [_chapter(reader, meeting_id, locale) for meeting_id in meetings]
    told = _Told(reader, meetings, parts, locale, progress)
    write_book(book, chapters, told.documents(), told.lists(), paper, to)


class _Told:
    """The meetings of a book, read one after the other."""

    def __init__(
        self, reader: Reader, meetings: Sequence[str], parts: Parts, locale: str, progress: Progress
    ) -> None:
        self._reader = reader
        self._meetings = meetings
        self._parts = parts
        self._locale = locale
        self._progress = progress

    def documents(self) -> Iterator[Document]:
        """The minutes of each meeting."""
        for done, meeting_id in enumerate(self._meetings):
            self._tell(done)
            yield minutes_document(self._facts(meeting_id), self._parts, self._locale)

    def lists(self) -> Iterator[tuple[Block, ...]]:
        """Every decision, then every action, a table for each meeting that has any, with what stands above it."""
        yield from self._each(Heading(tr("All decisions"), 1, "decision"), _decisions)
        yield from self._each(Heading(tr("All actions")), _actions)

    def _each(
        self, heading: Heading, made: "Callable[[MeetingFacts, str], Table | None]"
    ) -> Iterator[tuple[Block, ...]]:
        above: tuple[Block, ...] = (heading,)
        for meeting_id in self._meetings:
            self._tell(len(self._meetings))
            facts = self._facts(meeting_id)
            table = made(facts, self._locale)
            if table is not None:
                day = short_date(facts.starts_local.date(), facts.starts_local.date(), self._locale)
                yield (*above, Space(0.5), Paragraph((Run(f"{day} ", strong=True), Run(facts.title))), table)
                above = ()
        yield above

    def _tell(self, done: int) -> None:
        if not self._progress(done, len(self._meetings)):
            raise Stopped

    def _facts(self, meeting_id: str) -> MeetingFacts:
        return as_it_leaves(self._reader, meeting_id, facts_of(self._reader, meeting_id))


def _chapter(reader: Reader, meeting_id: str, locale: str) -> Chapter:
    row = reader.row(
        "SELECT coalesce((SELECT json_extract(document, '$.facts.title') FROM minutes_version"
        " WHERE meeting_id = meeting.id AND meeting.status = 'final' ORDER BY number DESC LIMIT 1), title) AS title,"
        " substr(starts_at, 1, 10) AS day FROM meeting WHERE id = ?",
        [meeting_id],
    )
    assert row is not None
    day = date.fromisoformat(row["day"])
    made = Chapter(
        meeting_id, short_date(day, day, locale), row["title"].strip() or tr("Meeting without a title")
    )
    return replace(made, title=as_it_leaves(reader, meeting_id, made.title))


def _decisions(facts: MeetingFacts, locale: str) -> Table | None:
    del locale
    rows = tuple(
        (
            (
                plain_runs(ended(decision.text)),
                *((plain_runs(decision.why.strip(), "quiet"),) if decision.why else ()),
            ),
        )
        for decision in facts.decisions
    )
    return Table((Column("", 1.0),), rows) if rows else None


def _actions(facts: MeetingFacts, locale: str) -> Table | None:
    columns = (Column("", 0.56), Column("", 0.18), Column("", 0.14), Column("", 0.12))
    rows = tuple(_action(action, facts, locale) for action in facts.actions)
    return Table(columns, rows) if rows else None


def _action(action: ActionLine, facts: MeetingFacts, locale: str) -> tuple[Cell, ...]:
    day = short_date(action.due, facts.starts_local.date(), locale) if action.due else tr("no date")
    words = {"open": tr("open"), "done": tr("done"), "dropped": tr("dropped")}
    told: tuple[Runs, ...] = (
        plain_runs(action.text),
        plain_runs(", ".join(action.owners) or tr("nobody yet"), "plain" if action.owners else "quiet"),
        plain_runs(day, "plain" if action.due else "quiet"),
        plain_runs(words[action.status], "quiet"),
    )
    return tuple((runs,) for runs in told)
