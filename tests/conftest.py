"""What every test shares: no real display, no real data folder, a fresh workspace made from one template."""

import gc
import itertools
import os
import shutil
import sys
from collections.abc import Callable, Hashable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("TZ", "UTC")

from plcdesk.store.migrating import make_new
from plcdesk.store.workspace import Workspace, open_workspace
from tests.thorough import THOROUGH

NO_HASTE = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}  # a busy machine is no fault
settings.register_profile("normal", max_examples=25, **NO_HASTE)
settings.register_profile("thorough", max_examples=400, **NO_HASTE)
settings.load_profile("thorough" if THOROUGH else "normal")

# Python that tests start finds here what was compiled before.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

gc.disable()  # as the app does: widgets end in the main thread, never in a writer's
_tests_until_all_is_looked_through = itertools.cycle(range(500, 0, -1))


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown() -> None:
    """Collect what a test left; to look through all that is loaded takes as long as many tests."""
    gc.collect(2 if next(_tests_until_all_is_looked_through) == 1 else 1)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish() -> None:
    """pytest looks through all that there is five times when it ends: leave it what is new after one look."""
    gc.collect()
    gc.freeze()


BEGIN = datetime(2026, 11, 24, 10, 40, tzinfo=UTC)


class FakeTime:
    """A clock that tests move; each look at it is the same moment."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **span: float) -> None:
        """Let time pass: `pass_by(minutes=5)`."""
        self.now += timedelta(**span)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of the test's own."""
    folder = tmp_path / "home"
    monkeypatch.setenv("PLCDESK_HOME", str(folder))
    monkeypatch.delenv("PLCDESK_WORKSPACE", raising=False)
    return folder


@pytest.fixture
def time() -> FakeTime:
    """Tuesday 24 November 2026, 10:40 UTC."""
    return FakeTime(BEGIN)


@pytest.fixture(scope="session")
def empty_workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("template") / "empty.plcdb"
    make_new(file)
    return file


class Begun(NamedTuple):
    """What a test begins with: a workspace, and what was returned by the function that filled it."""

    file: Path
    made: Any


@pytest.fixture(scope="session")
def prepared(
    tmp_path_factory: pytest.TempPathFactory, empty_workspace: Path
) -> Callable[[Hashable, Callable[[Workspace, FakeTime], object]], Begun]:
    """Has a workspace filled once for all tests that begin with the same; `key` tells it from any other."""
    folder = tmp_path_factory.mktemp("prepared")
    known: dict[Hashable, Begun] = {}

    def prepare(key: Hashable, fill: Callable[[Workspace, FakeTime], object]) -> Begun:
        if key not in known:
            file = Path(shutil.copy(empty_workspace, folder / f"{len(known)}.plcdb"))
            now = FakeTime(BEGIN)
            with open_workspace(file, now) as filled:
                known[key] = Begun(file, fill(filled, now))
        return known[key]

    return prepare


@pytest.fixture
def workspace_file(request: pytest.FixtureRequest, tmp_path: Path, empty_workspace: Path) -> Path:
    """A copy of what the test begins with: that of its fixture `begins_with`, or else an empty workspace."""
    first = (
        request.getfixturevalue("begins_with").file
        if "begins_with" in request.fixturenames
        else empty_workspace
    )
    return Path(shutil.copy(first, tmp_path / "workspace.plcdb"))


@pytest.fixture
def workspace(workspace_file: Path, time: FakeTime) -> Iterator[Workspace]:
    with open_workspace(workspace_file, time) as opened:
        yield opened
