"""Searching all meetings: the newest meeting first, each with the places where something was found.

`search` is quick when its `limit` is small (what a person sees while typing) and whole when it is large (what
the counts are taken from); its text is read a page at a time by `describe`.
"""

import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from plcdesk.archive.directory import Directory
from plcdesk.archive.matching import Marked, Term, excerpt, marked
from plcdesk.archive.sources import BY_TABLE, facet_of, hits_query, wanted_sources, where_of
from plcdesk.archive.wanted import Wanted
from plcdesk.store.reader import Reader, Value

QUICK = 20
WHOLE = 4_000
PAGE = 20
_PROBED = 40
_FIRST = ("decision", "action", "item", "protocol", "file", "question", "parked")
_LAST = ("title",)  # it is shown and marked in any case


class Hit(NamedTuple):
    """A place: a row of a table, of some kind."""

    table: str
    n: int
    kind: str


Place = tuple[str, int]
"""A table and a row's n."""


class PlaceText(NamedTuple):
    """What stands in a place: its text, what goes with it (why, purpose), a protocol's own word for its kind."""

    id: str
    text: str
    more: str
    word: str


@dataclass
class Hits:
    """A meeting with its places; the first `whole` of them have all the words. `starts_at` is local, 'YYYY-MM-DDTHH:MM'."""

    meeting_id: str
    starts_at: str
    places: list[Hit] = field(default_factory=list[Hit])
    whole: int | None = None

    @property
    def shown(self) -> Hit | None:
        """The place that stands for all of them: what has all the words, and what was agreed before what was said."""
        return min(self.places[: self.whole or None], key=_rank, default=None)


@dataclass(frozen=True)
class Found:
    """What was found, the newest meeting first; `cut` when there is more than was asked for."""

    meetings: tuple[Hits, ...] = ()
    cut: bool = False

    @property
    def places(self) -> int:
        return sum(len(meeting.places) for meeting in self.meetings)

    @property
    def counts(self) -> Counter[str]:
        """How many places there are of each kind that can be chosen."""
        return Counter(facet_of(hit.kind) for meeting in self.meetings for hit in meeting.places)


@dataclass(frozen=True)
class Row:
    """A meeting found, as a list shows it. `line` is the id of what was written down in the place shown."""

    meeting_id: str
    team: str
    title: Marked
    starts_at: str
    minutes: int
    status: str
    places: int = 0
    kind: str = ""
    word: str = ""
    text: Marked = field(default_factory=lambda: Marked(""))
    line: str = ""


def search(reader: Reader, wanted: Wanted, names: Directory, today: date, limit: int = WHOLE) -> Found:
    """Find the places, at most `limit` of each source, and the meetings they are in."""
    by_meeting: dict[str, Hits] = {}
    cut = False
    for source in wanted_sources(wanted):
        sql, values = hits_query(source, wanted, names, today, limit)
        rows = reader.rows(sql, values)
        cut = cut or len(rows) == limit
        for n, kind, meeting_id, starts_at in rows:
            _put(by_meeting, Hit(source.table, n, kind), meeting_id, starts_at)
        if len(rows) == limit > QUICK and source.table == "entry" and wanted.terms:
            _probe_newest(reader, wanted, names, today, by_meeting)
    return Found(_newest_first(by_meeting), cut)


def search_apart(reader: Reader, wanted: Wanted, names: Directory, today: date, limit: int = WHOLE) -> Found:
    """The same, and also meetings that have each of several words in some place of theirs."""
    found = search(reader, wanted, names, today, limit)
    if len(wanted.terms) < 2 or found.cut:
        return found
    singly = [search(reader, replace(wanted, terms=(term,)), names, today, limit) for term in wanted.terms]
    together = {hits.meeting_id for hits in singly[0].meetings}
    for one in singly[1:]:
        together &= {hits.meeting_id for hits in one.meetings}
    by_meeting = {hits.meeting_id: replace(hits, whole=len(hits.places)) for hits in found.meetings}
    for one in singly:
        for hits in one.meetings:
            if hits.meeting_id in together:
                merged = by_meeting.setdefault(
                    hits.meeting_id, Hits(hits.meeting_id, hits.starts_at, whole=0)
                )
                merged.places = list(dict.fromkeys((*merged.places, *hits.places)))
    return Found(_newest_first(by_meeting))


def _newest_first(by_meeting: dict[str, Hits]) -> tuple[Hits, ...]:
    return tuple(
        sorted(by_meeting.values(), key=lambda hits: (hits.starts_at, hits.meeting_id), reverse=True)
    )


def _put(by_meeting: dict[str, Hits], hit: Hit, meeting_id: str, starts_at: str) -> None:
    found = by_meeting.get(meeting_id)
    if found is None:
        found = by_meeting[meeting_id] = Hits(meeting_id, starts_at)
    if hit not in found.places[-1:]:
        found.places.append(hit)


def _probe_newest(
    reader: Reader, wanted: Wanted, names: Directory, today: date, by_meeting: dict[str, Hits]
) -> None:
    """Look into the newest meetings one by one.

    Where there is too much to read all of it, what was written last is read; after older years were taken in
    from another laptop those are not the newest meetings.
    """
    where = where_of(Wanted(team=wanted.team, since=wanted.since, until=wanted.until), names, today, None)
    newest = reader.rows(
        "SELECT meeting.id, (SELECT min(n) FROM entry WHERE meeting_id = meeting.id) AS first,"
        " (SELECT max(n) FROM entry WHERE meeting_id = meeting.id) AS last FROM meeting"
        f" WHERE {where.sql} ORDER BY meeting.starts_at DESC, meeting.n DESC LIMIT ?",
        [*where.values, _PROBED],
    )
    sql, values = hits_query(BY_TABLE["entry"], wanted, names, today, QUICK)
    probe = sql.replace(" WHERE ", " WHERE entry_fts.rowid BETWEEN ? AND ? AND meeting.id = ? AND ", 1)
    for row in newest:
        if row["id"] not in by_meeting and row["first"] is not None:
            for n, kind, meeting_id, starts_at in reader.rows(
                probe, [row["first"], row["last"], row["id"], *values]
            ):
                _put(by_meeting, Hit("entry", n, kind), meeting_id, starts_at)


def describe(
    reader: Reader, page: Sequence[Hits], names: Directory, terms: Sequence[Term]
) -> tuple[Row, ...]:
    """The rows of a page of meetings, with the place of each that is shown."""
    meetings = {
        row["id"]: row
        for row in _by_keys(
            reader,
            "SELECT id, team_id, title, result_wanted, starts_at, minutes, status FROM meeting WHERE id IN ",
            [hits.meeting_id for hits in page],
        )
    }
    texts = _texts(reader, [hit for hits in page if (hit := hits.shown) is not None])
    teams = dict(names.teams)
    return tuple(
        _row(meetings[hits.meeting_id], teams, hits, texts, terms)
        for hits in page
        if hits.meeting_id in meetings
    )


def _row(
    meeting: sqlite3.Row,
    teams: dict[str, str],
    hits: Hits,
    texts: dict[Place, PlaceText],
    terms: Sequence[Term],
) -> Row:
    hit = hits.shown
    said = texts.get((hit.table, hit.n)) if hit else None
    kind, text = _words_shown(hit.kind if hit else "", said, terms)
    return Row(
        meeting["id"],
        teams.get(meeting["team_id"], ""),
        marked(meeting["title"], terms),
        meeting["starts_at"],
        meeting["minutes"],
        meeting["status"],
        len(hits.places),
        kind,
        said.word if said else "",
        text,
        said.id if said and hit and hit.table == "entry" else "",
    )


def _words_shown(kind: str, said: PlaceText | None, terms: Sequence[Term]) -> tuple[str, Marked]:
    """What to show of a place: the text, or what goes with it if the words stand there. A title is shown anyway."""
    if said is None:
        return kind, Marked("")
    if kind == "title":
        return ("result", excerpt(said.more, terms)) if said.more else ("", Marked(""))
    text = excerpt(said.text, terms)
    if not text.marks and said.more and (more := excerpt(said.more, terms)).marks:
        return kind, more
    return kind, text


def _texts(reader: Reader, hits: Sequence[Hit]) -> dict[Place, PlaceText]:
    found: dict[Place, PlaceText] = {}
    for table in {hit.table for hit in hits}:
        text, more = BY_TABLE[table].texts
        word = "coalesce(entry.word, '')" if table == "entry" else "''"
        rows = _by_keys(
            reader,
            f"SELECT n, id, {text}, {more}, {word} FROM {table} WHERE n IN ",
            [hit.n for hit in hits if hit.table == table],
        )
        for n, *said in rows:
            found[table, n] = PlaceText(*said)
    return found


def _by_keys(reader: Reader, sql: str, keys: Sequence[Value]) -> list[sqlite3.Row]:
    return reader.rows(f"{sql}({', '.join('?' * len(keys))})", keys) if keys else []


def _rank(hit: Hit) -> tuple[bool, int, int]:
    return (hit.kind in _LAST, _FIRST.index(hit.kind) if hit.kind in _FIRST else len(_FIRST), hit.n)
