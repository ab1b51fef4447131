"""Twenty years of twenty teams: search as one types, and how the screens open on a file of that size."""

import os
import shutil
import sqlite3
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from benchmarks.big_workspace import TODAY, big_workspace
from benchmarks.ratio import Limit, Ratio, child_milliseconds, child_output, interleaved, percentile
from plcdesk.archive.directory import Directory, read_directory
from plcdesk.archive.search import PAGE, QUICK, describe, search
from plcdesk.archive.wanted import index_query, parse
from plcdesk.sample.making import make_sample
from plcdesk.store.reader import Reader

ROUNDS = 12
STARTS = 15
SENTENCES = (
    "re-teach density",
    "exit tickets",
    "ratio strips",
    "lab cart",
    "norms",
    "warm feedback ratio",
    "zoterba",
    "unit 2 rubric",
)
NEWEST = (
    "SELECT rowid, snippet(entry_fts, -1, '<', '>', '…', 14) FROM entry_fts"
    " WHERE entry_fts MATCH ? ORDER BY rowid DESC LIMIT 20"
)


def run(folder: Path) -> list[Ratio | Limit]:
    """Search against raw FTS5 on the same file; the event loop while screens open; the start against a small file."""
    file = big_workspace()
    return [*_search(file), *_screens(file), _start(file, folder)]


def typed_letter_by_letter() -> list[str]:
    """What stands in the field after each keystroke, from the second letter on."""
    return [sentence[:end] for sentence in SENTENCES for end in range(2, len(sentence) + 1)]


def _search(file: Path) -> list[Ratio | Limit]:
    with Reader(file) as reader, Reader(file) as raw:
        for one in (reader, raw):
            one.value("PRAGMA cache_size=-16000")
        names = read_directory(reader)
        queries = [query for query in typed_letter_by_letter() if parse(query).terms]
        ours: list[float] = []
        theirs: list[float] = []
        for _ in range(ROUNDS):
            for query in queries:
                rows = partial(raw.rows, NEWEST, [index_query(parse(query).terms)])
                our, their = interleaved(
                    1, partial(_timed, partial(_found, reader, names, query)), partial(_timed, rows)
                )
                ours += our
                theirs += their
    ours, theirs = ours[len(queries) :], theirs[len(queries) :]  # the first round warms the cache
    return [
        Ratio(
            "search as one types p95 / raw FTS5, newest 20 with snippets, p95",
            percentile(ours, 0.95),
            percentile(theirs, 0.95),
            3,
        ),
        Limit("search as one types p95, before painting", percentile(ours, 0.95), 5),
    ]


def _found(reader: Reader, names: Directory, query: str) -> object:
    wanted = parse(query)
    found = search(reader, wanted, names, TODAY, QUICK)
    return describe(reader, found.meetings[:PAGE], names, wanted.terms)


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def _screens(file: Path) -> list[Limit]:
    """The longest that the event loop stood still while each screen opened for the second time."""
    stalls = [float(stall) for stall in child_output("screens_stall.py", str(file))]
    names = ("home", "meetings", "meetings, while one types", "actions", "insights", "insights of five years")
    return [
        Limit(f"longest stall while it opens on 1 million entries: {name}", stall, 50)
        for name, stall in zip(names, stalls, strict=True)
    ]


def _start(file: Path, folder: Path) -> Ratio:
    small = folder / "small.plcdb"
    make_sample(small, teams=1, meetings=12, today=date.today())
    os.environ["PLCDESK_HOME"] = str(folder / "home")
    big = Path(shutil.copy(file, folder / "big.plcdb"))
    with sqlite3.connect(big) as raw:  # so that both show a meeting to come, whenever this runs
        raw.execute(
            "UPDATE meeting SET starts_at = ? || substr(starts_at, 11) WHERE status = 'planned'",
            [f"{date.today().replace(year=date.today().year + 1)}"],
        )
    raw.close()
    on_small, on_big = interleaved(
        STARTS,
        partial(child_milliseconds, "app_start.py", str(small), _next_title(small)),
        partial(child_milliseconds, "app_start.py", str(big), _next_title(big)),
    )
    filled = [min(moments[1] for moments in starts) for starts in (on_big, on_small)]
    return Ratio("start, home filled: 16,000 meetings / 12 meetings", *filled, 1.3)


def _next_title(file: Path) -> str:
    with sqlite3.connect(file) as raw:
        row = raw.execute(
            "SELECT title FROM meeting WHERE status = 'planned' AND starts_at >= ? AND team_id ="
            " (SELECT id FROM team ORDER BY n LIMIT 1) ORDER BY starts_at, n LIMIT 1",
            [date.today().isoformat()],
        ).fetchone()
    raw.close()
    return row[0]
