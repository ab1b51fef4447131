"""Full text as it is first made: its tables, and the triggers that keep them to the letter.

Each source has an FTS5 table of its own over a view of what may be found, so that the text is stored once:
what is in the trash and private writing are not in the view, and so never in the index. A trigger tells FTS5
the complete old values, for the index would else keep what was written before.
"""

from collections.abc import Iterator
from typing import NamedTuple

OPTIONS = "tokenize='unicode61 remove_diacritics 2', prefix='2 3'"


class Source(NamedTuple):
    """A table whose `texts` are found while `shown` (of a row called {row}) is true."""

    table: str
    texts: tuple[str, ...]
    shown: str = "{row}.deleted_at IS NULL"
    also: tuple[str, ...] = ("deleted_at",)


SOURCES = (
    Source(
        "entry",
        ("text", "why"),
        "{row}.deleted_at IS NULL AND NOT {row}.hidden",
        ("deleted_at", "hidden"),
    ),
    Source("meeting", ("title", "result_wanted")),
    Source("item", ("title", "purpose")),
    Source("snapshot", ("name",), "true", ()),
    Source("attachment", ("name",)),
)


def statements() -> Iterator[str]:
    """What makes full text, and fills it from the rows that there are."""
    for source in SOURCES:
        yield from _made(source)


def _made(source: Source) -> Iterator[str]:
    table, texts = source.table, ", ".join(source.texts)
    yield f"CREATE VIEW {table}_found AS SELECT n, {texts} FROM {table} WHERE {source.shown.format(row=table)}"
    yield (
        f"CREATE VIRTUAL TABLE {table}_fts USING fts5({texts}, content='{table}_found', content_rowid='n',"
        f" {OPTIONS})"
    )
    yield f"CREATE VIRTUAL TABLE {table}_fts_terms USING fts5vocab('{table}_fts', 'row')"
    yield from _triggers(source)
    yield f"INSERT INTO {table}_fts ({table}_fts) VALUES ('rebuild')"


def _triggers(source: Source) -> Iterator[str]:
    table, texts = source.table, ", ".join(source.texts)
    old, new = (", ".join(f"{row}.{text}" for text in source.texts) for row in ("old", "new"))
    was, now = source.shown.format(row="old"), source.shown.format(row="new")
    take = f"INSERT INTO {table}_fts ({table}_fts, rowid, {texts}) SELECT 'delete', old.n, {old} WHERE {was};"
    put = f"INSERT INTO {table}_fts (rowid, {texts}) SELECT new.n, {new} WHERE {now};"
    watched = ", ".join((*source.texts, *source.also))
    for name, when, body in (
        ("added", "INSERT", put),
        ("taken", "DELETE", take),
        ("changed", f"UPDATE OF {watched}", f"{take} {put}"),
    ):
        yield f"CREATE TRIGGER {table}_fts_{name} AFTER {when} ON {table} BEGIN {body} END"
