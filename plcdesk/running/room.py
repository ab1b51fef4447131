"""Changing a running meeting: its clock, who is here. Each function is one piece of work for the writer.

Clock events are facts and cannot be undone one by one; what can be undone says so.
"""

from collections.abc import Collection
from datetime import datetime, timedelta

import msgspec
from sqlalchemy import exists, func, select, update

from plcdesk.errors import UserError
from plcdesk.library.fitted import Fitted, TooShort
from plcdesk.library.refitting import refit
from plcdesk.planning.agendas import checked_minutes, give_minutes, items_of, snapshot_of
from plcdesk.running.catching_up import CatchUp
from plcdesk.running.disturbances import Gap
from plcdesk.running.events import EventKind
from plcdesk.running.times import Instant
from plcdesk.store.tables import Attendance, Change, ClockEvent, Item, Meeting, Pulse, Transaction
from plcdesk.store.work import Work, instant, iso
from plcdesk.text import ntr, tr


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
    starts_at: str | None = None,
) -> None:
    """Begin a meeting: who is here, when it is to end (UTC), and other minutes for its items after a late start.

    `starts_at` (local) is for a meeting that is held at quite another time than planned. Raises UserError when
    it has begun already.
    """
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
        starts_at=starts_at or meeting.starts_at,
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
    _settle_undone_events(work, meeting_id)


def _settle_undone_events(work: Work, meeting_id: str) -> None:
    """Once the clock went on, events that were taken back cannot come again: their numbers may be in use."""
    had_events = exists().where(Change.work_id == Transaction.id, Change.row_table == "clock_event")
    work.session.execute(
        update(Transaction)
        .where(Transaction.undo_list == meeting_id, Transaction.state == "undone", had_events)
        .values(state="lost")
    )


def beat(work: Work, meeting_id: str, now: Instant) -> None:
    """Note that the room is alive at this moment."""
    pulse = work.session.scalars(select(Pulse).where(Pulse.meeting_id == meeting_id)).one_or_none()
    if pulse is None:
        work.add(
            Pulse(meeting_id=meeting_id, wall=iso(now.wall), monotonic=now.monotonic, session=now.session)
        )
    else:
        work.change(pulse, wall=iso(now.wall), monotonic=now.monotonic, session=now.session)


def catch_up(work: Work, meeting_id: str, now: Instant, agreed: CatchUp) -> None:
    """Give the steps to come the times that were agreed on; undone in one."""
    for step, seconds in agreed.events:
        record(work, meeting_id, now, "extended", step=step, seconds=seconds, reason="caught_up")
    form = agreed.short_form
    snapshot = snapshot_of(work, form.item_id) if form is not None else None
    if form is not None and snapshot is not None:
        work.change(snapshot, form=form.form, fitted=msgspec.to_builtins(form.fitted))
    work.undoable = True


def skip_step(work: Work, meeting_id: str, now: Instant, to: str) -> None:
    """Leave the current step out and go on to step `to`; undone, the clock is at the step again."""
    record(work, meeting_id, now, "went_to", step=to, reason="skip")
    work.undoable = True


def explain_pause(
    work: Work, meeting_id: str, *, reason: str | None = None, seconds: int | None = None
) -> None:
    """Say why the meeting pauses, or for how long (0: nobody knows); what is not given stays as it was.

    Raises UserError when the meeting does not pause.
    """
    last = work.session.scalars(
        select(ClockEvent)
        .where(ClockEvent.meeting_id == meeting_id, ClockEvent.kind.in_(("paused", "resumed")))
        .order_by(ClockEvent.seq.desc())
        .limit(1)
    ).one_or_none()
    if last is None or last.kind != "paused":
        raise UserError(tr("The meeting goes on already."))
    work.typing = f"reason of {last.id}"
    if reason is not None:
        last.reason = reason.strip()
    if seconds is not None:
        last.seconds = seconds or None


def say_stopped(work: Work, meeting_id: str, gap: Gap, reason: str) -> None:
    """The meeting did not go on while the laptop slept: that time becomes a pause; can be undone."""
    seconds = round(gap.seconds)
    record(work, meeting_id, gap.ended, "stopped", step=gap.step, seconds=seconds, reason=reason)
    work.undoable = True


def correct_times(work: Work, meeting_id: str, seconds: float) -> None:
    """The laptop's clock was wrong until it was set by `seconds`: move all that was written down by it."""
    work.undoable = False
    by = timedelta(seconds=seconds)

    def moved(text: str | None) -> str | None:
        return None if text is None else iso(instant(text) + by)

    meeting = work.get(Meeting, meeting_id)
    work.change(meeting, started_at=moved(meeting.started_at))
    for event in work.all(select(ClockEvent).where(ClockEvent.meeting_id == meeting_id)):
        work.change(event, wall=moved(event.wall))
    for found in work.all(select(Attendance).where(Attendance.meeting_id == meeting_id)):
        work.change(found, arrived_at=moved(found.arrived_at), left_at=moved(found.left_at))


def give_minutes_while_running(
    work: Work, item_id: str, minutes: int, *, settled: Collection[str] = ()
) -> None:
    """Give an item other minutes in the middle of a meeting.

    `settled` are the fitted keys of its protocol's steps that are done or on: they keep their minutes and only
    the others are fitted anew. Raises UserError when the steps to come do not fit.
    """
    snapshot = snapshot_of(work, item_id)
    if snapshot is None or not settled:
        give_minutes(work, item_id, minutes)
        return
    item = work.get(Item, item_id)
    item.minutes = checked_minutes(minutes)
    fitted = msgspec.convert(snapshot.fitted, Fitted)
    spent = sum(step.minutes for step in fitted.steps if step.key in settled)
    open_keys = [step.key for step in fitted.steps if step.key not in settled]
    outcome = refit(fitted, open_keys, minutes - spent)
    if isinstance(outcome, TooShort):
        sentence = ntr(
            "The steps still to come need {by} minute more than that.",
            "The steps still to come need {by} minutes more than that.",
            outcome.by,
        )
        raise UserError(sentence.format(by=outcome.by))
    snapshot.fitted = msgspec.to_builtins(outcome)


def swap_items(work: Work, item_id: str, other_id: str) -> None:
    """Let two items of an agenda change places."""
    item, other = work.get(Item, item_id), work.get(Item, other_id)
    order = items_of(work, item.meeting_id)
    first, second = order.index(item), order.index(other)
    order[first], order[second] = other, item
    for place, row in enumerate(order):
        if row.position != place:
            row.position = float(place)


def arrive(work: Work, meeting_id: str, member_id: str, now: Instant) -> None:
    """Somebody comes in late, or comes back; who comes back was here from the time of the first coming."""
    found = _attendance(work, meeting_id, member_id)
    if found is not None and found.status == "left" and found.arrived_at is not None:
        started = work.get(Meeting, meeting_id).started_at
        status = "late" if started is not None and found.arrived_at > started else "present"
        _attend(work, meeting_id, member_id, status=status, left_at=None, back_at=iso(now.wall))
    else:
        _attend(work, meeting_id, member_id, status="late", arrived_at=iso(now.wall), left_at=None)


def leave(work: Work, meeting_id: str, member_id: str, now: Instant) -> None:
    """Somebody leaves before the end."""
    _attend(work, meeting_id, member_id, status="left", left_at=iso(now.wall))


def set_attendance(work: Work, meeting_id: str, member_id: str, status: str) -> None:
    """Correct whether somebody was there: present from the start, or absent."""
    begun = work.get(Meeting, meeting_id).started_at if status == "present" else None
    _attend(work, meeting_id, member_id, status=status, arrived_at=begun, left_at=None, back_at=None)


def ended_at(work: Work, meeting_id: str, now: Instant) -> None:
    """End a meeting's clock at a moment, which may be one that a person named afterwards."""
    meeting = work.get(Meeting, meeting_id)
    record(work, meeting_id, now, "ended")
    work.change(meeting, ended_at=iso(now.wall))


def end_and_wrap_up(work: Work, meeting_id: str, ended: Instant) -> None:
    """End the clock of a meeting that was left running at the moment that a person named, and turn to its wrap-up."""
    ended_at(work, meeting_id, ended)
    work.change(work.get(Meeting, meeting_id), wrapping_up=True)


def go_on(work: Work, meeting_id: str, now: Instant) -> None:
    """Go on after a pause, or with a meeting whose clock was ended too early."""
    record(work, meeting_id, now, "resumed")
    work.change(work.get(Meeting, meeting_id), ended_at=None)


def _attend(work: Work, meeting_id: str, member_id: str, **values: str | None) -> None:
    found = _attendance(work, meeting_id, member_id)
    if found is None:
        work.add(Attendance(meeting_id=meeting_id, member_id=member_id, **values))
    else:
        work.change(found, **values)


def _attendance(work: Work, meeting_id: str, member_id: str) -> Attendance | None:
    return work.session.scalars(
        select(Attendance).where(Attendance.meeting_id == meeting_id, Attendance.member_id == member_id)
    ).one_or_none()
