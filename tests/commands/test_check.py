"""plcdesk check and self-test."""

import sqlite3
import sys
from pathlib import Path

import pytest

from plcdesk.commands import self_test
from tests.commands.rig import CommandLine


def spoil(file: Path, *statements: str) -> None:
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("PRAGMA foreign_keys=OFF")
    for statement in statements:
        assert connection.execute(statement).rowcount > 0
    connection.close()


def test_a_sound_workspace_is_told_as_sound(on_sample: CommandLine) -> None:
    outcome = on_sample("check")
    assert (outcome.status, outcome.err) == (0, "")
    assert len(outcome.out.splitlines()) == 4
    assert "18 meetings" in outcome.out


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE clock_event SET wall = 'yesterday' WHERE n = 5", "cannot be read (ValueError)"),
        ("UPDATE snapshot SET fitted = '{}' WHERE n = 2", "cannot be read (ValidationError)"),
        ("UPDATE snapshot SET protocol = '{' WHERE n = 2", "cannot be read (DecodeError)"),
        (
            "DELETE FROM clock_event WHERE kind = 'ended' AND meeting_id = (SELECT id FROM meeting LIMIT 1)",
            "not ended",
        ),
        (
            "UPDATE entry SET item_id = 'gone' WHERE n = 3",
            "1 row points to something that is not there, in: entry",
        ),
        ("UPDATE team SET deleted_at = '2026-01-01' WHERE n = 2", "a team that is not there"),
    ],
)
def test_what_is_wrong_is_told(on_sample: CommandLine, file: Path, statement: str, told: str) -> None:
    spoil(file, statement)
    outcome = on_sample("check")
    assert outcome.status == 1
    assert told in outcome.err
    assert "The file is whole." in outcome.out


def test_a_damaged_file_is_told(on_sample: CommandLine, file: Path) -> None:
    content = bytearray(file.read_bytes())
    for place in range(40 * 4096, len(content), 4096):
        content[place : place + 64] = b"\xff" * 64
    file.write_bytes(content)
    outcome = on_sample("check")
    assert outcome.status == 1
    assert "damaged" in outcome.err
    assert "Traceback" not in outcome.err


def test_what_is_no_workspace_is_told(on_sample: CommandLine, file: Path) -> None:
    file.write_bytes(b"These are my notes, not a database. " * 200)
    assert str(file) in on_sample("check").refusal
    assert file.read_bytes().startswith(b"These are my notes")


def test_the_self_test_opens_a_real_window(plcdesk: CommandLine) -> None:
    outcome = plcdesk("self-test")
    assert (outcome.status, outcome.err) == (0, "")
    assert len(outcome.out.splitlines()) == 5


def test_a_window_that_does_not_open_fails_the_self_test(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, plcdesk: CommandLine
) -> None:
    broken = tmp_path / "plcdesk_ui"
    broken.mkdir()
    (broken / "__init__.py").write_text("")
    (broken / "__main__.py").write_text("raise SystemExit('There is no screen.')")
    monkeypatch.setattr("sys.path", [str(tmp_path), *sys.path])
    monkeypatch.setattr(self_test, "_try_pdf", lambda *_: None)
    outcome = plcdesk("self-test")
    assert outcome.status == 1
    assert outcome.err == "The window did not open: There is no screen.\n"
