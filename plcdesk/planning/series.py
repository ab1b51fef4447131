"""A series of meetings: the same agenda, once a week, on the days on which the team meets."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from plcdesk.planning.days_off import DaysOff, is_off
from plcdesk.planning.turns import propose_roles

if TYPE_CHECKING:
    from plcdesk.planning.agendas import NewItem
    from plcdesk.store.work import Work

MOST = 40
_LOOK_AHEAD = 120  # weeks: a school year and its holidays, more than twice


def dates_of(
    start: datetime, count: int, days_off: Iterable[DaysOff], taken: Collection[date] = ()
) -> tuple[datetime, ...]:
    """The starts of `count` meetings, the first at `start` and then every week.

    Days off, and days for which a meeting is planned already, are skipped; the first stays where it was put.
    """
    off = tuple(days_off)
    found = [start]
    for week in range(1, _LOOK_AHEAD):
        if len(found) >= count:
            break
        later = start + timedelta(weeks=week)
        if not is_off(later.date(), off) and later.date() not in taken:
            found.append(later)
    return tuple(found)


def plan_series(
    work: "Work",
    team_id: str,
    title: str,
    starts: Sequence[datetime],
    *,
    minutes: int,
    room: str,
    result_wanted: str,
    items: Sequence["NewItem"],
    copy_from: str | None,
    members: Sequence[tuple[str, str]],
    past: Sequence[Mapping[str, str]],
) -> str:
    """Plan a meeting at each of the starts, with the roles going round by turns; returns the id of the first.

    The result wanted is that of the first alone: each meeting is to have one of its own.
    """
    from plcdesk.planning.agenda_sources import plan_meeting

    so_far = list(past)
    made: list[str] = []
    for start in starts:
        roles = propose_roles(members, so_far)
        so_far.append(roles)
        made.append(
            plan_meeting(
                work,
                team_id,
                title,
                start.strftime("%Y-%m-%dT%H:%M"),
                minutes=minutes,
                room=room,
                result_wanted="" if made else result_wanted,
                items=items,
                copy_from=copy_from,
                roles=roles,
            )
        )
    return made[0]
