"""What becomes of an action after the meeting. Each function is one piece of work for the writer."""

from datetime import date

from plcdesk.errors import UserError
from plcdesk.running.entries import clean
from plcdesk.store.tables import Entry, Postponement
from plcdesk.store.work import Work
from plcdesk.text import tr


def move_action(work: Work, entry_id: str, to: date, reason: str) -> None:
    """Give an action another date, and keep why. Raises UserError when an earlier date is moved without a reason."""
    entry = work.get(Entry, entry_id)
    if entry.due_on == to.isoformat():
        return
    reason = clean(reason)
    if entry.due_on is not None:
        if not reason:
            raise UserError(tr("Say in a few words why the date moves."))
        work.add(
            Postponement(
                entry_id=entry_id, from_on=entry.due_on, to_on=to.isoformat(), reason=reason, at=work.at
            )
        )
    work.change(entry, due_on=to.isoformat())


def say_outcome(work: Work, entry_id: str, outcome: str) -> None:
    """Write down what came of an action in the classroom, as it is typed."""
    work.typing = f"outcome:{entry_id}"
    work.change(work.get(Entry, entry_id), outcome=clean(outcome))
