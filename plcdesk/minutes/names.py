"""How the minutes call the people of a team."""

from collections.abc import Iterable

from plcdesk.minutes.content import RoleLine
from plcdesk.planning.infos import EntryInfo, MemberInfo, TeamInfo
from plcdesk.planning.reading import Agenda
from plcdesk.planning.roles import role_words
from plcdesk.store.reader import Reader
from plcdesk.text import tr


class People:
    """Names as minutes write them: 'Dana K.'; the whole name where two would be alike."""

    def __init__(self, members: Iterable[MemberInfo]) -> None:
        self.members = tuple(members)
        short = {member.id: short_name(member.name) for member in self.members}
        seen = [name.casefold() for name in short.values()]
        self._names = {
            member.id: short[member.id] if seen.count(short[member.id].casefold()) == 1 else member.name
            for member in self.members
        }

    @classmethod
    def of(cls, team: TeamInfo) -> "People":
        """Those who are or were on the team."""
        return cls(team.members)

    @classmethod
    def ever(cls, reader: Reader, team: TeamInfo) -> "People":
        """Also those who were taken off the list since, last: minutes of old meetings keep their names."""
        here = {member.id for member in team.members}
        everyone = reader.each(
            lambda row: MemberInfo(row["id"], row["name"], row["initials"], bool(row["active"])),
            "SELECT id, name, initials, active FROM member WHERE team_id = ? ORDER BY position, n",
            [team.id],
        )
        return cls((*team.members, *(member for member in everyone if member.id not in here)))

    def name(self, member_id: str) -> str:
        """The name of a member; 'somebody' for one who is not known here."""
        return self._names.get(member_id, tr("somebody"))

    def maybe(self, member_id: str | None) -> str | None:
        """The name of a member, or None if nobody is meant."""
        return self.name(member_id) if member_id else None

    def owners(self, entry: EntryInfo) -> tuple[str, ...]:
        """Who has an action: members, then others by the name that was typed."""
        return (*(self.name(owner) for owner in entry.owners), *entry.owner_names)


def roles_held(agenda: Agenda, people: People) -> tuple[RoleLine, ...]:
    """The roles of a meeting that somebody has, in order."""
    return tuple(
        RoleLine(word, people.name(agenda.roles[role]))
        for role, word in role_words().items()
        if role in agenda.roles
    )


def short_name(name: str) -> str:
    """The first name and the first letter of the last: 'Dana K.'."""
    words = name.split()
    return f"{words[0]} {words[-1][0]}." if len(words) > 1 else name
