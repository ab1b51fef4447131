"""What every test shares: no real display, no real data folder, a fresh workspace made from one template."""

import gc
import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("TZ", "UTC")

from plcdesk.store.migrating import make_new
from plcdesk.store.workspace import Workspace, open_workspace
from plcdesk_ui.garbage import collect_what_is_due

NO_HASTE = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}  # a busy machine is no fault
settings.register_profile("normal", max_examples=25, **NO_HASTE)
settings.register_profile("thorough", max_examples=400, **NO_HASTE)
settings.load_profile("thorough" if os.environ.get("PLCDESK_LONG_TESTS") else "normal")

gc.disable()  # as the app does: widgets end in the main thread, never in a writer's


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown() -> None:
    collect_what_is_due()


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
    return FakeTime(datetime(2026, 11, 24, 10, 40, tzinfo=UTC))


@pytest.fixture(scope="session")
def empty_workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("template") / "empty.plcdb"
    make_new(file)
    return file


@pytest.fixture
def workspace_file(tmp_path: Path, empty_workspace: Path) -> Path:
    return Path(shutil.copy(empty_workspace, tmp_path / "workspace.plcdb"))


@pytest.fixture
def workspace(workspace_file: Path, time: FakeTime) -> Iterator[Workspace]:
    with open_workspace(workspace_file, time) as opened:
        yield opened
