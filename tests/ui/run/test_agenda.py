"""The agenda on the desk."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from plcdesk.planning.agendas import NewItem, add_item
from plcdesk_ui.navigator import Place
from tests.shipped import SHIPPED


def lines(room):
    return [row.line for row in room.desk.agenda.lines.rows()]


def row(room, title: str):
    return next(row for row in room.desk.agenda.lines.rows() if row.line.title == title)


def now(room) -> str:
    return room.live.state.step.title


def to_step(room, title: str):
    room.live.go_to(next(step.key for step in room.live.state.plan.steps if step.title == title))
    room.settle()


def test_items_with_the_steps_of_the_protocol_that_is_on(room):
    assert [(line.title, line.minutes, line.is_current) for line in lines(room)] == [
        ("Opening", 5, True),
        ("ATLAS", 28, False),
        ("Decide", 7, False),
        ("Wrap up", 5, False),
    ]
    room.wait(minutes=7)
    room.live.next()
    room.settle()
    titles = [line.title for line in lines(room)]
    assert titles[:3] == ["Opening", "ATLAS", "Get ready"] and titles[-2:] == ["Decide", "Wrap up"]
    opening, atlas, first = lines(room)[:3]
    assert (opening.mark, opening.minutes, opening.planned) == ("done", 7, 5)
    assert opening.spoken == "Opening, done, took 7 min, planned 5"
    assert atlas.heads_steps and not atlas.is_current and first.is_current


def test_a_click_picks_a_line_out_and_goes_nowhere(room):
    room.click(row(room, "Decide"))
    assert now(room) == "Opening"
    assert not row(room, "Decide").go_button.isHidden()
    room.click(row(room, "ATLAS"))
    assert row(room, "Decide").go_button.isHidden()
    room.click(row(room, "ATLAS").go_button)
    assert now(room) == "Get ready"


def test_double_click_and_enter_go_there(room):
    QTest.mouseDClick(row(room, "Decide"), Qt.MouseButton.LeftButton)
    room.settle()
    assert now(room) == "Decide"
    room.press(row(room, "Opening"), Qt.Key.Key_Return)
    assert now(room) == "Opening"
    assert row(room, "Decide").line.mark != "done"  # gone back from: it comes again


def test_going_to_the_wrap_up_wraps_up(room):
    room.press(row(room, "Wrap up"), Qt.Key.Key_Return)
    assert room.visited[-1] == Place("wrap_up", room.meeting)


def test_arrow_keys_go_from_line_to_line_and_tab_stops_once(room):
    rows = room.desk.agenda.lines.rows()
    rows[0].setFocus()
    QTest.keyClick(rows[0], Qt.Key.Key_Down)
    assert rows[1].hasFocus()
    stops = [each for each in rows if each.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert stops == [rows[1]]


def test_a_loop_says_which_turn_a_step_belongs_to(room, do):
    loop = SHIPPED.get("last-word")
    do(add_item, room.meeting, NewItem("protocol", "Last word", 60, protocol=loop), at=1)
    room.settle()
    to_step(room, "Read it")
    titles = [line.title for line in lines(room) if line.title.startswith("Read it")]
    assert titles == [f"Read it · {turn}" for turn in range(1, len(titles) + 1)] and len(titles) > 1
    assert room.desk.step.turns.text() == f"passage 1 of {len(titles)}: Rosa"


def test_the_tip_says_how_to_go_there(room):
    assert "Double-click or press Enter" in row(room, "Decide").toolTip()
    assert "Double-click" not in row(room, "Opening").toolTip()


# Giving minutes to the protocol that is on


def test_the_steps_to_come_are_fitted_anew(room):
    room.live.next()
    room.settle()
    room.desk.agenda.edit(True)
    row = room.desk.agenda._editor.rows()[1]
    before = [step.seconds for step in room.live.state.plan.steps if step.item_id == row.item.item.id]
    row.minutes_wished.emit(26)
    room.settle()
    after = [step.seconds for step in room.live.state.plan.steps if step.item_id == row.item.item.id]
    assert sum(after) == 26 * 60 and after[0] == before[0]
    assert row.problem.isHidden()


def test_minutes_that_do_not_fit_are_refused_with_a_sentence(room):
    room.live.next()
    room.settle()
    room.desk.agenda.edit(True)
    row = room.desk.agenda._editor.rows()[1]
    row.minutes.set_value(9)
    row.minutes_wished.emit(9)
    room.settle()
    assert "more than that" in row.problem.text() and not row.problem.isHidden()
    assert row.minutes.value() == 28
    assert room.read().agenda.items[1].minutes == 28
