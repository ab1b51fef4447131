"""One sample workspace that all tests of the sample read."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from plcdesk.sample.making import make_sample
from plcdesk.store.reader import Reader

TODAY = date(2026, 11, 24)  # a Tuesday
ZONE = "America/Chicago"


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("sample") / "sample.plcdb"
    make_sample(file, today=TODAY, zone=ZONE)
    return file


@pytest.fixture
def sample(sample_file: Path) -> Iterator[Reader]:
    with Reader(sample_file) as reader:
        yield reader


@pytest.fixture(scope="session")
def large_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Teams beyond those that are written out, and more meetings than are written for any."""
    file = tmp_path_factory.mktemp("large") / "large.plcdb"
    make_sample(file, teams=7, meetings=40, seed=3, today=TODAY, zone=ZONE)
    return file


@pytest.fixture
def large(large_file: Path) -> Iterator[Reader]:
    with Reader(large_file) as reader:
        yield reader
