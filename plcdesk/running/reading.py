"""Reading a meeting as the room needs it: its plan, its clock's events, who is here, what was written."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from plcdesk.library.steps import round_of
from plcdesk.planning.infos import ENTRY_COLUMNS, EntryInfo, ItemInfo, MeetingInfo, entry_from
from plcdesk.planning.reading import Agenda, read_agenda
from plcdesk.running.events import Event
from plcdesk.running.grouping import Groupings, read_groupings
from plcdesk.running.plan import Plan, PlanStep
from plcdesk.running.standing import Standing, read_standings
from plcdesk.running.times import Instant
from plcdesk.store.reader import Reader

MOST_AGAIN = 100
"""Entries that are read one by one; more are read with all others."""


@dataclass(frozen=True)
class AttendanceInfo:
    member_id: str
    status: str  # present, absent, late, left
    arrived_at: datetime | None = None
    left_at: datetime | None = None
    back_at: datetime | None = None  # when somebody who had left came back

    @property
    def is_here(self) -> bool:
        return self.status in ("present", "late")

    @property
    def came_at(self) -> datetime | None:
        """Since when somebody has been here without a break."""
        return self.back_at or self.arrived_at


@dataclass(frozen=True)
class Room:
    """A meeting that is running, or was: everything that the desk, the wall and the wrap-up show."""

    agenda: Agenda
    plan: Plan
    events: tuple[Event, ...]
    attendance: dict[str, AttendanceInfo]
    entries: tuple[EntryInfo, ...]
    drafts: dict[str, str]
    last_seen: Instant | None
    hidden: dict[str, int] = field(default_factory=dict[str, int])
    groupings: Groupings = field(default_factory=Groupings)
    standings: dict[str, Standing] = field(default_factory=dict[str, Standing])

    @property
    def meeting(self) -> MeetingInfo:
        return self.agenda.meeting

    @cached_property
    def present(self) -> tuple[str, ...]:
        """The ids of those who are here now: those who came on time in seating order, then latecomers."""
        here = [member.id for member in self.agenda.team.members if self._is_here(member.id)]
        return tuple(sorted(here, key=lambda member_id: self.attendance[member_id].status == "late"))

    @property
    def absent(self) -> tuple[str, ...]:
        return tuple(found.member_id for found in self.attendance.values() if found.status == "absent")

    def _is_here(self, member_id: str) -> bool:
        found = self.attendance.get(member_id)
        return found is not None and found.is_here

    def entries_of(self, step: str | None) -> tuple[EntryInfo, ...]:
        return tuple(entry for entry in self.entries if entry.step == step)


def utc_of(local: datetime, zone: str) -> datetime:
    """A local time of a place as UTC."""
    return local.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def local_of(moment: datetime, zone: str) -> datetime:
    """An instant as the clock on the wall of a place shows it, without a zone."""
    return moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def plan_of(agenda: Agenda) -> Plan:
    """What the clock runs through: each item, or each step of its protocol. An item's key is its id, a step's
    is the item's id, a slash and the step's key."""
    meeting = agenda.meeting
    steps = tuple(step for item in agenda.items for step in _steps_of(item))
    starts = utc_of(meeting.starts_at, meeting.zone)
    # Minutes are added in UTC: the clocks may be changed in mid-meeting.
    ends = meeting.ends_at or starts + timedelta(minutes=meeting.minutes)
    return Plan(steps, planned_end=ends, planned_start=starts)


def _steps_of(item: ItemInfo) -> tuple[PlanStep, ...]:
    if item.snapshot is None:
        return (
            PlanStep(
                key=item.id,
                item_id=item.id,
                step_id=None,
                title=item.title,
                item_title=item.title,
                kind=item.kind,  # type: ignore[arg-type]
                seconds=item.minutes * 60,
                floor_seconds=60,
                protected=item.kind == "wrap_up",
                item_kind=item.kind,  # type: ignore[arg-type]
            ),
        )
    by_id = item.snapshot.steps
    return tuple(
        PlanStep(
            key=f"{item.id}/{fitted.key}",
            item_id=item.id,
            step_id=fitted.step_id,
            title=fitted.title,
            item_title=item.title,
            kind=by_id[fitted.step_id].kind,
            seconds=fitted.minutes * 60,
            floor_seconds=fitted.floor * 60,
            protected=fitted.protected,
            seconds_each=fitted.seconds_each,
            turns=tuple((turn.over, turn.index, turn.count) for turn in fitted.turns),
            speakers=by_id[fitted.step_id].speaks,
            item_kind="protocol",
            round=round_of(by_id[fitted.step_id]),
            side_by_side=fitted.side_by_side,
        )
        for fitted in item.snapshot.fitted.steps
    )


def read_room(reader: Reader, meeting_id: str) -> Room | None:
    """Everything about a meeting that its room shows, or None when it is not there."""
    agenda = read_agenda(reader, meeting_id)
    if agenda is None:
        return None
    return Room(
        agenda=agenda,
        plan=plan_of(agenda),
        events=read_events(reader, meeting_id),
        attendance={found.member_id: found for found in read_attendance(reader, meeting_id)},
        entries=read_entries(reader, meeting_id),
        drafts=read_drafts(reader, meeting_id),
        last_seen=_last_seen(reader, meeting_id),
        hidden=read_hidden(reader, meeting_id),
        groupings=read_groupings(reader, meeting_id),
        standings=read_standings(reader, meeting_id),
    )


def refresh_room(
    reader: Reader, room: Room, tables: Collection[str], rows: Collection[str] | None = None
) -> Room | None:
    """The room after changes in `tables`, reading no more than those; None when the meeting is gone.

    `rows` are the ids of what changed, where they are known: then other entries are not read again.
    """
    meeting_id = room.meeting.id
    if not set(tables) <= {"clock_event", "attendance", "entry", "draft", "pulse", "gripe", "vote"}:
        return read_room(reader, meeting_id)
    if "clock_event" in tables:
        room = replace(room, events=read_events(reader, meeting_id))
    if "attendance" in tables:
        found = read_attendance(reader, meeting_id)
        room = replace(room, attendance={each.member_id: each for each in found})
    if "vote" in tables:
        room = replace(room, standings=read_standings(reader, meeting_id))
    if "entry" in tables:
        entries = read_entries(reader, meeting_id) if rows is None else _entries_again(reader, room, rows)
        drafts, hidden = read_drafts(reader, meeting_id), read_hidden(reader, meeting_id)
        room = replace(room, entries=entries, drafts=drafts, hidden=hidden)
    return room


def _entries_again(reader: Reader, room: Room, rows: Collection[str]) -> tuple[EntryInfo, ...]:
    """The entries in their order; those that were not touched are the same objects as before."""
    known = {entry.id: entry for entry in room.entries if entry.id not in rows}
    shown = "meeting_id = ? AND deleted_at IS NULL AND NOT hidden"
    found = reader.rows(f"SELECT id FROM entry WHERE {shown} ORDER BY position, n", [room.meeting.id])
    order = [row["id"] for row in found]
    new = [entry_id for entry_id in order if entry_id not in known]
    if len(new) > MOST_AGAIN:
        return read_entries(reader, room.meeting.id)
    marks = ", ".join("?" * len(new))
    read = reader.each(entry_from, f"SELECT {ENTRY_COLUMNS} FROM entry WHERE id IN ({marks})", new)
    known |= {entry.id: entry for entry in read}
    return tuple(known[entry_id] for entry_id in order if entry_id in known)


def read_drafts(reader: Reader, meeting_id: str) -> dict[str, str]:
    """What is half typed, by the place that it stands in."""
    rows = reader.rows("SELECT place, text FROM draft WHERE meeting_id = ?", [meeting_id])
    return {row["place"]: row["text"] for row in rows}


def read_events(reader: Reader, meeting_id: str) -> tuple[Event, ...]:
    """The events of a meeting's clock, in order."""
    return reader.each(
        lambda row: Event(
            row["seq"],
            row["kind"],
            Instant(datetime.fromisoformat(row["wall"]), row["monotonic"], row["session"]),
            row["step"],
            row["member_id"],
            row["seconds"],
            row["reason"],
        ),
        "SELECT seq, kind, wall, monotonic, session, step, member_id, seconds, reason FROM clock_event"
        " WHERE meeting_id = ? ORDER BY seq",
        [meeting_id],
    )


def read_entries(reader: Reader, meeting_id: str) -> tuple[EntryInfo, ...]:
    """What was written down in a meeting, in the order it was written; never what is hidden still."""
    return reader.each(
        entry_from,
        f"SELECT {ENTRY_COLUMNS} FROM entry WHERE meeting_id = ? AND deleted_at IS NULL AND NOT hidden"
        " ORDER BY position, n",
        [meeting_id],
    )


def read_hidden(reader: Reader, meeting_id: str) -> dict[str, int]:
    """How many lines are hidden still, by step. What they say is not read before they are revealed."""
    rows = reader.rows(
        "SELECT step, count(*) AS lines FROM entry WHERE meeting_id = ? AND deleted_at IS NULL AND hidden"
        " AND step IS NOT NULL GROUP BY step",
        [meeting_id],
    )
    return {row["step"]: row["lines"] for row in rows}


def read_running(reader: Reader) -> str | None:
    """The id of the meeting that is running, the latest begun if there should be several."""
    return reader.value(
        "SELECT id FROM meeting WHERE status = 'running' AND deleted_at IS NULL ORDER BY started_at DESC LIMIT 1"
    )


def read_attendance(reader: Reader, meeting_id: str) -> tuple[AttendanceInfo, ...]:
    """Who was or is there, as far as it was said."""
    return reader.each(
        lambda row: AttendanceInfo(
            row["member_id"],
            row["status"],
            _moment(row["arrived_at"]),
            _moment(row["left_at"]),
            _moment(row["back_at"]),
        ),
        "SELECT member_id, status, arrived_at, left_at, back_at FROM attendance WHERE meeting_id = ? ORDER BY n",
        [meeting_id],
    )


def _last_seen(reader: Reader, meeting_id: str) -> Instant | None:
    row = reader.row("SELECT wall, monotonic, session FROM pulse WHERE meeting_id = ?", [meeting_id])
    return Instant(datetime.fromisoformat(row["wall"]), row["monotonic"], row["session"]) if row else None


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
