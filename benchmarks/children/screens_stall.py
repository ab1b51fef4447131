"""Opens screens on a workspace and prints, for each, the longest that the event loop stood still, in milliseconds.

Each is opened once before, so that what is measured is the reading and the building, not the importing.
"""

import os
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["PLCDESK_HOME"] = tempfile.mkdtemp()

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from plcdesk.running.times import Instant
from plcdesk.settings import Settings
from plcdesk.store.workspace import open_workspace
from plcdesk_ui.bus import Bus
from plcdesk_ui.context import Context
from plcdesk_ui.navigator import Navigator, Place
from plcdesk_ui.shell.app import open_window
from plcdesk_ui.theme.theme import Theme

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
app = QApplication(["plcdesk"])
theme = Theme(app)
theme.apply("light")
workspace = open_workspace(Path(sys.argv[1]), lambda: NOW)
go = Navigator()
settings = Path(tempfile.mkdtemp()) / "settings.json"
context = Context(
    workspace, Bus(lambda: NOW), go, Settings(), settings, lambda: NOW, lambda: Instant(NOW, 1.0, "bench")
)
window = open_window(context, theme, Place("home"))
window.resize(1280, 800)
window.show()
longest = 0.0
last = time.perf_counter()


def beat() -> None:
    global longest, last
    now = time.perf_counter()
    longest = max(longest, now - last)
    last = now


beats = QTimer()
beats.setInterval(0)
beats.timeout.connect(beat)
beats.start()


def settle(milliseconds: int = 700) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def stall(act) -> float:
    """The longest stall while something is done and all that follows from it; the least of three times."""
    global longest, last
    stalls = []
    for _ in range(3):
        settle()
        longest, last = 0.0, time.perf_counter()
        act()
        settle()
        stalls.append(longest)
    return min(stalls) * 1000


def five_years() -> None:
    span = window.shown.span
    span.first.set_value("2021-08-01")
    span.last.set_value("2026-07-31")
    span.which.set_value("from-to")
    span.changed.emit()


for name in ("home", "meetings", "actions", "insights"):
    go.to(name)
    settle(1500)
print(stall(lambda: go.to("home")))
print(stall(lambda: go.to("meetings")))
words = iter(("re", "re-t", "re-te", "re-tea", "density", "exit t"))
print(stall(lambda: window.shown.search.setText(next(words))))
print(stall(lambda: go.to("actions")))
print(stall(lambda: go.to("insights")))
print(stall(five_years))
sys.stdout.flush()
os._exit(0)
