"""The roles of a meeting: their words, and who would have them by turns."""

from plcdesk.planning.infos import TeamInfo
from plcdesk.planning.reading import read_past_roles
from plcdesk.planning.turns import propose_roles
from plcdesk.store.reader import Reader
from plcdesk.text import tr


def role_words() -> dict[str, str]:
    """The roles in order, each with its word."""
    return {"facilitator": tr("Facilitator"), "recorder": tr("Recorder"), "timekeeper": tr("Timekeeper")}


def propose_for(reader: Reader, team: TeamInfo, starts_at: str) -> dict[str, str]:
    """Who would have each role in a meeting at a local start; empty for a team without people."""
    members = [(member.id, member.name) for member in team.active_members]
    return propose_roles(members, read_past_roles(reader, team.id, starts_at))


def roles_were_given(reader: Reader, meeting_id: str) -> bool:
    """Whether somebody has settled the roles of a meeting, if only that nobody has them."""
    return reader.row("SELECT 1 FROM role WHERE meeting_id = ? LIMIT 1", [meeting_id]) is not None
