"""An agenda pasted as plain text, as teachers write it in mails and documents, read into items."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import time

from plcdesk.planning.paste_kinds import ItemKind, ProtocolNamed, kind_of, kind_of_method
from plcdesk.planning.paste_minutes import Timing, time_items
from plcdesk.planning.paste_place import place_lines
from plcdesk.planning.paste_placed import Draft, Place
from plcdesk.planning.paste_reads import read_lines
from plcdesk.planning.paste_text import clean_lines
from plcdesk.planning.paste_times import as_time

__all__ = ["DEFAULT_MINUTES", "ItemKind", "PastedAgenda", "PastedItem", "Place", "read_agenda"]

# What such an item usually takes; a protocol brings its own time.
DEFAULT_MINUTES: Mapping[str, int] = {"opening": 5, "topic": 10, "decision": 10, "news": 3, "wrap_up": 5}


@dataclass(frozen=True)
class PastedItem:
    """An item read from a line. `minutes` is None if only the app can tell: the last of a list of clock
    times, or a protocol that has its own; `minutes_guessed` says that nobody wrote them.
    """

    title: str
    kind: ItemKind
    minutes: int | None
    minutes_guessed: bool
    protocol_id: str | None
    brought_by: str | None
    purpose: str
    line_no: int


@dataclass(frozen=True)
class PastedAgenda:
    """What a pasted text says. `places` has each line that is not blank exactly once, by its number from 1."""

    title: str | None
    result_wanted: str | None
    starts: time | None
    ends: time | None
    items: tuple[PastedItem, ...]
    unread: tuple[tuple[int, str], ...]
    places: tuple[tuple[int, Place], ...]


def read_agenda(
    text: str,
    protocol_named: ProtocolNamed,
    default_minutes: Mapping[str, int] = DEFAULT_MINUTES,
    names: Sequence[str] = (),
) -> PastedAgenda:
    """Read an agenda. Any text is read; what is no part of an agenda is listed in `unread`.

    `protocol_named` finds a protocol's id by a name as people write it, or None. `default_minutes` by kind of
    item are used where nobody wrote any. `names` of the team help to see who brings what. Raises `UserError`
    if the text is far more than an agenda.
    """
    lines = clean_lines(text)
    placed = place_lines(read_lines(lines, names))
    kinds = [_kind(draft, protocol_named) for draft in placed.drafts]
    timings, starts, ends = time_items(
        [draft.parts for draft in placed.drafts],
        [kind for kind, _ in kinds],
        placed.meets,
        placed.ends,
        default_minutes,
    )
    items = tuple(
        _item(draft, kind, protocol, timing)
        for draft, (kind, protocol), timing in zip(placed.drafts, kinds, timings, strict=True)
    )
    return PastedAgenda(
        placed.title,
        "; ".join(result.rstrip(" .;") or result for result in placed.results) or None,
        None if starts is None else as_time(starts),
        None if ends is None else as_time(ends),
        items,
        tuple((line.no, line.text) for line in lines if placed.places[line.no] == "unread"),
        tuple((line.no, placed.places[line.no]) for line in lines),
    )


def _kind(draft: Draft, protocol_named: ProtocolNamed) -> tuple[ItemKind, str | None]:
    kind, protocol = kind_of(draft.parts.title, protocol_named)
    if kind == "topic" and draft.read.row:
        for piece in draft.parts.purpose.split(";"):
            if method := kind_of_method(piece):
                return method, None
    return kind, protocol


def _item(draft: Draft, kind: ItemKind, protocol: str | None, timing: Timing) -> PastedItem:
    parts = draft.parts
    purpose = ""
    for text in (parts.purpose, *draft.purposes):
        between = "" if not purpose or not text else " " if purpose.endswith((".", "!", "?", ":")) else "; "
        purpose += between + text
    return PastedItem(
        parts.title.strip(),
        kind,
        timing.minutes,
        timing.guessed,
        protocol,
        parts.who.strip() if parts.who and parts.who.strip() else None,
        purpose,
        draft.read.line.no,
    )
