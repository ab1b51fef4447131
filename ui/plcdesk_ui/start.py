"""From the command to the first painted window, with as little loaded as can be; then the app itself."""

import argparse
import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from plcdesk import paths
from plcdesk.settings import Settings, load
from plcdesk.store.first_sight import NextSight, read_next_sight
from plcdesk.text import tr, use_language
from plcdesk_ui.shell.application import make_application
from plcdesk_ui.shell.frame import FirstSight, Frame
from plcdesk_ui.theme.colours import read_colours

if TYPE_CHECKING:
    from plcdesk_ui.main import App

HALF_LIGHT = 128


def start(words: list[str]) -> int:
    """Open the app; returns the exit status."""
    wanted = _read_words(words)
    if os.name == "posix":
        os.umask(0o077)
    app = make_application()
    settings = load(paths.settings_file())
    use_language(settings.language, paths.locale())
    file = paths.workspace_file(wanted.workspace)
    starting = Starting(app, settings, file, wanted)
    try:
        return app.exec()
    finally:
        starting.end()


class Starting:
    """The first window, and what follows once it was painted."""

    def __init__(self, app: QApplication, settings: Settings, file: Path, wanted: argparse.Namespace) -> None:
        self._app, self._settings, self._file, self._wanted = app, settings, file, wanted
        self._running: App | None = None
        self.frame = Frame(settings.windows.get("main", ""))
        sight = None if wanted.open else self._sight()
        self.frame.setCentralWidget(FirstSight(sight, read_colours(self._theme()), self._load))
        self.frame.show()

    def end(self) -> None:
        """Finish what is being written."""
        if self._running is not None:
            self._running.close()

    def _sight(self) -> NextSight | None:
        return read_next_sight(self._file, self._settings.last_team, datetime.now().astimezone())

    def _theme(self) -> str:
        if self._settings.theme != "system":
            return self._settings.theme
        return "dark" if self._app.palette().window().color().lightness() < HALF_LIGHT else "light"

    def _load(self) -> None:
        from plcdesk_ui.main import open_in

        try:
            opened = open_in(self.frame, self._settings, self._file, self._wanted.open)
        except Exception:
            from plcdesk_ui.shell.cannot_start import tell_of_a_fault

            tell_of_a_fault()
            opened = 1
        if isinstance(opened, int):
            self._app.exit(opened)
            return
        self._running = opened
        if self._wanted.self_test:
            QTimer.singleShot(300, self.frame.close)


def _read_words(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="plcdesk", description=tr("Opens PLC Desk."))
    parser.add_argument("--workspace", type=Path, default=None, help=tr("the workspace file to open"))
    parser.add_argument("--open", default="", help=tr("go straight to run:ID, plan:ID or minutes:ID"))
    parser.add_argument("--self-test", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args(words)
