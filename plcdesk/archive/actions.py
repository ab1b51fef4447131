"""All actions in one list, across meetings and teams: whose they are, since when, how often their date moved."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from plcdesk.archive.matching import words_of
from plcdesk.store.reader import Reader

View = Literal["mine", "late", "week", "open", "done"]
VIEWS: tuple[View, ...] = ("mine", "late", "week", "open", "done")
Group = Literal["late", "week", "later", "undated", "done"]
DONE_FOR = timedelta(days=60)
"""How long an action that is done is still listed."""


@dataclass(frozen=True)
class ActionInfo:
    """An action with its meeting. `agreed_on` is the meeting's day; `moved` how often its date was moved."""

    id: str
    meeting_id: str
    meeting: str
    agreed_on: date
    team_id: str
    team: str
    text: str
    owners: tuple[str, ...]
    due_on: date | None
    status: str
    closed_on: date | None
    outcome: str
    moved: int = 0
    reason: str = ""

    @property
    def is_open(self) -> bool:
        return self.status == "open"

    def days_late(self, today: date) -> int:
        """How many days it is past its date; 0 when it is not, or closed."""
        return max(0, (today - self.due_on).days) if self.is_open and self.due_on else 0

    def weeks_open(self, today: date) -> int:
        """For how many whole weeks it has been open."""
        return max(0, (today - self.agreed_on).days // 7)

    def group(self, today: date) -> Group:
        """Where it stands in a list."""
        if not self.is_open:
            return "done"
        if self.due_on is None:
            return "undated"
        if self.due_on < today:
            return "late"
        return "week" if self.due_on <= end_of_week(today) else "later"

    def is_of(self, name: str) -> bool:
        """Whether a person of this name has it."""
        wanted = words_of(name)
        return bool(wanted) and any(words_of(owner) == wanted for owner in self.owners)


def end_of_week(day: date) -> date:
    """The Sunday of its week."""
    return day + timedelta(days=6 - day.weekday())


def read_actions(reader: Reader, today: date, team_id: str | None = None) -> tuple[ActionInfo, ...]:
    """Open actions, and those closed of late, of a team or of all; the longest due first, undated ones last."""
    names = {row["id"]: row["name"] for row in reader.rows("SELECT id, name FROM member")}
    columns = (
        "entry.id, entry.meeting_id, meeting.title AS meeting, meeting.starts_at, entry.team_id, team.name AS team,"
        " entry.text, entry.owners, entry.owner_names, entry.due_on, entry.status, entry.closed_on, entry.outcome,"
        " entry.created_at"
    )
    found = " UNION ALL ".join(
        f"SELECT {columns} FROM entry JOIN meeting ON meeting.id = entry.meeting_id"
        " JOIN team ON team.id = entry.team_id"
        f" WHERE entry.kind = 'action' AND {which} AND entry.deleted_at IS NULL AND NOT entry.hidden"
        " AND meeting.deleted_at IS NULL AND team.deleted_at IS NULL AND (?1 IS NULL OR entry.team_id = ?1)"
        for which in ("entry.status = 'open'", "entry.status <> 'open' AND entry.closed_on >= ?2")
    )
    rows = reader.rows(
        f"SELECT * FROM ({found}) ORDER BY due_on IS NULL, due_on, created_at",
        [team_id, (today - DONE_FOR).isoformat()],
    )
    moves = _moves(reader, [row["id"] for row in rows])
    return tuple(_action(row, names, moves.get(row["id"], (0, ""))) for row in rows)


def _action(row: sqlite3.Row, names: dict[str, str], moved: tuple[int, str]) -> ActionInfo:
    owners = [names[owner] for owner in json.loads(row["owners"]) if owner in names]
    return ActionInfo(
        row["id"],
        row["meeting_id"],
        row["meeting"],
        date.fromisoformat(row["starts_at"][:10]),
        row["team_id"],
        row["team"],
        row["text"],
        (*owners, *json.loads(row["owner_names"])),
        date.fromisoformat(row["due_on"]) if row["due_on"] else None,
        row["status"],
        date.fromisoformat(row["closed_on"]) if row["closed_on"] else None,
        row["outcome"],
        *moved,
    )


def _moves(reader: Reader, ids: list[str]) -> dict[str, tuple[int, str]]:
    """For each action whose date was moved, how often and why at last."""
    found: dict[str, tuple[int, str]] = {}
    for row in reader.rows(
        "SELECT entry_id, reason FROM postponement WHERE entry_id IN (SELECT value FROM json_each(?)) ORDER BY n",
        [json.dumps(ids)],
    ):
        count, before = found.get(row["entry_id"], (0, ""))
        found[row["entry_id"]] = (count + 1, row["reason"] or before)
    return found


def chosen(
    actions: Iterable[ActionInfo], view: View, today: date, *, me: str = "", person: str = ""
) -> tuple[ActionInfo, ...]:
    """Those of a view; `person` leaves only hers or his."""
    return tuple(
        action
        for action in actions
        if _is_in(action, view, today, me) and (not person or action.is_of(person))
    )


def _is_in(action: ActionInfo, view: View, today: date, me: str) -> bool:
    match view:
        case "mine":
            return action.is_open and action.is_of(me)
        case "late":
            return action.group(today) == "late"
        case "week":
            return action.is_open and action.due_on is not None and action.due_on <= end_of_week(today)
        case "open":
            return action.is_open
        case "done":
            return action.status == "done"


def people_of(actions: Iterable[ActionInfo]) -> tuple[str, ...]:
    """Everybody who has an action, in the order of the alphabet."""
    names = {" ".join(words_of(owner)): owner for action in actions for owner in action.owners}
    return tuple(names[key] for key in sorted(names) if key)
