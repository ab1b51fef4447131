"""Starting a meeting: on time, late with a choice of ends, or at quite another time than planned."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast

from plcdesk.library.fitting import least_minutes
from plcdesk.planning.infos import ItemInfo
from plcdesk.planning.reading import Agenda
from plcdesk.running.lateness import fit_agenda, late_start
from plcdesk.running.plan import ItemKind
from plcdesk.running.reading import local_of, plan_of
from plcdesk.running.times import Instant
from plcdesk.store.reader import Reader

EARLIEST = timedelta(hours=1)
"""Begun earlier than this before its time, a meeting is taken to be held at another time than planned."""

ALMOST_A_MINUTE = timedelta(seconds=59, microseconds=999_999)
"""Added before the seconds are cut off, so that a start in mid-minute is not behind at once."""


@dataclass(frozen=True)
class End:
    """An end to start towards (UTC), and the minutes that items get for it where those are others than planned."""

    ends_at: datetime
    minutes: dict[str, int]


@dataclass(frozen=True)
class Start:
    """What a start at this moment means.

    `keep` has the end that was planned, None when the agenda cannot be shortened so far; then `short_by` says
    how many minutes are missing. `later` ends when the agenda as it stands ends, None when there is nothing to
    ask. `moved` says that the meeting is held at quite another time than planned: then it starts anew at
    `starts_at` (local, whole minutes) with its full length, and `keep` holds that.
    """

    minutes_late: int
    planned_end: datetime
    keep: End | None
    later: End | None = None
    short_by: int = 0
    moved: bool = False
    starts_at: datetime | None = None

    @property
    def asks(self) -> bool:
        """Whether there is something to ask."""
        return self.later is not None


def start_of(agenda: Agenda, now: Instant) -> Start:
    """What it means to start this meeting at `now`."""
    plan = plan_of(agenda)
    assert plan.planned_start is not None and plan.planned_end is not None
    if not plan.planned_start - EARLIEST <= now.wall < plan.planned_end:
        return _moved(agenda, now)
    late = late_start(plan, plan.planned_start, plan.planned_end, now)
    if not late.asks:
        return Start(late.minutes_late, late.keep_end, End(late.keep_end, {}))
    items = [_to_fit(item) for item in agenda.items]
    fitted = fit_agenda(items, late.minutes_available)
    later = End(late.new_end, {})
    if fitted is None:
        wanted = range(late.minutes_available, agenda.planned_minutes + 1)
        needed = next(minutes for minutes in wanted if fit_agenda(items, minutes) is not None)
        short_by = needed - late.minutes_available
        return Start(late.minutes_late, late.keep_end, None, later, short_by)
    shorter = {item.id: fitted[item.id] for item in agenda.items if fitted[item.id] != item.minutes}
    return Start(late.minutes_late, late.keep_end, End(late.keep_end, shorter), later)


def _moved(agenda: Agenda, now: Instant) -> Start:
    full = (now.wall + ALMOST_A_MINUTE).replace(second=0, microsecond=0)
    ends = full + timedelta(minutes=agenda.meeting.minutes)
    starts_at = local_of(now.wall.replace(second=0, microsecond=0), agenda.meeting.zone)
    return Start(0, ends, End(ends, {}), moved=True, starts_at=starts_at)


def _to_fit(item: ItemInfo) -> tuple[str, ItemKind, int, int]:
    return item.id, cast(ItemKind, item.kind), item.minutes, _floor(item)


def _floor(item: ItemInfo) -> int:
    """The least minutes that leave an item its nature."""
    snapshot = item.snapshot
    if snapshot is None:
        return 1
    return least_minutes(
        snapshot.protocol,
        snapshot.people,
        snapshot.presenters,
        snapshot.form,
        groups=snapshot.fitted.groups,
    )


def room_saw_screen(reader: Reader, team_id: str) -> bool:
    """Whether the room could see the screen when this team last met; True if it never did: the careful answer."""
    seen = reader.value(
        "SELECT room_sees_screen FROM meeting WHERE team_id = ? AND deleted_at IS NULL AND started_at IS NOT NULL"
        " ORDER BY started_at DESC LIMIT 1",
        [team_id],
    )
    return True if seen is None else bool(seen)
