"""The team's next usual slot for which nothing is planned."""

from datetime import date, datetime

from plcdesk.planning.days_off import read_days_off
from plcdesk.planning.infos import TeamInfo
from plcdesk.planning.slots import next_slot
from plcdesk.store.reader import Reader

_MOST_TRIES = 120


def first_free_slot(reader: Reader, team: TeamInfo, now: datetime) -> datetime:
    """The next usual slot on a day on which the team meets and has no meeting planned. `now` is local."""
    taken, days_off = planned_days(reader, team.id), read_days_off(reader, team.id)
    found = next_slot(team.weekday, team.time, now, days_off)
    for _ in range(_MOST_TRIES):
        if found.date() not in taken:
            break
        found = next_slot(team.weekday, team.time, found, days_off)
    return found


def planned_days(reader: Reader, team_id: str) -> frozenset[date]:
    """The days for which a meeting is planned."""
    rows = reader.rows(
        "SELECT starts_at FROM meeting WHERE team_id = ? AND status = 'planned' AND deleted_at IS NULL",
        [team_id],
    )
    return frozenset(datetime.fromisoformat(row["starts_at"]).date() for row in rows)
