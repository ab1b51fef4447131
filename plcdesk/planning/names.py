"""Names of a team's people in short, and the words for their roles."""

from plcdesk.planning.infos import TeamInfo
from plcdesk.text import tr


def role_words() -> dict[str, str]:
    """The roles of a meeting in order, each with its word."""
    return {"facilitator": tr("Facilitator"), "recorder": tr("Recorder"), "timekeeper": tr("Timekeeper")}


def short_names(team: TeamInfo) -> dict[str, str]:
    """'Dana K.' for each member by id; the whole name where two would be alike."""
    short = {member.id: short_name(member.name) for member in team.members}
    seen = list(short.values())
    return {
        member.id: short[member.id] if seen.count(short[member.id]) == 1 else member.name
        for member in team.members
    }


def short_name(name: str) -> str:
    """'Dana K.' for 'Dana Marie Kim'."""
    words = name.split()
    return f"{words[0]} {words[-1][0]}." if len(words) > 1 else name
