"""Files kept with a meeting: taken in whole, kept once, opened only if they are no programs."""

import hashlib
import os
import stat
from pathlib import Path

import pytest

from plcdesk import paths
from plcdesk.attachments import taking
from plcdesk.attachments.keeping import attach, put_with, take_away
from plcdesk.attachments.opening import forget_copies, is_program, private_copy
from plcdesk.attachments.reading import read_attachments, read_content
from plcdesk.attachments.taking import Cancelled, size_words, take
from plcdesk.errors import EnvironmentProblem, UserError
from plcdesk.minutes.gather import gather
from plcdesk.minutes.minutes_of import minutes_document
from plcdesk.minutes.plain import to_text
from plcdesk.planning.agendas import NewItem, delete_item, new_meeting
from plcdesk.planning.reading import read_agenda
from plcdesk.planning.teams import add_team
from plcdesk.store.undo import undo


@pytest.fixture
def do(workspace):
    def carry_out(service, *args, **kwargs):
        return workspace.writer.write(service, *args, **kwargs).result(60).value

    return carry_out


@pytest.fixture
def meeting(do) -> str:
    team = do(add_team, "Science", members=("Rosa Alvarez",))
    items = [NewItem("topic", "Exit tickets", 20)]
    return do(new_meeting, team, "Tickets", "2026-11-24T10:50", items=items)


@pytest.fixture
def work_of_a_student(tmp_path: Path) -> Path:
    file = tmp_path / "Ticket 4.pdf"
    file.write_bytes(b"%PDF-1.7 a ticket")
    return file


def test_a_file_is_kept_once_belongs_somewhere_and_comes_back(do, meeting, workspace, work_of_a_student):
    reader = workspace.reader()
    item = read_agenda(reader, meeting).items[0].id
    taken = take(work_of_a_student)
    assert taken.sha256 == hashlib.sha256(b"%PDF-1.7 a ticket").hexdigest()
    first, second = do(attach, meeting, taken, item), do(attach, meeting, taken)
    assert reader.value("SELECT count(*) FROM attached_bytes") == 1
    assert [(info.name, info.size, info.item_id) for info in read_attachments(reader, meeting)] == [
        ("Ticket 4.pdf", 17, item),
        ("Ticket 4.pdf", 17, None),
    ]
    do(put_with, second, item)
    do(take_away, first)
    assert [(info.id, info.item_id) for info in read_attachments(reader, meeting)] == [(second, item)]
    with pytest.raises(UserError, match="not there any more"):
        read_content(reader, first)
    do(undo, meeting)
    assert len(read_attachments(reader, meeting)) == 2
    assert read_content(reader, first) == ("Ticket 4.pdf", b"%PDF-1.7 a ticket")
    do(delete_item, item)
    assert {info.item_id for info in read_attachments(reader, meeting)} == {None}
    reader.close()


def test_the_minutes_list_it_by_name(do, meeting, workspace, work_of_a_student):
    do(attach, meeting, take(work_of_a_student))
    with workspace.reader() as reader:
        assert "Files Ticket 4.pdf" in to_text(minutes_document(gather(reader, meeting)))


def test_what_is_too_large_is_no_file_or_not_there_is_refused_in_one_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(taking, "LARGEST", 10)
    large = tmp_path / "film.mp4"
    large.write_bytes(b"x" * 11)
    with pytest.raises(UserError, match=r"“film\.mp4” has 11 bytes\. A file may have 10 bytes at most"):
        take(large)
    with pytest.raises(UserError, match="is no file"):
        take(tmp_path)
    with pytest.raises(EnvironmentProblem, match="cannot be read"):
        take(tmp_path / "gone.pdf")
    assert (size_words(50 * 1024 * 1024), size_words(3_500_000)) == ("50 MB", "3.3 MB")


def test_taking_can_be_stopped(work_of_a_student):
    heard = []
    with pytest.raises(Cancelled):
        take(work_of_a_student, lambda share: heard.append(share) is not None)
    assert heard == [1.0]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("setup.exe", b""),
        ("homework.pdf.LNK", b""),
        ("grades.js", b""),
        ("run me", b"#!/bin/sh\n"),
        ("notes.txt", b"MZ\x90"),
        ("photo.jpg", b"\x7fELF"),
        ("link", b"[Desktop Entry]\nExec=sh"),
        ("link.txt", b"\xef\xbb\xbf[InternetShortcut]"),
    ],
)
def test_programs_are_never_opened(name, content):
    assert is_program(name, content)
    with pytest.raises(UserError, match="does not open programs"):
        private_copy(name, content)


@pytest.mark.parametrize(
    "name", ["Ticket 4.pdf", "work.docx", "grades.xlsx", "photo.JPG", "film.mp4", "README"]
)
def test_everything_else_is_opened_from_a_private_copy_to_read_only(name):
    forget_copies()  # nothing there is no error
    copy = private_copy(name, b"words")
    assert (copy.name, copy.read_bytes()) == (name, b"words")
    assert copy.is_relative_to(paths.data_folder())
    if os.name == "posix":
        assert stat.S_IMODE(copy.stat().st_mode) == 0o400
        assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700
    forget_copies()
    assert not copy.exists()
