"""Changing a running meeting: its clock, who is here. Each function is one piece of work for the writer.

Clock events are facts and cannot be undone one by one; what can be undone says so.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select

from plcdesk.errors import UserError
from plcdesk.planning.agendas import give_minutes
from plcdesk.running.events import EventKind
from plcdesk.running.times import Instant
from plcdesk.store.tables import Attendance, ClockEvent, Item, Meeting, Pulse
from plcdesk.store.work import Work, iso
from plcdesk.text import tr


def start_meeting(
    work: Work,
    meeting_id: str,
    now: Instant,
    *,
    present: tuple[str, ...],
    absent: tuple[str, ...] = (),
    room_sees_screen: bool = False,
    ends_at: datetime,
    minutes: dict[str, int] | None = None,
    first_step: str | None = None,
) -> None:
    """Begin a meeting: who is here, when it is to end (UTC), and other minutes for its items after a late start."""
    meeting = work.get(Meeting, meeting_id)
    if meeting.status != "planned":
        raise UserError(tr("This meeting has begun already."))
    work.undoable = False
    for item_id, given in (minutes or {}).items():
        if work.get(Item, item_id).minutes != given:
            give_minutes(work, item_id, given)
    work.change(
        meeting,
        status="running",
        started_at=iso(now.wall),
        ends_at=iso(ends_at),
        room_sees_screen=room_sees_screen,
    )
    for member_id in present:
        _attend(work, meeting_id, member_id, status="present", arrived_at=iso(now.wall))
    for member_id in absent:
        _attend(work, meeting_id, member_id, status="absent")
    record(work, meeting_id, now, "started", step=first_step)


def record(
    work: Work,
    meeting_id: str,
    now: Instant,
    kind: EventKind,
    *,
    step: str | None = None,
    member: str | None = None,
    seconds: int | None = None,
    reason: str | None = None,
) -> None:
    """Append an event to a meeting's clock."""
    work.undoable = False
    last = work.session.scalar(select(func.max(ClockEvent.seq)).where(ClockEvent.meeting_id == meeting_id))
    work.add(
        ClockEvent(
            meeting_id=meeting_id,
            seq=(last or 0) + 1,
            kind=kind,
            step=step,
            member_id=member,
            seconds=seconds,
            reason=reason,
            wall=iso(now.wall),
            monotonic=now.monotonic,
            session=now.session,
        )
    )
    work.session.flush()


def beat(work: Work, meeting_id: str, now: Instant) -> None:
    """Note that the room is alive at this moment."""
    pulse = work.session.scalars(select(Pulse).where(Pulse.meeting_id == meeting_id)).one_or_none()
    if pulse is None:
        work.add(
            Pulse(meeting_id=meeting_id, wall=iso(now.wall), monotonic=now.monotonic, session=now.session)
        )
    else:
        work.change(pulse, wall=iso(now.wall), monotonic=now.monotonic, session=now.session)


def take_minutes(
    work: Work, meeting_id: str, now: Instant, *, step: str, changes: Sequence[tuple[str, int]]
) -> None:
    """Give the step that runs over the seconds that later steps lose (`changes`, negative); undone in one."""
    for later, seconds in changes:
        record(work, meeting_id, now, "extended", step=later, seconds=seconds, reason="given")
    record(
        work,
        meeting_id,
        now,
        "extended",
        step=step,
        seconds=-sum(seconds for _, seconds in changes),
        reason="taken",
    )
    work.undoable = True


def arrive(work: Work, meeting_id: str, member_id: str, now: Instant) -> None:
    """Somebody comes in late, or comes back."""
    _attend(work, meeting_id, member_id, status="late", arrived_at=iso(now.wall), left_at=None)


def leave(work: Work, meeting_id: str, member_id: str, now: Instant) -> None:
    """Somebody leaves before the end."""
    _attend(work, meeting_id, member_id, status="left", left_at=iso(now.wall))


def set_attendance(work: Work, meeting_id: str, member_id: str, status: str) -> None:
    """Correct whether somebody was there: present or absent."""
    _attend(work, meeting_id, member_id, status=status)


def ended_at(work: Work, meeting_id: str, now: Instant) -> None:
    """End a meeting's clock at a moment, which may be one that a person named afterwards."""
    meeting = work.get(Meeting, meeting_id)
    record(work, meeting_id, now, "ended")
    work.change(meeting, ended_at=iso(now.wall))


def _attend(work: Work, meeting_id: str, member_id: str, **values: str | None) -> None:
    found = work.session.scalars(
        select(Attendance).where(Attendance.meeting_id == meeting_id, Attendance.member_id == member_id)
    ).one_or_none()
    if found is None:
        work.add(Attendance(meeting_id=meeting_id, member_id=member_id, **values))
    else:
        work.change(found, **values)
