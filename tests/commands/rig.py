"""Running the command line inside the tests' own process."""

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from plcdesk import cli


class Outcome(NamedTuple):
    status: int
    out: str
    err: str

    @property
    def refusal(self) -> str:
        """The one sentence of a command that was refused."""
        assert self.status == 1
        assert self.out == ""
        lines = self.err.splitlines()
        assert len(lines) == 1
        assert "Traceback" not in self.err
        return lines[0]


class CommandLine:
    """`plcdesk`, with or without a workspace chosen before the subcommand."""

    def __init__(self, capsys: pytest.CaptureFixture[str], file: Path | None = None) -> None:
        self._capsys = capsys
        self._before = ["--workspace", str(file)] if file is not None else []

    def __call__(self, *words: str | Path) -> Outcome:
        self._capsys.readouterr()
        status = cli.main([*self._before, *(str(word) for word in words)])
        told = self._capsys.readouterr()
        return Outcome(status, told.out, told.err)

    def meeting(self, title: str) -> dict[str, Any]:
        """The meeting with this title, as `meetings --json` tells it."""
        found = json.loads(self("meetings", "--json").out)
        return next(meeting for meeting in found if meeting["title"] == title)
