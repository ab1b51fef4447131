"""Meetings in a list, each with its agenda in short; read without decoding any protocol."""

from dataclasses import dataclass

from plcdesk.store.reader import Reader


@dataclass(frozen=True)
class ListedItem:
    """An item as a list shows it; `protocol` is the id of the protocol that it runs."""

    title: str
    kind: str
    minutes: int
    protocol: str | None


@dataclass(frozen=True)
class ListedMeeting:
    """A meeting as a list shows it; `starts_at` is local, 'YYYY-MM-DDTHH:MM'."""

    id: str
    team: str
    title: str
    starts_at: str
    minutes: int
    status: str
    items: tuple[ListedItem, ...]


def read_listing(reader: Reader, team_id: str | None = None) -> tuple[ListedMeeting, ...]:
    """All meetings of a team, or of all teams, newest first."""
    items: dict[str, list[ListedItem]] = {}
    for row in reader.rows(
        "SELECT item.meeting_id, item.title, item.kind, item.minutes, snapshot.protocol_id FROM item"
        " LEFT JOIN snapshot ON snapshot.item_id = item.id WHERE item.deleted_at IS NULL"
        " ORDER BY item.meeting_id, item.position, item.n"
    ):
        found = ListedItem(row["title"], row["kind"], row["minutes"], row["protocol_id"])
        items.setdefault(row["meeting_id"], []).append(found)
    return reader.each(
        lambda row: ListedMeeting(**dict(row), items=tuple(items.get(row["id"], ()))),
        "SELECT meeting.id, team.name AS team, meeting.title, meeting.starts_at, meeting.minutes, meeting.status"
        " FROM meeting JOIN team ON team.id = meeting.team_id"
        " WHERE meeting.deleted_at IS NULL AND team.deleted_at IS NULL AND (?1 IS NULL OR team.id = ?1)"
        " ORDER BY meeting.starts_at DESC, meeting.n DESC",
        [team_id],
    )


def shortest_ids(ids: tuple[str, ...], least: int = 4) -> dict[str, str]:
    """For each id the beginning by which it can be told from the others, `least` characters long at least."""
    ordered = sorted(ids)
    short: dict[str, str] = {}
    for place, one in enumerate(ordered):
        beside = ordered[max(0, place - 1) : place] + ordered[place + 1 : place + 2]
        length = max((_alike(one, other) + 1 for other in beside), default=1)
        short[one] = one[: max(length, least)]
    return short


def _alike(one: str, other: str) -> int:
    """How many characters two ids have in common from the beginning."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
