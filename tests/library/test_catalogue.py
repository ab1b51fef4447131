"""The list of protocols: lazy, cached, ours before the team's, and never stopped by a bad file."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from plcdesk import paths
from plcdesk.errors import UserError
from plcdesk.library import catalogue as catalogue_module
from plcdesk.library.catalogue import Catalogue
from plcdesk.library.faults import ProtocolFaults
from plcdesk.library.fitting import least_minutes, own_minutes
from plcdesk.library.overview import steps_overview
from plcdesk.library.reading import read_protocol
from plcdesk.library.summary import CACHE_NAME

TEXT = """
id = "{id}"
name = "{name}"
category = "data"
purpose = "Look before you talk."
summary = "Look, then talk."
good_when = ["You have data."]
not_when = ["You have none."]
looks_at = ["data", "text"]
also_known_as = {aka}
people = {{ least = 3, most = 12 }}
origin = {{ credit = "Ourselves", grade = "own" }}

[[steps]]
id = "look"
title = "Look"
kind = "{kind}"
minutes = {{ default = {minutes}, floor = 2 }}
say = "Look."
{more}
"""


def write(folder: Path, protocol_id: str, file: str = "", **more) -> Path:
    folder.mkdir(exist_ok=True)
    words = {
        "name": protocol_id.replace("-", " ").title(),
        "aka": "[]",
        "kind": "read",
        "minutes": 5,
        "more": "",
    }
    path = folder / f"{file or protocol_id}.toml"
    path.write_text(TEXT.format(id=protocol_id, **{**words, **more}), "utf-8")
    return path


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    folder = tmp_path / "ours"
    for name in ("look-first", "data-dive", "last-word"):
        write(folder, name)
    return folder


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    return tmp_path / "theirs"


@pytest.fixture
def read(monkeypatch) -> list[str]:
    """The names of the files that are read from here on."""
    names: list[str] = []

    def reading(path: Path, known_ids=None):
        names.append(path.name)
        return read_protocol(path, known_ids)

    monkeypatch.setattr(catalogue_module, "read_protocol", reading)
    return names


def test_opening_reads_nothing_and_getting_reads_one(ours, read):
    catalogue = Catalogue([ours])
    assert read == []
    assert catalogue.get("last-word").name == "Last Word"
    assert catalogue.get("last-word") is catalogue.get("last-word")
    assert read == ["last-word.toml"]


def test_summaries_say_what_lists_show(ours, theirs):
    write(theirs, "mine", aka='["My own"]', minutes=7)
    found = Catalogue([ours, theirs]).summaries()
    assert [(each.id, each.own) for each in found] == [
        ("data-dive", False),
        ("last-word", False),
        ("look-first", False),
        ("mine", True),
    ]
    mine = found[-1]
    assert (mine.name, mine.minutes, mine.least_minutes) == ("Mine", 7, 2)
    assert (mine.looks_at, mine.also_known_as, mine.grade) == (("data", "text"), ("My own",), "own")
    assert (mine.people_least, mine.people_most) == (3, 12)


def test_folders_need_not_exist(tmp_path):
    catalogue = Catalogue([tmp_path / "a", tmp_path / "b"], tmp_path / "cache")
    assert catalogue.summaries() == ()
    assert catalogue.faults() == ()
    with pytest.raises(UserError, match="no protocol “x”"):
        catalogue.get("x")
    with pytest.raises(UserError):
        Catalogue([tmp_path]).get("../ours/look-first")


def test_a_second_start_reads_no_file(ours, theirs, tmp_path, read):
    write(theirs, "mine")
    first = Catalogue([ours, theirs], tmp_path / "cache").summaries()
    assert len(read) == 4
    read.clear()
    assert Catalogue([ours, theirs], tmp_path / "cache").summaries() == first
    assert read == []


def test_only_a_changed_file_is_read_again(ours, tmp_path, read):
    catalogue = Catalogue([ours], tmp_path / "cache")
    catalogue.summaries()
    read.clear()
    write(ours, "data-dive", name="Data dive, deeper")
    assert catalogue.summaries()[0].name == "Data dive, deeper"
    assert read == ["data-dive.toml"]
    assert catalogue.get("data-dive").name == "Data dive, deeper"
    (ours / "last-word.toml").unlink()
    assert len(catalogue.summaries()) == 2
    assert len(json.loads((tmp_path / "cache" / CACHE_NAME).read_text("utf-8"))["files"]) == 2


@pytest.mark.parametrize(
    "spoil",
    [
        b"",
        b"not json",
        b"[" * 100_000,
        b"\xff\xfe",
        b'{"version": "0", "files": {}}',
        b'{"version": 1}',
        b'{"version": "%s", "files": {"x": 3}}',
    ],
)
def test_a_bad_cache_is_thrown_away_silently(ours, tmp_path, spoil):
    cache = tmp_path / "cache"
    good = Catalogue([ours], cache).summaries()
    (cache / CACHE_NAME).write_bytes(spoil)
    assert Catalogue([ours], cache).summaries() == good
    assert json.loads((cache / CACHE_NAME).read_text("utf-8"))["files"]


def test_a_cache_of_another_version_is_made_again(ours, tmp_path, read):
    cache = tmp_path / "cache"
    Catalogue([ours], cache).summaries()
    kept = json.loads((cache / CACHE_NAME).read_text("utf-8"))
    (cache / CACHE_NAME).write_text(json.dumps({**kept, "version": "0.0.1 0"}), "utf-8")
    read.clear()
    Catalogue([ours], cache).summaries()
    assert len(read) == 3


def test_a_cache_that_cannot_be_written_does_no_harm(ours, tmp_path):
    (tmp_path / "file").write_text("x", "utf-8")
    assert len(Catalogue([ours], tmp_path / "file" / "cache").summaries()) == 3


def test_bad_files_are_told_and_stop_nothing(ours, theirs):
    theirs.mkdir()
    (theirs / "broken.toml").write_text("id = \n", "utf-8")
    (theirs / "wrong.toml").write_text('id = "wrong"\n', "utf-8")
    (theirs / "notes.txt").write_text("x", "utf-8")
    (theirs / "folder.toml").mkdir()
    write(theirs, "mine", minutes=0)
    catalogue = Catalogue([ours, theirs])
    assert [each.id for each in catalogue.summaries()] == ["data-dive", "last-word", "look-first"]
    faults = catalogue.faults()
    assert {fault.file for fault in faults} == {"broken.toml", "wrong.toml", "mine.toml"}
    assert next(fault.line for fault in faults if fault.file == "broken.toml") == 1
    assert ("mine.toml", "step 1 “Look”, minutes.default") in {(fault.file, fault.place) for fault in faults}


def test_a_bad_file_of_ours_says_so_when_asked_for(ours):
    (ours / "look-first.toml").write_text("id = \n", "utf-8")
    with pytest.raises(ProtocolFaults, match=r"look-first\.toml: line 1"):
        Catalogue([ours]).get("look-first")


def test_ours_stays_where_another_has_its_id(ours, theirs):
    write(theirs, "last-word", file="a", name="Mine")
    write(theirs, "twice", file="b", name="First")
    write(theirs, "twice", file="c", name="Second")
    catalogue = Catalogue([ours, theirs])
    assert catalogue.get("last-word").name == "Last Word"
    assert catalogue.get("twice").name == "First"
    assert [(fault.file, fault.place) for fault in catalogue.faults()] == [("a.toml", "id"), ("c.toml", "id")]
    assert len(catalogue.summaries()) == 4


def test_an_own_file_may_have_any_name(ours, theirs):
    write(theirs, "mine", file="Meine Übung 😀")
    catalogue = Catalogue([ours, theirs])
    assert catalogue.get("mine").id == "mine"
    assert catalogue.path_of("mine") == theirs / "Meine Übung 😀.toml"
    assert catalogue.faults() == ()


def test_ours_are_named_after_their_ids(ours):
    write(ours, "other", file="some-name")
    catalogue = Catalogue([ours])
    assert [fault.file for fault in catalogue.faults()] == ["some-name.toml"]
    with pytest.raises(UserError):
        catalogue.get("some-name")


def test_protocols_inside_protocols_exist_and_end(ours, theirs):
    write(theirs, "a", kind="protocol", more='protocol = "b"')
    write(theirs, "b", kind="protocol", more='protocol = "a"')
    write(theirs, "c", kind="protocol", more='protocol = "last-word"')
    write(theirs, "d", kind="protocol", more='protocol = "nowhere"')
    write(theirs, "e", kind="protocol", more='protocol = "a"')
    catalogue = Catalogue([ours, theirs])
    assert [(fault.file, fault.sentence) for fault in catalogue.faults()] == [
        ("a.toml", "This protocol would run inside itself."),
        ("b.toml", "This protocol would run inside itself."),
        ("d.toml", "There is no protocol “nowhere”."),
        ("e.toml", "The protocol “a”, which runs inside it, cannot be used."),
    ]
    assert [each.id for each in catalogue.summaries() if each.own] == ["c"]
    with pytest.raises(UserError, match="no protocol “a”"):
        catalogue.get("a")
    write(theirs, "b", kind="protocol", more='protocol = "c"')
    assert [each.id for each in catalogue.summaries() if each.own] == ["a", "b", "c", "e"]


def test_summaries_come_from_the_cache_and_no_file_is_read(tmp_path, monkeypatch):
    folder, cache = tmp_path / "many", tmp_path / "cache"
    for number in range(10):
        write(folder, f"p-{number}")
    first = Catalogue([folder], cache).summaries()
    read: list[Path] = []
    monkeypatch.setattr(catalogue_module, "read_protocol", lambda path, *_known: read.append(path))
    assert Catalogue([folder], cache).summaries() == first
    assert read == []


def test_shipped_protocols_have_no_fault_and_their_totals_add_up():
    catalogue = Catalogue([paths.protocols()])
    assert catalogue.faults() == ()
    for summary in catalogue.summaries():
        protocol = catalogue.get(summary.id)
        assert summary.minutes == own_minutes(protocol)
        assert summary.minutes == sum(step.minutes for step in steps_overview(protocol))
        assert summary.least_minutes == least_minutes(protocol) <= summary.minutes


def test_the_library_needs_no_database_and_no_screen():
    """Nor what writes protocols, which is loaded when one is written."""
    names = sorted(path.stem for path in Path(catalogue_module.__file__).parent.glob("[a-z]*.py"))
    names.remove("draft_text")
    code = "".join(f"import plcdesk.library.{name}\n" for name in names)
    code += (
        "import sys; print([name for name in ('sqlalchemy', 'PySide6', 'tomlkit') if name in sys.modules])"
    )
    environment = {**os.environ, "PYTHONPATH": str(paths.protocols().parent)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
