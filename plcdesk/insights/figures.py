"""What a team's records of a span of time add up to, each figure with the records that it counts.

Only meetings that were held count (those with minutes); what is deleted, hidden or dropped does not.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from statistics import median

from plcdesk.insights.span import Span
from plcdesk.insights.time_spent import ProtocolUse, TimeUse, protocol_uses, read_time_spent, time_uses
from plcdesk.store.reader import Reader

LONG_OPEN = timedelta(days=14)
HELD = ("draft", "final")


@dataclass(frozen=True)
class MeetingRecord:
    """A meeting that a figure counts. `reached` is yes, partly or no; None where nobody said."""

    id: str
    title: str
    on: date
    held: bool
    result_wanted: str
    reached: str | None


@dataclass(frozen=True)
class LineRecord:
    """A decision or an action that a figure counts, with the meeting that it was agreed in."""

    id: str
    meeting_id: str
    meeting: str
    on: date
    text: str
    status: str = ""
    due_on: date | None = None

    def is_late(self, today: date) -> bool:
        return self.status == "open" and self.due_on is not None and self.due_on < today

    def is_long_open(self, today: date) -> bool:
        """Whether it is open for over two weeks."""
        return self.status == "open" and today - self.on > LONG_OPEN


@dataclass(frozen=True)
class Rating:
    """How a norm was kept in one meeting: the mean of the fingers shown, from 1 to 5, and how many showed."""

    meeting_id: str
    meeting: str
    on: date
    mean: float
    answers: int


@dataclass(frozen=True)
class NormSeries:
    """A norm's ratings, oldest first."""

    norm_id: str
    text: str
    ratings: tuple[Rating, ...]

    @property
    def mean(self) -> float:
        """The mean of its meetings' means."""
        return sum(rating.mean for rating in self.ratings) / len(self.ratings)


@dataclass(frozen=True)
class Figures:
    """All figures of a team for a span, as they stand on `today`."""

    team_id: str
    span: Span
    today: date
    meetings: tuple[MeetingRecord, ...]
    decisions: tuple[LineRecord, ...]
    actions: tuple[LineRecord, ...]
    norms: tuple[NormSeries, ...]
    times: tuple[TimeUse, ...]
    protocols: tuple[ProtocolUse, ...]

    @property
    def held(self) -> tuple[MeetingRecord, ...]:
        return tuple(meeting for meeting in self.meetings if meeting.held)

    @property
    def wanted(self) -> tuple[MeetingRecord, ...]:
        """The meetings held that had said what they wanted."""
        return tuple(meeting for meeting in self.held if meeting.result_wanted.strip())

    def reached(self, *answers: str | None) -> tuple[MeetingRecord, ...]:
        """Of those that had said what they wanted, the ones with one of these answers: yes, partly, no, None."""
        return tuple(meeting for meeting in self.wanted if meeting.reached in answers)

    @property
    def done(self) -> tuple[LineRecord, ...]:
        return tuple(action for action in self.actions if action.status == "done")

    @property
    def open(self) -> tuple[LineRecord, ...]:
        return tuple(action for action in self.actions if action.status == "open")

    @property
    def late(self) -> tuple[LineRecord, ...]:
        return tuple(action for action in self.actions if action.is_late(self.today))

    @property
    def long_open(self) -> tuple[LineRecord, ...]:
        return tuple(action for action in self.actions if action.is_long_open(self.today))

    @property
    def usual_gap(self) -> int | None:
        """The days between two meetings held, the median; None with fewer than two."""
        gaps = [(later.on - earlier.on).days for earlier, later in pairwise(self.held)]
        return round(median(gaps)) if gaps else None

    @property
    def longest_gap(self) -> tuple[MeetingRecord, MeetingRecord] | None:
        """The two meetings next to each other that lie furthest apart."""
        pairs = list(pairwise(self.held))
        return max(pairs, key=lambda pair: pair[1].on - pair[0].on) if pairs else None

    @property
    def months(self) -> tuple[tuple[date, int], ...]:
        """How many meetings were held in each month of the span that has begun."""
        last = min(self.span.last, self.today)
        month, found = self.span.first.replace(day=1), list[tuple[date, int]]()
        while month <= last:
            found.append((month, sum(1 for held in self.held if held.on.replace(day=1) == month)))
            month = (month + timedelta(days=32)).replace(day=1)
        return tuple(found)


def read_figures(reader: Reader, team_id: str, span: Span, today: date) -> Figures:
    """The figures of a team. Meetings planned for later than `today` do not count yet."""
    spent = read_time_spent(reader, team_id, span)
    return Figures(
        team_id=team_id,
        span=span,
        today=today,
        meetings=tuple(_meetings(reader, team_id, span, today)),
        decisions=_lines(reader, team_id, span, "decision"),
        actions=tuple(line for line in _lines(reader, team_id, span, "action") if line.status != "dropped"),
        norms=_norms(reader, team_id, span),
        times=time_uses(spent),
        protocols=protocol_uses(spent),
    )


def _meetings(reader: Reader, team_id: str, span: Span, today: date) -> Iterable[MeetingRecord]:
    for row in reader.rows(
        "SELECT id, title, starts_at, status, result_wanted, result_reached FROM meeting WHERE team_id = ?"
        " AND deleted_at IS NULL AND starts_at >= ? AND starts_at < ? AND status <> 'running'"
        " ORDER BY starts_at, n",
        [team_id, span.first.isoformat(), span.end.isoformat()],
    ):
        on, held = _day(row["starts_at"]), row["status"] in HELD
        if held or on < today:
            yield MeetingRecord(
                row["id"], row["title"], on, held, row["result_wanted"], row["result_reached"]
            )


def _lines(reader: Reader, team_id: str, span: Span, kind: str) -> tuple[LineRecord, ...]:
    return reader.each(
        lambda row: LineRecord(
            row["id"],
            row["meeting_id"],
            row["title"],
            _day(row["starts_at"]),
            row["text"],
            row["status"],
            date.fromisoformat(row["due_on"]) if row["due_on"] else None,
        ),
        "SELECT entry.id, entry.meeting_id, meeting.title, meeting.starts_at, entry.text, entry.status, entry.due_on"
        " FROM meeting JOIN entry ON entry.meeting_id = meeting.id"
        " WHERE meeting.team_id = ? AND meeting.deleted_at IS NULL AND meeting.status IN ('draft', 'final')"
        " AND meeting.starts_at >= ? AND meeting.starts_at < ?"
        " AND entry.kind = ? AND entry.deleted_at IS NULL AND NOT entry.hidden"
        " ORDER BY meeting.starts_at, meeting.n, entry.position, entry.n",
        [team_id, span.first.isoformat(), span.end.isoformat(), kind],
    )


def _norms(reader: Reader, team_id: str, span: Span) -> tuple[NormSeries, ...]:
    """Norms with a rating in the span, in the team's order; also those that it has given up since."""
    texts: dict[str, str] = {}
    ratings: dict[str, list[Rating]] = {}
    for row in reader.rows(
        "SELECT norm.id AS norm_id, norm.text, meeting.id, meeting.title, meeting.starts_at,"
        " (SELECT avg(value) FROM json_each(norm_rating.fingers)) AS mean,"
        " json_array_length(norm_rating.fingers) AS answers"
        " FROM meeting JOIN norm_rating ON norm_rating.meeting_id = meeting.id"
        " JOIN norm ON norm.id = norm_rating.norm_id"
        " WHERE meeting.team_id = ? AND meeting.deleted_at IS NULL AND meeting.status IN ('draft', 'final')"
        " AND meeting.starts_at >= ? AND meeting.starts_at < ? AND norm.deleted_at IS NULL"
        " ORDER BY norm.active DESC, norm.position, norm.n, meeting.starts_at, meeting.n",
        [team_id, span.first.isoformat(), span.end.isoformat()],
    ):
        if row["answers"]:
            texts[row["norm_id"]] = row["text"]
            rating = Rating(row["id"], row["title"], _day(row["starts_at"]), row["mean"], row["answers"])
            ratings.setdefault(row["norm_id"], []).append(rating)
    return tuple(NormSeries(norm_id, texts[norm_id], tuple(found)) for norm_id, found in ratings.items())


def _day(starts_at: str) -> date:
    return datetime.fromisoformat(starts_at).date()
