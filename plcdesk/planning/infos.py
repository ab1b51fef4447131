"""What the screens read of teams and meetings: frozen facts, taken from rows of plain SQL."""

import json
import sqlite3
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from plcdesk.library.fitted import Fitted
    from plcdesk.library.schema import Protocol, Step


class MemberInfo(NamedTuple):
    id: str
    name: str
    initials: str
    active: bool = True

    @property
    def first_name(self) -> str:
        return self.name.split()[0] if self.name.split() else self.name


class NormInfo(NamedTuple):
    id: str
    text: str
    active: bool = True


class TeamInfo(NamedTuple):
    """A team with its people and norms in their order; those who left are not among `present_members`."""

    id: str
    name: str
    school: str
    subject: str
    weekday: int | None
    time: str | None
    minutes: int
    room: str
    zone: str
    members: tuple[MemberInfo, ...] = ()
    norms: tuple[NormInfo, ...] = ()

    @property
    def active_members(self) -> tuple[MemberInfo, ...]:
        return tuple(member for member in self.members if member.active)

    @property
    def active_norms(self) -> tuple[NormInfo, ...]:
        return tuple(norm for norm in self.norms if norm.active)

    def member(self, member_id: str | None) -> MemberInfo | None:
        return next((member for member in self.members if member.id == member_id), None)

    def norm(self, norm_id: str | None) -> NormInfo | None:
        return next((norm for norm in self.norms if norm.id == norm_id), None)


class MeetingInfo(NamedTuple):
    """A meeting's own facts. `starts_at` is local to `zone`; the other instants are UTC."""

    id: str
    team_id: str
    status: str
    title: str
    result_wanted: str
    result_reached: str | None
    starts_at: datetime
    zone: str
    minutes: int
    room: str
    watched_norm_id: str | None
    room_sees_screen: bool
    ends_at: datetime | None
    started_at: datetime | None
    ended_at: datetime | None
    wrapping_up: bool
    out_of_time: bool
    bring: str = ""

    @property
    def plan_ends_at(self) -> datetime:
        """The end as planned, local to `zone`."""
        return self.starts_at + timedelta(minutes=self.minutes)

    @property
    def was_held(self) -> bool:
        return self.status in ("draft", "final")


@dataclass(frozen=True)
class SnapshotInfo:
    """The protocol that an item runs, as it was when it was chosen, with its fitted steps."""

    protocol_id: str
    name: str
    own_minutes: int
    people: int
    presenters: int | None
    form: str | None
    protocol_json: str
    fitted_json: str

    @cached_property
    def protocol(self) -> "Protocol":
        import msgspec

        from plcdesk.library.schema import Protocol

        return msgspec.json.decode(self.protocol_json, type=Protocol)

    @cached_property
    def fitted(self) -> "Fitted":
        import msgspec

        from plcdesk.library.fitted import Fitted

        return msgspec.json.decode(self.fitted_json, type=Fitted)

    @cached_property
    def in_form(self) -> "Protocol":
        """The protocol in the form that it has."""
        from plcdesk.library.steps import in_form

        return in_form(self.protocol, self.fitted.form or None)

    @cached_property
    def steps(self) -> "dict[str, Step]":
        """Its steps by id, in the form that it has."""
        from plcdesk.library.schema import steps_by_id

        return steps_by_id(self.in_form.steps)


class ItemInfo(NamedTuple):
    id: str
    kind: str
    title: str
    minutes: int
    purpose: str = ""
    brought_by: str | None = None
    private_note: str = ""
    prepared: tuple[int, ...] = ()
    from_entry_id: str | None = None
    from_item_id: str | None = None
    snapshot: SnapshotInfo | None = None


class EntryInfo(NamedTuple):
    """Something written down in a meeting."""

    id: str
    meeting_id: str
    item_id: str | None
    step: str | None
    kind: str
    word: str | None
    text: str
    why: str = ""
    owners: tuple[str, ...] = ()
    owner_names: tuple[str, ...] = ()
    due_on: date | None = None
    status: str = "open"
    closed_on: date | None = None
    becomes: str | None = None
    said_by: str | None = None
    fields: "dict[str, Any] | None" = None
    carried_from: str | None = None
    created_at: str = ""
    group_name: str | None = None

    def days_late(self, today: date) -> int:
        """How many days an open action is past its date; 0 when it is not."""
        if self.kind != "action" or self.status != "open" or self.due_on is None:
            return 0
        return max(0, (today - self.due_on).days)


TEAM_COLUMNS = "id, name, school, subject, weekday, time, minutes, room, zone"
MEETING_COLUMNS = (
    "meeting.id, meeting.team_id, meeting.status, meeting.title, meeting.result_wanted, meeting.result_reached, "
    "meeting.starts_at, meeting.zone, meeting.minutes, meeting.room, meeting.watched_norm_id, "
    "meeting.room_sees_screen, meeting.ends_at, meeting.started_at, meeting.ended_at, meeting.wrapping_up, "
    "meeting.out_of_time, meeting.bring"
)
ENTRY_COLUMNS = (
    "entry.id, entry.meeting_id, entry.item_id, entry.step, entry.kind, entry.word, entry.text, entry.why, "
    "entry.owners, entry.owner_names, entry.due_on, entry.status, entry.closed_on, entry.becomes, entry.said_by, "
    "entry.fields, entry.carried_from, entry.created_at, entry.group_name"
)


def meeting_from(row: sqlite3.Row | dict[str, Any]) -> MeetingInfo:
    """A meeting from a row of MEETING_COLUMNS."""
    values = dict(row)
    for column in ("ends_at", "started_at", "ended_at"):
        values[column] = datetime.fromisoformat(values[column]) if values[column] else None
    for column in ("room_sees_screen", "wrapping_up", "out_of_time"):
        values[column] = bool(values[column])
    values["starts_at"] = datetime.fromisoformat(values["starts_at"])
    return MeetingInfo(**values)


def entry_from(row: sqlite3.Row) -> EntryInfo:
    """An entry from a row of ENTRY_COLUMNS."""
    values = dict(row)
    values["owners"] = tuple(json.loads(values["owners"]))
    values["owner_names"] = tuple(json.loads(values["owner_names"]))
    values["fields"] = json.loads(values["fields"])
    for column in ("due_on", "closed_on"):
        values[column] = date.fromisoformat(values[column]) if values[column] else None
    return EntryInfo(**values)
