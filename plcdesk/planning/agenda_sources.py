"""Where agendas come from: another agenda, a pasted text, what the last meeting did not come to."""

from collections.abc import Sequence

from plcdesk.errors import UserError
from plcdesk.library.fitting import least_minutes
from plcdesk.planning.agendas import NewItem, add_item, change_meeting, give_minutes, items_of, new_meeting
from plcdesk.planning.fitted_items import copy_snapshot, groups_of, protocol_of, snapshot_of
from plcdesk.planning.ordering import next_place, put
from plcdesk.running.lateness import fit_agenda
from plcdesk.store.tables import Item, Meeting
from plcdesk.store.work import Work
from plcdesk.text import tr


def plan_meeting(
    work: Work,
    team_id: str,
    title: str,
    starts_at: str,
    *,
    minutes: int,
    room: str = "",
    result_wanted: str = "",
    items: Sequence[NewItem] = (),
    copy_from: str | None = None,
    roles: dict[str, str] | None = None,
) -> str:
    """Plan a meeting with items, or with those of another meeting; returns its id.

    Undo does not take it away again: a person who undoes on its page would lose the page.
    """
    meeting_id = new_meeting(
        work,
        team_id,
        title.strip() or tr("Team meeting"),
        starts_at,
        minutes=minutes,
        room=room.strip(),
        result_wanted=result_wanted.strip(),
        items=items,
        roles=roles,
    )
    if copy_from is not None:
        copy_agenda(work, copy_from, meeting_id)
    work.undoable = False
    return meeting_id


def add_items(work: Work, meeting_id: str, items: Sequence[NewItem]) -> list[str]:
    """Add several items, in their order, before the wrap-up; returns their ids."""
    others = items_of(work, meeting_id)
    before_end = len(others) - 1 if others and others[-1].kind == "wrap_up" else len(others)
    return [add_item(work, meeting_id, item, before_end + place) for place, item in enumerate(items)]


def replace_agenda(work: Work, meeting_id: str, items: Sequence[NewItem]) -> list[str]:
    """Put these items in the place of all those there are; returns their ids."""
    for item in items_of(work, meeting_id):
        work.delete(item)
    work.session.flush()
    return [add_item(work, meeting_id, item, place) for place, item in enumerate(items)]


def take_agenda(
    work: Work,
    meeting_id: str,
    items: Sequence[NewItem],
    *,
    replace: bool,
    title: str = "",
    result_wanted: str = "",
) -> list[str]:
    """Add items or put them in place of the agenda; a title and a result wanted too, where they are given."""
    values = {"title": title.strip(), "result_wanted": result_wanted.strip()}
    given = {name: value for name, value in values.items() if value}
    if given:
        change_meeting(work, meeting_id, **given)
    return (replace_agenda if replace else add_items)(work, meeting_id, items)


def copy_agenda(work: Work, from_meeting_id: str, to_meeting_id: str) -> list[str]:
    """Put copies of a meeting's items at the end of another's; private notes and ticks stay where they are."""
    return [
        _copy(work, item, work.get(Meeting, to_meeting_id)).id for item in items_of(work, from_meeting_id)
    ]


def take_over_item(work: Work, meeting_id: str, item_id: str) -> str:
    """Put an item that the last meeting did not come to onto an agenda, before the wrap-up; returns its id."""
    others = items_of(work, meeting_id)
    item = work.get(Item, item_id)
    copy = _copy(work, item, work.get(Meeting, meeting_id))
    copy.from_item_id, copy.private_note = item.id, item.private_note
    at = len(others) - 1 if others and others[-1].kind == "wrap_up" else len(others)
    put([*others, copy], copy, at)
    return copy.id


def fit_to_slot(work: Work, meeting_id: str) -> None:
    """Shorten the items so that they take the meeting's minutes. Raises UserError when that cannot be.

    Opening and wrap-up keep three minutes, no protocol goes below the least that leaves it its nature.
    """
    meeting = work.get(Meeting, meeting_id)
    items = items_of(work, meeting_id)
    rows = [(item.id, item.kind, item.minutes, _least(work, item)) for item in items]
    fitted = fit_agenda(rows, meeting.minutes)  # type: ignore[arg-type]
    if fitted is None:
        raise UserError(
            tr("Even at its shortest this agenda takes more than {n} minutes. Take something off it.").format(
                n=meeting.minutes
            )
        )
    for item in items:
        if fitted[item.id] != item.minutes:
            give_minutes(work, item.id, fitted[item.id])


def _least(work: Work, item: Item) -> int:
    snapshot = snapshot_of(work, item.id)
    if snapshot is None:
        return 1
    return least_minutes(
        protocol_of(snapshot),
        snapshot.people,
        snapshot.presenters,
        snapshot.form,
        groups=groups_of(snapshot),
    )


def _copy(work: Work, item: Item, meeting: Meeting) -> Item:
    """A copy of an item in another meeting of the same team, behind its items."""
    copy = work.add(
        Item(
            meeting_id=meeting.id,
            kind=item.kind,
            title=item.title,
            minutes=item.minutes,
            purpose=item.purpose,
            brought_by=item.brought_by,
            position=next_place(items_of(work, meeting.id)),
        )
    )
    work.session.flush()
    snapshot = snapshot_of(work, item.id)
    if snapshot is not None:
        copy_snapshot(work, snapshot, copy)
        work.session.flush()
    return copy
