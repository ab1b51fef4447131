"""Where words can stand, and how each such place is searched: SQL made of fixed parts and bound values."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from plcdesk.archive.directory import Directory
from plcdesk.archive.wanted import Wanted, index_query
from plcdesk.store.reader import Value


@dataclass(frozen=True)
class Source:
    """A table with full text. `kind` is SQL for what a row is; `more` is joined to reach its meeting."""

    table: str
    kind: str
    facet: str
    more: str = ""
    texts: tuple[str, str] = ("''", "''")


ENTRY = Source("entry", "entry.kind", "", texts=("entry.text", "entry.why"))
SOURCES = (
    ENTRY,
    Source("meeting", "'title'", "agenda", texts=("meeting.title", "meeting.result_wanted")),
    Source("item", "'item'", "agenda", texts=("item.title", "item.purpose")),
    Source(
        "snapshot",
        "'protocol'",
        "agenda",
        " CROSS JOIN item ON item.id = snapshot.item_id AND item.deleted_at IS NULL",
        texts=("snapshot.name", "''"),
    ),
    Source(
        "attachment",
        "'file'",
        "file",
        " LEFT JOIN item ON item.id = attachment.item_id",
        texts=("attachment.name", "''"),
    ),
)
BY_TABLE = {source.table: source for source in SOURCES}
_NOTE = "entry.kind NOT IN ('decision', 'action', 'question', 'parked')"
_KIND_OF_ENTRY = {
    "decision": "entry.kind = 'decision'",
    "action": "entry.kind = 'action'",
    "question": "entry.kind IN ('question', 'parked')",
    "note": _NOTE,
}


def facet_of(kind: str) -> str:
    """Which of the kinds that one can choose a place of this kind counts for."""
    if kind in ("title", "item", "protocol"):
        return "agenda"
    if kind in ("question", "parked"):
        return "question"
    return kind if kind in ("decision", "action", "file") else "note"


def wanted_sources(wanted: Wanted) -> tuple[Source, ...]:
    """The places that can hold what is looked for."""
    if wanted.states or wanted.owner:
        return (ENTRY,)
    if not wanted.terms:
        return (ENTRY,) if wanted.kinds - {"agenda", "file"} else ()
    if not wanted.kinds:
        return SOURCES
    entries = bool(wanted.kinds & set(_KIND_OF_ENTRY))
    return tuple(
        source for source in SOURCES if (entries if source is ENTRY else source.facet in wanted.kinds)
    )


@dataclass(frozen=True)
class Where:
    """Conditions that all hold, with their values."""

    conditions: tuple[str, ...]
    values: tuple[Value, ...]

    @property
    def sql(self) -> str:
        return " AND ".join(self.conditions)


def hits_query(
    source: Source, wanted: Wanted, names: Directory, today: date, limit: int
) -> tuple[str, list[Value]]:
    """The newest places of a source: n, kind, meeting_id, starts_at, those written last first."""
    table, where = source.table, where_of(wanted, names, today, source)
    start = f"{table}_fts CROSS JOIN {table} ON {table}.n = {table}_fts.rowid" if wanted.terms else table
    meeting = "" if table == "meeting" else f" CROSS JOIN meeting ON meeting.id = {table}.meeting_id"
    order = f"{table}_fts.rowid" if wanted.terms else f"{table}.n"
    sql = (
        f"SELECT {table}.n AS n, {source.kind} AS kind, meeting.id AS meeting_id, meeting.starts_at AS starts_at"
        f" FROM {start}{source.more}{meeting} WHERE {where.sql} ORDER BY {order} DESC LIMIT ?"
    )
    return sql, [*where.values, limit]


def where_of(wanted: Wanted, names: Directory, today: date, source: Source | None) -> Where:
    """What must hold for a place of `source`, or for a meeting itself where that is None."""
    parts = list(_of_meeting(wanted, names))
    if source is not None and wanted.terms:
        parts.append((f"{source.table}_fts MATCH ?", (index_query(wanted.terms),)))
    if source is ENTRY:
        # The team first: it spares looking up the meetings of other teams.
        ours = [_one_of("entry.team_id", names.team_ids(wanted.team))] if wanted.team else []
        shown = ("entry.deleted_at IS NULL AND NOT entry.hidden", ())
        parts = [*ours, *parts, shown, *_of_entry(wanted, names, today)]
    if source is not None and source.table == "attachment":
        parts.append(("item.deleted_at IS NULL", ()))
    return Where(tuple(sql for sql, _ in parts), tuple(value for _, values in parts for value in values))


def _of_meeting(wanted: Wanted, names: Directory) -> Iterator[tuple[str, tuple[Value, ...]]]:
    yield "meeting.deleted_at IS NULL", ()
    yield _one_of("meeting.team_id", names.team_ids(wanted.team) if wanted.team else _all_teams(names))
    if wanted.since is not None:
        yield "meeting.starts_at >= ?", (wanted.since.isoformat(),)
    if wanted.until is not None:
        yield "meeting.starts_at < ?", ((wanted.until + timedelta(days=1)).isoformat(),)
    if wanted.with_person:
        here, values = _one_of("attendance.member_id", names.member_ids(wanted.with_person))
        yield (
            "EXISTS (SELECT 1 FROM attendance WHERE attendance.meeting_id = meeting.id AND "
            f"{here} AND attendance.status <> 'absent')",
            values,
        )
    if wanted.protocol:
        used, values = _one_of("ran.name", names.protocols_meant(wanted.protocol))
        yield (
            "EXISTS (SELECT 1 FROM snapshot AS ran JOIN item AS run ON run.id = ran.item_id"
            f" WHERE ran.meeting_id = meeting.id AND run.deleted_at IS NULL AND {used})",
            values,
        )


def _of_entry(wanted: Wanted, names: Directory, today: date) -> Iterator[tuple[str, tuple[Value, ...]]]:
    kinds = [_KIND_OF_ENTRY[kind] for kind in sorted(wanted.kinds) if kind in _KIND_OF_ENTRY]
    if wanted.kinds and not kinds:
        yield "0", ()
    elif kinds:
        yield f"({' OR '.join(kinds)})", ()
    states = {
        "open": (
            "entry.status = 'open' AND (entry.kind = 'action' OR entry.kind IN ('question', 'parked')"
            " AND (entry.becomes IS NULL OR entry.becomes = 'next_meeting'))",
            (),
        ),
        "late": (
            "entry.kind = 'action' AND entry.status = 'open' AND entry.due_on < ?",
            (today.isoformat(),),
        ),
        "done": ("entry.kind = 'action' AND entry.status = 'done'", ()),
    }
    asked = [states[state] for state in sorted(wanted.states)]
    if asked:
        yield (
            f"({' OR '.join(f'({sql})' for sql, _ in asked)})",
            tuple(value for _, values in asked for value in values),
        )
    if wanted.owner:
        yield _owned_by(names.member_ids(wanted.owner), names.lists_of_names(wanted.owner))


def _owned_by(member_ids: tuple[str, ...], named: tuple[str, ...]) -> tuple[str, tuple[Value, ...]]:
    members, ids = _one_of("owner.value", member_ids)
    others, names = _one_of("entry.owner_names", named)
    sql = (
        "entry.kind = 'action' AND (entry.owners <> '[]' AND"
        f" EXISTS (SELECT 1 FROM json_each(entry.owners) AS owner WHERE {members})"
        f" OR entry.owner_names <> '[]' AND {others})"
    )
    return sql, (*ids, *names)


def _all_teams(names: Directory) -> tuple[str, ...]:
    return tuple(team_id for team_id, _ in names.teams)


def _one_of(column: str, values: tuple[str, ...]) -> tuple[str, tuple[Value, ...]]:
    return (f"{column} IN ({', '.join('?' * len(values))})", values) if values else ("0", ())
