"""A real workspace of each released schema opens in today's app, with nothing lost."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from plcdesk.store.numbers import SCHEMA
from plcdesk.store.workspace import open_workspace

DATA = Path(__file__).parents[1] / "data"
RELEASED = [DATA / f"schema-{number}.plcdb" for number in range(1, SCHEMA)]


def contents(file: Path) -> dict[str, list[tuple[object, ...]]]:
    with sqlite3.connect(file) as raw:
        tables = [name for (name,) in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        found = {table: raw.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall() for table in tables}
    raw.close()
    return found


@pytest.mark.parametrize("released", RELEASED, ids=lambda file: file.stem)
def test_an_older_workspace_keeps_every_row(released: Path, tmp_path: Path):
    file = Path(shutil.copy(released, tmp_path / "workspace.plcdb"))
    before = contents(file)
    with open_workspace(file) as workspace, workspace.reader() as reader:
        assert reader.value("PRAGMA user_version") == SCHEMA
        assert reader.value("PRAGMA integrity_check") == "ok"
        assert reader.row("PRAGMA foreign_key_check") is None
    after = contents(file)
    for table, rows in before.items():
        if table == "alembic_version":
            continue
        assert [row[: len(old)] for row, old in zip(after[table], rows, strict=True)] == rows, table


@pytest.mark.parametrize("released", RELEASED, ids=lambda file: file.stem)
def test_it_is_backed_up_first(released: Path, tmp_path: Path):
    file = Path(shutil.copy(released, tmp_path / "workspace.plcdb"))
    before = contents(file)
    open_workspace(file).close()
    (backup,) = tmp_path.glob("*.backup")
    assert contents(backup) == before
