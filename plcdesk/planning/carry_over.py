"""What an earlier meeting left open, offered to the next: with where it comes from."""

from datetime import date, datetime
from typing import NamedTuple

from plcdesk.planning.infos import (
    ENTRY_COLUMNS,
    MEETING_COLUMNS,
    EntryInfo,
    MeetingInfo,
    entry_from,
    meeting_from,
)
from plcdesk.store.reader import Reader


class UnreachedItem(NamedTuple):
    """An item of the last agenda that the meeting did not come to."""

    item_id: str
    title: str
    minutes: int
    kind: str


class CarryOver(NamedTuple):
    """What is carried over into a meeting: open actions (all of the team's), and from the last meeting what was
    parked or asked and not dropped, and items not reached. What is on the agenda already is left out."""

    last: MeetingInfo | None
    actions: tuple[EntryInfo, ...]
    open_entries: tuple[EntryInfo, ...]
    unreached: tuple[UnreachedItem, ...]


def read_open_actions(
    reader: Reader, team_id: str | None, due_by: date | None = None
) -> tuple[EntryInfo, ...]:
    """Open actions of a team (or of all), the longest due first, those without a date last."""
    return reader.each(
        entry_from,
        f"SELECT {ENTRY_COLUMNS} FROM entry JOIN meeting ON meeting.id = entry.meeting_id"
        " WHERE entry.kind = 'action' AND entry.status = 'open' AND entry.deleted_at IS NULL"
        " AND NOT entry.hidden AND meeting.deleted_at IS NULL AND (?1 IS NULL OR entry.team_id = ?1)"
        " AND (?2 IS NULL OR entry.due_on <= ?2)"
        " ORDER BY entry.due_on IS NULL, entry.due_on, entry.n",
        [team_id, due_by.isoformat() if due_by else None],
    )


def read_carry_over(reader: Reader, team_id: str, before: datetime, into: str | None = None) -> CarryOver:
    """What is open from the meetings before a local moment; `into` is the meeting whose agenda may have it already."""
    row = reader.row(
        f"SELECT {MEETING_COLUMNS} FROM meeting WHERE team_id = ? AND status IN ('draft', 'final')"
        " AND deleted_at IS NULL AND starts_at < ? ORDER BY starts_at DESC, n DESC LIMIT 1",
        [team_id, before.isoformat(timespec="minutes")],
    )
    actions = read_open_actions(reader, team_id)
    if row is None:
        return CarryOver(None, actions, (), ())
    last = meeting_from(row)
    return CarryOver(last, actions, _open_entries(reader, last.id, into), _unreached(reader, last.id, into))


def read_offered(reader: Reader, meeting: MeetingInfo) -> CarryOver:
    """What is offered for the agenda of a planned meeting: the same, but only actions that are due by then and
    are not on the agenda yet."""
    carried = read_carry_over(reader, meeting.team_id, meeting.starts_at, meeting.id)
    taken = {
        row["from_entry_id"]
        for row in reader.rows(
            "SELECT from_entry_id FROM item WHERE meeting_id = ? AND deleted_at IS NULL"
            " AND from_entry_id IS NOT NULL",
            [meeting.id],
        )
    }
    day = meeting.starts_at.date()
    due = tuple(
        action
        for action in carried.actions
        if action.due_on is not None and action.due_on <= day and action.id not in taken
    )
    return carried._replace(actions=due)


def _open_entries(reader: Reader, meeting_id: str, into: str | None) -> tuple[EntryInfo, ...]:
    return reader.each(
        entry_from,
        f"SELECT {ENTRY_COLUMNS} FROM entry WHERE meeting_id = ?1 AND deleted_at IS NULL"
        " AND NOT hidden AND kind IN ('parked', 'question') AND status = 'open'"
        " AND (becomes IS NULL OR becomes = 'next_meeting')"
        " AND NOT EXISTS (SELECT 1 FROM item WHERE item.from_entry_id = entry.id AND item.deleted_at IS NULL"
        "   AND (?2 IS NULL OR item.meeting_id = ?2))"
        " ORDER BY kind DESC, position, n",
        [meeting_id, into],
    )


def _unreached(reader: Reader, meeting_id: str, into: str | None) -> tuple[UnreachedItem, ...]:
    """Items whose steps the clock of a meeting never came to; a meeting written up on paper has no clock."""
    return reader.each(
        lambda row: UnreachedItem(row["id"], row["title"], row["minutes"], row["kind"]),
        "SELECT id, title, minutes, kind FROM item WHERE meeting_id = ?1 AND deleted_at IS NULL"
        " AND kind NOT IN ('opening', 'wrap_up')"
        " AND EXISTS (SELECT 1 FROM clock_event WHERE meeting_id = ?1)"
        " AND NOT EXISTS (SELECT 1 FROM clock_event WHERE clock_event.meeting_id = ?1"
        "   AND clock_event.kind IN ('started', 'went_to')"
        "   AND (clock_event.step = item.id OR clock_event.step LIKE item.id || '/%'))"
        " AND NOT EXISTS (SELECT 1 FROM item AS later WHERE later.from_item_id = item.id"
        "   AND later.deleted_at IS NULL AND (?2 IS NULL OR later.meeting_id = ?2))"
        " ORDER BY position, n",
        [meeting_id, into],
    )
