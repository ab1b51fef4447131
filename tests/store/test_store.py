"""The store: work, changes, undo, versions, locks."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from plcdesk.errors import EnvironmentProblem, UserError
from plcdesk.store.backups import back_up
from plcdesk.store.migrating import SCRIPTS
from plcdesk.store.numbers import SCHEMA
from plcdesk.store.tables import Member, Team
from plcdesk.store.undo import redo, undo
from plcdesk.store.undo_facts import can_undo
from plcdesk.store.work import Work
from plcdesk.store.workspace import AlreadyOpen, Workspace, open_for_reading, open_workspace


def add_team(work: Work, name: str) -> str:
    return work.add(Team(name=name)).id


def rename(work: Work, team_id: str, name: str, typing: bool = False) -> None:
    work.typing = "team:name" if typing else None
    work.change(work.get(Team, team_id), name=name)


def names(workspace: Workspace) -> list[str]:
    with workspace.reader() as reader:
        return [
            row["name"] for row in reader.rows("SELECT name FROM team WHERE deleted_at IS NULL ORDER BY n")
        ]


def test_work_is_there_for_readers_once_its_future_is_done(workspace: Workspace):
    done = workspace.writer.write(add_team, "Science").result(60)
    assert names(workspace) == ["Science"]
    assert done.changes.touches("team")
    assert done.changes.teams == {done.value}


def test_work_that_fails_leaves_nothing(workspace: Workspace):
    def half(work: Work) -> None:
        add_team(work, "Half")
        work.session.flush()
        raise UserError("no")

    with pytest.raises(UserError):
        workspace.writer.write(half).result(60)
    assert names(workspace) == []


def test_undo_and_redo_survive_a_restart(workspace_file: Path, time):
    with open_workspace(workspace_file, time) as first:
        team = first.writer.write(add_team, "A").result(60).value
        first.writer.write(rename, team, "B").result(60)
    with open_workspace(workspace_file, time) as second:
        second.writer.write(undo, team).result(60)
        assert names(second) == ["A"]
        with second.reader() as reader:
            assert can_undo(reader, team) == (True, True)
        second.writer.write(redo, team).result(60)
        assert names(second) == ["B"]
        second.writer.write(undo, team).result(60)
        second.writer.write(undo, team).result(60)
        assert names(second) == []
        second.writer.write(redo, team).result(60)
        assert names(second) == ["A"]


def test_new_work_overtakes_what_was_undone(workspace: Workspace):
    team = workspace.writer.write(add_team, "A").result(60).value
    workspace.writer.write(rename, team, "B").result(60)
    workspace.writer.write(undo, team).result(60)
    workspace.writer.write(rename, team, "C").result(60)
    with pytest.raises(UserError):
        workspace.writer.write(redo, team).result(60)
    assert names(workspace) == ["C"]


def test_a_spell_of_typing_is_one_step_and_one_change(workspace: Workspace):
    team = workspace.writer.write(add_team, "A").result(60).value
    for text in ("Ab", "Abc", "Abcd"):
        workspace.writer.write(rename, team, text, typing=True).result(60)
    with workspace.reader() as reader:
        assert reader.value("SELECT count(*) FROM change") == 2
    workspace.writer.write(undo, team).result(60)
    assert names(workspace) == ["A"]


def test_undo_of_new_rows_that_cannot_be_trashed_and_back(workspace: Workspace):
    def add_all(work: Work) -> str:
        team = add_team(work, "A")
        work.session.flush()
        work.add(Member(team_id=team, name="Dana", initials="DK"))
        return team

    team = workspace.writer.write(add_all).result(60).value
    workspace.writer.write(undo, team).result(60)
    workspace.writer.write(redo, team).result(60)
    with workspace.reader() as reader:
        assert reader.value("SELECT count(*) FROM member WHERE deleted_at IS NULL") == 1


def test_each_change_names_its_parent(workspace: Workspace):
    team = workspace.writer.write(add_team, "A").result(60).value
    workspace.writer.write(rename, team, "B").result(60)
    with workspace.reader() as reader:
        first, second = reader.rows("SELECT hash, parent_hash FROM change ORDER BY n")
    assert first["parent_hash"] is None
    assert second["parent_hash"] == first["hash"]


def test_a_second_writer_is_refused_and_readers_are_not(workspace: Workspace):
    workspace.writer.write(add_team, "A").result(60)
    with pytest.raises(AlreadyOpen):
        open_workspace(workspace.file)
    with open_for_reading(workspace.file) as reader:
        assert reader.value("SELECT count(*) FROM team") == 1


def test_a_workspace_stays_ours_when_its_files_are_looked_at(workspace: Workspace):
    """A dialog that asks for a file opens and closes every file that it lists."""
    for file in workspace.file.parent.glob(f"{workspace.file.name}*"):
        file.open("rb").close()
    lock = f"import pathlib, plcdesk.store.lock as l; l.Lock(pathlib.Path({str(workspace.file)!r}))"
    other = subprocess.run([sys.executable, "-c", lock], capture_output=True, text=True, check=False)
    assert "AlreadyOpen" in other.stderr


def test_readers_cannot_write(workspace: Workspace):
    with workspace.reader() as reader, pytest.raises(sqlite3.OperationalError):
        reader.rows("DELETE FROM team")


def test_reading_when_nobody_has_it_open(workspace_file: Path):
    with open_for_reading(workspace_file) as reader:
        assert reader.value("SELECT count(*) FROM team") == 0


def test_a_newer_file_is_refused_and_left_as_it_is(workspace_file: Path):
    with sqlite3.connect(workspace_file) as raw:
        raw.execute(f"PRAGMA user_version={SCHEMA + 1}")
    raw.close()
    before = workspace_file.read_bytes()
    with pytest.raises(EnvironmentProblem, match="newer"):
        open_workspace(workspace_file)
    assert workspace_file.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"not a database at all" * 100])
def test_files_that_are_no_workspace_are_left_as_they_are(tmp_path: Path, content: bytes):
    file = tmp_path / "odd.plcdb"
    file.write_bytes(content)
    with pytest.raises(EnvironmentProblem):
        open_workspace(file)
    assert file.read_bytes() == content


def test_somebody_elses_database_is_refused(tmp_path: Path):
    file = tmp_path / "other.plcdb"
    with sqlite3.connect(file) as raw:
        raw.execute("CREATE TABLE theirs (x)")
    raw.close()
    with pytest.raises(EnvironmentProblem, match="not a PLC Desk workspace"):
        open_workspace(file)


def test_a_new_file_is_for_its_owner_only(tmp_path: Path):
    with open_workspace(tmp_path / "deep" / "new.plcdb") as made:
        made.writer.write(add_team, "A").result(60)
        assert made.file.stat().st_mode & 0o077 == 0
        assert made.file.with_name("new.plcdb-wal").stat().st_mode & 0o077 == 0


def test_a_backup_holds_everything(workspace: Workspace, tmp_path: Path):
    workspace.writer.write(add_team, "A").result(60)
    back_up(workspace.file, tmp_path / "copy.plcdb")
    with open_workspace(tmp_path / "copy.plcdb") as copy:
        assert names(copy) == ["A"]


def test_the_schema_number_follows_the_migrations():
    scripts = sorted(file.stem for file in (SCRIPTS / "versions").glob("0*.py"))
    assert int(scripts[-1][:4]) == SCHEMA
    assert len(scripts) == SCHEMA


def test_an_older_file_is_backed_up_before_it_is_brought_up_to_date(workspace_file: Path, monkeypatch, time):
    with open_workspace(workspace_file, time) as first:
        first.writer.write(add_team, "A").result(60)
    with sqlite3.connect(workspace_file) as raw:
        raw.execute("PRAGMA user_version=0")
    raw.close()
    with open_workspace(workspace_file, time) as opened:
        assert names(opened) == ["A"]
        with opened.reader() as reader:
            assert reader.value("PRAGMA user_version") == SCHEMA
    (backup,) = workspace_file.parent.glob("*.backup")
    with sqlite3.connect(backup) as raw:
        assert raw.execute("SELECT name FROM team").fetchall() == [("A",)]
    raw.close()


def test_triggers_of_somebody_else_are_not_trusted(workspace_file: Path):
    with sqlite3.connect(workspace_file) as raw:
        raw.execute("CREATE TRIGGER sly AFTER INSERT ON team BEGIN DELETE FROM member; END")
    raw.close()
    before = workspace_file.read_bytes()
    with pytest.raises(EnvironmentProblem, match="did not make"):
        open_workspace(workspace_file)
    assert workspace_file.read_bytes() == before
