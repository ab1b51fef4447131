"""Faults of ours: written to a log without anybody's words, told once, and the app goes on."""

import faulthandler
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import IO

from plcdesk import paths
from plcdesk.errors import EnvironmentProblem, UserError
from plcdesk.text import tr
from plcdesk_ui.bus import Bus

LOG_LIMIT = 200_000


class CrashWatch:
    """Catches what no code of ours caught. Keep it for as long as the app runs."""

    def __init__(self, bus: Bus) -> None:
        self._bus = bus
        self._native: IO[str] | None = None

    def begin(self) -> None:
        """From now on, faults are logged and told instead of ending the app."""
        sys.excepthook = self._caught
        try:
            folder = paths.make_private(paths.logs())
            self._native = (folder / "native-crash.log").open("a")
            faulthandler.enable(self._native)
        except OSError:
            self._native = None  # no log can be kept; the app runs all the same

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.exit(130)
        if isinstance(error, (UserError, EnvironmentProblem)):
            self._bus.hand_over(lambda: self._bus.problem_arose.emit(str(error)))
            return
        places = "".join(traceback.format_tb(trace))
        self._write(f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ} {kind.__name__}\n{places}\n")
        sentence = tr("Something went wrong in PLC Desk. Your words are saved, and you can go on.")
        self._bus.hand_over(lambda: self._bus.problem_arose.emit(sentence))

    def _write(self, report: str) -> None:
        try:
            log = paths.make_private(paths.logs()) / "faults.log"
            if log.exists() and log.stat().st_size > LOG_LIMIT:
                log.replace(log.with_suffix(".old.log"))
            with Path(log).open("a", encoding="utf-8") as file:
                file.write(report)
        except OSError:
            pass
        sys.stderr.write(report)
