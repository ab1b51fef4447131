"""Keeping files in the workspace. Each function is one piece of work for the writer."""

from sqlalchemy import select

from plcdesk.attachments.taking import Taken
from plcdesk.store.tables import AttachedBytes, Attachment, Item, Meeting, new_id
from plcdesk.store.work import Work


def attach(work: Work, meeting_id: str, taken: Taken, item_id: str | None = None) -> str:
    """Keep a file with a meeting, or with one of its items; returns the attachment's id.

    Bytes that the workspace has already are not kept twice. Raises UserError when the meeting is not there.
    """
    work.get(Meeting, meeting_id)
    known = work.session.scalar(select(AttachedBytes.n).where(AttachedBytes.sha256 == taken.sha256))
    if known is None:
        work.session.add(AttachedBytes(sha256=taken.sha256, content=taken.content))
    made = work.add(
        Attachment(
            id=new_id(),
            meeting_id=meeting_id,
            item_id=work.get(Item, item_id).id if item_id is not None else None,
            name=taken.name,
            size=len(taken.content),
            sha256=taken.sha256,
            added_at=work.at,
        )
    )
    work.session.flush()
    return made.id


def put_with(work: Work, attachment_id: str, item_id: str | None) -> None:
    """Let a file belong to an item, or to the meeting as a whole."""
    work.change(work.get(Attachment, attachment_id), item_id=item_id)


def take_away(work: Work, attachment_id: str) -> None:
    """Take a file away; undo brings it back."""
    work.delete(work.get(Attachment, attachment_id))
