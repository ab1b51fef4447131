"""Where a team's time went, and with which protocols, as the clocks of its meetings measured it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from plcdesk.insights.span import Span
from plcdesk.library.history import rounded_mean
from plcdesk.running.clock import rounded_minutes
from plcdesk.running.time_used import seconds_by_item
from plcdesk.store.reader import Reader

FRAME = "frame"  # opening and wrap-up
_FRAME_KINDS = ("opening", "wrap_up")


@dataclass(frozen=True)
class ItemSpent:
    """An item of a meeting held. `about` is what it looked at, or what kind of item it is.

    `used` is in seconds; None where the meeting had no clock, 0 where it did not come to the item.
    """

    item_id: str
    meeting_id: str
    meeting: str
    on: date
    title: str
    about: str
    planned: int  # minutes
    used: float | None
    protocol_id: str | None
    protocol: str | None


@dataclass(frozen=True)
class TimeUse:
    """The seconds that went into one thing, with the items that they went into."""

    about: str
    seconds: float
    items: tuple[ItemSpent, ...]

    @property
    def minutes(self) -> int:
        return rounded_minutes(self.seconds)


@dataclass(frozen=True)
class ProtocolUse:
    """A protocol that a team ran: the mean minutes planned and used, where the clock ran; None where none did."""

    protocol_id: str
    name: str
    runs: tuple[ItemSpent, ...]

    @property
    def planned(self) -> int | None:
        return rounded_mean([run.planned for run in self._timed]) if self._timed else None

    @property
    def used(self) -> int | None:
        used = [rounded_minutes(run.used) for run in self.runs if run.used is not None]
        return rounded_mean(used) if used else None

    @property
    def _timed(self) -> list[ItemSpent]:
        return [run for run in self.runs if run.used is not None]


def read_time_spent(reader: Reader, team_id: str, span: Span) -> tuple[ItemSpent, ...]:
    """All items of the meetings held in the span, oldest first."""
    seconds = seconds_by_item(reader, team_id, span.first, span.end)
    found: list[ItemSpent] = []
    for row in reader.rows(
        "SELECT item.id, item.meeting_id, meeting.title AS meeting, meeting.starts_at, item.title, item.kind,"
        " item.minutes, snapshot.protocol_id, snapshot.name,"
        " json_extract(snapshot.protocol, '$.looks_at[0]') AS looks_at"
        " FROM meeting JOIN item ON item.meeting_id = meeting.id"
        " LEFT JOIN snapshot ON snapshot.item_id = item.id"
        " WHERE meeting.team_id = ? AND meeting.deleted_at IS NULL AND meeting.status IN ('draft', 'final')"
        " AND meeting.starts_at >= ? AND meeting.starts_at < ? AND item.deleted_at IS NULL"
        " ORDER BY meeting.starts_at, meeting.n, item.position, item.n",
        [team_id, span.first.isoformat(), span.end.isoformat()],
    ):
        of_meeting = seconds.get(row["meeting_id"])
        found.append(
            ItemSpent(
                item_id=row["id"],
                meeting_id=row["meeting_id"],
                meeting=row["meeting"],
                on=datetime.fromisoformat(row["starts_at"]).date(),
                title=row["title"],
                about=FRAME if row["kind"] in _FRAME_KINDS else row["looks_at"] or row["kind"],
                planned=row["minutes"],
                used=None if of_meeting is None else of_meeting.get(row["id"], 0.0),
                protocol_id=row["protocol_id"],
                protocol=row["name"],
            )
        )
    return tuple(found)


def time_uses(items: Sequence[ItemSpent]) -> tuple[TimeUse, ...]:
    """The time by what it went into, the most first; opening and wrap-up last."""
    by_about: dict[str, list[ItemSpent]] = {}
    for item in items:
        if item.used:
            by_about.setdefault(item.about, []).append(item)
    uses = [
        TimeUse(about, sum(item.used or 0.0 for item in found), tuple(found))
        for about, found in by_about.items()
    ]
    return tuple(sorted(uses, key=lambda use: (use.about == FRAME, -use.seconds, use.about)))


def protocol_uses(items: Sequence[ItemSpent]) -> tuple[ProtocolUse, ...]:
    """The protocols that were run, the most often used first. One that was left at once does not count."""
    runs: dict[str, list[ItemSpent]] = {}
    for item in items:
        if item.protocol_id is not None and (item.used is None or rounded_minutes(item.used)):
            runs.setdefault(item.protocol_id, []).append(item)
    uses = [ProtocolUse(key, found[-1].protocol or key, tuple(found)) for key, found in runs.items()]
    return tuple(sorted(uses, key=lambda use: (-len(use.runs), use.name.casefold())))
