"""Starts the app: everything is constructed here, in order, and passed down.

The first window is painted with the next meeting on it before anything heavy is imported: SQLAlchemy loads
in the writer's thread afterwards.
"""

import argparse
import os
import sys
import uuid
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from plcdesk import paths
from plcdesk.errors import EnvironmentProblem
from plcdesk.running.times import system_now
from plcdesk.settings import load
from plcdesk.store.workspace import AlreadyOpen, Workspace, open_workspace
from plcdesk.store.writer import utc_now
from plcdesk.text import tr, use_language
from plcdesk_ui.bus import Bus
from plcdesk_ui.context import Context
from plcdesk_ui.navigator import Navigator, Place
from plcdesk_ui.theme.theme import Theme

OPEN_PLACES = {"run": "run", "plan": "plan", "minutes": "minutes", "wrap-up": "wrap_up", "home": "home"}


def main(words: list[str] | None = None) -> int:
    """Open the app on a workspace; returns the exit status."""
    wanted = _read_words(words)
    if os.name == "posix":
        os.umask(0o077)
    app = QApplication.instance() or QApplication(["plcdesk"])
    assert isinstance(app, QApplication)
    app.setApplicationName("PLC Desk")
    app.setDesktopFileName("plcdesk")
    settings_file = paths.settings_file()
    settings = load(settings_file)
    use_language(settings.language, paths.locale())
    theme = Theme(app)
    theme.apply(settings.theme, settings.text_scale)
    file = paths.workspace_file(wanted.workspace)
    workspace = _open(file, wanted.open)
    if workspace is None:
        return 0
    bus, go = Bus(utc_now), Navigator()
    context = Context(workspace, bus, go, settings, settings_file, utc_now, system_now(uuid.uuid4().hex))
    from plcdesk_ui.shell.app import open_window

    window = open_window(context, theme, first_place(context, wanted.open))
    window.show()
    QTimer.singleShot(0, lambda: _after_first_paint(context, window, file))
    if wanted.self_test:
        QTimer.singleShot(300, window.close)
    try:
        return app.exec()
    finally:
        context.close()


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


def _open(file: Path, place: str) -> Workspace | None:
    """Open the workspace, or None after another window was brought to the front. Exits with a sentence."""
    try:
        return open_workspace(file)
    except AlreadyOpen as taken:
        from plcdesk_ui.shell.single import ask_to_come_forward

        if ask_to_come_forward(file, place):
            return None
        _say_and_exit(str(taken))
    except EnvironmentProblem as problem:
        _say_and_exit(str(problem))
    return None


def _say_and_exit(sentence: str) -> None:
    from plcdesk_ui.shell.cannot_start import tell

    sys.stderr.write(sentence + "\n")
    tell(sentence)
    sys.exit(1)


def _after_first_paint(context: Context, window: "object", file: Path) -> None:
    from plcdesk_ui.shell.app import Window, come_forward
    from plcdesk_ui.shell.crash import CrashWatch
    from plcdesk_ui.shell.single import ComeForward

    assert isinstance(window, Window)
    context.workspace.writer.warm()
    watch = CrashWatch(context.bus)
    watch.begin()
    window.keep(watch)
    ComeForward(file, lambda place: come_forward(window, place_of(context, place) if place else None), window)


def _read_words(words: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="plcdesk", description=tr("Opens PLC Desk."))
    parser.add_argument("--workspace", type=Path, default=None, help=tr("the workspace file to open"))
    parser.add_argument("--open", default="", help=tr("go straight to run:ID, plan:ID or minutes:ID"))
    parser.add_argument("--self-test", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args(words)
