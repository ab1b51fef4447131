"""Bringing in a share file of 10,000 records against the raw way, and the memory that writing one takes."""

import json
import shutil
import sqlite3
import time
import tracemalloc
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

import msgspec

from benchmarks.ratio import Limit, Ratio, child_output, interleaved, percentile
from plcdesk.sample.making import make_sample
from plcdesk.sharing.exporting import export_share
from plcdesk.sharing.format import ATTACHED, DOCUMENT, LARGEST_ATTACHMENT, MOST_DOCUMENT, MOST_RECORDS, Named
from plcdesk.sharing.kinds import BY_TABLE, CLOCK, KINDS
from plcdesk.sharing.mailbox import take_in, teams_here
from plcdesk.sharing.opening import open_share
from plcdesk.sharing.putting import insert_sql, new_row_values
from plcdesk.sharing.selection import Scope
from plcdesk.store.connection import connect_for_writing
from plcdesk.store.migrating import make_new
from plcdesk.store.workspace import Workspace, open_workspace
from tests.sharing.bending import bent, content_in, hostile, line_of, parts_of

ROUNDS = 7
RECORDS = 10_000
SENDER = Named("benchmark", "Benchmark")
NOW = datetime(2026, 11, 24, 10, 40, tzinfo=UTC)


def run(folder: Path) -> list[Ratio | Limit]:
    """Import over inflating, decoding and inserting raw (wall time); export of all over a quarter of it (memory).

    Then what hostile files take until they are refused.
    """
    sample, empty, file = folder / "sharing.plcdb", folder / "empty.plcdb", folder / "all.plcdesk"
    make_sample(sample, teams=1, meetings=340, today=date.today())
    make_new(empty)
    with open_workspace(sample) as workspace:
        with workspace.reader() as reader:
            team = teams_here(reader)[0]
            meetings = reader.each(lambda row: str(row["id"]), "SELECT id FROM meeting ORDER BY starts_at")
        sent = export_share(workspace, Scope(team), file, sender=SENDER, at=NOW)
        little = _memory(workspace, Scope(team, meetings[: len(meetings) // 4]), folder / "quarter.plcdesk")
        much = _memory(workspace, Scope(team), folder / "all-again.plcdesk")
    ours, raw = interleaved(ROUNDS, lambda: _import(empty, file, folder), lambda: _raw(empty, file, folder))
    return [
        Ratio(
            f"import of {sent.records} records / inflate, decode and insert them raw",
            percentile(ours, 0.5),
            percentile(raw, 0.5),
            2,
        ),
        Ratio("memory of an export / of a quarter of it (kB, told as ms)", much, little, 1.5),
        *_hostile(file, folder / "hostile"),
    ]


def _hostile(honest: Path, folder: Path) -> list[Limit]:
    """The slowest of all files that lie, and of the largest that are let in at all, and the memory it takes."""
    folder.mkdir()
    for name, content in (*hostile(*parts_of(honest)), *_huge(*parts_of(honest))):
        (folder / f"{name.replace(' ', '-')}.plcdesk").write_bytes(content)
    told = json.loads("".join(child_output("hostile_files.py", str(folder))))
    slowest = f"slowest of {told['files']} hostile files ({told['slowest']})"
    return [
        Limit(slowest, told["took"], 2000),
        Limit("memory of a hostile file", told["memory"], 200, "MB"),
    ]


def _huge(manifest: dict, lines: list[bytes]) -> Iterator[tuple[str, bytes]]:
    """Bombs as large as a manifest can announce."""
    yield "bomb of one line", bent(manifest, [b'"' + b" " * (MOST_DOCUMENT - 100) + b'"'])
    yield "bomb of records", bent(manifest, [b"{" + b" " * 40 + b"}"] * 1_000_000)
    yield "bomb of large records", bent(manifest, [b"{" + b" " * 1_000 + b"}"] * MOST_RECORDS)
    yield "largest with the last record wrong", bent(manifest, _largest(lines))
    zeros = bytes(LARGEST_ATTACHMENT)
    part = {"sha256": sha256(zeros).hexdigest(), "size": len(zeros)}
    yield (
        "bomb of attachments",
        bent(
            manifest,
            [*lines[:-1], b"{}"],
            (ATTACHED + part["sha256"], zeros),
            manifest={"attachments": [part]},
        ),
    )


def _largest(lines: list[bytes]) -> list[bytes]:
    """As many records as a file may have, all but the last as they should be."""
    _, content = content_in(lines, "entry")
    place = max(at for at, line in enumerate(lines) if line.endswith(b'"table":"entry"}'))
    more = (line_of("entry", f"more-{number}", content) for number in range(MOST_RECORDS - len(lines)))
    return [*lines[: place + 1], *more, *lines[place + 1 : -1], b"{}"]


def _import(empty: Path, file: Path, folder: Path) -> float:
    target = Path(shutil.copy(empty, folder / "ours.plcdb"))
    with open_workspace(target) as workspace:
        workspace.writer.write(lambda _work: None).result()  # what the app has loaded by then
        began = time.perf_counter()
        with open_share(file) as share:
            assert not take_in(workspace, share).refused
        took = (time.perf_counter() - began) * 1000
    _clear(target)
    return took


def _raw(empty: Path, file: Path, folder: Path) -> float:
    """The least that anybody could do: no check, no hash, no version, no comparison."""
    target = Path(shutil.copy(empty, folder / "raw.plcdb"))
    connection = connect_for_writing(target)
    connection.execute("PRAGMA trusted_schema=ON")  # or else no trigger may keep the full text
    began = time.perf_counter()
    with zipfile.ZipFile(file) as zip_:
        records = msgspec.json.decode(zip_.read(DOCUMENT))["records"]
    connection.execute("BEGIN IMMEDIATE")
    for kind in KINDS:
        mine = [record for record in records if record["table"] == kind.table]
        if kind is CLOCK:
            _raw_clocks(connection, mine)
        else:
            connection.executemany(insert_sql(kind.table), [_raw_row(record) for record in mine])
    connection.execute("COMMIT")
    took = (time.perf_counter() - began) * 1000
    connection.close()
    _clear(target)
    return took


def _raw_row(record: dict) -> list:
    kind = BY_TABLE[record["table"]]
    content = record["heads"][0]["content"]
    values = [
        msgspec.json.encode(content[name]).decode() if name in kind.json_columns else content[name]
        for name in kind.columns
    ]
    return new_row_values(kind, record["key"], values, None)


def _raw_clocks(connection: sqlite3.Connection, records: list[dict]) -> None:
    columns = ("seq", "kind", "step", "member_id", "seconds", "reason", "wall", "monotonic", "session")
    rows = [
        (f"{record['key']}/{event['seq']}", record["key"], *(event[name] for name in columns))
        for record in records
        for event in record["heads"][0]["content"]["events"]
    ]
    connection.executemany(
        f"INSERT INTO clock_event (id, meeting_id, {', '.join(columns)}) VALUES (?, ?{', ?' * len(columns)})",
        rows,
    )


def _memory(workspace: Workspace, scope: Scope, to: Path) -> float:
    """The most that an export holds at once, in kB."""
    export_share(workspace, scope, to, sender=SENDER, at=NOW)  # loads what is loaded once
    tracemalloc.start()
    export_share(workspace, scope, to, sender=SENDER, at=NOW)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1000


def _clear(file: Path) -> None:
    for each in file.parent.glob(f"{file.name}*"):
        each.unlink()
