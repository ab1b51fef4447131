"""How a team's own meetings went with each protocol: how often, when last, the minutes planned and used.

Read from what meetings keep themselves: the snapshot of the protocol, and the events of their clock.
"""

from dataclasses import dataclass
from datetime import date, datetime

from plcdesk.running.clock import rounded_minutes
from plcdesk.running.time_used import seconds_by_item
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
    spent = seconds_by_item(reader, team_id)
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
        rounded_mean([planned for planned, _ in timed]),
        rounded_mean([used for _, used in timed]),
    )


def rounded_mean(numbers: list[int]) -> int:
    """The mean as a whole number, halves up."""
    return (2 * sum(numbers) + len(numbers)) // (2 * len(numbers))
