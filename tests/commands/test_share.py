"""plcdesk share: writing, looking into and bringing in."""

import json
import sqlite3
from pathlib import Path

import pytest

from plcdesk.sharing.opening import open_share
from tests.commands.rig import CommandLine, Outcome

PASSPHRASE = "four quiet herons walk"


@pytest.fixture
def other(capsys: pytest.CaptureFixture[str], tmp_path: Path, empty_workspace: Path) -> CommandLine:
    """The command line on another laptop, which has nothing yet."""
    file = tmp_path / "other.plcdb"
    file.write_bytes(empty_workspace.read_bytes())
    return CommandLine(capsys, file)


def name_a_child(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        row = "SELECT min(n) FROM entry WHERE kind = 'note' AND deleted_at IS NULL AND hidden = 0"
        connection.execute(f"UPDATE entry SET text = 'Jayden said that mass is volume' WHERE n = ({row})")
    connection.close()


def export(plcdesk: CommandLine, out: Path, *more: str) -> Outcome:
    return plcdesk("share", "export", out, "--team", "Grade 7", *more)


def test_a_team_goes_to_another_laptop_once(
    on_sample: CommandLine, other: CommandLine, tmp_path: Path
) -> None:
    out = tmp_path / "team.plcdesk"
    assert export(on_sample, out, "--name", "Rosa").out.strip().endswith(f"records are in {out}.")
    told = json.loads(other("share", "inspect", out, "--json").out)
    assert (told["team"]["name"], told["sender"], told["purpose"]) == (
        "Grade 7 Science",
        "Rosa",
        "to_work_with",
    )
    assert all(meeting["new"] for meeting in told["meetings"]) and told["changes"]["new"] == told["records"]
    assert json.loads(other("meetings", "--json").out) == []
    assert "new" in other("share", "import", out).out
    assert other("share", "import", out).out.strip() == "team.plcdesk: nothing new."
    assert "nothing in it that is not here" in other("share", "inspect", out).out


def test_one_meeting_under_a_passphrase(
    on_sample: CommandLine, other: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "one.plcdesk"
    meeting = on_sample.meeting("Designing the density probe")["id"]
    monkeypatch.setenv("PLCDESK_PASSPHRASE", PASSPHRASE)
    assert "nobody can reset it" in export(on_sample, out, "--meeting", meeting).err
    monkeypatch.setenv("PLCDESK_PASSPHRASE", "another one")
    assert "does not open" in other("share", "import", out).refusal
    monkeypatch.setenv("PLCDESK_PASSPHRASE", PASSPHRASE)
    assert other("share", "import", out).status == 0
    assert [each["id"] for each in json.loads(other("meetings", "--json").out)] == [meeting]


def test_a_preview_writes_nothing_and_names_likely_students(
    on_sample: CommandLine, file: Path, tmp_path: Path
) -> None:
    name_a_child(file)
    out = tmp_path / "no.plcdesk"
    outcome = export(on_sample, out, "--preview")
    assert "Jayden said that mass is volume" in outcome.out and "Jayden" in outcome.err
    assert not out.exists()


def test_a_copy_to_read_says_what_it_is(on_sample: CommandLine, file: Path, tmp_path: Path) -> None:
    name_a_child(file)
    out = tmp_path / "coach.plcdesk"
    assert "1 word looks like a student name" in export(on_sample, out, "--to-read").err
    with open_share(out) as share:
        assert share.manifest.purpose == "to_read"
    assert "A copy to read" in on_sample("share", "inspect", out).err


def test_each_refused_file_is_told_and_the_others_come_in(
    on_sample: CommandLine, other: CommandLine, tmp_path: Path
) -> None:
    out, broken = tmp_path / "team.plcdesk", tmp_path / "broken.plcdesk"
    export(on_sample, out)
    broken.write_bytes(out.read_bytes()[:2000])
    outcome = other("share", "import", broken, out)
    assert outcome.status == 1 and "team.plcdesk" in outcome.out
    assert outcome.err.splitlines() == [outcome.err.strip()] and "broken.plcdesk" in outcome.err
