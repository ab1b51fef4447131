"""A sample workspace, and the command line on it."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from plcdesk import paths
from plcdesk.library.catalogue import Catalogue
from plcdesk.sample.making import make_sample
from tests.commands.rig import CommandLine


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("made") / "made.plcdb"
    make_sample(file, meetings=4, today=date(2026, 11, 24))
    return file


@pytest.fixture(scope="session")
def protocols_known(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is kept of the protocols where they were read before."""
    folder = tmp_path_factory.mktemp("catalogue")
    Catalogue([paths.protocols()], folder).summaries()
    return folder


@pytest.fixture(autouse=True)
def used_before(home: Path, protocols_known: Path) -> None:
    """Each test begins on a laptop that knows the protocols, as all do but for the first time."""
    shutil.copytree(protocols_known, paths.data_folder() / "cache")


@pytest.fixture
def file(made: Path, tmp_path: Path) -> Path:
    """A sample workspace that a test may spoil."""
    return Path(shutil.copy(made, tmp_path / "workspace.plcdb"))


@pytest.fixture
def plcdesk(capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return CommandLine(capsys)


@pytest.fixture
def on_sample(capsys: pytest.CaptureFixture[str], file: Path) -> CommandLine:
    return CommandLine(capsys, file)
