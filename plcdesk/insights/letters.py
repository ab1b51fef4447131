"""What went well and one question, written by a team to its coach and by the coach to the team."""

import sqlite3
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

from plcdesk.store.reader import Reader

if TYPE_CHECKING:
    from plcdesk.store.work import Work

Direction = Literal["to_coach", "to_team"]
_COLUMNS = "id, team_id, direction, went_well, question, from_name, at, opened_meeting_id"


@dataclass(frozen=True)
class Letter:
    """A letter; `opened_meeting_id` is the meeting that a letter to the team opened."""

    id: str
    team_id: str
    direction: str
    went_well: str
    question: str
    from_name: str
    on: date
    opened_meeting_id: str | None = None

    @property
    def says_something(self) -> bool:
        return bool(self.went_well.strip() or self.question.strip())


def latest_letter(reader: Reader, team_id: str, direction: Direction) -> Letter | None:
    """The letter written last in this direction."""
    row = reader.row(
        f"SELECT {_COLUMNS} FROM coach_letter WHERE team_id = ? AND direction = ? AND deleted_at IS NULL"
        " ORDER BY at DESC, n DESC LIMIT 1",
        [team_id, direction],
    )
    return _letter(row) if row else None


def letter_opening(reader: Reader, team_id: str, meeting_id: str) -> Letter | None:
    """The coach's letter that a meeting of the team opens with: one not yet opened, or opened by it before."""
    row = reader.row(
        f"SELECT {_COLUMNS} FROM coach_letter WHERE team_id = ? AND direction = 'to_team' AND deleted_at IS NULL"
        " AND (opened_meeting_id IS NULL OR opened_meeting_id = ?) AND trim(went_well || question) <> ''"
        " ORDER BY opened_meeting_id IS NULL, at DESC, n DESC LIMIT 1",
        [team_id, meeting_id],
    )
    return _letter(row) if row else None


def _letter(row: sqlite3.Row) -> Letter:
    values = dict(row)
    on = datetime.fromisoformat(values.pop("at")).date()
    return Letter(**values, on=on)


def write_letter(
    work: "Work", team_id: str, direction: Direction, *, typing: str | None = None, **lines: str
) -> str:
    """Keep what is typed (`went_well`, `question`, `from_name`) in the letter of today; returns its id.

    A letter of another day, or one that has opened a meeting, stays as it was, and a new one begins.
    """
    from sqlalchemy import select

    from plcdesk.store.tables import CoachLetter

    work.typing = typing
    found = work.session.scalars(
        select(CoachLetter)
        .where(
            CoachLetter.team_id == team_id,
            CoachLetter.direction == direction,
            CoachLetter.deleted_at.is_(None),
            CoachLetter.opened_meeting_id.is_(None),
        )
        .order_by(CoachLetter.at.desc(), CoachLetter.n.desc())
        .limit(1)
    ).one_or_none()
    if found is None or found.at[:10] != work.at[:10]:
        return work.add(CoachLetter(team_id=team_id, direction=direction, at=work.at, **lines)).id
    work.change(found, **lines)
    return found.id


def open_with_letter(work: "Work", letter_id: str, meeting_id: str) -> None:
    """Note which meeting the coach's letter opened, so that it opens no other."""
    from plcdesk.store.tables import CoachLetter

    work.undoable = False
    work.change(work.get(CoachLetter, letter_id), opened_meeting_id=meeting_id)
