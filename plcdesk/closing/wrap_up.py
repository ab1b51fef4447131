"""Wrapping up a meeting. Each function is one piece of work for the writer."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select

from plcdesk.errors import UserError
from plcdesk.planning.agendas import NewItem, items_of, new_meeting, set_role, take_over
from plcdesk.planning.teams import add_norm
from plcdesk.running.entries import NewEntry, add_entry
from plcdesk.running.room import ended_at, record
from plcdesk.running.times import Instant
from plcdesk.store.tables import Attendance, ClockEvent, Entry, Feedback, Meeting, Norm, NormRating
from plcdesk.store.work import Work
from plcdesk.text import tr


def begin_wrap_up(work: Work, meeting_id: str, now: Instant, step: str | None) -> None:
    """Turn to the wrap-up; `step` is the agenda's own wrap-up item, if it has one."""
    work.change(work.get(Meeting, meeting_id), wrapping_up=True)
    record(work, meeting_id, now, "wrapping_up", step=step)


def back_to_meeting(work: Work, meeting_id: str) -> None:
    """Leave the wrap-up for the room; the clock stays where it is."""
    work.undoable = False
    work.change(work.get(Meeting, meeting_id), wrapping_up=False)


def set_reached(work: Work, meeting_id: str, reached: str | None) -> None:
    """Say whether the result wanted was reached: yes, partly or no."""
    if reached not in (None, "yes", "partly", "no"):
        raise UserError(tr("Say yes, partly or no."))
    work.change(work.get(Meeting, meeting_id), result_reached=reached)


def dispose(work: Work, entry_id: str, becomes: str | None) -> str | None:
    """Say what becomes of something still open: next_meeting, action or dropped (None: not said).

    An action is made for 'action', and its id is returned; it is taken away again when another answer is given.
    """
    entry = work.get(Entry, entry_id)
    made = work.session.scalars(
        select(Entry).where(
            Entry.carried_from == entry_id, Entry.kind == "action", Entry.deleted_at.is_(None)
        )
    ).one_or_none()
    work.change(entry, becomes=becomes, status="dropped" if becomes == "dropped" else "open")
    if becomes != "action":
        if made is not None:
            work.delete(made)
        return None
    if made is not None:
        return made.id
    new = NewEntry("action", entry.text, entry.item_id, entry.step, carried_from=entry_id)
    return add_entry(work, entry.meeting_id, new)


def rate_norm(work: Work, meeting_id: str, norm_id: str, fingers: Sequence[int]) -> None:
    """Keep how a norm was kept, as fingers shown; no fingers take the rating away."""
    found = work.session.scalars(
        select(NormRating).where(NormRating.meeting_id == meeting_id, NormRating.norm_id == norm_id)
    ).one_or_none()
    work.undoable = False
    if found is not None and not fingers:
        work.session.delete(found)
    elif found is not None:
        work.change(found, fingers=list(fingers))
    elif fingers:
        work.add(NormRating(meeting_id=meeting_id, norm_id=norm_id, fingers=list(fingers)))


def give_feedback(work: Work, meeting_id: str, *, typing: str | None = None, **lines: str) -> None:
    """Keep one line on what helped (`helped`) or what to change (`change`)."""
    work.typing = typing
    found = work.session.scalars(select(Feedback).where(Feedback.meeting_id == meeting_id)).one_or_none()
    if found is None:
        work.add(Feedback(meeting_id=meeting_id, **lines))
    else:
        work.change(found, **lines)


def plan_next(
    work: Work,
    meeting_id: str,
    *,
    starts_at: str,
    facilitator: str | None = None,
    result_wanted: str = "",
    bring: str | None = None,
    items: Sequence[NewItem] = (),
) -> str:
    """Plan the team's next meeting, or change the one that is planned; returns its id.

    `bring` is what everybody brings to it; None leaves that as it is.
    """
    meeting = work.get(Meeting, meeting_id)
    if starts_at <= meeting.starts_at:
        raise UserError(tr("The next meeting must be after this one."))
    following = next_planned(work, meeting)
    if following is None:
        next_id = new_meeting(
            work,
            meeting.team_id,
            tr("Team meeting"),
            starts_at,
            minutes=meeting.minutes,
            room=meeting.room,
            result_wanted=result_wanted,
            items=items,
        )
    else:
        next_id = following.id
        work.change(following, starts_at=starts_at, result_wanted=result_wanted)
    if bring is not None:
        work.change(work.get(Meeting, next_id), bring=bring)
    if facilitator is not None:
        set_role(work, next_id, "facilitator", facilitator)
    return next_id


def next_planned(work: Work, meeting: Meeting) -> Meeting | None:
    """The team's first planned meeting after this one."""
    query = (
        select(Meeting)
        .where(
            Meeting.team_id == meeting.team_id,
            Meeting.status == "planned",
            Meeting.deleted_at.is_(None),
            Meeting.starts_at > meeting.starts_at,
        )
        .order_by(Meeting.starts_at)
    )
    return work.session.scalars(query.limit(1)).one_or_none()


def finish(work: Work, meeting_id: str, now: Instant, *, out_of_time: bool = False) -> None:
    """End the meeting: its minutes are a draft, norms it wrote are the team's, what is open goes to the next agenda."""
    meeting = work.get(Meeting, meeting_id)
    if meeting.status != "running":
        raise UserError(tr("This meeting is not running."))
    if meeting.ended_at is None:
        ended_at(work, meeting_id, now)
    work.change(meeting, status="draft", wrapping_up=False, out_of_time=out_of_time)
    _adopt_norms(work, meeting)
    _hand_on(work, meeting)
    work.undoable = False


def write_up(
    work: Work,
    team_id: str,
    title: str,
    starts_at: str,
    *,
    minutes: int,
    present: Sequence[str] = (),
    absent: Sequence[str] = (),
    items: Sequence[NewItem] = (),
) -> str:
    """Make minutes of a meeting that was held on paper; returns its id."""
    meeting_id = new_meeting(
        work, team_id, title or tr("Team meeting"), starts_at, minutes=minutes, items=items
    )
    work.change(work.get(Meeting, meeting_id), status="draft")
    for status, members in (("present", present), ("absent", absent)):
        for member_id in members:
            work.add(Attendance(meeting_id=meeting_id, member_id=member_id, status=status))
    return meeting_id


def abandon(work: Work, meeting_id: str) -> None:
    """Take back a start made by mistake: the meeting is planned again, what was written in it stays.

    Undone, the meeting runs on as if nothing had been.
    """
    meeting = work.get(Meeting, meeting_id)
    if meeting.status != "running":
        raise UserError(tr("This meeting is not running."))
    for table in (ClockEvent, Attendance):
        for row in work.session.scalars(select(table).where(table.meeting_id == meeting_id)).all():
            work.session.delete(row)
    work.change(meeting, status="planned", started_at=None, ends_at=None, ended_at=None, wrapping_up=False)


def _adopt_norms(work: Work, meeting: Meeting) -> None:
    """Norms that the team wrote in this meeting become its norms; those it has already are not doubled."""
    had = {
        norm.text.casefold()
        for norm in work.all(select(Norm).where(Norm.team_id == meeting.team_id, Norm.deleted_at.is_(None)))
    }
    written = select(Entry).where(
        Entry.meeting_id == meeting.id, Entry.kind == "norm", Entry.deleted_at.is_(None)
    )
    for entry in work.all(written.order_by(Entry.position)):
        if entry.text.casefold() not in had:
            had.add(entry.text.casefold())
            add_norm(work, meeting.team_id, entry.text)


def _hand_on(work: Work, meeting: Meeting) -> None:
    """Put what was meant for the next meeting onto its agenda, if it is planned."""
    following = next_planned(work, meeting)
    if following is None:
        return
    taken = {item.from_entry_id for item in items_of(work, following.id)}
    query = select(Entry).where(
        Entry.meeting_id == meeting.id, Entry.becomes == "next_meeting", Entry.deleted_at.is_(None)
    )
    for entry in work.all(query.order_by(Entry.position)):
        if entry.id not in taken:
            take_over(work, following.id, entry.id)


def local_minutes(moment: datetime) -> str:
    """A local moment as the store writes a planned start."""
    return moment.strftime("%Y-%m-%dT%H:%M")
