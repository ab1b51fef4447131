"""How a team's own meetings went with each protocol: how often, when last, the minutes planned and used.

Read from what meetings keep themselves: the snapshot of the protocol, and the events of their clock.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from sqlite3 import Row

from plcdesk.running.clock import rounded_minutes
from plcdesk.running.events import Event
from plcdesk.running.progress import Progress
from plcdesk.running.times import Instant
from plcdesk.store.reader import Reader

_RUNS = """
    SELECT snapshot.protocol_id, item.id, item.minutes, item.meeting_id, meeting.starts_at
    FROM snapshot
    JOIN item ON item.id = snapshot.item_id
    JOIN meeting ON meeting.id = item.meeting_id
    WHERE meeting.team_id = ? AND meeting.status IN ('draft', 'final')
      AND meeting.deleted_at IS NULL AND item.deleted_at IS NULL
    ORDER BY meeting.starts_at, meeting.n
"""
_EVENTS = """
    SELECT meeting_id, seq, kind, wall, monotonic, session, step, member_id, seconds, reason,
      CASE WHEN kind = 'started' AND step IS NULL THEN (
        SELECT item.id FROM item WHERE item.meeting_id = clock_event.meeting_id AND item.deleted_at IS NULL
        ORDER BY item.position, item.n LIMIT 1
      ) END AS first_item
    FROM clock_event
    WHERE meeting_id IN (
        SELECT snapshot.meeting_id FROM snapshot JOIN meeting ON meeting.id = snapshot.meeting_id
        WHERE meeting.team_id = ? AND meeting.status IN ('draft', 'final') AND meeting.deleted_at IS NULL
    )
    ORDER BY meeting_id, seq
"""


@dataclass(frozen=True)
class History:
    """What a team's meetings tell of one protocol.

    `planned` and `used` are the mean of the meetings that had a clock, in whole minutes; None if none had.
    """

    times: int
    last_on: date
    planned: int | None = None
    used: int | None = None


@dataclass(frozen=True)
class _Run:
    on: date
    planned: int
    used: int | None


def read_history(reader: Reader, team_id: str) -> dict[str, History]:
    """The history of each protocol that the team has run, by the protocol's id.

    An item that its meeting did not come to, or left at once, does not count. Where a meeting was written up
    without a clock it counts, without minutes.
    """
    spent = _seconds_by_item(reader, team_id)
    runs: dict[str, list[_Run]] = {}
    for row in reader.rows(_RUNS, [team_id]):
        of_meeting = spent.get(row["meeting_id"])
        used = None if of_meeting is None else rounded_minutes(of_meeting.get(row["id"], 0.0))
        if used != 0:
            on = datetime.fromisoformat(row["starts_at"]).date()
            runs.setdefault(row["protocol_id"], []).append(_Run(on, row["minutes"], used))
    return {protocol_id: _summed_up(found) for protocol_id, found in runs.items()}


def _summed_up(runs: list[_Run]) -> History:
    timed = [(run.planned, run.used) for run in runs if run.used is not None]
    if not timed:
        return History(len(runs), runs[-1].on)
    return History(
        len(runs),
        runs[-1].on,
        _mean([planned for planned, _ in timed]),
        _mean([used for _, used in timed]),
    )


def _mean(numbers: list[int]) -> int:
    """The mean as a whole number, halves up."""
    return (2 * sum(numbers) + len(numbers)) // (2 * len(numbers))


def _seconds_by_item(reader: Reader, team_id: str) -> dict[str, dict[str, float]]:
    """The seconds spent on each item, for each meeting that had a clock."""
    rows = reader.rows(_EVENTS, [team_id])
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
