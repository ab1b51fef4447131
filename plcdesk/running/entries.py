"""Writing down what a team says, and mending it. Each function is one piece of work for the writer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import delete, func, or_, select

from plcdesk.errors import UserError
from plcdesk.store.tables import Draft, Entry, Meeting, new_id
from plcdesk.store.work import Work
from plcdesk.text import tr

_KEEP_DRAFT = (
    "INSERT INTO draft (id, meeting_id, place, text) VALUES (?, ?, ?, ?)"
    " ON CONFLICT (meeting_id, place) DO UPDATE SET text = excluded.text"
)


@dataclass(frozen=True)
class NewEntry:
    """Something to be written down. `owners` are members' ids; `owner_names` people who are not on the team.

    `id` is for screens that show it before it is stored; without it, it gets one. `group_name` is the small
    group that says it; `hidden` is private writing, which nobody is shown.
    """

    kind: str
    text: str
    item_id: str | None = None
    step: str | None = None
    word: str | None = None
    why: str = ""
    owners: tuple[str, ...] = ()
    owner_names: tuple[str, ...] = ()
    due_on: date | None = None
    said_by: str | None = None
    carried_from: str | None = None
    fields: dict[str, Any] = field(default_factory=dict[str, Any])
    id: str | None = None
    group_name: str | None = None
    hidden: bool = False


def add_entry(work: Work, meeting_id: str, new: NewEntry, *, draft_place: str | None = None) -> str:
    """Write something down; returns its id. `draft_place` names the half-typed text that it came from."""
    return add_entries(work, meeting_id, [new], draft_place=draft_place)[0]


def add_entries(
    work: Work, meeting_id: str, news: Sequence[NewEntry], *, draft_place: str | None = None
) -> list[str]:
    """Write several things down, such as the lines of a pasted text; undone in one step. Returns their ids."""
    meeting = work.get(Meeting, meeting_id)
    last = work.session.scalar(select(func.max(Entry.position)).where(Entry.meeting_id == meeting_id)) or 0.0
    entries = [work.add(_made(work, meeting, new, last + place)) for place, new in enumerate(news, start=1)]
    if draft_place is not None:
        _drop_draft(work, meeting_id, draft_place)
    work.session.flush()
    return [entry.id for entry in entries]


def _made(work: Work, meeting: Meeting, new: NewEntry, position: float) -> Entry:
    text = clean(new.text)
    if not text:
        raise UserError(tr("There is nothing to write down yet."))
    return Entry(
        id=new.id or new_id(),
        team_id=meeting.team_id,
        meeting_id=meeting.id,
        item_id=new.item_id,
        step=new.step,
        kind=new.kind,
        word=new.word,
        text=text,
        why=clean(new.why),
        owners=list(new.owners),
        owner_names=list(new.owner_names),
        due_on=new.due_on.isoformat() if new.due_on else None,
        said_by=new.said_by,
        carried_from=new.carried_from,
        fields=new.fields,
        group_name=new.group_name,
        hidden=new.hidden,
        created_at=work.at,
        position=position,
    )


def change_entry(work: Work, entry_id: str, *, typing: str | None = None, **values: Any) -> None:
    """Change text, why, owners, owner_names, due_on (a date), said_by or fields of an entry."""
    entry = work.get(Entry, entry_id)
    if "text" in values:
        values["text"] = clean(values["text"])
        if not values["text"]:
            raise UserError(tr("To take it away, delete it; it cannot be empty."))
    if isinstance(values.get("due_on"), date):
        values["due_on"] = values["due_on"].isoformat()
    for name in ("owners", "owner_names"):
        if name in values:
            values[name] = list(values[name])
    work.typing = typing
    work.change(entry, **values)


def change_fields(work: Work, entry_id: str, values: Mapping[str, str]) -> None:
    """Change what an entry's fields say, such as its page; an empty text takes the field away."""
    entry = work.get(Entry, entry_id)
    fields = {**entry.fields, **{name: clean(text) for name, text in values.items()}}
    kept = {name: value for name, value in fields.items() if name not in values or value}
    if kept != entry.fields:
        work.change(entry, fields=kept)


def change_kind(work: Work, entry_ids: Sequence[str], kind: str, word: str | None = None) -> None:
    """Make entries another kind of thing: a note that was a decision, a question to be parked."""
    for entry_id in entry_ids:
        work.change(work.get(Entry, entry_id), kind=kind, word=word)


def move_entries(work: Work, entry_ids: Sequence[str], item_id: str | None, step: str | None) -> None:
    """Put entries into another step."""
    for entry_id in entry_ids:
        work.change(work.get(Entry, entry_id), item_id=item_id, step=step)


def delete_entries(work: Work, entry_ids: Sequence[str]) -> None:
    for entry_id in entry_ids:
        work.delete(work.get(Entry, entry_id))


def set_action(work: Work, entry_id: str, status: str, today: date) -> None:
    """Say that an action is done, dropped, or open again."""
    work.change(
        work.get(Entry, entry_id), status=status, closed_on=None if status == "open" else today.isoformat()
    )


def save_draft(work: Work, meeting_id: str, place: str, text: str) -> None:
    """Keep half-typed text with the place it stands in; empty text leaves nothing."""
    if not text:
        _drop_draft(work, meeting_id, place)
        return
    kept = text.replace("\0", "")
    work.connection.execute(_KEEP_DRAFT, [new_id(), meeting_id, place, kept])  # with every pause in typing


def _drop_draft(work: Work, meeting_id: str, place: str) -> None:
    """Drop what was half typed in a place, with what was half typed in its fields ('place#page')."""
    here = or_(Draft.place == place, Draft.place.startswith(f"{place}#", autoescape=True))
    work.session.execute(delete(Draft).where(Draft.meeting_id == meeting_id, here))


def clean(text: str) -> str:
    """Text as it is stored: without the characters that no file or screen can hold, and without outer spaces."""
    kept = "".join(
        letter
        for letter in text
        if letter in "\n\t" or (letter >= " " and not "\ud800" <= letter <= "\udfff")
    )
    return kept.replace("\x7f", "").strip()
