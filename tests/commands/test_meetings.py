"""plcdesk meetings."""

import json
from pathlib import Path

import pytest

from plcdesk.store.reader import Reader
from tests.commands.rig import CommandLine


def test_meetings_as_json(on_sample: CommandLine) -> None:
    found = json.loads(on_sample("meetings", "--json").out)
    assert len(found) == 3 * 6
    assert [meeting["starts_at"] for meeting in found] == sorted(
        (meeting["starts_at"] for meeting in found), reverse=True
    )
    todays = next(meeting for meeting in found if meeting["starts_at"] == "2026-11-24T10:50")
    assert todays == {
        "id": todays["id"],
        "team": "Grade 7 Science",
        "title": "Reading the exit tickets on density",
        "starts_at": "2026-11-24T10:50",
        "minutes": 45,
        "status": "planned",
        "items": [
            {"title": "Opening", "kind": "opening", "minutes": 5, "protocol": None},
            {
                "title": "ATLAS Looking at Data",
                "kind": "protocol",
                "minutes": 25,
                "protocol": "atlas-data",
            },
            {"title": "Decide the re-teach plan", "kind": "decision", "minutes": 7, "protocol": None},
            {"title": "Wrap up", "kind": "wrap_up", "minutes": 5, "protocol": None},
        ],
    }


def test_meetings_for_people_have_ids_that_can_be_used(on_sample: CommandLine) -> None:
    lines = on_sample("meetings").out.splitlines()
    assert len(lines) == 18
    held = next(line for line in lines if "Designing the density probe" in line)
    assert "2026-11-17 10:50" in held
    assert "draft" in held
    assert on_sample("minutes", held.split()[0], "--format", "md").status == 0


def test_meetings_of_one_team_by_name_or_id(on_sample: CommandLine, file: Path) -> None:
    with Reader(file) as reader:
        team_id = reader.value("SELECT id FROM team WHERE name = 'Algebra I'")
    for named in ("Algebra I", "algebra i", "alg", team_id, team_id[:6]):
        found = json.loads(on_sample("meetings", "--team", named, "--json").out)
        assert {meeting["team"] for meeting in found} == {"Algebra I"}
        assert len(found) == 6


def test_an_unknown_team_is_told_with_the_names_there_are(on_sample: CommandLine) -> None:
    told = on_sample("meetings", "--team", "Chess").refusal
    assert "Chess" in told
    assert "Grade 7 Science, Grade 3 Literacy, Algebra I" in told


def test_a_team_that_could_be_several_is_told(on_sample: CommandLine) -> None:
    assert "More than one team" in on_sample("meetings", "--team", "grade").refusal


def test_a_workspace_that_is_not_there_is_told_and_not_made(plcdesk: CommandLine, tmp_path: Path) -> None:
    for words in (["meetings"], ["minutes", "1"], ["check"]):
        told = plcdesk("--workspace", tmp_path / "none.plcdb", *words).refusal
        assert "no workspace" in told
    assert not (tmp_path / "none.plcdb").exists()


def test_the_workspace_comes_from_the_environment_too(
    plcdesk: CommandLine, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLCDESK_WORKSPACE", str(file))
    assert len(json.loads(plcdesk("meetings", "--json").out)) == 18
