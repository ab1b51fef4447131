"""Exactly what goes along with a share file, before it is written: each text, and what looks like a name in it."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from plcdesk.sharing.copies import is_copy
from plcdesk.sharing.kinds import Kind
from plcdesk.sharing.replacing import NOT_WRITTEN, Replacing, meeting_of, written_in
from plcdesk.sharing.selection import Going, Scope, going
from plcdesk.sharing.versions import heads_of
from plcdesk.sharing.waiting import Watch
from plcdesk.store.reader import Reader
from plcdesk.students.guard import found_names
from plcdesk.students.kept import LeavingNames, new_names_in, read_known


@dataclass(frozen=True)
class TextGoing:
    """A text that goes along: the record's table, its meeting (empty for the team's), what it is, and the text.

    `column` is where it stands in the record, `kind` the kind of an entry or a topic.
    """

    table: str
    meeting_id: str
    kind: str
    column: str
    text: str


@dataclass(frozen=True)
class MeetingGoing:
    """A meeting that goes along; `starts_at` is local. `parts` counts its records by table."""

    id: str
    title: str
    starts_at: str
    status: str
    parts: dict[str, int]


@dataclass(frozen=True)
class Preview:
    """What goes along and what stays.

    `records` counts by table; `marks` is how many deletions are told; `changed` how many records were changed
    since they were shared last; `stays` counts what does not go, by its table or column. `names` are likely
    students' names: all that would go along, or, in a copy to read, those that nobody has chosen for yet.
    `only_letters` says that the team is here as a copy to read, of which nothing else goes on.
    """

    team_name: str
    meetings: tuple[MeetingGoing, ...]
    texts: tuple[TextGoing, ...]
    records: dict[str, int]
    attachments: tuple[tuple[str, int], ...]
    marks: int
    changed: int
    stays: dict[str, int]
    names: LeavingNames
    only_letters: bool = False


def preview(reader: Reader, scope: Scope, watch: Watch | None = None) -> Preview:
    """Look at all that would go along. Raises UserError when the team is not there, Stopped on Cancel."""
    only_letters = is_copy(reader.connection, scope.team_id)
    replacing = Replacing(reader, scope.team_id) if scope.to_read and not only_letters else None
    texts: list[TextGoing] = []
    written: list[TextGoing] = []
    records: dict[str, int] = {}
    parts: dict[str, dict[str, int]] = {}
    meetings: list[tuple[str, Any]] = []
    attachments: list[tuple[str, int]] = []
    marks = changed = 0
    team_name = ""
    for count, each in enumerate(going(reader.connection, scope)):
        if watch is not None and count % 200 == 0:
            watch.step(count, count + 200)
        changed += each.is_new
        if each.working is None or each.working.deleted:
            marks += 1
            continue
        kind = each.kind
        content = msgspec.json.decode(each.working.content, type=kind.content)
        records[kind.table] = records.get(kind.table, 0) + 1
        meeting_id = meeting_of(kind, each.key, msgspec.structs.asdict(content))
        texts += _all_texts(each, meeting_id, replacing)
        written += _all_texts(each, meeting_id, None) if replacing is not None else ()
        if kind.table == "team":
            team_name = str(getattr(content, "name", ""))
        elif kind.table == "meeting":
            meetings.append((each.key, content))
        elif kind.table == "attachment":
            attachments.append((content.name, content.size))  # type: ignore[attr-defined]
        if meeting_id:
            within = parts.setdefault(meeting_id, {})
            within[kind.table] = within.get(kind.table, 0) + 1
    held = sorted(meetings, key=lambda pair: (pair[1].starts_at, pair[0]))
    return Preview(
        team_name,
        tuple(MeetingGoing(key, m.title, m.starts_at, m.status, parts.get(key, {})) for key, m in held),
        tuple(texts),
        records,
        tuple(attachments),
        marks,
        changed,
        _stays(reader.connection, scope, [key for key, _ in held]),
        _names(reader, scope, written if scope.to_read else texts, [key for key, _ in held]),
        only_letters,
    )


def _names(reader: Reader, scope: Scope, texts: Sequence[TextGoing], meetings: Sequence[str]) -> LeavingNames:
    asked = [each for each in texts if each.table not in ("team", "member")]
    if not scope.to_read or not meetings:
        found = found_names((each.text for each in asked), read_known(reader, scope.team_id))
        return LeavingNames(found, {}, {})
    # What is chosen for the team's own texts is kept with the last meeting.
    return new_names_in(reader, ((each.meeting_id or meetings[-1], each.text) for each in asked))


def texts_of(kind: Kind, content: Any) -> Iterator[tuple[str, str]]:
    """What people wrote in a record: column and text."""
    for name in written_in(kind):
        for text in _strings(getattr(content, name)):
            yield name, text


def _texts(kind: Kind, meeting_id: str, content: Any) -> Iterator[TextGoing]:
    for column, text in texts_of(kind, content):
        if text.strip():
            yield TextGoing(kind.table, meeting_id, str(getattr(content, "kind", "")), column, text)


def _all_texts(each: Going, meeting_id: str, replacing: Replacing | None) -> Iterator[TextGoing]:
    """The texts of a record, also of the other side where it waits for somebody to choose."""
    for head in sorted(heads_of(each.versions), key=lambda head: not head.shown):
        if not head.deleted:
            content = msgspec.json.decode(each.as_it_goes(head, replacing), type=each.kind.content)
            yield from _texts(each.kind, meeting_id, content)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:  # pyright: ignore[reportUnknownVariableType]
            yield from _strings(each)
    elif isinstance(value, dict):
        for name, each in value.items():  # pyright: ignore[reportUnknownVariableType]
            if name not in NOT_WRITTEN:
                yield from _strings(each)


_STAYING = {
    "private_note": "SELECT count(*) FROM item WHERE private_note <> '' AND deleted_at IS NULL AND meeting_id IN ({0})",
    "feedback": "SELECT count(*) FROM feedback WHERE helped || change <> '' AND meeting_id IN ({0})",
    "hidden": "SELECT count(*) FROM entry WHERE hidden = 1 AND deleted_at IS NULL AND meeting_id IN ({0})",
    "trash": "SELECT count(*) FROM entry WHERE deleted_at IS NOT NULL AND meeting_id IN ({0})",
    "gripe": "SELECT count(*) FROM gripe WHERE deleted_at IS NULL AND meeting_id IN ({0})",
    "draft": "SELECT count(*) FROM draft WHERE text <> '' AND meeting_id IN ({0})",
}


def _stays(connection: sqlite3.Connection, scope: Scope, meetings: Sequence[str]) -> dict[str, int]:
    count = dict.fromkeys(_STAYING, 0)
    for start in range(0, len(meetings), 400):
        part = meetings[start : start + 400]
        marks = ",".join("?" * len(part))
        for name, query in _STAYING.items():
            count[name] += connection.execute(query.format(marks), part).fetchone()[0]
    students = "SELECT count(*) FROM student WHERE team_id = ? AND deleted_at IS NULL"
    count["student"] = connection.execute(students, (scope.team_id,)).fetchone()[0]
    return {name: number for name, number in count.items() if number}
