"""What is ahead of the running meeting, as far as dates are named by it: 'next meeting', 'before the break'."""

from datetime import date, datetime

from plcdesk.running.capture_dates import TimeOff
from plcdesk.store.reader import Reader


def read_next_start(reader: Reader, team_id: str, after: datetime) -> datetime | None:
    """When the team's first planned meeting after `after` begins; both local. None if none is planned."""
    found = reader.value(
        "SELECT starts_at FROM meeting WHERE team_id = ? AND status = 'planned' AND deleted_at IS NULL"
        " AND starts_at > ? ORDER BY starts_at LIMIT 1",
        [team_id, after.isoformat(timespec="minutes")],
    )
    return datetime.fromisoformat(found) if found else None


def read_time_off(reader: Reader, team_id: str) -> tuple[TimeOff, ...]:
    """The days on which the team does not meet, the earliest first."""
    return reader.each(
        lambda row: TimeOff(
            date.fromisoformat(row["first_on"]), date.fromisoformat(row["last_on"]), row["name"]
        ),
        "SELECT first_on, last_on, name FROM day_off WHERE team_id = ? AND deleted_at IS NULL ORDER BY first_on, n",
        [team_id],
    )
