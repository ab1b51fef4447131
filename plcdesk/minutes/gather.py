"""Reading a held meeting from the store as the facts that its minutes may tell.

Private notes, half-typed text and what belongs to nobody else are never read here.
"""

import json
from collections.abc import Iterable
from datetime import UTC, datetime

from plcdesk.errors import UserError
from plcdesk.library.kinds import kind_word
from plcdesk.minutes.content import (
    ActionLine,
    Decision,
    ItemNotes,
    MeetingFacts,
    NextMeeting,
    NormWatched,
    NoteLine,
    OpenLine,
    Pause,
    Person,
    StepNotes,
)
from plcdesk.minutes.names import People
from plcdesk.planning.infos import EntryInfo, ItemInfo
from plcdesk.planning.reading import Agenda, read_roles
from plcdesk.running.clock import ClockState, fold, rounded_minutes
from plcdesk.running.reading import Room, local_of, read_room
from plcdesk.running.times import named_moment
from plcdesk.store.reader import Reader
from plcdesk.text import tr

OWN_SECTION = frozenset({"decision", "action"})
"""Kinds that have a section of their own at the head of the minutes."""


def gather(reader: Reader, meeting_id: str) -> MeetingFacts:
    """All that the minutes of a meeting can say. Raises UserError when there is no such meeting."""
    room = read_room(reader, meeting_id)
    if room is None:
        raise UserError(tr("That meeting is not there any more."))
    meeting, team = room.meeting, room.agenda.team
    clock = _clock(room)
    people = People.of(team)
    entries = room.entries
    feedback = reader.row("SELECT helped, change FROM feedback WHERE meeting_id = ?", [meeting_id])
    return MeetingFacts(
        team=team.name,
        school=team.school,
        title=meeting.title,
        starts_local=local_of(meeting.started_at, meeting.zone) if meeting.started_at else meeting.starts_at,
        ends_local=local_of(meeting.ended_at, meeting.zone) if meeting.ended_at else meeting.plan_ends_at,
        zone=meeting.zone,
        room=meeting.room,
        status=meeting.status,  # type: ignore[arg-type]
        result_wanted=meeting.result_wanted,
        result_reached=meeting.result_reached,  # type: ignore[arg-type]
        planned_minutes=meeting.minutes,
        used_minutes=_used(meeting.started_at, meeting.ended_at),
        decisions=tuple(_decision(entry, people) for entry in entries if entry.kind == "decision"),
        actions=tuple(_action(entry, people) for entry in entries if entry.kind == "action"),
        next_meeting=_next_meeting(reader, room.agenda),
        still_open=tuple(
            _open(entry) for entry in entries if entry.kind in ("parked", "question") and _is_open(entry)
        ),
        items=_items(room, clock, people),
        present=tuple(_person(room, member_id) for member_id in _attended(room)),
        absent=tuple(Person(people.name(member_id)) for member_id in room.absent),
        norm_watched=_norm_watched(reader, room),
        norms=tuple(norm.text for norm in team.active_norms),
        helped=_lines(feedback["helped"] if feedback else ""),
        change=_lines(feedback["change"] if feedback else ""),
        pauses=_pauses(clock),
    )


def _clock(room: Room) -> ClockState | None:
    if not room.events:
        return None
    end = room.meeting.ended_at or datetime.now(UTC)
    return fold(room.plan, room.events, named_moment(end), room.last_seen)


def _used(started: datetime | None, ended: datetime | None) -> int | None:
    if started is None or ended is None:
        return None
    return rounded_minutes((ended - started).total_seconds())


def _decision(entry: EntryInfo, people: People) -> Decision:
    fingers = (entry.fields or {}).get("fingers")
    said_by = people.name(entry.said_by) if entry.said_by else None
    return Decision(entry.text, entry.why, str(fingers) if fingers else None, said_by)


def _action(entry: EntryInfo, people: People) -> ActionLine:
    said_by = people.name(entry.said_by) if entry.said_by else None
    status = entry.status
    return ActionLine(entry.text, people.owners(entry), entry.due_on, status, entry.closed_on, said_by)  # type: ignore[arg-type]


def _is_open(entry: EntryInfo) -> bool:
    return entry.status == "open" and entry.becomes not in ("action", "dropped")


def _open(entry: EntryInfo) -> OpenLine:
    becomes = "next" if entry.becomes == "next_meeting" else None
    return OpenLine(entry.kind, entry.word or kind_word(entry.kind), entry.text, becomes)


def _note(entry: EntryInfo, people: People) -> NoteLine:
    page = (entry.fields or {}).get("page")
    return NoteLine(
        entry.kind,
        entry.word or kind_word(entry.kind),
        entry.text,
        people.name(entry.said_by) if entry.said_by else None,
        str(page) if page else None,
    )


def _items(room: Room, clock: ClockState | None, people: People) -> tuple[ItemNotes, ...]:
    loose = [entry for entry in room.entries if room.agenda.item(entry.item_id) is None]
    items = [_item(room, item, clock, people) for item in room.agenda.items]
    notes = tuple(_note(entry, people) for entry in loose if entry.kind not in OWN_SECTION)
    if notes:
        items.append(ItemNotes(tr("Further notes"), "topic", notes=notes))
    return tuple(items)


def _item(room: Room, item: ItemInfo, clock: ClockState | None, people: People) -> ItemNotes:
    keys = [step.key for step in room.plan.steps if step.item_id == item.id]
    entries = [entry for entry in room.entries if entry.item_id == item.id and entry.kind not in OWN_SECTION]
    steps: list[StepNotes] = []
    if item.snapshot is not None:
        for step in (step for step in room.plan.steps if step.item_id == item.id):
            notes = tuple(_note(entry, people) for entry in entries if entry.step == step.key)
            used = _minutes_of(clock, [step.key])
            if notes or used:
                steps.append(StepNotes(step.title, step.seconds // 60, used, notes))
    in_steps = {step.key for step in room.plan.steps} if item.snapshot is not None else set[str]()
    return ItemNotes(
        title=item.title,
        kind=item.kind,
        planned=item.minutes,
        used=_minutes_of(clock, keys),
        brought_by=people.name(item.brought_by) if item.brought_by else None,
        steps=tuple(steps),
        notes=tuple(_note(entry, people) for entry in entries if entry.step not in in_steps),
        reached=clock is None or any(key in clock.elapsed for key in keys),
    )


def _minutes_of(clock: ClockState | None, keys: Iterable[str]) -> int | None:
    if clock is None:
        return None
    seconds = [clock.elapsed[key] for key in keys if key in clock.elapsed]
    return rounded_minutes(sum(seconds)) if seconds else None


def _attended(room: Room) -> tuple[str, ...]:
    return tuple(
        member.id
        for member in room.agenda.team.members
        if (found := room.attendance.get(member.id)) is not None and found.status != "absent"
    )


def _person(room: Room, member_id: str) -> Person:
    people, meeting = People.of(room.agenda.team), room.meeting
    found = room.attendance[member_id]
    words = {"facilitator": tr("facilitator"), "recorder": tr("recorder"), "timekeeper": tr("timekeeper")}
    roles = [
        words[role] for role, holder in room.agenda.roles.items() if holder == member_id and role in words
    ]
    late = None
    if found.status == "late" and found.arrived_at is not None and meeting.started_at is not None:
        late = max(1, rounded_minutes((found.arrived_at - meeting.started_at).total_seconds()))
    left = local_of(found.left_at, meeting.zone) if found.status == "left" and found.left_at else None
    return Person(people.name(member_id), ", ".join(roles) or None, late, left)


def _next_meeting(reader: Reader, agenda: Agenda) -> NextMeeting | None:
    """The team's meeting that follows this one, whether it has been held since or not."""
    row = reader.row(
        "SELECT id, starts_at, result_wanted FROM meeting WHERE team_id = ? AND deleted_at IS NULL"
        " AND starts_at > ? ORDER BY starts_at, n LIMIT 1",
        [agenda.team.id, agenda.meeting.starts_at.isoformat(timespec="minutes")],
    )
    if row is None:
        return None
    facilitator = read_roles(reader, row["id"]).get("facilitator")
    name = People.of(agenda.team).name(facilitator) if facilitator else None
    return NextMeeting(datetime.fromisoformat(row["starts_at"]), name, row["result_wanted"])


def _norm_watched(reader: Reader, room: Room) -> NormWatched | None:
    norm = room.agenda.team.norm(room.meeting.watched_norm_id)
    if norm is None:
        return None
    fingers = json.loads(
        reader.value(
            "SELECT fingers FROM norm_rating WHERE meeting_id = ? AND norm_id = ?", [room.meeting.id, norm.id]
        )
        or "[]"
    )
    return NormWatched(norm.text, sum(fingers) / len(fingers) if fingers else None, len(fingers))


def _pauses(clock: ClockState | None) -> tuple[Pause, ...]:
    if clock is None:
        return ()
    return tuple(
        Pause(pause.reason, rounded_minutes(pause.seconds)) for pause in clock.pauses if pause.seconds >= 30
    )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
