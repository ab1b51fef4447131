"""Making agenda items of a pasted agenda: for a team, its people and its minutes, with a note on each guess."""

from collections.abc import Callable
from dataclasses import dataclass

from plcdesk.library.fitted import TooShort
from plcdesk.library.fitting import fit, own_minutes
from plcdesk.library.schema import Protocol
from plcdesk.minutes.names import short_name
from plcdesk.planning.agendas import LONGEST_ITEM, NewItem
from plcdesk.planning.fitted_items import FEWEST_PEOPLE, too_short_sentence
from plcdesk.planning.infos import MemberInfo, TeamInfo
from plcdesk.planning.paste import DEFAULT_MINUTES, PastedAgenda, PastedItem
from plcdesk.text import ntr, tr


@dataclass(frozen=True)
class MadeItems:
    """Items for `new_meeting`, and sentences on what was not clear in the text."""

    items: tuple[NewItem, ...]
    notes: tuple[str, ...]


def make_items(
    pasted: PastedAgenda, team: TeamInfo, minutes: int, protocol: Callable[[str], Protocol]
) -> MadeItems:
    """Make items that fit a meeting of `minutes`; what cannot be made as it was meant is noted, never dropped."""
    notes = [tr("Line {n} was not read: {text}").format(n=n, text=text) for n, text in pasted.unread]
    items: list[NewItem] = []
    for item in pasted.items:
        others = sum(other.minutes or 0 for other in pasted.items if other is not item)
        items.append(_make(item, team, minutes - others, protocol, notes))
    planned = sum(item.minutes for item in items)
    if planned > minutes:
        over = ntr(
            "The agenda takes {planned} minutes, {n} more than the meeting has.",
            "The agenda takes {planned} minutes, {n} more than the meeting has.",
            planned - minutes,
        )
        notes.append(over.format(planned=planned, n=planned - minutes))
    return MadeItems(tuple(items), tuple(notes))


def _make(
    item: PastedItem, team: TeamInfo, left: int, protocol: Callable[[str], Protocol], notes: list[str]
) -> NewItem:
    chosen = protocol(item.protocol_id) if item.protocol_id is not None else None
    people = max(FEWEST_PEOPLE, len(team.active_members))
    minutes = item.minutes
    if minutes is None:
        minutes = own_minutes(chosen, people) if chosen is not None else left
        minutes = minutes if minutes > 0 else DEFAULT_MINUTES.get(item.kind, 10)
    minutes = min(minutes, LONGEST_ITEM)
    if item.minutes_guessed:
        guess = ntr(
            "“{title}” has no minutes in the text and was given {n}.",
            "“{title}” has no minutes in the text and was given {n}.",
            minutes,
        )
        notes.append(guess.format(title=item.title, n=minutes))
    kind = item.kind
    if chosen is not None:
        outcome = fit(chosen, minutes, people)
        if isinstance(outcome, TooShort):
            notes.append(too_short_sentence(chosen.name, outcome) + " " + tr("It stands as a topic."))
            kind, chosen = "topic", None
    purpose, member = item.purpose, member_called(team, item.brought_by)
    if item.brought_by and member is None:
        brings = tr("{name} brings it").format(name=item.brought_by)
        purpose = f"{purpose}; {brings}" if purpose else brings
    return NewItem(
        kind, item.title, minutes, purpose, brought_by=member.id if member else None, protocol=chosen
    )


def member_called(team: TeamInfo, name: str | None) -> MemberInfo | None:
    """The one person on the team who is called so: whole name, 'Dana K.', first name or initials."""
    wanted = (name or "").strip().casefold()
    calls = [
        (member.name, short_name(member.name), member.first_name, member.initials)
        for member in team.active_members
    ]
    for way in range(4):
        found = [
            m for m, call in zip(team.active_members, calls, strict=True) if call[way].casefold() == wanted
        ]
        if len(found) == 1:
            return found[0]
    return None
