"""A sample workspace that is only read, made once."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from plcdesk.sample.making import make_sample
from plcdesk.store.reader import Reader

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("insights") / "sample.plcdb"
    make_sample(file, teams=2, meetings=8, today=TODAY)
    return file


@pytest.fixture(scope="module")
def reader(sample_file: Path) -> Iterator[Reader]:
    with Reader(sample_file) as opened:
        yield opened


@pytest.fixture(scope="module")
def raw(sample_file: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(sample_file)
    yield connection
    connection.close()


@pytest.fixture(scope="module")
def team(reader: Reader) -> str:
    return str(reader.value("SELECT id FROM team ORDER BY n LIMIT 1"))
