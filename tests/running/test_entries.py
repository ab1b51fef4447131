"""Writing down, mending, undoing: on a real file, also after it was closed and opened again."""

from datetime import UTC, date, datetime

import pytest

from plcdesk.errors import UserError
from plcdesk.planning.agendas import NewItem, new_meeting
from plcdesk.planning.reading import read_agenda, read_team
from plcdesk.planning.teams import add_team
from plcdesk.running import entries
from plcdesk.running.entries import NewEntry, add_entries, add_entry, change_entry, save_draft
from plcdesk.running.reading import read_room
from plcdesk.running.upcoming import read_next_start
from plcdesk.store.undo import redo, undo
from plcdesk.store.workspace import Workspace, open_workspace

AGENDA = (NewItem("topic", "Tickets", 20), NewItem("decision", "Re-teach", 10))


@pytest.fixture
def do(workspace: Workspace):
    return doing(workspace)


def doing(workspace: Workspace):
    def carry_out(service, *args, **kwargs):
        return workspace.writer.write(service, *args, **kwargs).result(60).value

    return carry_out


@pytest.fixture
def team(do) -> str:
    return do(add_team, "Science", members=("Rosa Alvarez", "Minh Trần"))


@pytest.fixture
def meeting(do, team) -> str:
    return do(new_meeting, team, "Tickets", "2026-11-24T10:50", items=AGENDA)


@pytest.fixture
def items(workspace, meeting) -> list[str]:
    with workspace.reader() as reader:
        return [item.id for item in read_agenda(reader, meeting).items]


def room_of(workspace, meeting):
    with workspace.reader() as reader:
        return read_room(reader, meeting)


def texts(workspace, meeting) -> list[str]:
    return [entry.text for entry in room_of(workspace, meeting).entries]


def test_an_entry_keeps_everything_that_was_said_of_it(do, workspace, team, meeting, items):
    with workspace.reader() as reader:
        rosa, minh = read_team(reader, team).members
    new = NewEntry(
        "action",
        "  Print the strips\n",
        items[0],
        f"{items[0]}/a",
        "Next step",
        "they need them",
        (rosa.id,),
        ("Ms. Lee",),
        date(2026, 11, 26),
        minh.id,
        fields={"tags": ["strips"]},
    )
    made = do(add_entry, meeting, new)
    (entry,) = room_of(workspace, meeting).entries
    assert (entry.id, entry.kind, entry.word, entry.text) == (made, "action", "Next step", "Print the strips")
    assert (entry.item_id, entry.step, entry.why) == (items[0], f"{items[0]}/a", "they need them")
    assert (entry.owners, entry.owner_names, entry.due_on) == ((rosa.id,), ("Ms. Lee",), date(2026, 11, 26))
    assert (entry.said_by, entry.fields, entry.status) == (minh.id, {"tags": ["strips"]}, "open")


def test_an_entry_takes_the_id_under_which_a_screen_shows_it_already(do, workspace, meeting):
    assert do(add_entry, meeting, NewEntry("note", "Seen at once", id="11111111-1")) == "11111111-1"
    assert room_of(workspace, meeting).entries[0].id == "11111111-1"


def test_entries_stand_in_the_order_they_were_written(do, workspace, meeting):
    for text in ("first", "second", "third"):
        do(add_entry, meeting, NewEntry("note", text))
    assert texts(workspace, meeting) == ["first", "second", "third"]


def test_an_empty_entry_is_refused_and_leaves_its_draft(do, workspace, meeting):
    do(save_draft, meeting, "here", "half")
    with pytest.raises(UserError):
        do(add_entry, meeting, NewEntry("note", " \n\x00 "), draft_place="here")
    assert texts(workspace, meeting) == []
    assert room_of(workspace, meeting).drafts == {"here": "half"}


def test_what_no_file_can_hold_is_left_out_of_the_text(do, workspace, meeting):
    do(add_entry, meeting, NewEntry("note", "a\x00b\x1bc\ud800d\x7fe\tf\ng"))
    assert texts(workspace, meeting) == ["abcde\tf\ng"]


def test_several_lines_are_one_step_to_undo(do, workspace, meeting):
    do(add_entry, meeting, NewEntry("note", "before"))
    do(save_draft, meeting, "here", "a\nb\nc")
    ids = do(add_entries, meeting, [NewEntry("note", text) for text in "abc"], draft_place="here")
    room = room_of(workspace, meeting)
    assert [entry.id for entry in room.entries][1:] == ids
    assert room.drafts == {}
    do(undo, meeting)
    assert texts(workspace, meeting) == ["before"]
    do(redo, meeting)
    assert texts(workspace, meeting) == ["before", "a", "b", "c"]


def test_of_several_lines_none_is_written_if_one_cannot_be(do, workspace, meeting):
    with pytest.raises(UserError):
        do(add_entries, meeting, [NewEntry("note", "fine"), NewEntry("note", "  ")])
    assert texts(workspace, meeting) == []


def test_text_cannot_be_made_empty(do, workspace, meeting):
    made = do(add_entry, meeting, NewEntry("note", "kept"))
    with pytest.raises(UserError):
        do(change_entry, made, text="   ")
    assert texts(workspace, meeting) == ["kept"]


def test_one_spell_of_typing_is_one_step_to_undo(do, workspace, meeting):
    made = do(add_entry, meeting, NewEntry("note", "one"))
    for text in ("one t", "one tw", "one two"):
        do(change_entry, made, typing=f"{made}/text", text=text)
    do(undo, meeting)
    assert texts(workspace, meeting) == ["one"]
    do(undo, meeting)
    assert texts(workspace, meeting) == []


def test_owners_and_date_are_mended(do, workspace, team, meeting):
    with workspace.reader() as reader:
        rosa, minh = read_team(reader, team).members
    made = do(add_entry, meeting, NewEntry("action", "Print", owners=(rosa.id,), due_on=date(2026, 11, 26)))
    do(change_entry, made, owners=(minh.id, rosa.id), owner_names=(), due_on=None)
    (entry,) = room_of(workspace, meeting).entries
    assert (entry.owners, entry.due_on) == ((minh.id, rosa.id), None)
    do(undo, meeting)
    (entry,) = room_of(workspace, meeting).entries
    assert (entry.owners, entry.due_on) == ((rosa.id,), date(2026, 11, 26))


def test_kind_and_place_are_changed_for_several_at_once(do, workspace, meeting, items):
    made = [do(add_entry, meeting, NewEntry("note", text, items[0], items[0])) for text in "ab"]
    do(entries.change_kind, made, "observation", "I notice")
    do(entries.move_entries, made, items[1], items[1])
    found = room_of(workspace, meeting).entries
    assert {(entry.kind, entry.word, entry.item_id, entry.step) for entry in found} == {
        ("observation", "I notice", items[1], items[1])
    }
    do(undo, meeting)
    do(undo, meeting)
    found = room_of(workspace, meeting).entries
    assert {(entry.kind, entry.word, entry.item_id) for entry in found} == {("note", None, items[0])}


def test_everything_is_undone_also_after_a_restart(workspace_file, time):
    with open_workspace(workspace_file, time) as workspace:
        do = doing(workspace)
        meeting = do(new_meeting, do(add_team, "Science"), "Tickets", "2026-11-24T10:50", items=AGENDA)
        first = do(add_entry, meeting, NewEntry("note", "first"))
        do(add_entry, meeting, NewEntry("note", "second"))
        do(change_entry, first, text="first, mended")
        do(entries.delete_entries, [first])
    with open_workspace(workspace_file, time) as workspace:
        do = doing(workspace)
        assert texts(workspace, meeting) == ["second"]
        do(undo, meeting)
        assert texts(workspace, meeting) == ["first, mended", "second"]
        do(undo, meeting)
        assert texts(workspace, meeting) == ["first", "second"]
    with open_workspace(workspace_file, time) as workspace:
        do = doing(workspace)
        do(undo, meeting)
        assert texts(workspace, meeting) == ["first"]
        do(redo, meeting)
        do(redo, meeting)
        assert texts(workspace, meeting) == ["first, mended", "second"]


def test_half_typed_text_stays_with_its_place_and_comes_back_after_a_restart(workspace_file, time):
    with open_workspace(workspace_file, time) as workspace:
        do = doing(workspace)
        meeting = do(new_meeting, do(add_team, "Science"), "Tickets", "2026-11-24T10:50", items=AGENDA)
        do(save_draft, meeting, "item/a", "They kno")
        do(save_draft, meeting, "item/b", "Dana wi")
        do(save_draft, meeting, "item/a", "They know both")
    with open_workspace(workspace_file, time) as workspace:
        do = doing(workspace)
        assert room_of(workspace, meeting).drafts == {"item/a": "They know both", "item/b": "Dana wi"}
        do(add_entry, meeting, NewEntry("note", "They know both"), draft_place="item/a")
        assert room_of(workspace, meeting).drafts == {"item/b": "Dana wi"}
        do(save_draft, meeting, "item/b", "")
        assert room_of(workspace, meeting).drafts == {}


def test_drafts_are_no_step_to_undo_and_no_change(do, workspace, meeting):
    do(save_draft, meeting, "here", "half typed")
    with workspace.reader() as reader:
        assert (
            reader.value("SELECT count(*) FROM work WHERE undo_list = ?", [meeting]) == 1
        )  # the meeting itself
        assert reader.value("SELECT count(*) FROM change WHERE after LIKE '%half typed%'") == 0


def test_an_action_is_done_dropped_and_opened_again(do, workspace, meeting):
    made = do(add_entry, meeting, NewEntry("action", "Print", due_on=date(2026, 11, 20)))
    today = datetime(2026, 11, 24, tzinfo=UTC).date()
    assert room_of(workspace, meeting).entries[0].days_late(today) == 4
    do(entries.set_action, made, "done", today)
    (entry,) = room_of(workspace, meeting).entries
    assert (entry.status, entry.closed_on, entry.days_late(today)) == ("done", today, 0)
    do(entries.set_action, made, "open", today)
    (entry,) = room_of(workspace, meeting).entries
    assert (entry.status, entry.closed_on) == ("open", None)


def test_what_was_deleted_cannot_be_changed(do, workspace, meeting):
    made = do(add_entry, meeting, NewEntry("note", "gone"))
    do(entries.delete_entries, [made])
    for service, *args in (
        (change_entry, made),
        (entries.change_kind, [made], "decision"),
        (entries.move_entries, [made], None, None),
    ):
        with pytest.raises(UserError):
            do(service, *args)
    assert texts(workspace, meeting) == []


def test_the_next_meeting_is_the_first_one_planned_after_this_one(do, workspace, team, meeting):
    starts = datetime(2026, 11, 24, 10, 50)
    with workspace.reader() as reader:
        assert read_next_start(reader, team, starts) is None
    for start in ("2026-12-08T10:50", "2026-12-01T10:50", "2026-11-17T10:50"):
        do(new_meeting, team, "Other", start)
    with workspace.reader() as reader:
        assert read_next_start(reader, team, starts) == datetime(2026, 12, 1, 10, 50)
