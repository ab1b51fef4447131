"""A meeting to rehearse, begun already: a protocol alone with made-up people, or the copy of a planned meeting."""

import json
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select

from plcdesk.errors import UserError
from plcdesk.planning.agendas import NewItem, items_of, new_meeting
from plcdesk.planning.from_library import Chosen
from plcdesk.planning.infos import SnapshotInfo
from plcdesk.planning.reading import Agenda
from plcdesk.planning.teams import add_team
from plcdesk.running.room import start_meeting
from plcdesk.running.times import Instant
from plcdesk.store.tables import Item, Member, Snapshot
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
    start_meeting(work, meeting_id, now, present=members, ends_at=_end(now, chosen.minutes))
    return meeting_id


def begin_meeting_rehearsal(work: Work, agenda: Agenda, now: Instant) -> str:
    """Copy a planned meeting with its team into an empty workspace and begin it at `now`, with everyone there.

    Returns the copy's id. Raises UserError when there is nothing on the agenda.
    """
    if not agenda.items:
        raise UserError(tr("There is nothing on the agenda yet. Add a topic, then rehearse."))
    people, meeting = agenda.team.active_members, agenda.meeting
    norms = tuple(norm.text for norm in agenda.team.active_norms)
    names = tuple(member.name for member in people)
    team_id = add_team(work, agenda.team.name, members=names, norms=norms, zone=meeting.zone)
    new = work.all(select(Member).where(Member.team_id == team_id).order_by(Member.position))
    known = {old.id: copy.id for old, copy in zip(people, new, strict=True)}
    items = tuple(
        NewItem(item.kind, item.title, item.minutes, item.purpose, known.get(item.brought_by or ""))
        for item in agenda.items
    )
    local = now.wall.astimezone(ZoneInfo(meeting.zone))
    copy_id = new_meeting(
        work,
        team_id,
        meeting.title,
        f"{local:%Y-%m-%dT%H:%M}",
        minutes=meeting.minutes,
        result_wanted=meeting.result_wanted,
        items=items,
        roles={role: known[member] for role, member in agenda.roles.items() if member in known},
    )
    for old, copy in zip(agenda.items, items_of(work, copy_id), strict=True):
        if old.snapshot is not None:
            _copy_protocol(work, old.snapshot, copy)
    ends = _end(now, max(meeting.minutes, agenda.planned_minutes))
    start_meeting(work, copy_id, now, present=tuple(known.values()), ends_at=ends)
    return copy_id


def _end(now: Instant, minutes: int) -> datetime:
    """The nearest full minute, as meetings end at one: the room reckons the minutes that it shows from it."""
    return (now.wall + timedelta(minutes=minutes, seconds=30)).replace(second=0, microsecond=0)


def _copy_protocol(work: Work, snapshot: SnapshotInfo, item: Item) -> None:
    work.add(
        Snapshot(
            item_id=item.id,
            meeting_id=item.meeting_id,
            protocol_id=snapshot.protocol_id,
            name=snapshot.name,
            own_minutes=snapshot.own_minutes,
            people=snapshot.people,
            presenters=snapshot.presenters,
            form=snapshot.form,
            protocol=json.loads(snapshot.protocol_json),
            fitted=json.loads(snapshot.fitted_json),
        )
    )
