"""Reading teams, meetings and agendas for the screens."""

import json
import sqlite3
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from plcdesk.planning.infos import (
    MEETING_COLUMNS,
    TEAM_COLUMNS,
    ItemInfo,
    MeetingInfo,
    MemberInfo,
    NormInfo,
    SnapshotInfo,
    TeamInfo,
    meeting_from,
)
from plcdesk.store.reader import Reader


class Agenda(NamedTuple):
    """A meeting with its items in order, who holds which role, and its team."""

    meeting: MeetingInfo
    team: TeamInfo
    items: tuple[ItemInfo, ...]
    roles: dict[str, str]

    @property
    def planned_minutes(self) -> int:
        return sum(item.minutes for item in self.items)

    @property
    def spare_minutes(self) -> int:
        """Minutes of the slot that no item has; negative when there is too much on the agenda."""
        return self.meeting.minutes - self.planned_minutes

    def item(self, item_id: str | None) -> ItemInfo | None:
        return next((item for item in self.items if item.id == item_id), None)

    def clock_times(self) -> tuple[datetime, ...]:
        """When each item begins, local."""
        times: list[datetime] = []
        at = self.meeting.starts_at
        for item in self.items:
            times.append(at)
            at += timedelta(minutes=item.minutes)
        return tuple(times)


def read_teams(reader: Reader) -> tuple[TeamInfo, ...]:
    """All teams with their people and norms, in the order they were made."""
    members = _members(reader)
    norms = _norms(reader)
    return reader.each(
        lambda row: TeamInfo(
            **dict(row), members=tuple(members.get(row["id"], ())), norms=tuple(norms.get(row["id"], ()))
        ),
        f"SELECT {TEAM_COLUMNS} FROM team WHERE deleted_at IS NULL ORDER BY n",
    )


def read_team(reader: Reader, team_id: str) -> TeamInfo | None:
    """One team, or None when it is not there."""
    row = reader.row(f"SELECT {TEAM_COLUMNS} FROM team WHERE id = ? AND deleted_at IS NULL", [team_id])
    if row is None:
        return None
    return TeamInfo(
        **dict(row),
        members=tuple(_members(reader, team_id).get(team_id, ())),
        norms=tuple(_norms(reader, team_id).get(team_id, ())),
    )


def _members(reader: Reader, team_id: str | None = None) -> dict[str, list[MemberInfo]]:
    found: dict[str, list[MemberInfo]] = {}
    for row in reader.rows(
        "SELECT team_id, id, name, initials, active FROM member WHERE deleted_at IS NULL AND (?1 IS NULL OR team_id = ?1)"
        " ORDER BY position, n",
        [team_id],
    ):
        found.setdefault(row["team_id"], []).append(
            MemberInfo(row["id"], row["name"], row["initials"], bool(row["active"]))
        )
    return found


def _norms(reader: Reader, team_id: str | None = None) -> dict[str, list[NormInfo]]:
    found: dict[str, list[NormInfo]] = {}
    for row in reader.rows(
        "SELECT team_id, id, text, active FROM norm WHERE deleted_at IS NULL AND (?1 IS NULL OR team_id = ?1)"
        " ORDER BY position, n",
        [team_id],
    ):
        found.setdefault(row["team_id"], []).append(NormInfo(row["id"], row["text"], bool(row["active"])))
    return found


def read_meeting(reader: Reader, meeting_id: str) -> MeetingInfo | None:
    """One meeting, or None when it is not there."""
    row = reader.row(
        f"SELECT {MEETING_COLUMNS} FROM meeting WHERE id = ? AND deleted_at IS NULL", [meeting_id]
    )
    return None if row is None else meeting_from(row)


def read_meetings(
    reader: Reader,
    team_id: str | None = None,
    statuses: Sequence[str] = ("planned", "running", "draft", "final"),
) -> tuple[MeetingInfo, ...]:
    """Meetings of a team, or of all teams, newest first."""
    marks = ", ".join("?" for _ in statuses)
    return reader.each(
        meeting_from,
        f"SELECT {MEETING_COLUMNS} FROM meeting WHERE deleted_at IS NULL AND status IN ({marks})"
        f" AND (? IS NULL OR team_id = ?) ORDER BY starts_at DESC, n DESC",
        [*statuses, team_id, team_id],
    )


def read_agenda(reader: Reader, meeting_id: str) -> Agenda | None:
    """A meeting with its agenda, roles and team, or None when it is not there."""
    meeting = read_meeting(reader, meeting_id)
    team = read_team(reader, meeting.team_id) if meeting else None
    if meeting is None or team is None:
        return None
    return Agenda(meeting, team, read_items(reader, meeting_id), read_roles(reader, meeting_id))


def read_items(reader: Reader, meeting_id: str) -> tuple[ItemInfo, ...]:
    """The items of an agenda in order."""
    snapshots = {
        row["item_id"]: _snapshot(row)
        for row in reader.rows(
            "SELECT item_id, protocol_id, name, own_minutes, people, presenters, form, protocol, fitted"
            " FROM snapshot WHERE meeting_id = ?",
            [meeting_id],
        )
    }
    return reader.each(
        lambda row: ItemInfo(
            row["id"],
            row["kind"],
            row["title"],
            row["minutes"],
            row["purpose"],
            row["brought_by"],
            row["private_note"],
            tuple(json.loads(row["prepared"])),
            row["from_entry_id"],
            row["from_item_id"],
            snapshots.get(row["id"]),
        ),
        "SELECT id, kind, title, minutes, purpose, brought_by, private_note, prepared, from_entry_id, from_item_id"
        " FROM item WHERE meeting_id = ? AND deleted_at IS NULL ORDER BY position, n",
        [meeting_id],
    )


def _snapshot(row: sqlite3.Row) -> SnapshotInfo:
    return SnapshotInfo(
        row["protocol_id"],
        row["name"],
        row["own_minutes"],
        row["people"],
        row["presenters"],
        row["form"],
        row["protocol"],
        row["fitted"],
    )


def read_roles(reader: Reader, meeting_id: str) -> dict[str, str]:
    """Who holds which role in a meeting: role -> member id."""
    return {
        row["role"]: row["member_id"]
        for row in reader.rows("SELECT role, member_id FROM role WHERE meeting_id = ?", [meeting_id])
        if row["member_id"]
    }


def read_past_roles(reader: Reader, team_id: str, before: str) -> list[dict[str, str]]:
    """The roles of a team's earlier meetings, oldest first: what turns are taken by. `before` is a local start."""
    meetings: dict[str, dict[str, str]] = {}
    for row in reader.rows(
        "SELECT meeting.id, role.role, role.member_id FROM meeting JOIN role ON role.meeting_id = meeting.id"
        " WHERE meeting.team_id = ? AND meeting.deleted_at IS NULL AND meeting.starts_at < ?"
        " AND role.member_id IS NOT NULL ORDER BY meeting.starts_at, meeting.n",
        [team_id, before],
    ):
        meetings.setdefault(row["id"], {})[row["role"]] = row["member_id"]
    return list(meetings.values())


def find_meeting(reader: Reader, prefix: str) -> str:
    """The id of the one meeting whose id begins with `prefix`. Raises UserError for none or several."""
    from plcdesk.errors import UserError
    from plcdesk.text import tr

    found = reader.rows(
        "SELECT id FROM meeting WHERE deleted_at IS NULL AND substr(id, 1, ?) = ? LIMIT 2",
        [len(prefix), prefix.lower()],
    )
    if not found or not prefix:
        raise UserError(tr("There is no meeting whose id begins with “{prefix}”.").format(prefix=prefix))
    if len(found) > 1:
        raise UserError(
            tr("More than one meeting's id begins with “{prefix}”. Give more of it.").format(prefix=prefix)
        )
    return found[0]["id"]
