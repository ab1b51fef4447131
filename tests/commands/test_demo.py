"""plcdesk demo."""

from pathlib import Path

from plcdesk.store.reader import Reader
from tests.commands.rig import CommandLine


def test_demo_writes_a_workspace_and_says_where(plcdesk: CommandLine, tmp_path: Path) -> None:
    outcome = plcdesk("demo", tmp_path / "s.plcdb", "--teams", "2", "--meetings", "1", "--seed", "7")
    assert outcome.status == 0
    assert str(tmp_path / "s.plcdb") in outcome.out
    assert "2 teams" in outcome.out
    with Reader(tmp_path / "s.plcdb") as reader:
        assert reader.value("SELECT count(*) FROM team") == 2
        assert reader.value("SELECT count(*) FROM meeting WHERE status = 'draft'") == 2
        assert reader.value("SELECT count(*) FROM meeting WHERE status = 'planned'") == 4


def test_demo_does_not_write_over_a_file(plcdesk: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "s.plcdb").write_text("mine")
    assert "exists already" in plcdesk("demo", tmp_path / "s.plcdb").refusal
    assert (tmp_path / "s.plcdb").read_text() == "mine"
