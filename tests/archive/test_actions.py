"""All actions in one list, and what becomes of them."""

import shutil
from datetime import date

import pytest

from plcdesk.archive.actions import chosen, people_of, read_actions
from plcdesk.errors import UserError
from plcdesk.minutes.actions_page import actions_calendar, actions_document, as_they_leave, moved_words
from plcdesk.minutes.markdown import to_markdown
from plcdesk.running.actions import move_action, say_outcome
from plcdesk.running.entries import NewEntry, add_entry, set_action
from plcdesk.store.undo import undo
from plcdesk.store.workspace import open_workspace
from plcdesk.students.changing import add_students, choose_names
from plcdesk.students.guard import Choice
from plcdesk.students.kept import names_of_meeting
from tests.archive.conftest import TODAY, Archive


def texts(actions) -> list[str]:
    return [action.text for action in actions]


def test_open_ones_and_those_done_of_late_the_longest_due_first(archive: Archive):
    actions = read_actions(archive.reader, TODAY)
    assert texts(actions) == [
        "three students need a second re-teach",
        "Print the ratio strips for the re-teach",
        "Ask about the lab",
    ]
    late, done, undated = actions
    assert (late.group(TODAY), done.group(TODAY), undated.group(TODAY)) == ("late", "done", "undated")
    assert late.days_late(TODAY) == 28 and late.weeks_open(TODAY) == 5
    assert late.owners == ("Minh Trần",) and undated.owners == ("The coach",)
    assert people_of(actions) == ("Dana Kim", "Minh Trần", "The coach")
    assert read_actions(archive.reader, TODAY, archive.ids["maths"]) == ()


@pytest.mark.parametrize(
    ("view", "more", "found"),
    [
        ("mine", {"me": "minh tran"}, ["three students need a second re-teach"]),
        ("mine", {}, []),
        ("late", {}, ["three students need a second re-teach"]),
        ("week", {}, ["three students need a second re-teach"]),
        ("open", {"person": "The coach"}, ["Ask about the lab"]),
        ("done", {}, ["Print the ratio strips for the re-teach"]),
    ],
)
def test_views(archive: Archive, view, more, found):
    assert texts(chosen(read_actions(archive.reader, TODAY), view, TODAY, **more)) == found


def test_a_date_is_moved_with_a_reason_and_undone(archive_file, tmp_path, time):
    file, ids = archive_file
    with (
        open_workspace(shutil.copy(file, tmp_path / "copy.plcdb"), time) as workspace,
        workspace.reader() as reader,
    ):

        def do(service, *args):
            workspace.writer.write(service, *args).result(5)

        def laptops():
            return next(action for action in read_actions(reader, TODAY) if action.id == ids["laptops"])

        with pytest.raises(UserError, match="why"):
            do(move_action, ids["laptops"], date(2026, 12, 1), "  ")
        do(move_action, ids["laptops"], date(2026, 12, 1), "the cart is broken")
        do(move_action, ids["laptops"], date(2026, 12, 8), "still broken")
        moved = laptops()
        assert (moved.due_on, moved.moved, moved.reason) == (date(2026, 12, 8), 2, "still broken")
        assert moved_words(moved) == "moved twice"
        do(undo, ids["unit"])
        assert (laptops().due_on, laptops().moved) == (date(2026, 12, 1), 1)
        do(set_action, ids["laptops"], "done", TODAY)
        do(say_outcome, ids["laptops"], "two of three got it")
        assert (laptops().status, laptops().outcome) == ("done", "two of three got it")


def test_the_list_on_paper(archive: Archive):
    written = to_markdown(
        actions_document(read_actions(archive.reader, TODAY), "All teams", TODAY, teams=True)
    )
    assert "three students need a second re-teach · Minh Trần" in written
    assert written.index("Late") < written.index("Without a date") < written.index("Done")


def test_students_names_leave_as_was_chosen(archive_file, tmp_path, time):
    file, ids = archive_file
    with (
        open_workspace(shutil.copy(file, tmp_path / "copy.plcdb"), time) as workspace,
        workspace.reader() as reader,
    ):

        def do(service, *args, **more):
            return workspace.writer.write(service, *args, **more).result(5).value

        do(add_entry, ids["unit"], NewEntry("action", "Call the parents of student Liisa Roos", due_on=TODAY))
        do(add_students, ids["science"], "Liisa Roos")
        actions = read_actions(reader, TODAY)
        found = next(
            name for name in names_of_meeting(reader, ids["unit"], actions).found if "Liisa" in name.name
        )
        do(choose_names, ids["unit"], {found.key: Choice("initials")})
        assert "Liisa" not in actions_calendar(reader, actions, "x").decode()
        assert not any("Liisa" in action.text for action in as_they_leave(reader, actions))
