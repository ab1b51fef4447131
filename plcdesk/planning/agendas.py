"""Changing meetings and their agendas. Each function is one piece of work for the writer."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from plcdesk.errors import UserError
from plcdesk.library.schema import Protocol
from plcdesk.planning.fitted_items import (
    copy_snapshot,
    groups_of,
    refit_snapshot,
    set_fit,
    snapshot_of,
    take_protocol,
)
from plcdesk.planning.ordering import next_place, put
from plcdesk.store.tables import Entry, Item, Meeting, Role, Team
from plcdesk.store.work import Work
from plcdesk.text import tr

LONGEST_ITEM = 480


@dataclass(frozen=True)
class NewItem:
    """An agenda item to be added; with a protocol it runs that protocol, fitted to its minutes.

    `presenters`, `form` and `groups` are as in `library.fitting.fit`.
    """

    kind: str
    title: str
    minutes: int
    purpose: str = ""
    brought_by: str | None = None
    protocol: Protocol | None = None
    from_entry_id: str | None = None
    from_item_id: str | None = None
    presenters: int | None = None
    form: str | None = None
    groups: int = 1


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
        take_protocol(
            work,
            item,
            meeting.team_id,
            new.protocol,
            presenters=new.presenters,
            form=new.form,
            groups=new.groups,
        )
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
        refit_snapshot(snapshot, minutes)


def change_people(
    work: Work,
    item_id: str,
    *,
    people: int,
    presenters: int | None,
    form: str | None,
    groups: int | None = None,
) -> None:
    """Fit an item's protocol for other numbers of people, presenters or groups, or in another form."""
    item, snapshot = work.get(Item, item_id), snapshot_of(work, item_id)
    if snapshot is not None:
        set_fit(snapshot, item.minutes, people, presenters, form, groups or groups_of(snapshot))


def change_fit(
    work: Work, item_id: str, minutes: int, *, presenters: int | None, form: str | None, groups: int = 1
) -> None:
    """Give an item other minutes and run its protocol in another form, with other presenters or groups."""
    item, snapshot = work.get(Item, item_id), snapshot_of(work, item_id)
    item.minutes = checked_minutes(minutes)
    if snapshot is not None:
        set_fit(snapshot, minutes, snapshot.people, presenters, form, groups)


def run_protocol(
    work: Work,
    item_id: str,
    protocol: Protocol | None,
    *,
    minutes: int | None = None,
    presenters: int | None = None,
    form: str | None = None,
    groups: int = 1,
) -> None:
    """Have an item run a protocol, or none any more; its minutes stay unless others are given.

    What was ticked as prepared belonged to the protocol before, and is no longer; so did the title, if it was
    the protocol's name. Raises UserError when the protocol does not fit.
    """
    item = work.get(Item, item_id)
    snapshot = snapshot_of(work, item_id)
    if minutes is not None:
        item.minutes = checked_minutes(minutes)
    if protocol is None or (snapshot is not None and snapshot.protocol_id != protocol.id):
        item.prepared = []
    if protocol is None:
        item.kind = "topic"
        if snapshot is not None:
            work.session.delete(snapshot)
        return
    if snapshot is not None and item.title == snapshot.name:
        item.title = protocol.name
    item.kind = "protocol"
    team_id = work.get(Meeting, item.meeting_id).team_id
    take_protocol(work, item, team_id, protocol, presenters=presenters, form=form, groups=groups)


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
        copy_snapshot(work, snapshot, copy)
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
