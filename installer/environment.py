"""The folder .venv: a Python of the app's own, with exactly the packages of lock.txt."""

import hashlib
import sys
from pathlib import Path

from installer.machine import Machine, Runner, Trouble, say

ROOT = Path(__file__).resolve().parent.parent


class Environment:
    """The virtual environment of one checkout.

    It counts as done only when its stamp says so, and the stamp is written last: one that was made
    without pip (Debian's python3 without python3-venv does that), or that was broken off half-way, is
    made anew. The stamp holds a hash of all that the environment was made from.
    """

    def __init__(self, machine: Machine, runner: Runner, root: Path = ROOT) -> None:
        self._machine = machine
        self._runner = runner
        self._root = root
        self._folder = root / ".venv"
        self._stamp = self._folder / ".plcdesk-ready"
        self._unfinished = self._folder / ".plcdesk-unfinished"
        windows = machine.platform == "win32"
        self.python = self._folder / ("Scripts/python.exe" if windows else "bin/python")

    def is_ready(self) -> bool:
        """Whether there is nothing to do."""
        try:
            stamp = self._stamp.read_text(encoding="utf-8")
        except OSError:
            return False
        return stamp == self._recipe() and self.python.exists()

    def lacks(self) -> dict[str, str]:
        """What this Python lacks to make the environment, as thing -> Debian package; nothing once made."""
        if self.is_ready() or all(self._machine.has_module(name) for name in ("venv", "ensurepip")):
            return {}
        if self._is_usable():
            return {}
        return {"Python's venv and ensurepip": "python{}.{}-venv".format(*sys.version_info[:2])}

    def ensure(self) -> None:
        """Make it, or bring it up to date. Raises Trouble."""
        if self.is_ready():
            return
        if not self._is_usable():
            self._make()
        self._stamp.unlink(missing_ok=True)
        self._unfinished.touch()
        self._install_packages()
        self._unfinished.unlink()
        self._stamp.write_text(self._recipe(), encoding="utf-8")
        say("PLC Desk is set up.")

    def _recipe(self) -> str:
        recipe = hashlib.sha256()
        for part in (self._root / "installer" / "lock.txt", self._root / "pyproject.toml"):
            recipe.update(part.read_bytes().replace(b"\r\n", b"\n") + b"\0")
        recipe.update("{}.{}".format(*sys.version_info[:2]).encode() + b"\0")
        recipe.update(str(self._root).encode("utf-8", "surrogateescape"))  # A moved checkout is linked anew.
        return recipe.hexdigest()

    def _is_usable(self) -> bool:
        if self._unfinished.exists() or not self.python.exists():
            return False
        same_version = f"import sys; sys.exit(sys.version_info[:2] != {sys.version_info[:2]!r})"
        python = str(self.python)
        return self._runner.succeeds([python, "-c", same_version]) and self._runner.succeeds(
            [python, "-m", "pip", "--version"]
        )

    def _make(self) -> None:
        say("Making a Python environment in .venv")
        # The base Python, in case this script itself was started by the environment's own.
        base = getattr(sys, "_base_executable", sys.executable)
        if self._runner.run([base, "-m", "venv", "--clear", str(self._folder)]) != 0:
            raise Trouble("Python could not make the folder .venv; what it said is above.")

    def _install_packages(self) -> None:
        say("Installing packages; the first time, this takes a few minutes")
        pip = [str(self.python), "-m", "pip", "install", "--disable-pip-version-check", "--quiet"]
        pinned = [*pip, "--require-hashes", "-r", str(self._root / "installer" / "lock.txt")]
        itself = [*pip, "--no-deps", "--no-build-isolation", "--no-index", "-e", str(self._root)]
        for command in (pinned, itself):
            if self._runner.run(command, self._root) != 0:
                raise Trouble("The packages could not be installed; what pip said is above.")
