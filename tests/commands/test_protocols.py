"""plcdesk protocols."""

import json
from pathlib import Path

from plcdesk import paths
from tests.commands.rig import CommandLine

OURS = sorted(file.stem for file in paths.protocols().glob("*.toml"))


def test_alone_it_lists_them(plcdesk: CommandLine) -> None:
    outcome = plcdesk("protocols")
    assert outcome == plcdesk("protocols", "list")
    assert sorted(line.split()[0] for line in outcome.out.splitlines()) == OURS
    assert "ATLAS Looking at Data" in outcome.out


def test_the_list_as_json(plcdesk: CommandLine) -> None:
    found = json.loads(plcdesk("protocols", "list", "--json").out)
    assert sorted(each["id"] for each in found) == OURS
    for each in found:
        assert set(each) == {"id", "name", "category", "minutes", "steps"}
        assert all(set(step) == {"title", "kind", "minutes"} for step in each["steps"])
        assert each["minutes"] == sum(step["minutes"] for step in each["steps"])
    atlas = next(each for each in found if each["id"] == "atlas-data")
    assert (atlas["category"], atlas["minutes"]) == ("data", 45)
    assert atlas["steps"][1] == {"title": "Describe", "kind": "round", "minutes": 10}


def test_each_can_be_shown(plcdesk: CommandLine) -> None:
    for found in json.loads(plcdesk("protocols", "list", "--json").out):
        outcome = plcdesk("protocols", "show", found["id"])
        assert outcome.status == 0
        assert outcome.out.startswith(f"{found['name']} ({found['minutes']} minutes")
        assert all(step["title"] in outcome.out for step in found["steps"])


def test_one_that_is_not_there(plcdesk: CommandLine) -> None:
    assert "no-such" in plcdesk("protocols", "show", "no-such").refusal


def test_sound_files_are_told_as_sound(plcdesk: CommandLine) -> None:
    files = sorted(paths.protocols().glob("*.toml"))
    outcome = plcdesk("protocols", "validate", *files)
    assert (outcome.status, outcome.err) == (0, "")
    assert len(outcome.out.splitlines()) == len(files)


def test_faulty_files_are_told_with_file_step_and_field(plcdesk: CommandLine, tmp_path: Path) -> None:
    text = (paths.protocols() / "atlas-data.toml").read_text(encoding="utf-8")
    (tmp_path / "bad.toml").write_text(text.replace('kind = "open"', 'kind = "opne"', 1), encoding="utf-8")
    (tmp_path / "torn.toml").write_text("id = ", encoding="utf-8")
    good = paths.protocols() / "tuning.toml"
    outcome = plcdesk(
        "protocols", "validate", tmp_path / "bad.toml", good, tmp_path / "torn.toml", "none.toml"
    )
    assert outcome.status == 1
    assert outcome.out.splitlines() == [f"{good}: “Tuning Protocol” can be used."]
    told = outcome.err.splitlines()
    assert any("bad.toml" in line and "Implications" in line and "kind" in line for line in told)
    assert any("torn.toml" in line and "line 1" in line for line in told)
    assert any("none.toml" in line for line in told)


def test_protocols_of_ones_own_are_listed_and_faults_noted(plcdesk: CommandLine) -> None:
    paths.make_private(paths.own_protocols())
    text = (paths.protocols() / "chalk-talk.toml").read_text(encoding="utf-8")
    own = text.replace('id = "chalk-talk"', 'id = "our-chalk-talk"', 1)
    (paths.own_protocols() / "own.toml").write_text(own, encoding="utf-8")
    (paths.own_protocols() / "bad.toml").write_text("name = 3", encoding="utf-8")
    outcome = plcdesk("protocols")
    assert outcome.status == 0
    assert any(line.startswith("our-chalk-talk") for line in outcome.out.splitlines())
    assert "bad.toml" in outcome.err


def test_files_are_checked_beside_the_library_and_each_other(plcdesk: CommandLine, tmp_path: Path) -> None:
    text = (paths.protocols() / "triz.toml").read_text(encoding="utf-8")

    def written(name: str, runs: str, file: str) -> Path:
        made = text.replace('id = "triz"', f'id = "{name}"', 1)
        (tmp_path / file).write_text(made.replace('"one-two-four-all"', f'"{runs}"'), encoding="utf-8")
        return tmp_path / file

    ring = (written("ours", "theirs", "a.toml"), written("theirs", "ours", "b.toml"))
    outcome = plcdesk("protocols", "validate", *ring, written("tuning", "tuning-plan", "c.toml"))
    assert (outcome.status, outcome.out) == (1, "")
    assert outcome.err.splitlines() == [
        "a.toml: protocol: This protocol would run inside itself.",
        "b.toml: protocol: This protocol would run inside itself.",
        "c.toml: id: There is a protocol with the id “tuning” already. Give this one another.",
    ]
    sound = plcdesk(
        "protocols", "validate", written("ours", "theirs", "a.toml"), written("theirs", "troika", "b.toml")
    )
    assert sound.status == 0
