"""The team's next meeting, as far as the running one needs to know it: what 'next meeting' means as a date."""

from datetime import datetime

from plcdesk.store.reader import Reader


def read_next_start(reader: Reader, team_id: str, after: datetime) -> datetime | None:
    """When the team's first planned meeting after `after` begins; both local. None if none is planned."""
    found = reader.value(
        "SELECT starts_at FROM meeting WHERE team_id = ? AND status = 'planned' AND deleted_at IS NULL"
        " AND starts_at > ? ORDER BY starts_at LIMIT 1",
        [team_id, after.isoformat(timespec="minutes")],
    )
    return datetime.fromisoformat(found) if found else None
