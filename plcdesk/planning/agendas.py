"""Changing meetings and their agendas. Each function is one piece of work for the writer."""

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
from sqlalchemy import select

from plcdesk.errors import UserError
from plcdesk.library.fitted import Fitted, TooShort
from plcdesk.library.fitting import fit, own_minutes
from plcdesk.library.schema import Protocol
from plcdesk.planning.ordering import next_place, put
from plcdesk.store.tables import Entry, Item, Meeting, Member, Role, Snapshot, Team
from plcdesk.store.work import Work
from plcdesk.text import ntr, tr

LONGEST_ITEM = 480


@dataclass(frozen=True)
class NewItem:
    """An agenda item to be added; with a protocol it runs that protocol, fitted to its minutes."""

    kind: str
    title: str
    minutes: int
    purpose: str = ""
    brought_by: str | None = None
    protocol: Protocol | None = None
    from_entry_id: str | None = None
    from_item_id: str | None = None


def new_meeting(
    work: Work,
    team_id: str,
    title: str,
    starts_at: str,
    *,
    minutes: int | None = None,
    room: str | None = None,
    result_wanted: str = "",
    items: Sequence[NewItem] = (),
    roles: dict[str, str] | None = None,
) -> str:
    """Plan a meeting; returns its id. `starts_at` is local 'YYYY-MM-DDTHH:MM'. Unsaid parts are the team's usual."""
    team = work.get(Team, team_id)
    meeting = work.add(
        Meeting(
            team_id=team_id,
            title=title.strip(),
            starts_at=starts_at,
            zone=team.zone,
            minutes=team.minutes if minutes is None else minutes,
            room=team.room if room is None else room,
            result_wanted=result_wanted,
        )
    )
    work.session.flush()
    for item in items:
        add_item(work, meeting.id, item)
    for role, member_id in (roles or {}).items():
        set_role(work, meeting.id, role, member_id)
    return meeting.id


def change_meeting(
    work: Work, meeting_id: str, *, typing: str | None = None, **values: str | int | bool | None
) -> None:
    """Change title, result wanted, start, length, room or watched norm of a meeting."""
    minutes = values.get("minutes")
    if isinstance(minutes, int) and not 1 <= minutes <= LONGEST_ITEM * 2:
        raise UserError(tr("A meeting takes between 1 and 960 minutes."))
    work.typing = typing
    work.change(work.get(Meeting, meeting_id), **values)


def delete_meeting(work: Work, meeting_id: str) -> None:
    """Move a meeting to the trash, with all that is in it."""
    work.delete(work.get(Meeting, meeting_id))


def add_item(work: Work, meeting_id: str, new: NewItem, at: int | None = None) -> str:
    """Add an item at place `at`: before the wrap-up when that is not said; returns its id.

    Raises UserError when its protocol does not fit its minutes.
    """
    meeting = work.get(Meeting, meeting_id)
    others = items_of(work, meeting_id)
    item = work.add(
        Item(
            meeting_id=meeting_id,
            kind=new.kind,
            title=new.title.strip() or tr("Untitled"),
            minutes=checked_minutes(new.minutes),
            purpose=new.purpose,
            brought_by=new.brought_by,
            from_entry_id=new.from_entry_id,
            from_item_id=new.from_item_id,
            position=next_place(others),
        )
    )
    work.session.flush()
    if new.protocol is not None:
        _take_protocol(work, meeting, item, new.protocol)
    if at is None and new.kind != "wrap_up" and others and others[-1].kind == "wrap_up":
        at = len(others) - 1
    if at is not None:
        put([*others, item], item, at)
    return item.id


def change_item(
    work: Work, item_id: str, *, typing: str | None = None, **values: str | int | list[int] | None
) -> None:
    """Change title, kind, purpose, who brings it, private note or preparation of an item; minutes: `give_minutes`."""
    if not str(values.get("title", "-")).strip():
        raise UserError(tr("Give the topic a title."))
    work.typing = typing
    work.change(work.get(Item, item_id), **values)


def give_minutes(work: Work, item_id: str, minutes: int) -> None:
    """Give an item other minutes; its protocol is fitted anew. Raises UserError when that cannot fit."""
    item = work.get(Item, item_id)
    item.minutes = checked_minutes(minutes)
    snapshot = snapshot_of(work, item_id)
    if snapshot is not None:
        protocol = msgspec.convert(snapshot.protocol, Protocol)
        snapshot.fitted = msgspec.to_builtins(_fitted(protocol, minutes, snapshot.people, snapshot))


def change_people(work: Work, item_id: str, *, people: int, presenters: int | None, form: str | None) -> None:
    """Fit an item's protocol for other numbers of people or presenters, or in another form."""
    item, snapshot = work.get(Item, item_id), snapshot_of(work, item_id)
    if snapshot is None:
        return
    protocol = msgspec.convert(snapshot.protocol, Protocol)
    snapshot.people, snapshot.presenters, snapshot.form = people, presenters, form
    snapshot.own_minutes = own_minutes(protocol, people, presenters=presenters, form=form)
    snapshot.fitted = msgspec.to_builtins(_fitted(protocol, item.minutes, people, snapshot))


def run_protocol(work: Work, item_id: str, protocol: Protocol | None) -> None:
    """Have an item run a protocol, or none any more; its minutes stay."""
    item = work.get(Item, item_id)
    snapshot = snapshot_of(work, item_id)
    if snapshot is not None:
        work.session.delete(snapshot)
        work.session.flush()
    item.kind = "topic" if protocol is None else "protocol"
    if protocol is not None:
        _take_protocol(work, work.get(Meeting, item.meeting_id), item, protocol)


def duplicate_item(work: Work, item_id: str) -> str:
    """Put a copy of an item behind it; returns the copy's id."""
    item = work.get(Item, item_id)
    copy = work.add(
        Item(
            meeting_id=item.meeting_id,
            kind=item.kind,
            title=item.title,
            minutes=item.minutes,
            purpose=item.purpose,
            brought_by=item.brought_by,
            private_note=item.private_note,
            position=item.position,
        )
    )
    work.session.flush()
    snapshot = snapshot_of(work, item_id)
    if snapshot is not None:
        work.add(
            Snapshot(
                item_id=copy.id,
                meeting_id=item.meeting_id,
                protocol_id=snapshot.protocol_id,
                name=snapshot.name,
                own_minutes=snapshot.own_minutes,
                people=snapshot.people,
                presenters=snapshot.presenters,
                form=snapshot.form,
                protocol=snapshot.protocol,
                fitted=snapshot.fitted,
            )
        )
    others = [other for other in items_of(work, item.meeting_id) if other is not copy]
    put([*others, copy], copy, others.index(item) + 1)
    return copy.id


def delete_item(work: Work, item_id: str) -> None:
    work.delete(work.get(Item, item_id))


def move_item(work: Work, item_id: str, to: int) -> None:
    """Put an item at place `to` of its agenda, counted from 0."""
    item = work.get(Item, item_id)
    put(items_of(work, item.meeting_id), item, to)


def take_over(work: Work, meeting_id: str, entry_id: str, minutes: int = 5) -> str:
    """Put something left open onto an agenda, with where it comes from; returns the item's id."""
    entry = work.get(Entry, entry_id)
    kind = "decision" if entry.kind == "decision" else "topic"
    return add_item(work, meeting_id, NewItem(kind, entry.text, minutes, from_entry_id=entry.id))


def set_role(work: Work, meeting_id: str, role: str, member_id: str | None) -> None:
    """Say who holds a role in a meeting; None leaves it open."""
    held = work.session.scalars(
        select(Role).where(Role.meeting_id == meeting_id, Role.role == role)
    ).one_or_none()
    if held is None:
        work.add(Role(meeting_id=meeting_id, role=role, member_id=member_id))
    else:
        held.member_id = member_id


def set_roles(work: Work, meeting_id: str, roles: dict[str, str]) -> None:
    """Say who holds each of these roles."""
    for role, member_id in roles.items():
        set_role(work, meeting_id, role, member_id)


def checked_minutes(minutes: int) -> int:
    """The minutes, if an item may have them. Raises UserError."""
    if not 1 <= minutes <= LONGEST_ITEM:
        raise UserError(tr("A topic takes between 1 and {most} minutes.").format(most=LONGEST_ITEM))
    return minutes


def items_of(work: Work, meeting_id: str) -> list[Item]:
    """The items of an agenda in order."""
    query = select(Item).where(Item.meeting_id == meeting_id, Item.deleted_at.is_(None))
    return list(work.all(query.order_by(Item.position, Item.n)))


def snapshot_of(work: Work, item_id: str) -> Snapshot | None:
    """The protocol that an item runs, if it runs one."""
    query = select(Snapshot).where(Snapshot.item_id == item_id)
    return work.session.scalars(query).one_or_none()


def _take_protocol(work: Work, meeting: Meeting, item: Item, protocol: Protocol) -> None:
    on_team = select(Member).where(
        Member.team_id == meeting.team_id, Member.active, Member.deleted_at.is_(None)
    )
    people = max(2, len(work.all(on_team)))
    snapshot = Snapshot(
        item_id=item.id,
        meeting_id=meeting.id,
        protocol_id=protocol.id,
        name=protocol.name,
        own_minutes=own_minutes(protocol, people),
        people=people,
        protocol=msgspec.to_builtins(protocol),
        fitted={},
    )
    snapshot.fitted = msgspec.to_builtins(_fitted(protocol, item.minutes, people, snapshot))
    work.add(snapshot)
    work.session.flush()


def _fitted(protocol: Protocol, minutes: int, people: int, snapshot: Snapshot) -> Fitted:
    outcome = fit(protocol, minutes, people, presenters=snapshot.presenters, form=snapshot.form)
    if isinstance(outcome, TooShort):
        sentence = ntr(
            "{name} needs at least {needed} minutes: {by} more than it has here.",
            "{name} needs at least {needed} minutes: {by} more than it has here.",
            outcome.by,
        )
        raise UserError(sentence.format(name=protocol.name, needed=outcome.needed, by=outcome.by))
    return outcome
