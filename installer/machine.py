"""This machine: what it is, and running programs on it. Tests put another in its place."""

import ctypes
import importlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


class Trouble(Exception):
    """Set-up cannot go on; the message says in a sentence what to do."""


@dataclass(frozen=True)
class Machine:
    """What decides how to set up: the platform, who is asking, and on which display."""

    platform: str = sys.platform
    variables: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))
    is_root: bool = hasattr(os, "geteuid") and os.geteuid() == 0

    @property
    def has_display(self) -> bool:
        """Whether a window can be opened here."""
        if self.variables.get("QT_QPA_PLATFORM", "").split(":")[0] in ("offscreen", "minimal"):
            return False
        if self.platform in ("win32", "darwin"):
            return "SSH_CONNECTION" not in self.variables
        return bool(self.variables.get("DISPLAY") or self.variables.get("WAYLAND_DISPLAY"))

    def has_library(self, file: str) -> bool:
        """Whether the dynamic linker finds this library and all that it needs."""
        try:
            ctypes.CDLL(file)
        except OSError:
            return False
        return True

    def has_module(self, name: str) -> bool:
        """Whether the Python that runs this has the module."""
        importlib.invalidate_caches()
        return importlib.util.find_spec(name) is not None

    def has_program(self, name: str) -> bool:
        """Whether a program of this name can be started."""
        return shutil.which(name) is not None


class Runner:
    """Runs programs, with their output where people see it."""

    def run(
        self, command: Sequence[str], folder: Path | None = None, variables: Mapping[str, str] | None = None
    ) -> int:
        """Run to the end, with `variables` set too; return the exit status as a shell gives it."""
        with subprocess.Popen(command, cwd=folder, env={**os.environ, **(variables or {})}) as child:
            while True:
                try:
                    status = child.wait()
                    return status if status >= 0 else 128 - status
                except KeyboardInterrupt:
                    continue  # The program got it too, and ends in its own way.

    def succeeds(self, command: Sequence[str]) -> bool:
        """Run without a word and say whether it worked."""
        try:
            return subprocess.run(command, capture_output=True, check=False).returncode == 0
        except OSError:
            return False

    def read_json(self, command: Sequence[str]) -> Any:
        """Run and return what it printed. Raises Trouble when it fails; its own words are shown already."""
        variables = {**os.environ, "PYTHONIOENCODING": "utf-8"}
        result = subprocess.run(command, stdout=subprocess.PIPE, check=False, encoding="utf-8", env=variables)
        if result.returncode != 0:
            raise Trouble("That did not work: " + " ".join(command))
        return json.loads(result.stdout)


def say(sentence: str) -> None:
    """Tell the person at the terminal what happens now, whichever letters the terminal knows."""
    encoding = sys.stdout.encoding or "utf-8"
    print(sentence.encode(encoding, "replace").decode(encoding), flush=True)
