"""The command line as a whole: usage, errors, what else may be open, and how it behaves as a process."""

import os
import shutil
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from plcdesk.commands import health, meetings
from plcdesk.sample.making import make_sample
from plcdesk.store.reader import Reader
from plcdesk.store.workspace import open_workspace
from plcdesk_ui.__main__ import asks_for_command
from tests.commands.rig import CommandLine

ROOT = Path(__file__).parent.parent
HEAVY = ("sqlalchemy", "alembic", "reportlab", "docx", "dateparser", "babel", "PySide6", "plcdesk_ui", "rich")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("made") / "made.plcdb"
    make_sample(file, teams=1, meetings=2, today=date(2026, 11, 24))
    return file


@pytest.fixture
def file(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(made, tmp_path / "workspace.plcdb"))


@pytest.fixture
def plcdesk(capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return CommandLine(capsys)


@pytest.fixture
def on_sample(capsys: pytest.CaptureFixture[str], file: Path) -> CommandLine:
    return CommandLine(capsys, file)


def process(
    *words: str | Path, module: str = "plcdesk", env: dict[str, str] | None = None, **more: Any
) -> subprocess.CompletedProcess[bytes]:
    """The command line in a process of its own."""
    surroundings = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "ui")])} | (env or {})
    command = [sys.executable, "-m", module, *map(str, words)]
    return subprocess.run(command, env=surroundings, check=False, timeout=120, capture_output=True, **more)


@pytest.mark.parametrize(
    "words",
    [
        ["demo"],
        ["demo", "f", "--teams", "0"],
        ["demo", "f", "--meetings", "many"],
        ["demo", "f", "g"],
        ["no-such-command"],
        ["meetings", "--no-such-option"],
        ["minutes"],
        ["plan", "a.txt", "--team", "T"],
        ["--open", "run:1", "meetings"],
        ["protocols", "show"],
        ["protocols", "validate"],
        [],
    ],
)
def test_wrong_usage_is_2(plcdesk: CommandLine, words: list[str]) -> None:
    outcome = plcdesk(*words)
    assert outcome.status == 2
    assert "Usage: plcdesk" in outcome.out + outcome.err


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["plan", "--help"], ["protocols", "--help"]])
def test_help_is_0_and_on_stdout(plcdesk: CommandLine, words: list[str]) -> None:
    outcome = plcdesk(*words)
    assert (outcome.status, outcome.err) == (0, "")
    assert "Usage: plcdesk" in outcome.out


def test_help_names_every_command(plcdesk: CommandLine) -> None:
    told = plcdesk("--help").out
    for command in ("demo", "plan", "meetings", "minutes", "protocols", "check", "self-test"):
        assert command in told


def test_while_the_app_is_open_one_can_read_and_not_write(
    on_sample: CommandLine, file: Path, tmp_path: Path
) -> None:
    before = on_sample("meetings", "--json").out
    (tmp_path / "a.txt").write_text("Lab\n- Opening, 5 min\n", encoding="utf-8")
    words = ("plan", tmp_path / "a.txt", "--team", "Grade 7 Science", "--on", "2026-12-08T10:50")
    with open_workspace(file):
        assert on_sample("meetings", "--json").out == before
        assert on_sample("check").status == 0
        held = on_sample.meeting("Designing the density probe")["id"]
        assert on_sample("minutes", held, "-o", tmp_path / "a.pdf").status == 0
        assert "open in another PLC Desk" in on_sample(*words).refusal
    assert on_sample("meetings", "--json").out == before
    assert on_sample(*words).status == 0


def test_a_fault_of_ours_is_one_sentence(on_sample: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meetings, "find_team", lambda *_: 1 / 0)
    told = on_sample("meetings", "--team", "x").refusal
    assert told == "Something went wrong in PLC Desk: ZeroDivisionError: division by zero"


def test_an_interruption_says_nothing(on_sample: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(health, "examine", interrupted)
    assert on_sample("check") == (130, "", "")


@pytest.mark.parametrize(
    ("words", "command"),
    [
        ("", False),
        ("--workspace w.plcdb", False),
        ("--workspace=w.plcdb", False),
        ("--open run:12 --workspace w.plcdb", False),
        ("--workspace w.plcdb --self-test", False),
        ("--workspace meetings", False),
        ("meetings", True),
        ("--workspace w.plcdb meetings --json", True),
        ("--workspace=w.plcdb check", True),
        ("no-such-command", True),
        ("--help", True),
        ("-h", True),
    ],
)
def test_what_opens_the_app_and_what_is_a_command(words: str, command: bool) -> None:
    assert asks_for_command(words.split()) is command


def test_demo_is_made_for_today_in_the_zone_of_this_machine(tmp_path: Path) -> None:
    made, zone = tmp_path / "made.plcdb", "Pacific/Kiritimati"  # where the day begins first
    before = datetime.now(ZoneInfo(zone)).date()
    assert process("demo", made, "--teams", "1", "--meetings", "0", env={"TZ": zone}).returncode == 0
    after = datetime.now(ZoneInfo(zone)).date()
    with Reader(made) as reader:
        row = reader.row("SELECT zone, starts_at FROM meeting ORDER BY starts_at")
    assert row is not None
    assert row["zone"] == zone
    assert row["starts_at"] in (f"{before}T10:50", f"{after}T10:50")


def test_output_is_utf8_whatever_the_surroundings_say(file: Path) -> None:
    outcome = process(
        "--workspace", file, "minutes", held_id(file), "--format", "md",
        env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
    )  # fmt: skip
    assert (outcome.returncode, outcome.stderr) == (0, b"")
    assert "“because”" in outcome.stdout.decode("utf-8")


def held_id(file: Path) -> str:
    found = process("--workspace", file, "meetings").stdout.decode("utf-8")
    return next(line.split()[0] for line in found.splitlines() if " draft " in line)


def test_a_closed_pipe_is_quiet(file: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        for words in (["protocols", "list", "--json"], ["--workspace", str(file), "meetings"]):
            surroundings = os.environ | {"PYTHONPATH": str(ROOT)}
            outcome = subprocess.run(
                [sys.executable, "-m", "plcdesk", *words],
                env=surroundings,
                stdout=writing,
                stderr=subprocess.PIPE,
                check=False,
                timeout=120,
            )
            assert (outcome.returncode, outcome.stderr) == (0, b"")
    finally:
        os.close(writing)


@pytest.mark.skipif(os.name != "posix", reason="files of others are kept apart in another way")
@pytest.mark.parametrize("module", ["plcdesk", "plcdesk_ui"])
def test_what_is_written_is_for_its_owner_only(file: Path, tmp_path: Path, module: str) -> None:
    out = tmp_path / "minutes.md"
    words = ("--workspace", file, "minutes", held_id(file), "--format", "md", "-o", out)
    assert process(*words, module=module).returncode == 0
    assert out.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("words", [["--help"], ["meetings"], ["protocols"]])
def test_light_commands_load_nothing_heavy(file: Path, words: list[str]) -> None:
    program = (
        "import sys\nfrom plcdesk_ui.__main__ import asks_for_command\nfrom plcdesk.cli import main\n"
        f"assert main({['--workspace', str(file), *words]!r}) == 0\n"
        "print(*sorted({name.split('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    outcome = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "ui")])},
        capture_output=True,
        check=True,
        timeout=120,
    )
    loaded = set(outcome.stderr.decode().split())
    assert loaded.isdisjoint(set(HEAVY) - {"plcdesk_ui"})
