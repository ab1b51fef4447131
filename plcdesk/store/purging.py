"""Emptying the trash: the only real deletion.

What was deleted goes for good, with all that belongs to it: its rows, what the change table and the versions
kept of it, its words in full text, files that nobody refers to any more. SQLite overwrites what it frees
(`secure_delete`); full text is packed anew, for its old parts would still hold the words.
"""

import sqlite3
from collections.abc import Iterable

from plcdesk.store.changes import Changes
from plcdesk.store.tables import Deletable, Row, Table
from plcdesk.store.work import Work

_AT_ONCE = 500
_GONE = "—"
_KEEPS_RECORDS = "member"
"""Rows of this table stay, without a name, where the record of a meeting refers to them."""


def empty_trash(work: Work) -> int:
    """Delete for good all that is in the trash; returns how many things that were. It cannot be undone."""
    work.undoable = False
    work.session.flush()
    raw = work.connection
    doomed = {
        table.__tablename__: _ids(raw, f"SELECT id FROM {table.__tablename__} WHERE deleted_at IS NOT NULL")
        for table in _tables()
        if issubclass(table, Deletable)
    }
    count = sum(len(ids) for ids in doomed.values())
    if not count:
        return 0
    raw.execute("PRAGMA defer_foreign_keys=ON")
    nameless = _keep_without_name(raw, doomed)
    _doom_what_belongs_to_them(raw, doomed)
    _let_go_of_them(raw, doomed)
    for name, ids in doomed.items():
        _each(raw, f"DELETE FROM {name} WHERE id IN", ids)
    gone = set[str]().union(nameless, *doomed.values())
    _forget_changes(raw, gone)
    _each(raw, "UPDATE version SET content = NULL WHERE row_key IN", gone)
    raw.execute("DELETE FROM attached_bytes WHERE sha256 NOT IN (SELECT sha256 FROM attachment)")
    for name in _ids(raw, "SELECT name FROM sqlite_schema WHERE sql LIKE '%USING fts5(%'"):
        raw.execute(f"INSERT INTO {name}({name}) VALUES ('optimize')")
    work.session.expire_all()
    work.beyond = Changes(frozenset(name for name, ids in doomed.items() if ids), frozenset(gone))
    return count


def _tables() -> list[type[Row]]:
    return [mapper.class_ for mapper in Table.registry.mappers if issubclass(mapper.class_, Row)]


def _doom_what_belongs_to_them(raw: sqlite3.Connection, doomed: dict[str, set[str]]) -> None:
    """A row goes with what it cannot be without: an entry with its meeting, a meeting with its team."""
    grew = True
    while grew:
        grew = False
        for table in _tables():
            name = table.__tablename__
            known = doomed.setdefault(name, set())
            for column, owner in _references(table, needed=True):
                found = _each(raw, f"SELECT id FROM {name} WHERE {column} IN", doomed.get(owner, set()))
                grew = grew or not known.issuperset(found)
                known |= found


def _let_go_of_them(raw: sqlite3.Connection, doomed: dict[str, set[str]]) -> None:
    """What can be without them stays, and points to nothing."""
    for table in _tables():
        for column, other in _references(table, needed=False):
            ids = doomed.get(other, set())
            _each(raw, f"UPDATE {table.__tablename__} SET {column} = NULL WHERE {column} IN", ids)


def _keep_without_name(raw: sqlite3.Connection, doomed: dict[str, set[str]]) -> set[str]:
    """Who was at a meeting is counted there also when nobody knows any more who it was."""
    ids = doomed.get(_KEEPS_RECORDS, set())
    kept: set[str] = set()
    for table in _tables():
        for column, other in _references(table, needed=True):
            if other == _KEEPS_RECORDS:
                sql = f"SELECT DISTINCT {column} FROM {table.__tablename__} WHERE {column} IN"
                kept |= _each(raw, sql, ids)
    _each(raw, f"UPDATE member SET name = '{_GONE}', initials = '{_GONE}' WHERE id IN", kept)
    ids -= kept
    return kept


def _forget_changes(raw: sqlite3.Connection, gone: set[str]) -> None:
    """The change table keeps nothing of them, and no step to undo that would do nothing."""
    works = _each(raw, "SELECT DISTINCT work_id FROM change WHERE row_id IN", gone)
    _each(raw, "DELETE FROM change WHERE row_id IN", gone)
    left = _each(raw, "SELECT DISTINCT work_id FROM change WHERE work_id IN", works)
    _each(raw, "DELETE FROM work WHERE id IN", works - left)


def _references(table: type[Row], *, needed: bool) -> Iterable[tuple[str, str]]:
    """The columns of a table that point to another's rows, with its name; those it needs, or may be without."""
    for column in table.__table__.columns:
        for key in column.foreign_keys:
            if column.nullable != needed:
                yield column.name, key.column.table.name


def _ids(raw: sqlite3.Connection, sql: str) -> set[str]:
    return {str(row[0]) for row in raw.execute(sql)}


def _each(raw: sqlite3.Connection, sql: str, ids: Iterable[str]) -> set[str]:
    """Carry out a statement that ends in IN for all ids, some at a time; the first column of what it finds."""
    ordered, found = sorted(ids), set[str]()
    for start in range(0, len(ordered), _AT_ONCE):
        some = ordered[start : start + _AT_ONCE]
        marks = ",".join("?" * len(some))
        found |= {str(row[0]) for row in raw.execute(f"{sql} ({marks})", some)}
    return found
