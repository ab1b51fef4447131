"""The library: no protocol file is read at the start, and opening and filtering never hold up the event loop."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.ratio import REPOSITORY, Limit, Ratio
from plcdesk.running.times import SteadyClock
from plcdesk.sample.making import make_sample
from plcdesk.settings import Settings
from plcdesk.store.workspace import open_workspace
from plcdesk.store.writer import utc_now
from plcdesk_ui.bus import Bus
from plcdesk_ui.context import Context
from plcdesk_ui.library.screen import LibraryScreen
from plcdesk_ui.navigator import Navigator, Place
from plcdesk_ui.shell.app import open_window
from plcdesk_ui.theme.theme import Theme

ROUNDS = 3
WORDS = "student work"
ROWS = 15
STALL = 50.0
AT_MOST = 8.0  # seconds for one of the things that are done
QUIET = 0.4  # seconds in which the background has to say nothing more


def run(folder: Path) -> list[Ratio | Limit]:
    """Files read by a start, and the longest stall of each thing done, the quietest round of three counting."""
    file = folder / "library.plcdb"
    make_sample(file, teams=1, meetings=12, today=date.today())
    os.environ["PLCDESK_HOME"] = str(folder / "library-home")
    app = QApplication.instance() or QApplication(["benchmark"])
    assert isinstance(app, QApplication)
    theme = Theme(app)
    theme.apply("light")
    rounds = [_round(app, theme, file) for _ in range(ROUNDS)]
    stalls = {done: min(each[done] for each in rounds) for done in rounds[0]}
    return [
        Limit("protocol files that a start reads", _files_read(file), 0, "files"),
        *(Limit(f"longest stall: {done}", stall, STALL) for done, stall in stalls.items()),
    ]


def _files_read(file: Path) -> float:
    """How many protocol files the app opens until home is filled, with nothing in its cache."""
    done = subprocess.run(
        [sys.executable, str(REPOSITORY / "benchmarks" / "children" / "files_at_start.py"), str(file)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        cwd=REPOSITORY,
    )
    return float(done.stdout.split()[-1])


def _round(app: QApplication, theme: Theme, file: Path) -> dict[str, float]:
    """Once through: open the library, type, choose, go down the list, with one person more."""
    with open_workspace(file) as workspace:
        context = Context(
            workspace,
            Bus(utc_now),
            Navigator(),
            Settings(),
            file.with_name("settings.json"),
            utc_now,
            SteadyClock("library"),
        )
        window = open_window(context, theme, Place("home"))
        window.show()
        watch = _Watch(app)
        watch.during(lambda: None)
        found = {"the library opens": watch.during(lambda: context.go.went.emit(Place("library")))}
        screen = window.findChild(LibraryScreen)
        assert screen is not None
        fields = screen.wish_card.fields
        found["a letter is typed"] = max(
            watch.during(lambda key=key: QTest.keyClick(screen.search, key), 0.1) for key in WORDS
        )
        found["words are taken out"] = watch.during(screen.search.clear)
        found["something else is looked at"] = max(
            watch.during(lambda looked=looked: fields.looks_at.chosen.emit(looked), 0.15)
            for looked in ("data", "text", "student-work", None)
        )
        found["a row further down is read"] = max(
            watch.during(lambda: QTest.keyClick(screen.books.books, Qt.Key.Key_Down), 0.15)
            for _ in range(ROWS)
        )
        found["other people are there"] = watch.during(lambda: fields.people.changed.emit(9))
        window.close()
        context.reader.close()
    return found


class _Watch:
    """Runs the event loop and keeps the longest time, in milliseconds, that it did not come round."""

    def __init__(self, app: QApplication) -> None:
        self._app = app

    def during(self, act: Callable[[], object], quiet: float = QUIET) -> float:
        """The longest stall from `act` on until nothing has happened for `quiet` seconds."""
        longest = self._timed(act)
        began = time.perf_counter()
        until = began + quiet
        while time.perf_counter() < min(until, began + AT_MOST):
            stall = self._timed(self._app.processEvents)
            longest = max(longest, stall)
            if stall > 2:
                until = time.perf_counter() + quiet
            time.sleep(0.001)
        return longest

    @staticmethod
    def _timed(act: Callable[[], object]) -> float:
        began = time.perf_counter()
        act()
        return (time.perf_counter() - began) * 1000
