"""Starts the app: everything is constructed here, in order, and passed down.

The frame paints the next meeting before anything else is loaded; then the app takes its place, and only
after that SQLAlchemy loads, in the writer's thread.
"""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from plcdesk import paths
from plcdesk.errors import EnvironmentProblem
from plcdesk.running.times import SteadyClock
from plcdesk.settings import Settings
from plcdesk.store.workspace import AlreadyOpen, Workspace, open_workspace
from plcdesk.store.writer import utc_now
from plcdesk_ui.bus import Bus
from plcdesk_ui.context import Context
from plcdesk_ui.navigator import Navigator, Place
from plcdesk_ui.shell.app import Window, come_forward, give_commands, make_window
from plcdesk_ui.shell.frame import Frame
from plcdesk_ui.theme.theme import Theme

AFTER_FIRST_PAINT = 100  # milliseconds; what loads then would hold up the painting of the home screen
OPEN_PLACES = {"run": "run", "plan": "plan", "minutes": "minutes", "wrap-up": "wrap_up", "home": "home"}


class App:
    """The app in its frame, from the moment that its workspace is open until the frame is closed."""

    def __init__(self, frame: Frame, settings: Settings, workspace: Workspace, place: str) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._theme = theme = Theme(app)
        theme.apply(settings.theme, settings.text_scale)
        bus, go = Bus(utc_now), Navigator()
        clock = SteadyClock(os.urandom(16).hex())
        self.context = Context(workspace, bus, go, settings, paths.settings_file(), utc_now, clock, clock)
        self._frame = frame
        self.window: Window = make_window(self.context, theme, first_place(self.context, place), frame)
        frame.show_app(self.window)
        QTimer.singleShot(AFTER_FIRST_PAINT, self._after_first_paint)

    def _after_first_paint(self) -> None:
        from plcdesk_ui.garbage import GarbageCollection
        from plcdesk_ui.shell.crash import CrashWatch
        from plcdesk_ui.shell.single import ComeForward

        GarbageCollection(self.window)
        self._watch = CrashWatch(self.context.bus)
        self._watch.begin()
        bar = self._frame.menuBar() if sys.platform == "darwin" else None
        give_commands(self.window, self._theme, bar)
        self.context.workspace.writer.warm()
        if _opened_files():
            self.context.in_background(
                _forget_opened_files, lambda _none: None
            )  # left by a run that broke off
        if self.context.settings.shared_folder:
            self.window.mailbox.on_opening()
        ComeForward(self.context.workspace.file, self._come_forward, self.window)

    def close(self) -> None:
        """Finish what is being written, and leave no copy of an attached file behind."""
        self.context.close()
        if _opened_files():
            _forget_opened_files()

    def _come_forward(self, place: str) -> None:
        come_forward(self.window, place_of(self.context, place) if place else None)


def _opened_files() -> bool:
    return (paths.data_folder() / "opened").exists()


def _forget_opened_files() -> None:
    from plcdesk.attachments.opening import forget_copies

    forget_copies()


def open_in(frame: Frame, settings: Settings, file: Path, place: str) -> App | int:
    """Open the workspace and put the app into the frame.

    Else the exit status: 0 when another window of it was brought forward, 1 after telling why it cannot open.
    """
    try:
        return App(frame, settings, open_workspace(file), place)
    except AlreadyOpen as taken:
        from plcdesk_ui.shell.single import ask_to_come_forward

        return 0 if ask_to_come_forward(file, place) else _tell(str(taken))
    except EnvironmentProblem as problem:
        return _tell(str(problem))


def _tell(sentence: str) -> int:
    from plcdesk_ui.shell.cannot_start import tell

    sys.stderr.write(sentence + "\n")
    tell(sentence)
    return 1


def first_place(context: Context, wanted: str) -> Place:
    """Where to go first: what was asked for, the welcome for an empty workspace, else home."""
    if wanted:
        place = place_of(context, wanted)
        if place is not None:
            return place
    if context.reader.row("SELECT 1 FROM team WHERE deleted_at IS NULL LIMIT 1") is None:
        return Place("welcome")
    return Place("home")


def place_of(context: Context, wanted: str) -> Place | None:
    """The place that 'run:ID', 'plan:ID' or 'minutes:ID' names, or None if it names none."""
    screen, _, prefix = wanted.partition(":")
    if screen not in OPEN_PLACES:
        return None
    if not prefix:
        return Place(OPEN_PLACES[screen])
    from plcdesk.errors import UserError
    from plcdesk.planning.reading import find_meeting

    try:
        return Place(OPEN_PLACES[screen], find_meeting(context.reader, prefix))
    except UserError as none_or_many:
        sentence = str(none_or_many)
        QTimer.singleShot(0, lambda: context.bus.problem_arose.emit(sentence))
        return None
