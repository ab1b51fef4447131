"""A file is the old one or the new one, never half of either."""

import errno
import os
import stat
import tempfile
from pathlib import Path

import pytest

from plcdesk.errors import EnvironmentProblem
from plcdesk.minutes.whole_file import write_whole


def failing(number: int) -> object:
    def fail(*_arguments: object, **_more: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


def test_a_new_file_is_for_its_owner_only(tmp_path: Path) -> None:
    file = tmp_path / "Ольга.pdf"
    write_whole(file, b"new")
    assert file.read_bytes() == b"new"
    assert os.name == "nt" or stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [file]


def test_who_could_read_the_old_file_can_read_the_new_one(tmp_path: Path) -> None:
    file = tmp_path / "minutes.pdf"
    file.write_bytes(b"old")
    file.chmod(0o644)
    write_whole(file, b"new")
    assert file.read_bytes() == b"new"
    assert os.name == "nt" or stat.S_IMODE(file.stat().st_mode) == 0o644


@pytest.mark.parametrize(
    ("step", "number", "sentence"),
    [
        ("fsync", errno.ENOSPC, "There is no room left on the disk, so minutes.pdf was not written."),
        ("fsync", errno.EIO, "minutes.pdf could not be written: "),
        (
            "replace",
            errno.EACCES,
            "minutes.pdf cannot be replaced. If it is open in another program, close it",
        ),
    ],
)
def test_trouble_leaves_the_old_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int, sentence: str
) -> None:
    file = tmp_path / "minutes.pdf"
    file.write_bytes(b"old")
    monkeypatch.setattr(*((os, "fsync") if step == "fsync" else (Path, "replace")), failing(number))
    with pytest.raises(EnvironmentProblem) as problem:
        write_whole(file, b"new")
    assert str(problem.value).startswith(sentence)
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_closed_folder_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "mkstemp", failing(errno.EROFS))
    with pytest.raises(EnvironmentProblem, match="Nothing can be written in the folder") as problem:
        write_whole(tmp_path / "minutes.pdf", b"new")
    assert str(tmp_path) in str(problem.value)


def test_a_folder_that_is_not_there_and_one_in_the_place_of_the_file(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem, match="There is no folder"):
        write_whole(tmp_path / "none" / "minutes.pdf", b"new")
    (tmp_path / "minutes.pdf").mkdir()
    with pytest.raises(EnvironmentProblem, match=r"minutes\.pdf is the name of a folder"):
        write_whole(tmp_path / "minutes.pdf", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["minutes.pdf"]


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own there")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    file, link = tmp_path / "minutes.pdf", tmp_path / "link.pdf"
    file.write_bytes(b"old")
    link.symlink_to(file)
    write_whole(link, b"new")
    assert link.is_symlink() and file.read_bytes() == b"new"
