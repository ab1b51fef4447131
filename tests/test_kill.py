"""Kill -9 in mid-step and in mid-word; start again: one click is back in the room, the clock is right to the second."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from plcdesk.planning.agendas import NewItem, new_meeting
from plcdesk.planning.teams import add_team
from plcdesk.store.workspace import open_workspace
from tests.room_driver import KEY_EVERY

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def file(workspace_file: Path) -> Path:
    return workspace_file


@pytest.fixture
def meeting(file: Path) -> str:
    """A meeting that is to begin just now."""
    starts = datetime.now(UTC).replace(tzinfo=None) - timedelta(seconds=30)
    items = (
        NewItem("topic", "Tickets", 10),
        NewItem("topic", "Interpret", 10),
        NewItem("wrap_up", "Wrap up", 5),
    )
    with open_workspace(file) as workspace:
        team = (
            workspace.writer.write(add_team, "Science", members=("Rosa Alvarez", "Jo Meyer")).result(60).value
        )
        return (
            workspace.writer.write(new_meeting, team, "Kill", f"{starts:%Y-%m-%dT%H:%M}", items=items)
            .result(60)
            .value
        )


def app(what: str, file: Path, *meeting: str) -> "subprocess.Popen[str]":
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "ui"))),
    }
    words = [sys.executable, str(ROOT / "tests" / "room_driver.py"), what, str(file), *meeting]
    return subprocess.Popen(words, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def kill_in_mid_word(file: Path, meeting: str) -> list[dict]:
    """Run the meeting until a good deal was typed, then kill the process; what was seen, the last last."""
    process = app("begin", file, meeting)
    assert process.stdout is not None
    seen: list[dict] = []
    try:
        for line in process.stdout:
            seen.append(json.loads(line))
            if len(seen[-1]["typed"]) >= 60:
                break
    finally:
        process.kill()
        process.wait(20)
        process.stdout.close()
    return seen


@pytest.mark.parametrize("way", ["--open", "home"])
def test_killed_in_mid_step_and_in_mid_word(file: Path, meeting: str, way: str) -> None:
    before = kill_in_mid_word(file, meeting)
    last = before[-1]
    assert last["step"] == "Interpret" and last["elapsed"] > 2
    process = app("resume", file, *([meeting] if way == "--open" else []))
    out, _ = process.communicate(timeout=90)
    assert process.returncode == 0
    after = json.loads(out.splitlines()[-1])
    assert after["step"] == "Interpret"
    passed = after["wall"] - last["wall"]
    assert after["elapsed"] - last["elapsed"] == pytest.approx(passed, abs=0.5)
    assert last["typed"].startswith(after["in_line"])
    lost = len(last["typed"]) - len(after["in_line"])
    assert lost * KEY_EVERY <= 1000 + 150  # a second at most, and the keys on their way to the disk
