"""'Look around first': the sample workspace, in a window of its own."""

import sys
from pathlib import Path

from PySide6.QtCore import QProcess

from plcdesk import paths
from plcdesk.errors import EnvironmentProblem
from plcdesk.text import tr
from plcdesk_ui.context import Context
from plcdesk_ui.zones import local_zone


def open_sample(context: Context) -> None:
    """Make the sample workspace if there is none yet, and open it in another window."""
    file = paths.data_folder() / "sample.plcdb"

    def make() -> None:
        if not file.exists():
            from plcdesk.sample.making import make_sample

            make_sample(file, today=context.now().astimezone().date(), zone=local_zone())

    context.in_background(make, lambda _none: _start(context, file))


def _start(context: Context, file: Path) -> None:
    command = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "plcdesk_ui"]
    started, _ = QProcess.startDetached(command[0], [*command[1:], "--workspace", str(file)])
    if not started:
        problem = EnvironmentProblem(tr("The sample could not be opened in a window of its own."))
        context.bus.problem_arose.emit(str(problem))
