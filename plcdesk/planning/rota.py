"""Whose turn it is in the coming meetings."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from plcdesk.planning.days_off import read_days_off
from plcdesk.planning.infos import TeamInfo
from plcdesk.planning.reading import read_meetings, read_past_roles, read_roles
from plcdesk.planning.slots import next_slot
from plcdesk.planning.turns import propose_roles
from plcdesk.store.reader import Reader


@dataclass(frozen=True)
class RotaLine:
    """The roles of one meeting, as role to member id. `meeting_id` is empty where none is planned yet."""

    starts_at: datetime
    roles: dict[str, str]
    meeting_id: str = ""


def read_rota(reader: Reader, team: TeamInfo, now: datetime, count: int = 4) -> tuple[RotaLine, ...]:
    """The next `count` meetings: those that are planned, then the usual slots. `now` is local.

    Roles that were given are shown as given; the others as turns would have them.
    """
    members = [(member.id, member.name) for member in team.active_members]
    meetings = read_meetings(reader, team.id)
    planned = sorted(
        (meeting for meeting in meetings if meeting.status == "planned" and meeting.starts_at >= now),
        key=lambda meeting: meeting.starts_at,
    )[:count]
    past = list(read_past_roles(reader, team.id, now.isoformat(timespec="minutes")))
    lines: list[RotaLine] = []
    for meeting in planned:
        roles = read_roles(reader, meeting.id) or propose_roles(members, past)
        past.append(roles)
        lines.append(RotaLine(meeting.starts_at, roles, meeting.id))
    if team.weekday is None:
        return tuple(lines)
    days_off = read_days_off(reader, team.id)
    while len(lines) < count:
        after = lines[-1].starts_at if lines else now
        slot = next_slot(team.weekday, team.time, after + timedelta(minutes=1), days_off)
        roles = propose_roles(members, past)
        past.append(roles)
        lines.append(RotaLine(slot, roles))
    return tuple(lines)
