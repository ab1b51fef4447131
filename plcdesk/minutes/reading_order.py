"""The minutes before and after: how one reads through the year of a team."""

from plcdesk.store.reader import Reader


def neighbours(reader: Reader, meeting_id: str) -> tuple[str | None, str | None]:
    """The ids of the team's meetings held before and after this one."""
    return _next(reader, meeting_id, "<", "DESC"), _next(reader, meeting_id, ">", "ASC")


def _next(reader: Reader, meeting_id: str, side: str, order: str) -> str | None:
    return reader.value(
        "SELECT other.id FROM meeting AS this JOIN meeting AS other ON other.team_id = this.team_id"
        f" AND (other.starts_at, other.n) {side} (this.starts_at, this.n)"
        " WHERE this.id = ? AND other.deleted_at IS NULL AND other.status IN ('draft', 'final')"
        f" ORDER BY other.starts_at {order}, other.n {order} LIMIT 1",
        [meeting_id],
    )
