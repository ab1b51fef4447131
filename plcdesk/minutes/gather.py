"""Reading a held meeting from the store as the facts that its minutes may tell.

Private notes, half-typed text and what belongs to nobody else are never read here.
"""

import json
from datetime import datetime

from plcdesk.attachments.reading import read_attachments
from plcdesk.closing.results import read_exit_forms
from plcdesk.errors import UserError
from plcdesk.library.kinds import kind_word
from plcdesk.minutes.content import (
    ActionLine,
    Decision,
    MeetingFacts,
    NextMeeting,
    NormWatched,
    OpenLine,
    Pause,
    Person,
)
from plcdesk.minutes.gather_items import items_as_held
from plcdesk.minutes.names import People, roles_held
from plcdesk.planning.infos import EntryInfo
from plcdesk.planning.reading import Agenda, read_roles
from plcdesk.planning.roles import role_words
from plcdesk.running.clock import ClockState, fold, rounded_minutes
from plcdesk.running.reading import AttendanceInfo, Room, local_of, read_room
from plcdesk.running.standing import Standing, stood
from plcdesk.running.times import Instant, named_moment
from plcdesk.store.reader import Reader
from plcdesk.text import tr

SHORTEST_PAUSE = 30
"""Seconds; a shorter one is nothing that minutes tell."""


def gather(reader: Reader, meeting_id: str) -> MeetingFacts:
    """All that the minutes of a meeting can say. Raises UserError when there is no such meeting.

    A meeting that still runs is told as it stood when its room was last seen.
    """
    room = read_room(reader, meeting_id)
    if room is None:
        raise UserError(tr("That meeting is not there any more."))
    meeting, team = room.meeting, room.agenda.team
    clock = _clock(room)
    people = People.ever(reader, team)
    feedback = reader.row("SELECT helped, change FROM feedback WHERE meeting_id = ?", [meeting_id])
    more = reader.row(
        "SELECT goal, best_practice, to_principal FROM meeting JOIN team ON team.id = team_id WHERE meeting.id = ?",
        [meeting_id],
    )
    return MeetingFacts(
        team=team.name,
        school=team.school,
        title=meeting.title,
        starts_local=local_of(meeting.started_at, meeting.zone) if meeting.started_at else meeting.starts_at,
        ends_local=_ends(room),
        zone=meeting.zone,
        room=meeting.room,
        status=meeting.status,  # type: ignore[arg-type]
        result_wanted=meeting.result_wanted,
        result_reached=meeting.result_reached,  # type: ignore[arg-type]
        planned_minutes=meeting.minutes,
        used_minutes=_used(meeting.started_at, meeting.ended_at),
        decisions=tuple(
            _decision(entry, room.standings.get(entry.id), people)
            for entry in room.entries
            if entry.kind == "decision"
        ),
        actions=tuple(_action(entry, people) for entry in room.entries if entry.kind == "action"),
        next_meeting=_next_meeting(reader, room.agenda, people),
        still_open=tuple(_open(entry) for entry in room.entries if is_still_open(entry)),
        items=items_as_held(room, clock, people),
        present=_present(room, people),
        absent=tuple(
            Person(people.name(member.id))
            for member in people.members
            if (found := room.attendance.get(member.id)) is not None and found.status == "absent"
        ),
        norm_watched=_norm_watched(reader, room),
        norms=tuple(norm.text for norm in team.active_norms),
        helped=_lines(feedback["helped"] if feedback else ""),
        change=_lines(feedback["change"] if feedback else ""),
        exit_forms=read_exit_forms(reader, meeting_id),
        pauses=_pauses(clock),
        files=tuple(file.name for file in read_attachments(reader, meeting_id)),
        roles=roles_held(room.agenda, people),
        **dict(more or {}),
    )


def is_still_open(entry: EntryInfo) -> bool:
    """Whether something parked or asked was left open: neither dropped nor made an action."""
    if entry.kind not in ("parked", "question") or entry.status != "open":
        return False
    return entry.becomes not in ("action", "dropped")


def _clock(room: Room) -> ClockState | None:
    if not room.events:
        return None
    return fold(room.plan, room.events, _last_moment(room), room.last_seen)


def _last_moment(room: Room) -> Instant:
    """When the meeting ended, or the last that is known of one that runs."""
    if room.meeting.ended_at is not None:
        return named_moment(room.meeting.ended_at)
    known = [room.events[-1].at, *([room.last_seen] if room.last_seen else [])]
    return max(known, key=lambda moment: moment.wall)


def _ends(room: Room) -> datetime:
    end = room.meeting.ended_at or room.meeting.ends_at
    return local_of(end, room.meeting.zone) if end else room.meeting.plan_ends_at


def _used(started: datetime | None, ended: datetime | None) -> int | None:
    if started is None or ended is None:
        return None
    return rounded_minutes((ended - started).total_seconds())


def _decision(entry: EntryInfo, standing: Standing | None, people: People) -> Decision:
    return Decision(
        entry.text, entry.why, stood(standing) if standing is not None else None, people.maybe(entry.said_by)
    )


def _action(entry: EntryInfo, people: People) -> ActionLine:
    return ActionLine(
        entry.text,
        people.owners(entry),
        entry.due_on,
        entry.status,  # type: ignore[arg-type]
        entry.closed_on,
        people.maybe(entry.said_by),
    )


def _open(entry: EntryInfo) -> OpenLine:
    becomes = "next" if entry.becomes == "next_meeting" else None
    return OpenLine(entry.kind, entry.word or kind_word(entry.kind), entry.text, becomes)


def _present(room: Room, people: People) -> tuple[Person, ...]:
    """Everyone who was there, also those who came late or left early, in the order of the team."""
    there = ((member.id, room.attendance.get(member.id)) for member in people.members)
    return tuple(
        _person(room, people.name(member_id), found)
        for member_id, found in there
        if found is not None and found.status != "absent"
    )


def _person(room: Room, name: str, found: AttendanceInfo) -> Person:
    meeting = room.meeting
    roles = [word for role, word in role_words().items() if room.agenda.roles.get(role) == found.member_id]
    late = None
    if found.arrived_at is not None and meeting.started_at is not None:
        late = rounded_minutes((found.arrived_at - meeting.started_at).total_seconds())
        late = max(1, late) if found.status == "late" else late
    left = local_of(found.left_at, meeting.zone) if found.status == "left" and found.left_at else None
    return Person(name, ", ".join(roles) or None, late if late and late > 0 else None, left)


def _next_meeting(reader: Reader, agenda: Agenda, people: People) -> NextMeeting | None:
    """The team's meeting that follows this one, whether it has been held since or not."""
    row = reader.row(
        "SELECT id, starts_at, result_wanted, bring FROM meeting WHERE team_id = ? AND deleted_at IS NULL"
        " AND starts_at > ? ORDER BY starts_at, n LIMIT 1",
        [agenda.team.id, agenda.meeting.starts_at.isoformat(timespec="minutes")],
    )
    if row is None:
        return None
    facilitator = people.maybe(read_roles(reader, row["id"]).get("facilitator"))
    return NextMeeting(
        datetime.fromisoformat(row["starts_at"]), facilitator, row["result_wanted"], row["bring"]
    )


def _norm_watched(reader: Reader, room: Room) -> NormWatched | None:
    """The norm as it reads now, also if the team has given it up since."""
    row = reader.row(
        "SELECT norm.text, norm_rating.fingers FROM norm LEFT JOIN norm_rating"
        " ON norm_rating.norm_id = norm.id AND norm_rating.meeting_id = ? WHERE norm.id = ?",
        [room.meeting.id, room.meeting.watched_norm_id],
    )
    if row is None:
        return None
    fingers = json.loads(row["fingers"] or "[]")
    return NormWatched(row["text"], sum(fingers) / len(fingers) if fingers else None, len(fingers))


def _pauses(clock: ClockState | None) -> tuple[Pause, ...]:
    if clock is None:
        return ()
    return tuple(
        Pause(pause.reason, rounded_minutes(pause.seconds))
        for pause in clock.pauses
        if pause.seconds >= SHORTEST_PAUSE
    )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
