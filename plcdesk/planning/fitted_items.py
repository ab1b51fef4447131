"""The protocol that an agenda item runs: a snapshot of it, fitted to the item's minutes and the team."""

import msgspec
from sqlalchemy import select

from plcdesk.errors import UserError
from plcdesk.library.fitted import Fitted, TooShort
from plcdesk.library.fitting import fit, own_minutes
from plcdesk.library.schema import Protocol
from plcdesk.planning.suggestions import FEWEST_PEOPLE
from plcdesk.store.tables import Item, Member, Snapshot
from plcdesk.store.work import Work
from plcdesk.text import ntr


def snapshot_of(work: Work, item_id: str) -> Snapshot | None:
    """The protocol that an item runs, if it runs one."""
    query = select(Snapshot).where(Snapshot.item_id == item_id)
    return work.session.scalars(query).one_or_none()


def protocol_of(snapshot: Snapshot) -> Protocol:
    """The protocol as it was when it was chosen."""
    return msgspec.convert(snapshot.protocol, Protocol)


def take_protocol(
    work: Work,
    item: Item,
    team_id: str,
    protocol: Protocol,
    *,
    presenters: int | None = None,
    form: str | None = None,
    groups: int = 1,
) -> None:
    """Have an item run a protocol in its minutes. Raises UserError when it does not fit them."""
    people = people_on(work, team_id)
    snapshot = snapshot_of(work, item.id)
    if snapshot is None:
        snapshot = work.add(Snapshot(item_id=item.id, meeting_id=item.meeting_id, fitted={}))
    snapshot.protocol_id, snapshot.name = protocol.id, protocol.name
    snapshot.protocol = msgspec.to_builtins(protocol)
    set_fit(snapshot, item.minutes, people, presenters, form, groups)
    work.session.flush()


def set_fit(
    snapshot: Snapshot, minutes: int, people: int, presenters: int | None, form: str | None, groups: int
) -> None:
    """Fit a snapshot to minutes, people, presenters, a form and groups. Raises UserError when it cannot."""
    protocol = protocol_of(snapshot)
    outcome = fit(protocol, minutes, people, presenters, form, groups=groups)
    if isinstance(outcome, TooShort):
        raise UserError(too_short_sentence(protocol.name, outcome))
    snapshot.people, snapshot.presenters, snapshot.form = people, presenters, form
    snapshot.own_minutes = own_minutes(protocol, people, presenters, form, groups=groups)
    snapshot.fitted = msgspec.to_builtins(outcome)


def refit_snapshot(snapshot: Snapshot, minutes: int) -> None:
    """Fit a snapshot to other minutes, all else as it is. Raises UserError when it cannot."""
    set_fit(snapshot, minutes, snapshot.people, snapshot.presenters, snapshot.form, groups_of(snapshot))


def groups_of(snapshot: Snapshot) -> int:
    """How many groups run it side by side."""
    return msgspec.convert(snapshot.fitted, Fitted).groups


def copy_snapshot(work: Work, snapshot: Snapshot, item: Item) -> None:
    """Have another item run the same protocol with the same fit."""
    work.add(
        Snapshot(
            item_id=item.id,
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


def people_on(work: Work, team_id: str) -> int:
    """How many people of a team take part, for fitting: two at least."""
    active = select(Member).where(Member.team_id == team_id, Member.active, Member.deleted_at.is_(None))
    return max(FEWEST_PEOPLE, len(work.all(active)))


def too_short_sentence(name: str, short: TooShort) -> str:
    """By how much a protocol does not fit, in words."""
    sentence = ntr(
        "{name} needs at least {needed} minutes: {by} more than it has here.",
        "{name} needs at least {needed} minutes: {by} more than it has here.",
        short.by,
    )
    return sentence.format(name=name, needed=short.needed, by=short.by)
