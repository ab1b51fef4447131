"""The `plcdesk` command and `python -m plcdesk_ui`: the app, or a subcommand without loading Qt."""

import builtins
import importlib
import os
import sys
from collections.abc import Sequence

WITH_VALUE = ("--workspace", "--open")


def main() -> int:
    """Start the app, or carry out a subcommand; returns the exit status."""
    if os.name == "posix":
        os.umask(0o077)  # what a team writes is for the owner of the files only
    arguments = sys.argv[1:]
    if asks_for_command(arguments):
        from plcdesk.cli import main as command_line

        return command_line(arguments)
    import_core_before_qt()
    from plcdesk_ui.main import main as app

    return app(arguments)


FIRST_SCREEN_READS_WITH = (
    "uuid",
    "tomllib",
    "plcdesk.settings",
    "plcdesk.store.workspace",
    "plcdesk.running.times",
    "plcdesk.planning.home",
    "plcdesk.library.kinds",
)


def import_core_before_qt() -> None:
    """Load what the first screen reads with, then Qt.

    PySide6 hooks every later import, to look for its own feature switches, which nothing here uses: that
    would double the time of each. So the core comes first, and the hook is taken away again.
    """
    for module in FIRST_SCREEN_READS_WITH:
        importlib.import_module(module)
    plain_import = builtins.__import__
    importlib.import_module("PySide6.QtWidgets")
    builtins.__import__ = plain_import


def asks_for_command(arguments: Sequence[str]) -> bool:
    """Whether there is a subcommand, or the question what there is: not options alone."""
    waiting = list(arguments)
    while waiting:
        argument = waiting.pop(0)
        if argument in WITH_VALUE:
            del waiting[:1]
        elif argument in ("-h", "--help") or not argument.startswith("-"):
            return True
    return False


if __name__ == "__main__":
    sys.exit(main())
