"""Emptying the trash removes the words from every byte of the file; putting back brings the place back too."""

from datetime import date

import pytest

from plcdesk.archive.trash import count_trash, put_back, read_trash
from plcdesk.closing.wrap_up import write_up
from plcdesk.planning.agendas import NewItem
from plcdesk.planning.reading import read_team
from plcdesk.planning.teams import add_team
from plcdesk.running.entries import NewEntry, add_entry, change_entry, delete_entries
from plcdesk.store.purging import empty_trash
from plcdesk.store.tables import AttachedBytes, Attachment, Item, Meeting, Member, Norm
from plcdesk.store.undo import undo
from plcdesk.store.work import Work
from plcdesk.store.workspace import Workspace

CANARY = "Quetzalcoatlus"


@pytest.fixture
def do(workspace: Workspace):
    return lambda service, *args, **values: workspace.writer.write(service, *args, **values).result(5).value


@pytest.fixture
def team(do) -> str:
    return do(add_team, "Science", members=("Rosa", f"{CANARY} Person"), norms=(f"{CANARY} norm", "Stay"))


@pytest.fixture
def meeting(do, team, workspace: Workspace) -> str:
    with workspace.reader() as reader:
        people = [member.id for member in read_team(reader, team).members]
    items = (NewItem("topic", f"{CANARY} topic", 10), NewItem("topic", "Stays", 10))
    return do(write_up, team, "Tickets", "2026-11-24T10:50", minutes=45, present=people, items=items)


def delete_all(work: Work, meeting: str) -> None:
    """Delete what has the canary in it, but for the meeting."""
    from sqlalchemy import select

    for table, column in ((Item, Item.title), (Norm, Norm.text), (Member, Member.name)):
        for row in work.all(select(table).where(column.contains(CANARY))):
            work.delete(row)
    content = CANARY.encode() * 3
    work.session.add(AttachedBytes(sha256="hash", content=content))
    attached = Attachment(
        meeting_id=meeting, name=f"{CANARY}.pdf", size=len(content), sha256="hash", added_at=work.at
    )
    work.delete(work.add(attached))


def test_the_words_are_in_no_byte_of_the_file_any_more(do, team, meeting, workspace: Workspace):
    entry = do(add_entry, meeting, NewEntry("action", f"{CANARY} once", due_on=date(2026, 12, 1)))
    do(change_entry, entry, text=f"{CANARY} twice")
    do(delete_entries, [entry])
    do(delete_all, meeting)
    stays = do(add_entry, meeting, NewEntry("note", "This stays"))
    with workspace.reader() as reader:
        assert {(thing.table, thing.meeting) for thing in read_trash(reader)} == {
            ("entry", "Tickets"),
            ("item", "Tickets"),
            ("attachment", "Tickets"),
            ("norm", ""),
            ("member", ""),
        }
        assert do(empty_trash) == 5
        assert count_trash(reader) == 1  # the person who was there stays, without a name
        assert reader.value("SELECT name FROM member WHERE deleted_at IS NOT NULL") == "—"
        assert reader.value("SELECT count(*) FROM attendance") == 2
        assert reader.value("SELECT text FROM entry WHERE id = ?", [stays]) == "This stays"
        assert reader.row("PRAGMA foreign_key_check") is None
    workspace.writer.tidy().result(10)
    for file in (workspace.file, workspace.file.with_name(workspace.file.name + "-wal")):
        content = file.read_bytes() if file.exists() else b""
        assert CANARY.encode() not in content
        assert CANARY.lower().encode() not in content


def test_a_meeting_goes_with_all_that_belongs_to_it(do, team, meeting, workspace: Workspace):
    do(add_entry, meeting, NewEntry("note", "Hatzegopteryx"))
    do(lambda work: work.delete(work.get(Meeting, meeting)))
    do(empty_trash)
    with workspace.reader() as reader:
        for table in ("meeting", "item", "entry", "attendance"):
            assert reader.value(f"SELECT count(*) FROM {table}") == 0
        assert reader.value("SELECT count(*) FROM team") == 1
        left = reader.value("SELECT count(*) FROM work WHERE id NOT IN (SELECT work_id FROM change)")
        assert left == 0
    workspace.writer.tidy().result(10)
    assert b"Hatzegopteryx" not in workspace.file.read_bytes()


def test_an_entry_comes_back_with_its_meeting(do, meeting, workspace: Workspace):
    entry = do(add_entry, meeting, NewEntry("note", "Back"))
    do(delete_entries, [entry])
    do(lambda work: work.delete(work.get(Meeting, meeting)))
    do(put_back, [("entry", entry)])
    with workspace.reader() as reader:
        assert count_trash(reader) == 0
        assert reader.value("SELECT deleted_at FROM meeting WHERE id = ?", [meeting]) is None
    do(undo, meeting)
    with workspace.reader() as reader:
        assert {thing.table for thing in read_trash(reader)} == {"meeting", "entry"}


def test_an_empty_trash_is_emptied_without_a_word(do, team):
    assert do(empty_trash) == 0
