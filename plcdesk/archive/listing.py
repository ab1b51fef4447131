"""Meetings a page at a time: what is coming, and what is past, newest first."""

from dataclasses import dataclass, field
from datetime import date

from plcdesk.archive.directory import Directory
from plcdesk.archive.matching import Marked
from plcdesk.archive.search import Row
from plcdesk.archive.sources import where_of
from plcdesk.archive.wanted import Wanted
from plcdesk.store.reader import Reader

PAGE = 60


@dataclass(frozen=True)
class Listing:
    """`coming` from the next on, `past` from the newest on as far as it was read, and how many were held."""

    coming: tuple[Row, ...] = ()
    past: tuple[Row, ...] = field(default=())
    held: int = 0

    @property
    def has_more(self) -> bool:
        return len(self.past) < self.held


def list_meetings(reader: Reader, wanted: Wanted, names: Directory, today: date, pages: int = 1) -> Listing:
    """The meetings that are wanted; of those that were held so many pages."""
    where = where_of(wanted, names, today, None)
    columns = "meeting.id, meeting.team_id, meeting.title, meeting.result_wanted, meeting.starts_at, meeting.minutes, meeting.status"
    teams = dict(names.teams)

    def read(statuses: str, order: str, limit: int) -> tuple[Row, ...]:
        rows = reader.rows(
            f"SELECT {columns} FROM meeting WHERE {where.sql} AND meeting.status IN ({statuses})"
            f" ORDER BY meeting.starts_at {order}, meeting.n {order} LIMIT ?",
            [*where.values, limit],
        )
        return tuple(
            Row(
                row["id"],
                teams.get(row["team_id"], ""),
                Marked(row["title"]),
                row["starts_at"],
                row["minutes"],
                row["status"],
                text=Marked(" ".join(row["result_wanted"].split())),
            )
            for row in rows
        )

    held = reader.value(
        f"SELECT count(*) FROM meeting WHERE {where.sql} AND meeting.status IN ('draft', 'final')",
        where.values,
    )
    return Listing(
        read("'planned', 'running'", "ASC", 200), read("'draft', 'final'", "DESC", pages * PAGE), int(held)
    )
