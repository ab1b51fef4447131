"""The opening: norms, and what was due."""

from datetime import date

import pytest

from plcdesk.planning.agendas import change_meeting, new_meeting
from plcdesk.running.entries import NewEntry, add_entry
from plcdesk_ui.widgets.toggles import RadioButton


@pytest.fixture
def due(do, team, rig):
    """Two actions of an earlier meeting that are due, and one that is not."""
    earlier = do(new_meeting, team.id, "Earlier", "2026-11-17T10:50")
    minh, dana = rig.member("Minh"), rig.member("Dana")
    return [
        do(add_entry, earlier, NewEntry("action", text, owners=(who,), due_on=on))
        for text, who, on in (
            ("Share the slides", minh, date(2026, 11, 20)),
            ("Score ten papers", dana, date(2026, 11, 24)),
            ("Draft the task", dana, date(2026, 12, 1)),
        )
    ]


def said(room):
    return [
        (row.content.text.text(), row.content.secondary.text()) for row in room.desk.step.opening.due.rows()
    ]


def status(room, action: str) -> str:
    return room.screen.context.reader.value("SELECT status FROM entry WHERE id = ?", [action])


def test_choose_the_norm_that_we_watch(room):
    opening = room.desk.step.opening
    assert not opening.isHidden()
    buttons = opening.norms.findChildren(RadioButton)
    assert [button.accessibleName() for button in buttons] == ["Equity of voice", "Evidence before opinion"]
    room.click(buttons[1])
    assert room.read().meeting.watched_norm_id == room.team.norms[1].id
    assert room.desk.step.foot.norm.norm.text() == "Evidence before opinion"
    room.click(room.desk.step.buttons.next)
    assert opening.isHidden()


def test_nobodys_name_stands_beside_what_is_late_where_the_room_reads_along(room, due, do):
    room.live.read_again()
    assert room.read().meeting.room_sees_screen
    assert said(room) == [("Share the slides", "still open"), ("Score ten papers", "Dana · today")]
    do(change_meeting, room.meeting, room_sees_screen=False)
    room.settle()
    assert said(room)[0] == ("Share the slides", "Minh · was due Fri 20 Nov")


def test_done_drop_and_not_yet(room, due):
    room.live.read_again()
    opening = room.desk.step.opening
    told = []
    room.screen.context.bus.told.connect(lambda sentence, undo_list: told.append(sentence))
    room.click(opening.due.rows()[1].done)
    assert status(room, due[1]) == "done" and [text for text, _ in said(room)] == ["Share the slides"]
    room.click(opening.due.rows()[0].not_yet)
    assert status(room, due[0]) == "open" and said(room) == []
    assert not opening._all_done.isHidden()
    assert told == ["Done: Score ten papers"]


def test_dropped(room, due):
    room.live.read_again()
    room.click(room.desk.step.opening.due.rows()[0].drop)
    assert status(room, due[0]) == "dropped"


def test_each_button_says_which_action_it_is_for(room, due):
    room.live.read_again()
    row = room.desk.step.opening.due.rows()[0]
    assert row.drop.accessibleName() == "Drop: Share the slides"
