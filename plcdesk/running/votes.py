"""Keeping how the team stood to a decision, by fingers or thumbs, and what was said against it."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from plcdesk.errors import UserError
from plcdesk.running.entries import clean
from plcdesk.running.standing import Way
from plcdesk.store.tables import Entry, Vote
from plcdesk.store.work import Work
from plcdesk.text import tr


@dataclass(frozen=True)
class NewVote:
    """How the team stood: a number for each hand (see `standing`), and one line for each objection."""

    way: Way
    fingers: tuple[int, ...]
    objections: tuple[str, ...] = ()


def keep_vote(work: Work, entry_id: str, vote: NewVote, *, typing: str | None = None) -> None:
    """Keep how the team stood to a decision. No fingers and no objections take it away again."""
    entry = work.get(Entry, entry_id)
    if entry.kind != "decision":
        raise UserError(tr("Only a decision can be voted on. Make it a decision first."))
    objections = [line for line in map(clean, vote.objections) if line]
    found = work.session.scalars(select(Vote).where(Vote.entry_id == entry_id)).one_or_none()
    work.typing = typing
    if not vote.fingers and not objections:
        if found is not None:
            work.session.delete(found)
        return
    values = {"way": vote.way, "fingers": list(vote.fingers), "objections": objections}
    if found is None:
        work.add(Vote(meeting_id=entry.meeting_id, entry_id=entry_id, **values))
    else:
        work.change(found, **values)


def keep_ballot(work: Work, entry_id: str, way: Way, ballots: Sequence[tuple[int, str]]) -> None:
    """Keep what was given when the laptop was passed round: a number each, and a line from who objects.

    Neither order nor names are kept. What was objected before stays: the sentence may have changed, and what
    was said against it belongs to the decision.
    """
    fingers = tuple(sorted((number for number, _ in ballots), reverse=True))
    found = work.session.scalars(select(Vote).where(Vote.entry_id == entry_id)).one_or_none()
    before = tuple(found.objections) if found is not None else ()
    given = sorted({clean(line) for _, line in ballots} - set(before))
    keep_vote(work, entry_id, NewVote(way, fingers, (*before, *given)))
