"""A scripted 50-minute meeting of 40 people with 600 entries in the real room screen, on a fast clock of its own.

Measured: the longest stalls of the event loop, the drift of the timer over three hours with sleeps, the
processor's time of a running room with its ring moving, and the memory that the meeting leaves behind.
"""

import gc
import os
import random
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from benchmarks.ratio import Limit, Ratio, percentile
from plcdesk.library.catalogue import Catalogue
from plcdesk.paths import protocols
from plcdesk.planning.agendas import NewItem, new_meeting
from plcdesk.planning.reading import read_team
from plcdesk.planning.teams import add_team
from plcdesk.running.disturbances import SleepWatch
from plcdesk.running.entries import NewEntry, add_entry
from plcdesk.running.rehearsal import made_up_names
from plcdesk.running.room import record, say_stopped, start_meeting
from plcdesk.running.times import SteadyClock
from plcdesk.settings import Settings
from plcdesk.store.workspace import Workspace, open_workspace
from plcdesk_ui.bus import Bus
from plcdesk_ui.context import Context
from plcdesk_ui.navigator import Navigator, Place
from plcdesk_ui.run.desk import Desk
from plcdesk_ui.run.screen import RunScreen
from plcdesk_ui.shell.app import open_window
from plcdesk_ui.shell.window import Window
from plcdesk_ui.theme.theme import Theme

PEOPLE = 40
ENTRIES = 600
MINUTES = 50
STEPS = 2400  # looks at the meeting, so that 1.25 seconds pass between two
A_FRAME = 16.0
CPU_SECONDS = 20.0
CPU_LIMIT = 0.02
MEMORY_LIMIT = 1.15
BEGIN = datetime(2026, 11, 24, 10, 50, tzinfo=UTC)
WORDS = (
    "They know both numbers",
    "Units are missing in nine tickets",
    "Dana will print the strips by thu",
    "Why?",
)


class Laptop(SteadyClock):
    """A machine whose time the script moves."""

    def __init__(self) -> None:
        self.passed, self.slept = 0.0, 0.0
        super().__init__("bench", lambda: self.passed, lambda: self.slept, self.utc)

    def utc(self) -> datetime:
        """The time of day."""
        return BEGIN + timedelta(seconds=self.passed)


def run(folder: Path) -> list[Ratio | Limit]:
    """The four figures, each against its limit."""
    app = QApplication.instance() or QApplication(["benchmark"])
    assert isinstance(app, QApplication)
    theme = Theme(app)
    theme.apply("light")
    drift = _drift(folder / "drift.plcdb")
    laptop = Laptop()
    with open_workspace(folder / "room.plcdb", laptop.utc) as workspace:
        meeting, members = _meeting(workspace, laptop)
        context = _context(workspace, laptop, folder)
        window = open_window(context, theme, Place("run", meeting))
        window.resize(1280, 800)
        window.show()
        script = _Script(app, window, context, laptop, meeting, members)
        script.warm_up()
        before = _memory()
        stalls = script.play()
        window.context.go.home()
        script.breathe(0.5)
        gc.collect()
        after = _memory()
        context.go.run(meeting)
        script.breathe(1.0)
        cpu = _cpu(script)
        window.close()
        context.reader.close()
    return [
        Limit("room: stall of the event loop, 99.9th percentile", percentile(stalls, 0.999), A_FRAME),
        Limit("room: drift of the timer over 3 hours with sleeps", drift * 1000, 0.0),
        Ratio("room: processor while running / one core", cpu * 1000, CPU_SECONDS * 1000, CPU_LIMIT),
        Ratio("room: memory after 50 minutes / before, in MB", after, before, MEMORY_LIMIT),
    ]


class _Script:
    """What people do in the meeting, and a look at the event loop after each."""

    def __init__(
        self,
        app: QApplication,
        window: Window,
        context: Context,
        laptop: Laptop,
        meeting: str,
        members: tuple[str, ...],
    ) -> None:
        self._app, self._window, self._context, self._laptop = app, window, context, laptop
        self._meeting, self._members = meeting, members
        self._stalls: list[float] = []
        self._random = random.Random(7)
        self._written = 0

    @property
    def desk(self) -> Desk:
        shown = self._window.shown
        assert isinstance(shown, RunScreen) and shown.desk is not None
        return shown.desk

    def warm_up(self) -> None:
        """What loads on first use has loaded, and everything was drawn once."""
        self.breathe(1.0)
        self._write(20)
        self._pass(5)
        self.breathe(1.0)
        gc.collect()

    def play(self) -> list[float]:
        """The whole meeting; milliseconds of each round of the event loop."""
        self._stalls.clear()
        started, each = self._laptop.passed, MINUTES * 60 / STEPS
        for step in range(STEPS):
            self._pass(each)
            due = ENTRIES * (step + 1) // STEPS - self._written
            if due > 0:
                self._write(due)
            if step % 24 == 23:  # somebody else speaks, or the next step begins
                self._timed(self._next)
            if step % 400 == 399:
                self._timed(self.desk.live.pause_or_go_on)
                self._settle()
                self._timed(self.desk.live.pause_or_go_on)
                self._settle()
            self.breathe(0.004)
        assert self._laptop.passed - started >= MINUTES * 60 - 1
        return self._stalls

    def breathe(self, seconds: float) -> None:
        """Let the event loop do what it has to."""
        until = time.perf_counter() + seconds
        while True:
            self._timed(self._app.processEvents)
            if time.perf_counter() >= until:
                return
            time.sleep(0.001)

    def _next(self) -> None:
        if self.desk.live.next_up().what != "wrap_up":
            self.desk.next()
        else:
            self.desk.live.back()

    def _pass(self, seconds: float) -> None:
        self._laptop.passed += seconds
        self._timed(self.desk.live.tick)

    def _write(self, count: int) -> None:
        step = self.desk.live.state.step
        assert step is not None
        for _ in range(count):
            text = f"{self._random.choice(WORDS)} ({self._written})"
            entry = NewEntry("note", text, step.item_id, step.key, said_by=self._random.choice(self._members))
            self._context.do(lambda work, entry=entry: add_entry(work, self._meeting, entry))
            self._written += 1

    def _settle(self) -> None:
        self._context.workspace.writer.write(lambda work: None).result(10)
        self.breathe(0.01)

    def _timed(self, act: Callable[[], object]) -> None:
        began = time.perf_counter()
        act()
        self._stalls.append((time.perf_counter() - began) * 1000)


def _cpu(script: _Script) -> float:
    """The processor's seconds that the room takes in a real stretch of time: it ticks, the ring moves."""
    laptop = script.desk.live.context.machine
    assert isinstance(laptop, Laptop)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    from PySide6.QtCore import QEventLoop, QTimer

    real, simulated = time.monotonic(), laptop.passed

    def go_on() -> None:
        laptop.passed = simulated + time.monotonic() - real

    moving = QTimer()
    moving.setInterval(100)
    moving.timeout.connect(go_on)
    moving.start()
    loop = QEventLoop()
    QTimer.singleShot(round(CPU_SECONDS * 1000), loop.quit)
    gc.collect()
    before = time.process_time()
    loop.exec()
    spent = time.process_time() - before
    moving.stop()
    return spent


def _drift(file: Path) -> float:
    """Seconds by which the clock is wrong after three hours in which the laptop slept now and then."""
    laptop, watch = Laptop(), SleepWatch()
    dice = random.Random(3)
    with open_workspace(file, laptop.utc) as workspace, workspace.reader() as reader:
        from plcdesk.running.clock import ClockFold
        from plcdesk.running.reading import read_events, read_room

        meeting, _members = _meeting(workspace, laptop)
        room = read_room(reader, meeting)
        assert room is not None
        fold = ClockFold(room.plan, room.events)
        watch.look(fold.state(laptop()), laptop.asleep())
        talked = paused = 0.0
        while laptop.passed < 3 * 3600:
            span = dice.uniform(0.1, 2.0)
            laptop.passed += span
            talked += span
            if dice.random() < 0.003:
                nap = float(dice.randrange(61, 600))
                laptop.passed += nap
                laptop.slept += nap
                paused += nap
            if watch.look(fold.state(laptop()), laptop.asleep()) and watch.gap is not None:
                gap, watch.gap = watch.gap, None
                workspace.writer.write(say_stopped, meeting, gap, "asleep").result(10)
            if dice.random() < 0.01 and (key := fold.state(laptop()).next_key) is not None:
                workspace.writer.write(record, meeting, laptop(), "went_to", step=key, reason="next").result(
                    10
                )
            fold.catch_up(read_events(reader, meeting))
        state = fold.state(laptop())
        wrong = abs(sum(state.elapsed.values()) - talked) + abs(state.paused - paused)
    return round(wrong, 6)


def _meeting(workspace: Workspace, laptop: Laptop) -> tuple[str, tuple[str, ...]]:
    atlas = Catalogue([protocols()]).get("atlas-data")

    def make(*args: object, **kwargs: object) -> object:
        return workspace.writer.write(*args, **kwargs).result(30).value  # type: ignore[arg-type]

    team = str(make(add_team, "Whole school", members=made_up_names(PEOPLE)))
    with workspace.reader() as reader:
        members = tuple(member.id for member in read_team(reader, team).members)  # type: ignore[union-attr]
    items = (
        NewItem("opening", "Opening", 4),
        NewItem("protocol", "ATLAS", 41, protocol=atlas),
        NewItem("wrap_up", "Wrap up", 5),
    )
    meeting = str(make(new_meeting, team, "Tickets", "2026-11-24T10:50", minutes=MINUTES, items=items))
    ends = BEGIN + timedelta(minutes=MINUTES)
    make(start_meeting, meeting, laptop(), present=members, ends_at=ends)
    return meeting, members


def _context(workspace: Workspace, laptop: Laptop, folder: Path) -> Context:
    settings = Settings(chime_muted=True)
    return Context(
        workspace, Bus(laptop.utc), Navigator(), settings, folder / "s.json", laptop.utc, laptop, laptop
    )


def _memory() -> float:
    """The memory of this process in MB, as the system counts it now."""
    if sys.platform == "linux":
        for line in Path("/proc/self/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 * 1024)
