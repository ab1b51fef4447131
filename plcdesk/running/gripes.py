"""Turning a gripe into a step: keeping what was vented, sorted by what the team can do about it.

None of it reaches the minutes; only the action that is made of something in the team's own hands does.
"""

from plcdesk.errors import UserError
from plcdesk.running.entries import NewEntry, add_entry, clean
from plcdesk.running.gripe_circles import Circle
from plcdesk.store.tables import Gripe
from plcdesk.store.work import Work
from plcdesk.text import tr


def keep_gripe(work: Work, meeting_id: str, gripe_id: str, text: str) -> None:
    """Keep what is typed as a gripe, from the first letters on; emptied, it goes."""
    found = work.find(Gripe, gripe_id)
    text = clean(text)
    work.typing = f"{gripe_id}/text"
    if found is None:
        if text:
            work.add(Gripe(id=gripe_id, meeting_id=meeting_id, text=text))
    elif text:
        work.change(found, text=text)
    else:
        work.delete(found)


def sort_gripe(work: Work, gripe_id: str, circle: Circle) -> None:
    """Say what the team can do about it."""
    work.change(work.get(Gripe, gripe_id), circle=circle)


def delete_gripe(work: Work, gripe_id: str) -> None:
    work.delete(work.get(Gripe, gripe_id))


def make_step(work: Work, gripe_id: str, new: NewEntry) -> str:
    """Make an action of something that the team controls; returns the action's id."""
    gripe = work.get(Gripe, gripe_id)
    if gripe.circle != "control":
        raise UserError(tr("A step is made of what is in your hands. Sort it there first."))
    entry_id = add_entry(work, gripe.meeting_id, new)
    work.change(gripe, entry_id=entry_id)
    return entry_id
