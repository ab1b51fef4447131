"""What the wrap-up shows beyond the room itself: ratings, feedback, the next meeting."""

import json
from dataclasses import dataclass
from datetime import datetime

from plcdesk.planning.days_off import read_days_off
from plcdesk.planning.infos import MEETING_COLUMNS, MeetingInfo, meeting_from
from plcdesk.planning.reading import read_past_roles, read_roles
from plcdesk.planning.slots import next_slot
from plcdesk.planning.turns import propose_roles
from plcdesk.running.reading import Room, read_room
from plcdesk.store.reader import Reader


@dataclass(frozen=True)
class WrapUp:
    """Everything on the wrap-up screen. `next` is the meeting that is planned already; else the two proposals hold."""

    room: Room
    helped: str
    change: str
    fingers: dict[str, tuple[int, ...]]
    next: MeetingInfo | None
    next_facilitator: str | None
    proposed_start: datetime
    proposed_facilitator: str | None


def read_wrap_up(reader: Reader, meeting_id: str) -> WrapUp | None:
    """The wrap-up of a meeting, or None when it is not there."""
    room = read_room(reader, meeting_id)
    if room is None:
        return None
    meeting, team = room.meeting, room.agenda.team
    feedback = reader.row("SELECT helped, change FROM feedback WHERE meeting_id = ?", [meeting_id])
    fingers = {
        row["norm_id"]: tuple(json.loads(row["fingers"]))
        for row in reader.rows("SELECT norm_id, fingers FROM norm_rating WHERE meeting_id = ?", [meeting_id])
    }
    row = reader.row(
        f"SELECT {MEETING_COLUMNS} FROM meeting WHERE team_id = ? AND status = 'planned' AND deleted_at IS NULL"
        " AND starts_at > ? ORDER BY starts_at LIMIT 1",
        [team.id, meeting.starts_at.isoformat(timespec="minutes")],
    )
    following = meeting_from(row) if row else None
    weekday = meeting.starts_at.weekday() if team.weekday is None else team.weekday
    slot = next_slot(
        weekday,
        team.time or f"{meeting.starts_at:%H:%M}",
        meeting.plan_ends_at,
        read_days_off(reader, team.id),
    )
    past = read_past_roles(reader, team.id, "9999")
    members = [(member.id, member.name) for member in team.active_members]
    return WrapUp(
        room,
        feedback["helped"] if feedback else "",
        feedback["change"] if feedback else "",
        fingers,
        following,
        read_roles(reader, following.id).get("facilitator") if following else None,
        slot,
        propose_roles(members, past, roles=("facilitator",)).get("facilitator"),
    )
