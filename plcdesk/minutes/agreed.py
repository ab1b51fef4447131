"""The actions of a meeting as they stand now, and its next meeting, for calendars and tables."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from plcdesk.csv_text import csv_bytes
from plcdesk.minutes.calendar import CalendarMeeting, DatedAction
from plcdesk.minutes.names import People
from plcdesk.minutes.phrases import bring_sentence, ended, room
from plcdesk.planning.infos import ENTRY_COLUMNS, EntryInfo, entry_from
from plcdesk.planning.reading import read_meeting, read_team
from plcdesk.store.reader import Reader
from plcdesk.text import tr


@dataclass(frozen=True)
class AgreedAction:
    """An action with what it came of: the meeting's title and day, and the team."""

    id: str
    text: str
    owners: tuple[str, ...]
    due: date | None
    status: str
    done_on: date | None
    outcome: str
    meeting: str
    held_on: date
    team: str


def agreed_actions(reader: Reader, meeting_id: str) -> tuple[AgreedAction, ...]:
    """The actions that a meeting agreed on, in order, as they stand now; none if it is not there."""
    meeting = read_meeting(reader, meeting_id)
    team = read_team(reader, meeting.team_id) if meeting else None
    if meeting is None or team is None:
        return ()
    people = People.ever(reader, team)
    entries = reader.each(
        entry_from,
        f"SELECT {ENTRY_COLUMNS} FROM entry WHERE meeting_id = ? AND kind = 'action' AND deleted_at IS NULL"
        " ORDER BY position, n",
        [meeting_id],
    )
    held = meeting.starts_at.date()
    return tuple(_agreed(reader, entry, people, meeting.title, held, team.name) for entry in entries)


def _agreed(
    reader: Reader, entry: EntryInfo, people: People, meeting: str, held: date, team: str
) -> AgreedAction:
    outcome = reader.value("SELECT outcome FROM entry WHERE id = ?", [entry.id])
    return AgreedAction(
        entry.id,
        entry.text,
        people.owners(entry),
        entry.due_on,
        entry.status,
        entry.closed_on,
        str(outcome or ""),
        meeting,
        held,
        team,
    )


def actions_csv(actions: Iterable[AgreedAction]) -> bytes:
    """Actions as a table for a spreadsheet; days in the form that every one of them reads, 2026-11-24."""
    head = (
        tr("Action"),
        tr("Who"),
        tr("By"),
        tr("Status"),
        tr("Done on"),
        tr("What came of it"),
        tr("Agreed at"),
        tr("Held on"),
        tr("Team"),
    )
    return csv_bytes(head, map(_row, actions))


def _row(action: AgreedAction) -> Sequence[str]:
    status = {"open": tr("open"), "done": tr("done"), "dropped": tr("dropped")}
    return (
        action.text,
        ", ".join(action.owners),
        action.due.isoformat() if action.due else "",
        status.get(action.status, action.status),
        action.done_on.isoformat() if action.done_on else "",
        action.outcome,
        action.meeting,
        action.held_on.isoformat(),
        action.team,
    )


def dated(reader: Reader, actions: Iterable[AgreedAction]) -> tuple[DatedAction, ...]:
    """Those that are open and have a day, ready for a calendar."""
    return tuple(
        DatedAction(
            action.id, action.text, action.owners, action.due, action.meeting, *_changed(reader, action.id)
        )
        for action in actions
        if action.status == "open" and action.due is not None
    )


def coming_meeting(reader: Reader, meeting_id: str) -> CalendarMeeting | None:
    """The team's planned meeting after this one; None if there is none."""
    row = reader.row(
        "SELECT later.id FROM meeting JOIN meeting AS later ON later.team_id = meeting.team_id"
        " WHERE meeting.id = ? AND later.deleted_at IS NULL AND later.status = 'planned'"
        " AND later.starts_at > meeting.starts_at ORDER BY later.starts_at, later.n LIMIT 1",
        [meeting_id],
    )
    meeting = read_meeting(reader, row["id"]) if row is not None else None
    if meeting is None:
        return None
    starts = meeting.starts_at.replace(tzinfo=ZoneInfo(meeting.zone))
    wanted = meeting.result_wanted.strip()
    about = (
        tr("By the end we will have {result}").format(result=ended(wanted)) if wanted else "",
        bring_sentence(meeting.bring) if meeting.bring.strip() else "",
    )
    made = CalendarMeeting(
        meeting.id,
        meeting.title,
        starts,
        meeting.minutes,
        room(meeting.room),
        tuple(line for line in about if line),
        *_changed(reader, meeting.id),
    )
    team = read_team(reader, meeting.team_id)
    return replace(made, title=f"{team.name}: {made.title}") if team is not None else made


def _changed(reader: Reader, row_id: str) -> tuple[datetime, int]:
    """When a row was changed last, and how often it was since it was made."""
    row = reader.row("SELECT max(at) AS at, count(*) AS times FROM change WHERE row_id = ?", [row_id])
    if row is None or row["at"] is None:
        return datetime.fromisoformat("2000-01-01T00:00:00+00:00"), 0
    return datetime.fromisoformat(row["at"]), int(row["times"]) - 1
