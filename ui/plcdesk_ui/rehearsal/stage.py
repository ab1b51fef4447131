"""What a rehearsal plays on: a workspace in a folder that goes away, with a context and a clock of its own."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent

from plcdesk.running.fast_clock import FastClock
from plcdesk.running.times import Instant
from plcdesk.settings import Settings
from plcdesk.store.workspace import Workspace, open_workspace
from plcdesk_ui.bus import Bus
from plcdesk_ui.context import Context
from plcdesk_ui.navigator import Navigator

if TYPE_CHECKING:
    from plcdesk.store.work import Work

SESSION = "rehearsal"


@dataclass(frozen=True)
class Prepared:
    """A begun meeting in a workspace of its own; its clock stands still."""

    folder: "tempfile.TemporaryDirectory[str]"
    workspace: Workspace
    clock: FastClock
    meeting_id: str

    def discard(self) -> None:
        """Let it go unused."""
        self.workspace.close()
        self.folder.cleanup()


@dataclass(frozen=True)
class Rehearsed:
    """What is rehearsed: the window's title, what the strip says about it, and what begins it."""

    title: str
    about: str
    begin: "Callable[[Work, Instant], str]"


def prepare(what: Rehearsed, steady: Callable[[], float], begin: datetime) -> Prepared:
    """Make the workspace with its meeting; for a thread in the background. Leaves nothing when it fails."""
    # Windows cannot delete what a scanner for viruses has open; the system empties this folder in time.
    folder = tempfile.TemporaryDirectory(prefix="plcdesk-", ignore_cleanup_errors=True)
    clock = FastClock(steady, begin, 0, SESSION)
    workspace = None
    try:
        workspace = open_workspace(Path(folder.name) / "rehearsal.plcdb", clock.utc)
        outcome = workspace.writer.write(what.begin, clock())
        return Prepared(folder, workspace, clock, outcome.result().value)
    except BaseException:
        if workspace is not None:
            workspace.close()
        folder.cleanup()
        raise


class Stage:
    """The context of one rehearsal. `close` it when done: then nothing of it is left."""

    def __init__(self, prepared: Prepared, settings: Settings) -> None:
        self._folder = prepared.folder
        self.clock = prepared.clock
        self.meeting_id = prepared.meeting_id
        self._bus = Bus(self.clock.utc)
        self.context = Context(
            prepared.workspace,
            self._bus,
            Navigator(),
            settings,
            Path(prepared.folder.name) / "settings.json",
            self.clock.utc,
            self.clock,
        )

    def close(self) -> None:
        """Finish what is being written, hear of it while there is still something to read, delete all."""
        self.context.workspace.writer.close()
        QCoreApplication.sendPostedEvents(self._bus, QEvent.Type.MetaCall)
        self.context.close()
        self._folder.cleanup()
