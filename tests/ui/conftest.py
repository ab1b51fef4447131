"""A window, or one screen, on a real workspace file, with a clock that tests move."""

import itertools
import shutil
from collections.abc import Iterator
from datetime import UTC
from pathlib import Path
from time import monotonic

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from plcdesk import paths
from plcdesk.library.catalogue import Catalogue
from plcdesk.library.for_people import form_lengths
from plcdesk.running.times import Instant
from plcdesk.settings import Settings
from plcdesk.store.workspace import Workspace
from plcdesk_ui.bus import Bus
from plcdesk_ui.context import Context
from plcdesk_ui.library import shelf
from plcdesk_ui.navigator import Navigator, Place
from plcdesk_ui.shell.application import ARGUMENTS
from plcdesk_ui.theme.theme import Theme

A_LONG_WHILE = 60_000
"""Milliseconds that a test waits for what must come: a busy machine is no fault of the app."""

LOOK_AGAIN = 2
"""Milliseconds between two looks at what must come: most of it takes a few."""

LAYOUT_ROUNDS = 6
"""What is new in a layout is shown, measured and put in its place by events that follow one another."""


class PatientBot(QtBot):
    """Waits for conditions, and for long where a test does not say how long; looks often if they hold."""

    def waitUntil(self, callback, *, timeout=A_LONG_WHILE):
        until = monotonic() + timeout / 1000
        while not callback():
            if monotonic() > until:
                raise TimeoutError(f"not within {timeout} milliseconds")
            self.wait(LOOK_AGAIN)

    def waitExposed(self, widget, *, timeout=A_LONG_WHILE):
        return super().waitExposed(widget, timeout=timeout)

    def waitSignal(self, signal, *, timeout=A_LONG_WHILE, **how):
        return super().waitSignal(signal, timeout=timeout, **how)


@pytest.fixture
def qtbot(qapp, request) -> PatientBot:
    return PatientBot(request)


class FakeMoment:
    """The room's clock: it follows the fake time; each `new_session` is another run of the app."""

    def __init__(self, time) -> None:
        self._time = time
        self._sessions = itertools.count(1)
        self.session = "run-1"
        self._first = time.now

    def __call__(self) -> Instant:
        now = self._time()
        return Instant(now.astimezone(UTC), (now - self._first).total_seconds(), self.session)


@pytest.fixture
def moment(time) -> FakeMoment:
    return FakeMoment(time)


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ARGUMENTS


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    theme = Theme.running or Theme(qapp)
    theme.apply("light", 1.0)
    return theme


@pytest.fixture
def visited() -> list[Place]:
    """The places that were gone to, when no window follows."""
    return []


@pytest.fixture(scope="session")
def protocols_read(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """All protocols that are shipped, read once; every context begins with what was read here."""
    made = Catalogue([paths.protocols()], tmp_path_factory.mktemp("catalogue"))
    for summary in made.summaries():
        made.get(summary.id)
    return made


@pytest.fixture(scope="session")
def minutes_worked_out() -> Iterator[None]:
    """What a protocol takes so many people is worked out once for all tests."""
    known: dict[tuple[int, int], tuple[object, object]] = {}

    def remembered(protocol, people):
        if (id(protocol), people) not in known:
            known[id(protocol), people] = protocol, form_lengths(protocol, people)
        return known[id(protocol), people][1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shelf, "form_lengths", remembered)
        yield


@pytest.fixture
def context(
    protocols_read: Catalogue,
    minutes_worked_out: None,
    workspace: Workspace,
    time,
    moment: FakeMoment,
    theme: Theme,
    tmp_path: Path,
    visited: list[Place],
) -> Iterator[Context]:
    bus, go = Bus(time), Navigator()
    go.went.connect(visited.append)
    made = Context(workspace, bus, go, Settings(), tmp_path / "settings.json", time, moment)
    if protocols_read._cache is not None:
        shutil.copytree(protocols_read._cache, paths.data_folder() / "cache", dirs_exist_ok=True)
    made.catalogue._read.update(protocols_read._read)
    yield made
    made.close()


@pytest.fixture
def settle(context: Context, qtbot):
    """Wait until the other threads have done all that was asked for, and it is heard of and shown."""

    def wait() -> None:
        rounds = 0
        while rounds < LAYOUT_ROUNDS:
            rounds += 1
            if not context.bus.is_quiet:
                qtbot.waitUntil(lambda: context.bus.is_quiet)
                rounds = 0
            QApplication.processEvents()

    return wait


@pytest.fixture
def window(context: Context, theme: Theme, qtbot):
    """The whole window at home or at the welcome; go elsewhere with `context.go`."""
    from plcdesk_ui.main import first_place
    from plcdesk_ui.shell.app import open_window

    made = open_window(context, theme, first_place(context, ""))
    qtbot.addWidget(made)
    made.show()
    return made
