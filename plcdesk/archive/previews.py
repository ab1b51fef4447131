"""A meeting in short, beside the list it was found in: what was wanted, what was agreed, and what was looked for."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from plcdesk.archive.matching import Marked, Term, marked
from plcdesk.planning.infos import MEETING_COLUMNS, MeetingInfo, meeting_from
from plcdesk.store.reader import Reader

LINES = 14


@dataclass(frozen=True)
class Line:
    """Something written down, an item of the agenda, or a file: `id` of what can be opened, empty for the others."""

    kind: str
    word: str
    text: Marked
    why: Marked = field(default_factory=lambda: Marked(""))
    owners: tuple[str, ...] = ()
    due_on: date | None = None
    status: str = ""
    closed_on: date | None = None
    minutes: int | None = None
    id: str = ""

    @property
    def is_found(self) -> bool:
        return bool(self.text.marks or self.why.marks)


@dataclass(frozen=True)
class PreviewOf:
    """A meeting with its lines in order; `more` are those that were left out."""

    meeting: MeetingInfo
    title: Marked
    team: str
    wanted: Marked
    present: int
    protocols: tuple[str, ...]
    lines: tuple[Line, ...]
    more: int = 0


def read_preview(reader: Reader, meeting_id: str, terms: Sequence[Term] = ()) -> PreviewOf | None:
    """A meeting in short, or None when it is not there. Of what was said only what was looked for is in it."""
    row = reader.row(
        f"SELECT {MEETING_COLUMNS}, team.name AS team_name FROM meeting JOIN team ON team.id = meeting.team_id"
        " WHERE meeting.id = ? AND meeting.deleted_at IS NULL",
        [meeting_id],
    )
    if row is None:
        return None
    facts = dict(row)
    team = facts.pop("team_name")
    meeting = meeting_from(facts)
    lines = _agenda(reader, meeting_id, terms, whole=not meeting.was_held)
    if meeting.was_held:
        lines += _entries(reader, meeting, terms)
    lines += _files(reader, meeting_id, terms)
    shown = _shortened(lines)
    return PreviewOf(
        meeting,
        marked(meeting.title, terms),
        team,
        marked(meeting.result_wanted, terms),
        int(
            reader.value(
                "SELECT count(*) FROM attendance WHERE meeting_id = ? AND status <> 'absent'", [meeting_id]
            )
        ),
        tuple(
            row["name"]
            for row in reader.rows(
                "SELECT snapshot.name FROM snapshot JOIN item ON item.id = snapshot.item_id"
                " WHERE snapshot.meeting_id = ? AND item.deleted_at IS NULL ORDER BY item.position",
                [meeting_id],
            )
        ),
        shown,
        len(lines) - len(shown),
    )


def _shortened(lines: list[Line]) -> tuple[Line, ...]:
    """What was looked for, and of the rest as much as there is room for; all in its order."""
    found = [line for line in lines if line.is_found][:LINES]
    rest = [line for line in lines if not line.is_found][: LINES - len(found)]
    kept = {id(line) for line in (*found, *rest)}
    return tuple(line for line in lines if id(line) in kept)


def _agenda(reader: Reader, meeting_id: str, terms: Sequence[Term], *, whole: bool) -> list[Line]:
    lines = [
        Line(
            "item",
            row["kind"],
            marked(row["title"], terms),
            marked(row["purpose"], terms),
            minutes=row["minutes"],
        )
        for row in reader.rows(
            "SELECT title, purpose, kind, minutes FROM item WHERE meeting_id = ? AND deleted_at IS NULL"
            " ORDER BY position, n",
            [meeting_id],
        )
    ]
    return [line for line in lines if whole or line.is_found]


def _entries(reader: Reader, meeting: MeetingInfo, terms: Sequence[Term]) -> list[Line]:
    names = {
        row["id"]: row["name"]
        for row in reader.rows("SELECT id, name FROM member WHERE team_id = ?", [meeting.team_id])
    }
    lines = [
        _entry(row, names, terms)
        for row in reader.rows(
            "SELECT id, kind, word, text, why, owners, owner_names, due_on, status, closed_on FROM entry"
            " WHERE meeting_id = ? AND deleted_at IS NULL AND NOT hidden"
            " ORDER BY kind <> 'decision', position, n",
            [meeting.id],
        )
    ]
    return [line for line in lines if line.kind in ("decision", "action") or line.is_found]


def _entry(row: sqlite3.Row, names: dict[str, str], terms: Sequence[Term]) -> Line:
    owners = [names[owner] for owner in json.loads(row["owners"]) if owner in names]
    return Line(
        row["kind"],
        row["word"] or "",
        marked(row["text"], terms),
        marked(row["why"], terms),
        (*owners, *json.loads(row["owner_names"])),
        date.fromisoformat(row["due_on"]) if row["due_on"] else None,
        row["status"] if row["kind"] == "action" else "",
        date.fromisoformat(row["closed_on"]) if row["closed_on"] else None,
        id=row["id"],
    )


def _files(reader: Reader, meeting_id: str, terms: Sequence[Term]) -> list[Line]:
    rows = reader.rows(
        "SELECT attachment.name FROM attachment LEFT JOIN item ON item.id = attachment.item_id"
        " WHERE attachment.meeting_id = ? AND attachment.deleted_at IS NULL AND item.deleted_at IS NULL"
        " ORDER BY attachment.n",
        [meeting_id],
    )
    lines = [Line("file", "", marked(row["name"], terms)) for row in rows]
    return [line for line in lines if line.is_found]
