"""A window, or one screen, on a real workspace file, with a clock that tests move."""

import itertools
from collections.abc import Iterator
from datetime import UTC
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from plcdesk.running.times import Instant
from plcdesk.settings import Settings
from plcdesk.store.workspace import Workspace
from plcdesk_ui.bus import Bus
from plcdesk_ui.context import Context
from plcdesk_ui.navigator import Navigator, Place
from plcdesk_ui.theme.theme import Theme

A_LONG_WHILE = 60_000
"""Milliseconds that a test waits for what must come: a busy machine is no fault of the app."""


class PatientBot(QtBot):
    """Waits for conditions, and for long where a test does not say how long."""

    def waitUntil(self, callback, *, timeout=A_LONG_WHILE):
        super().waitUntil(callback, timeout=timeout)

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


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    found = qapp.property("plcdesk_theme")
    theme = found if isinstance(found, Theme) else Theme(qapp)
    theme.apply("light", 1.0)
    return theme


@pytest.fixture
def visited() -> list[Place]:
    """The places that were gone to, when no window follows."""
    return []


@pytest.fixture
def context(
    workspace: Workspace, time, moment: FakeMoment, theme: Theme, tmp_path: Path, visited: list[Place]
) -> Iterator[Context]:
    bus, go = Bus(time), Navigator()
    go.went.connect(visited.append)
    made = Context(workspace, bus, go, Settings(), tmp_path / "settings.json", time, moment)
    yield made
    made.close()


@pytest.fixture
def settle(context: Context, qtbot):
    """Wait until the other threads have done all that was asked for, and it is heard of and shown."""

    def wait() -> None:
        while True:
            qtbot.waitUntil(lambda: context.bus.is_quiet, timeout=A_LONG_WHILE)
            QApplication.processEvents()  # what was put into a layout is shown by an event of its own
            if context.bus.is_quiet:
                return

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
