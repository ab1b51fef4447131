"""A meeting to try a protocol out with: made-up people, this protocol only, begun already."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select

from plcdesk.planning.agendas import NewItem, new_meeting
from plcdesk.planning.from_library import Chosen
from plcdesk.planning.teams import add_team
from plcdesk.running.room import start_meeting
from plcdesk.running.times import Instant
from plcdesk.store.tables import Member
from plcdesk.store.work import Work
from plcdesk.text import tr

FIRST_NAMES = [
    "Amara",
    "Ben",
    "Carla",
    "Deniz",
    "Elif",
    "Femi",
    "Greta",
    "Hugo",
    "Ines",
    "Jamal",
    "Keiko",
    "Luis",
    "Mira",
    "Nadia",
    "Omar",
    "Paula",
    "Quinn",
    "Ruth",
    "Samir",
    "Tara",
    "Uma",
    "Viktor",
    "Wendy",
    "Xenia",
    "Yusuf",
    "Zoe",
    "Anton",
    "Bella",
    "Chen",
    "Dora",
    "Emil",
    "Fatima",
    "Goran",
    "Hana",
    "Ivo",
    "Joy",
    "Kofi",
    "Lea",
    "Marek",
    "Noor",
]
LAST_NAMES = ["Adler", "Brooks", "Costa", "Duarte", "Eriksen", "Flores", "Garcia", "Huang", "Ibrahim"]
MOST_PEOPLE = len(FIRST_NAMES) * len(LAST_NAMES)


def made_up_names(people: int) -> tuple[str, ...]:
    """So many names that nobody has twice; the first 40 have a first name of their own. At most 360."""
    firsts, lasts = len(FIRST_NAMES), len(LAST_NAMES)
    return tuple(
        f"{FIRST_NAMES[n % firsts]} {LAST_NAMES[(n + n // firsts) % lasts]}"
        for n in range(min(people, MOST_PEOPLE))
    )


def begin_rehearsal(work: Work, chosen: Chosen, now: Instant, zone: str = "UTC") -> str:
    """Make the team and its meeting in an empty workspace and begin it at `now`; returns the meeting's id.

    Whoever comes first is the one who brings something, where the protocol has a presenter. Raises UserError
    when the protocol does not fit.
    """
    team_id = add_team(work, tr("Made-up team"), members=made_up_names(chosen.people), zone=zone)
    members = tuple(
        work.session.scalars(select(Member.id).where(Member.team_id == team_id).order_by(Member.position))
    )
    item = NewItem(
        "protocol",
        chosen.protocol.name,
        chosen.minutes,
        brought_by=members[0],
        protocol=chosen.protocol,
        presenters=chosen.presenters,
        form=chosen.form,
        groups=chosen.groups,
    )
    local = now.wall.astimezone(ZoneInfo(zone))
    meeting_id = new_meeting(
        work, team_id, chosen.protocol.name, f"{local:%Y-%m-%dT%H:%M}", minutes=chosen.minutes, items=(item,)
    )
    ends = now.wall + timedelta(minutes=chosen.minutes)
    start_meeting(work, meeting_id, now, present=members, ends_at=ends)
    return meeting_id
