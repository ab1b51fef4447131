"""The `plcdesk` command and `python -m plcdesk_ui`: the app, or a subcommand without loading Qt."""

import builtins
import gc
import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from plcdesk.file_names import SHARED

WITH_VALUE = ("--workspace", "--open")


def main() -> int:
    """Start the app, or carry out a subcommand; returns the exit status."""
    if os.name == "posix":
        os.umask(0o077)  # what a team writes is for the owner of the files only
    arguments = sys.argv[1:]
    if len(arguments) == 1 and arguments[0].endswith(SHARED):
        import_without_the_hook()
        from plcdesk_ui.sharing.start_reading import start_reading

        return start_reading(Path(arguments[0]))
    if asks_for_command(arguments):
        from plcdesk.cli import main as command_line

        return command_line(arguments)
    gc.disable()  # looking for garbage while all is loaded finds none; from then on garbage.py does it
    import_without_the_hook()
    from plcdesk_ui.start import start

    return start(arguments)


def import_without_the_hook() -> None:
    """Load Qt, and take its hook on imports away again.

    PySide6 looks into each module that is imported after it, for feature switches that nothing here uses;
    that would double the time of every import.
    """
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
