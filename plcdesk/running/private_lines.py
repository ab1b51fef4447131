"""Private writing: hidden lines are shown together, when the team says so."""

from collections.abc import Collection

from sqlalchemy import select

from plcdesk.errors import UserError
from plcdesk.store.tables import Entry
from plcdesk.store.work import Work
from plcdesk.text import tr


def reveal(work: Work, meeting_id: str, steps: Collection[str]) -> int:
    """Show the hidden lines of some steps (their keys) to all at once; returns how many they are.

    They come in the order of the alphabet, so that nobody can tell who wrote first.
    """
    hidden = work.all(
        select(Entry)
        .where(
            Entry.meeting_id == meeting_id,
            Entry.step.in_(steps),
            Entry.hidden.is_(True),
            Entry.deleted_at.is_(None),
        )
        .order_by(Entry.position)
    )
    if not hidden:
        raise UserError(tr("No hidden lines are left to show."))
    places = sorted(entry.position for entry in hidden)
    for position, entry in zip(places, sorted(hidden, key=lambda entry: entry.text.casefold()), strict=True):
        work.change(entry, hidden=False, position=position)
    return len(hidden)
