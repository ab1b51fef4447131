"""Making the file: always the same, whole or not at all, and sound."""

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from plcdesk.errors import EnvironmentProblem, UserError
from plcdesk.sample import casting
from plcdesk.sample.making import make_sample
from plcdesk.store.reader import Reader
from plcdesk.store.workspace import open_workspace

TODAY = date(2026, 11, 24)


def dump(file: Path) -> list[str]:
    with sqlite3.connect(file) as connection:
        lines = list(connection.iterdump())
    connection.close()
    return lines


def test_the_same_arguments_give_the_same_contents(tmp_path: Path) -> None:
    for name in ("one", "two"):
        make_sample(tmp_path / name, teams=4, meetings=14, seed=5, today=TODAY)
    assert dump(tmp_path / "one") == dump(tmp_path / "two")


def test_another_seed_gives_another_sample(tmp_path: Path) -> None:
    make_sample(tmp_path / "one", teams=1, meetings=2, seed=1, today=TODAY)
    make_sample(tmp_path / "two", teams=1, meetings=2, seed=2, today=TODAY)
    assert dump(tmp_path / "one") != dump(tmp_path / "two")


def test_more_teams_leave_the_first_ones_as_they_were(tmp_path: Path) -> None:
    for teams in (2, 5):
        make_sample(tmp_path / str(teams), teams=teams, meetings=3, today=TODAY)
    titles = "SELECT id, title, started_at FROM meeting WHERE team_id IN (SELECT id FROM team WHERE n <= 2)"
    with Reader(tmp_path / "2") as few, Reader(tmp_path / "5") as many:
        assert [tuple(row) for row in few.rows(titles)] == [tuple(row) for row in many.rows(titles)]


def test_a_file_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "mine.plcdb"
    file.write_text("my own work")
    with pytest.raises(UserError, match="exists already"):
        make_sample(file, teams=1, meetings=1, today=TODAY)
    assert file.read_text() == "my own work"


def test_nothing_is_left_behind_when_it_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(casting, "meetings", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        make_sample(tmp_path / "s.plcdb", teams=1, today=TODAY)
    assert list(tmp_path.iterdir()) == []


def test_a_sample_leaves_only_its_file(tmp_path: Path) -> None:
    make_sample(tmp_path / "s.plcdb", teams=1, meetings=1, today=TODAY)
    assert [file.name for file in tmp_path.iterdir()] == ["s.plcdb"]


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(EnvironmentProblem):
        make_sample(tmp_path / "file" / "s.plcdb", teams=1, meetings=1, today=TODAY)


def test_progress_counts_the_teams(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    make_sample(
        tmp_path / "s.plcdb",
        teams=3,
        meetings=0,
        today=TODAY,
        progress=lambda done, of: told.append((done, of)),
    )
    assert told == [(1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize("meetings", [0, 1, 5])
def test_a_short_year_has_the_newest_meetings(tmp_path: Path, sample: Reader, meetings: int) -> None:
    make_sample(tmp_path / "s.plcdb", meetings=meetings, today=TODAY, zone="America/Chicago")
    held = "SELECT title, starts_at FROM meeting WHERE status <> 'planned' AND team_id = ? ORDER BY starts_at"
    teams = [row["id"] for row in sample.rows("SELECT id FROM team ORDER BY n")]
    with Reader(tmp_path / "s.plcdb") as short:
        for team in teams:
            newest = [tuple(row) for row in sample.rows(held, [team])][12 - meetings :]
            assert [tuple(row) for row in short.rows(held, [team])] == newest
            assert len(newest) == meetings


def test_the_file_is_sound_and_can_be_written_to(sample_file: Path, large: Reader, tmp_path: Path) -> None:
    copy = tmp_path / "copy.plcdb"
    copy.write_bytes(sample_file.read_bytes())
    with open_workspace(copy) as workspace, workspace.reader() as reader:
        for looked_at in (reader, large):
            assert looked_at.value("PRAGMA integrity_check") == "ok"
            assert looked_at.rows("PRAGMA foreign_key_check") == []


def test_it_can_be_made_on_any_day_of_a_year(tmp_path: Path) -> None:
    for month in (1, 2, 7, 9, 12):
        today = date(2027, month, 3 + month)
        file = tmp_path / f"{month}.plcdb"
        make_sample(file, meetings=3, today=today)
        with Reader(file) as reader:
            late = reader.value(
                "SELECT min(due_on) FROM entry JOIN team ON team.id = entry.team_id"
                " WHERE team.n = 1 AND kind = 'action' AND status = 'open'"
            )
            assert (today - date.fromisoformat(late)).days == 4
