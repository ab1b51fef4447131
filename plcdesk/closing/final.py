"""Closing minutes, opening them again and adding to them. Each function is one piece of work for the writer.

Each closing and each addendum freezes a version; no version is ever overwritten.
"""

from dataclasses import replace
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from plcdesk.errors import UserError
from plcdesk.minutes.content import Addendum
from plcdesk.minutes.gather import gather
from plcdesk.minutes.minutes_of import minutes_document
from plcdesk.minutes.stored import to_plain
from plcdesk.minutes.versions import Kind, facts_of, read_versions
from plcdesk.store.tables import Meeting, MinutesVersion
from plcdesk.store.work import Work
from plcdesk.text import tr


def mark_final(work: Work, meeting_id: str, reason: str = "") -> None:
    """Close the minutes of a meeting, and keep them as they stand.

    Minutes that were final before need a `reason`: they are amended. Raises UserError if they are no draft.
    """
    meeting = work.get(Meeting, meeting_id)
    if meeting.status != "draft":
        raise UserError(tr("Only a draft can be marked as final."))
    before = _count(work, meeting_id)
    if before and not reason.strip():
        raise UserError(tr("These minutes were final before. Say in a few words what has changed."))
    work.change(meeting, status="final")
    _freeze(work, meeting, "amended" if before else "final", reason)


def reopen_draft(work: Work, meeting_id: str) -> None:
    """Make final minutes a draft again; the versions there are stay as they are."""
    meeting = work.get(Meeting, meeting_id)
    if meeting.status != "final":
        raise UserError(tr("These minutes are not final."))
    if not _count(work, meeting_id):
        _freeze(work, meeting, "final")
    work.change(meeting, status="draft")


def amend(work: Work, meeting_id: str, addendum: str, reason: str) -> None:
    """Add a dated addendum to final minutes of any age. Raises UserError without a text or a reason."""
    meeting = work.get(Meeting, meeting_id)
    if meeting.status != "final":
        raise UserError(tr("These minutes are still a draft: change what they say."))
    if not addendum.strip():
        raise UserError(tr("Write what is to be added first."))
    if not reason.strip():
        raise UserError(tr("Say in a few words why it is added."))
    if not _count(work, meeting_id):
        _freeze(work, meeting, "final")
    _freeze(work, meeting, "amended", reason, addendum)


def _freeze(work: Work, meeting: Meeting, kind: Kind, reason: str = "", addendum: str = "") -> None:
    """Keep the minutes as they stand; with an addendum, as they were frozen last."""
    reader = work.reading()
    facts = facts_of(reader, meeting.id) if addendum else gather(reader, meeting.id)
    earlier = [info for info in read_versions(reader, meeting.id) if info.kind == "amended"]
    addenda = [Addendum(info.on, info.addendum, info.reason) for info in earlier]
    if kind == "amended":
        on = work.moment.astimezone(ZoneInfo(meeting.zone)).date()
        addenda.append(Addendum(on, addendum.strip(), reason.strip()))
    facts = replace(facts, status=kind, addenda=tuple(addenda))
    version = MinutesVersion(
        meeting_id=meeting.id,
        number=_count(work, meeting.id) + 1,
        kind=kind,
        reason=reason.strip(),
        addendum=addendum.strip(),
        at=work.at,
        document={"facts": to_plain(facts), "tree": to_plain(minutes_document(facts))},
    )
    work.add(version)
    work.session.flush()


def _count(work: Work, meeting_id: str) -> int:
    query = select(func.max(MinutesVersion.number)).where(MinutesVersion.meeting_id == meeting_id)
    return work.session.scalar(query) or 0
