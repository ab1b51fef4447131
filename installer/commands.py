"""What `start.py` can be asked for."""

import sys
from pathlib import Path

from installer.environment import ROOT, Environment
from installer.libraries import lacking_libraries
from installer.machine import Machine, Runner, Trouble, say
from installer.packages import install_packages
from installer.windowless import make_sample_minutes

COMMANDS = ("setup", "test", "screens", "bench")


def main(
    arguments: list[str],
    about: str | None = None,
    machine: Machine | None = None,
    runner: Runner | None = None,
    root: Path = ROOT,
) -> int:
    """Set up, do what `arguments` ask for, and return the exit status."""
    if arguments[:1] in (["-h"], ["--help"]):
        say((about or "").strip())
        return 0
    machine, runner = machine or Machine(), runner or Runner()
    command = arguments[0] if arguments and arguments[0] in COMMANDS else ""
    try:
        environment = Environment(machine, runner, root)
        _ensure_system(machine, runner, environment, with_window=machine.has_display or command == "test")
        environment.ensure()
        return _do(command, arguments, machine, runner, environment.python, root)
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1


def _ensure_system(machine: Machine, runner: Runner, environment: Environment, with_window: bool) -> None:
    if machine.platform != "linux":
        return
    lacking = lacking_libraries(machine, with_window) | environment.lacks()
    if lacking:
        install_packages(machine, runner, lacking)
        still = lacking_libraries(machine, with_window)
        if still:
            raise Trouble(f"These system libraries are still lacking: {', '.join(still)}")


def _do(
    command: str, arguments: list[str], machine: Machine, runner: Runner, python: Path, root: Path
) -> int:
    if command == "setup":
        return 0
    if command == "test":
        return runner.run([str(python), "-m", "pytest", *arguments[1:]], root)
    if command:
        module = {"screens": "plcdesk_ui.screens", "bench": "benchmarks"}[command]
        out_of_sight = {} if machine.has_display else {"QT_QPA_PLATFORM": "offscreen"}
        return runner.run([str(python), "-m", module, *arguments[1:]], root, out_of_sight)
    asks_for_window = not arguments or arguments[0].startswith("-")
    if asks_for_window and not machine.has_display:
        return make_sample_minutes(runner, python, root)
    return runner.run([str(python), "-m", "plcdesk_ui", *arguments])
