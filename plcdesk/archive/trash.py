"""What is in the trash, with the place it was deleted from, and putting it back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from plcdesk.store.reader import Reader

if TYPE_CHECKING:
    from plcdesk.store.work import Work


@dataclass(frozen=True)
class Trashed:
    """Something deleted: its table, its words, and where it was: its team and its meeting, if it has them."""

    table: str
    id: str
    words: str
    kind: str
    team: str
    meeting: str
    deleted_at: datetime


_SHOWN = {
    "team": ("name", "''", "team.id", "NULL"),
    "member": ("name", "''", "member.team_id", "NULL"),
    "norm": ("text", "''", "norm.team_id", "NULL"),
    "meeting": ("title", "meeting.status", "meeting.team_id", "NULL"),
    "item": (
        "title",
        "item.kind",
        "(SELECT team_id FROM meeting WHERE id = item.meeting_id)",
        "item.meeting_id",
    ),
    "entry": ("text", "entry.kind", "entry.team_id", "entry.meeting_id"),
    "attachment": (
        "name",
        "''",
        "(SELECT team_id FROM meeting WHERE id = attachment.meeting_id)",
        "attachment.meeting_id",
    ),
    "student": ("name", "''", "student.team_id", "NULL"),
    "day_off": ("name", "first_on", "day_off.team_id", "NULL"),
}
_PARENTS: dict[str, tuple[tuple[str, str], ...]] = {
    "member": (("team_id", "team"),),
    "norm": (("team_id", "team"),),
    "meeting": (("team_id", "team"),),
    "item": (("meeting_id", "meeting"),),
    "entry": (("meeting_id", "meeting"), ("item_id", "item")),
    "attachment": (("meeting_id", "meeting"), ("item_id", "item")),
    "student": (("team_id", "team"),),
    "day_off": (("team_id", "team"),),
}


def read_trash(reader: Reader, most: int = 500) -> tuple[Trashed, ...]:
    """The latest deleted first, `most` at the most."""
    parts = " UNION ALL ".join(
        f"SELECT '{table}' AS kept_in, {table}.id, {table}.{words} AS words, {kind} AS kind,"
        f" {team} AS team_id, {meeting} AS meeting_id, {table}.deleted_at FROM {table}"
        f" WHERE {table}.deleted_at IS NOT NULL"
        for table, (words, kind, team, meeting) in _SHOWN.items()
    )
    return reader.each(
        lambda row: Trashed(
            row["kept_in"],
            row["id"],
            row["words"],
            row["kind"],
            row["team"] or "",
            row["meeting"] or "",
            datetime.fromisoformat(row["deleted_at"]),
        ),
        "SELECT found.*, team.name AS team, meeting.title AS meeting FROM"
        f" ({parts}) AS found LEFT JOIN team ON team.id = found.team_id"
        " LEFT JOIN meeting ON meeting.id = found.meeting_id ORDER BY found.deleted_at DESC LIMIT ?",
        [most],
    )


def count_trash(reader: Reader) -> int:
    """How many things are in the trash."""
    counts = " + ".join(f"(SELECT count(*) FROM {table} WHERE deleted_at IS NOT NULL)" for table in _SHOWN)
    return int(reader.value(f"SELECT {counts}"))


def put_back(work: "Work", things: Sequence[tuple[str, str]]) -> None:
    """Put things (table and id) back to where they were; what they belong to comes back with them."""
    for table, row_id in things:
        _put_back(work, table, row_id)


def _put_back(work: "Work", table: str, row_id: str) -> None:
    from sqlalchemy import select

    from plcdesk.store.tables import LOGGED, Deletable

    kind = LOGGED[table]
    row = work.session.scalars(select(kind).where(kind.id == row_id)).one_or_none()
    if row is None or not isinstance(row, Deletable):
        return
    for column, owner in _PARENTS.get(table, ()):
        owner_id = getattr(row, column)
        if owner_id is not None:
            _put_back(work, owner, owner_id)
    if row.deleted_at is not None:
        work.restore(row)
