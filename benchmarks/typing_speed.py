"""Typing a note while the room's clock runs and autosave writes, against a bare QPlainTextEdit."""

import os
import time
import uuid
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from benchmarks.ratio import Limit, Ratio, interleaved, percentile
from plcdesk.planning.reading import read_agenda
from plcdesk.running.room import start_meeting
from plcdesk.running.times import SteadyClock
from plcdesk.sample.making import make_sample
from plcdesk.settings import Settings
from plcdesk.store.workspace import Workspace, open_workspace
from plcdesk.store.writer import utc_now
from plcdesk_ui.bus import Bus
from plcdesk_ui.context import Context
from plcdesk_ui.garbage import GarbageCollection
from plcdesk_ui.navigator import Navigator, Place
from plcdesk_ui.run.capture.line import CaptureLine
from plcdesk_ui.shell.app import open_window
from plcdesk_ui.theme.theme import Theme

KEYS = 1500
WORDS = "The ticket never asked them to compare two objects so they trust that heavy things sink "
A_FRAME = 16.0


def run(folder: Path) -> list[Ratio | Limit]:
    """p99 of a keystroke with its repaint, in turns, and the longest stall of the event loop meanwhile."""
    app = QApplication.instance() or QApplication(["benchmark"])
    assert isinstance(app, QApplication)
    collection = GarbageCollection(app)
    file = folder / "typing.plcdb"
    make_sample(file, teams=1, meetings=12, today=date.today())
    with open_workspace(file) as workspace:
        meeting = _running_meeting(workspace)
        theme = Theme(app)
        theme.apply("light")
        context = Context(
            workspace,
            Bus(utc_now),
            Navigator(),
            Settings(),
            folder / "s.json",
            utc_now,
            SteadyClock(uuid.uuid4().hex),
        )
        window = open_window(context, theme, Place("run", meeting))
        window.show()
        bare = QPlainTextEdit()
        bare.resize(300, 120)
        bare.show()
        app.processEvents()
        line = window.findChild(CaptureLine)
        assert line is not None
        stalls: list[float] = []
        letters = iter(WORDS * (KEYS // len(WORDS) + 4))

        def type_into(edit: QPlainTextEdit) -> float:
            if len(edit.toPlainText()) > 200:
                edit.clear()
            letter = next(letters)
            began = time.perf_counter()
            QTest.keyClick(edit, Qt.Key.Key_Space if letter == " " else letter)
            app.processEvents()
            return (time.perf_counter() - began) * 1000

        def breathe() -> float:
            """Half a key's pause for a quick typist, in which the event loop does what it has to."""
            until = time.perf_counter() + 0.01
            while time.perf_counter() < until:
                began = time.perf_counter()
                app.processEvents()
                stalls.append((time.perf_counter() - began) * 1000)
                time.sleep(0.001)
            return 0.0

        for _ in range(50):
            type_into(line.edit), type_into(bare), breathe()
        stalls.clear()
        ours, _, theirs, _ = (
            interleaved(  # a pause before each key: right after another one it finds all warm
                KEYS // 2, lambda: type_into(line.edit), breathe, lambda: type_into(bare), breathe
            )
        )
        collection.deleteLater()
        window.close()
        bare.close()
        context.reader.close()
    return [
        Ratio(
            "keystroke p99 with autosave / bare QPlainTextEdit",
            percentile(ours, 0.99),
            percentile(theirs, 0.99),
            1.5,
        ),
        Limit("longest stall of the event loop while typing", max(stalls), A_FRAME),
    ]


def _running_meeting(workspace: Workspace) -> str:
    with workspace.reader() as reader:
        meeting = reader.value("SELECT id FROM meeting WHERE status = 'planned' ORDER BY starts_at LIMIT 1")
        agenda = read_agenda(reader, meeting)
    assert agenda is not None
    now = datetime.now(UTC)
    workspace.writer.write(
        start_meeting,
        meeting,
        SteadyClock("benchmark")(),
        present=tuple(member.id for member in agenda.team.active_members),
        ends_at=now + timedelta(minutes=45),
    ).result()
    return meeting
