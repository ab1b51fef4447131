"""How long a team's meetings spent on each item, as their clocks measured it."""

from collections.abc import Iterable
from datetime import date, datetime
from itertools import groupby
from sqlite3 import Row

from plcdesk.running.events import Event
from plcdesk.running.progress import Progress
from plcdesk.running.times import Instant
from plcdesk.store.reader import Reader

_EVENTS = """
    SELECT clock_event.meeting_id, seq, kind, wall, monotonic, session, step, member_id, seconds, reason,
      CASE WHEN kind = 'started' AND step IS NULL THEN (
        SELECT item.id FROM item WHERE item.meeting_id = clock_event.meeting_id AND item.deleted_at IS NULL
        ORDER BY item.position, item.n LIMIT 1
      ) END AS first_item
    FROM meeting JOIN clock_event ON clock_event.meeting_id = meeting.id
    WHERE meeting.team_id = ? AND meeting.status IN ('draft', 'final') AND meeting.deleted_at IS NULL
      AND meeting.starts_at >= ? AND meeting.starts_at < ?
    ORDER BY clock_event.meeting_id, seq
"""
_EVER = ("0", ":")  # before and after every date


def seconds_by_item(
    reader: Reader, team_id: str, first_on: date | None = None, end_on: date | None = None
) -> dict[str, dict[str, float]]:
    """The seconds spent on each item of each meeting that was held with a clock, by the meetings' ids.

    From `first_on` up to but without `end_on`; without them, of all time.
    """
    first = first_on.isoformat() if first_on else _EVER[0]
    end = end_on.isoformat() if end_on else _EVER[1]
    rows = reader.rows(_EVENTS, [team_id, first, end])
    return {
        meeting_id: _spent(of_meeting)
        for meeting_id, of_meeting in groupby(rows, key=lambda row: str(row["meeting_id"]))
    }


def _spent(rows: Iterable[Row]) -> dict[str, float]:
    """A step's key begins with its item's id; time in steps that a plan has lost since is the item's too.

    A start that names no step begins with the first item; which of its steps that is does not matter here.
    """
    progress = Progress()
    for row in rows:
        progress.take_in(_event(row), row["first_item"])
    spent: dict[str, float] = {}
    for key, seconds in progress.elapsed.items():
        item_id = key.partition("/")[0]
        spent[item_id] = spent.get(item_id, 0.0) + seconds
    return spent


def _event(row: Row) -> Event:
    return Event(
        row["seq"],
        row["kind"],
        Instant(datetime.fromisoformat(row["wall"]), row["monotonic"], row["session"]),
        row["step"],
        row["member_id"],
        row["seconds"],
        row["reason"],
    )
