"""The desk: the step, its time, its buttons and its keys."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton, QWidget

from plcdesk.planning.agendas import change_item, change_meeting, delete_item
from plcdesk.running.entries import NewEntry, add_entry
from plcdesk_ui.navigator import Place
from plcdesk_ui.shell import commands

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class WindowWatch(QObject):
    """Notes every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


def test_nothing_flashes_up_while_it_opens(rig, do, qapp):
    do(add_entry, rig.meeting, NewEntry("action", "Print the strips", due_on=date(2026, 11, 20)))
    watch = WindowWatch()
    qapp.installEventFilter(watch)
    rig.start()
    rig.desk.agenda.edit(True)
    for _ in range(3):
        rig.live.next_step()
        rig.settle()
    qapp.removeEventFilter(watch)
    assert watch.shown == []
    assert rig.screen.isActiveWindow()


def step_title(room) -> str:
    return room.live.state.step.title


def ring(room) -> str:
    return room.desk.step.middle.ring.accessibleName()


def to_step(room, title: str):
    key = next(step.key for step in room.live.state.plan.steps if step.title == title)
    room.live.go_to(key)
    room.settle()


def test_the_step_counts_down_calm_warning_over(room):
    step = room.desk.step
    assert ring(room) == "5:00 left of 5 min"
    assert step.who.text() == "Everyone is welcome to speak."
    room.wait(seconds=76.2)
    assert ring(room) == "3:44 left of 5 min" and step.middle.ring.state == "calm"
    room.wait(seconds=170)
    assert step.middle.ring.state == "warning"
    room.wait(seconds=96)
    assert ring(room) == "0:42 over" and step.middle.ring.state == "over"
    assert step.over.text() == "0:42 over · the step goes on until you say Next"
    assert step_title(room) == "Opening"


def test_the_expected_end_is_always_in_view_and_right(room):
    bar = room.desk.bar.context_label
    assert bar.text() == "Started 10:50 · we end at 11:35, on time"
    room.wait(minutes=5, seconds=29)
    assert bar.text().endswith("11:35, on time")
    room.wait(seconds=2)
    assert bar.text().endswith("we end at 11:36, 1 min behind")
    room.click(room.desk.step.buttons.next)
    room.click(room.desk.step.buttons.next)
    room.wait(seconds=1)
    assert bar.text().endswith("we end at 11:33, 2 min ahead")


def test_next_says_where_it_leads(room):
    buttons = room.desk.step.buttons
    assert buttons.next.accessibleName() == "Next: Get ready"
    assert not buttons.back.isEnabled()
    room.click(buttons.next)
    assert (step_title(room), buttons.next.accessibleName()) == ("Get ready", "Next: Describe")
    room.click(buttons.next)
    assert buttons.next.accessibleName() == "Next speaker"
    to_step(room, "Decide")
    assert buttons.next.accessibleName() == "Wrap up"
    room.click(buttons.next)
    assert room.visited[-1] == Place("wrap_up", room.meeting)
    assert room.read().meeting.wrapping_up
    assert room.live.state.wrapping_up and step_title(room) == "Wrap up"


def test_a_long_title_on_next_is_left_to_the_tool_tip(room, do):
    item = room.read().agenda.items[2].id
    do(change_item, item, title="Decide about everything that was left open last week & the week before")
    to_step(room, "Debrief")
    made = room.desk.step.buttons.next
    assert made.text() == "Next step ›"
    assert made.accessibleName().endswith("& the week before") and "week before" in made.toolTip()


def test_a_second_press_at_once_is_a_slip(room):
    QTest.mouseClick(room.desk.step.buttons.next, Qt.MouseButton.LeftButton)
    QTest.mouseClick(room.desk.step.buttons.next, Qt.MouseButton.LeftButton)
    room.settle()
    assert step_title(room) == "Get ready"


def test_back_goes_on_with_the_time_of_the_step_before(room):
    room.wait(minutes=2)
    room.click(room.desk.step.buttons.next)
    room.wait(minutes=1)
    room.click(room.desk.step.buttons.back)
    assert ring(room) == "3:00 left of 5 min"


def test_pause_and_go_on(room):
    step = room.desk.step
    room.wait(minutes=1)
    room.click(step.buttons.pause)
    room.wait(seconds=30)
    assert ring(room).startswith("4:00") and step.middle.ring.state == "paused"
    assert step.who.text() == "Paused. The clock stands still."
    assert step.buttons.pause.text() == "Go on" and step.buttons.pause.role == "primary"
    room.wait(minutes=3)
    assert step.who.text() == "Paused for 4 minutes"
    room.click(step.buttons.pause)
    room.wait(minutes=1)
    assert ring(room).startswith("3:00") and step.buttons.pause.text() == "Pause"


def test_a_minute_more_and_less_and_never_less_than_none(room):
    buttons = room.desk.step.buttons
    room.click(buttons.more)
    assert ring(room) == "6:00 left of 6 min"
    for _ in range(6):
        room.click(buttons.less)
    assert room.live.state.current_planned == 0
    assert not buttons.less.isEnabled()


def test_a_skipped_step_is_left_out(room):
    room.click(room.desk.step.buttons.skip)
    assert step_title(room) == "Get ready"
    first = room.desk.agenda.lines.rows()[0].line
    assert (first.mark, first.spoken) == ("skipped", "Opening, skipped")


def test_skipping_the_last_step_leads_to_the_wrap_up(room):
    to_step(room, "Decide")
    room.click(room.desk.step.buttons.skip)
    assert room.visited[-1] == Place("wrap_up", room.meeting)
    decide = room.read().agenda.items[2].id
    assert decide in room.live.state.skipped


def test_words_of_a_protocol_step(room, do):
    to_step(room, "Get ready")
    step = room.desk.step
    facts = room.live.facts
    assert step.middle.words.say.words.text() == f"“{facts.say}”"
    assert step.middle.words.do.words.text() == facts.do
    assert step.help.instead.words.text() == facts.instead and not step.help.instead.isHidden()
    to_step(room, "Describe")
    assert step.help.stems.words.text() == "\n".join(room.live.facts.step.stems)
    assert step.who.text().endswith("is speaking.")


@pytest.mark.parametrize("sees", [True, False])
def test_a_private_note_shows_only_if_the_room_does_not_see_it(room, do, sees):
    item = room.read().agenda.items[2].id
    do(change_item, item, private_note="Let Jo speak first")
    do(change_meeting, room.meeting, room_sees_screen=sees)
    room.settle()
    to_step(room, "Decide")
    assert room.desk.step.help.note.isHidden() == sees


def test_the_norm_that_we_watch_stands_at_the_foot(room, do):
    foot = room.desk.step.foot
    assert foot.norm.isHidden()
    do(change_meeting, room.meeting, watched_norm_id=room.team.norms[1].id)
    room.settle()
    assert foot.norm.norm.text() == "Evidence before opinion" and not foot.norm.isHidden()


def test_the_question_is_brought_back_and_put_away(room, do):
    step = room.desk.step
    to_step(room, "Get ready")
    item = room.live.facts.item.id
    do(add_entry, room.meeting, NewEntry("focus_question", "Why do they trust “heavy sinks”?", item))
    room.settle()
    room.click(step.foot.question)
    assert step.question.text() == "Why do they trust “heavy sinks”?" and not step.question.isHidden()
    assert step.wanted.text() == "By the end we will have a re-teach plan"
    assert step.middle.isHidden()
    room.click(step.foot.question)
    assert step.question.isHidden() and not step.middle.isHidden()
    room.click(step.foot.question)
    room.click(step.buttons.next)
    assert step.question.isHidden()  # it belonged to the step before


KEYS = (
    (commands.NEXT_KEY, "Get ready"),
    (commands.CLICKER_NEXT, "Get ready"),
    ("Ctrl+Enter", "Get ready"),
    (commands.SKIP_KEY, "Get ready"),
)


def press_text(room, widget, keys: str) -> None:
    QTest.keySequence(widget, keys)
    room.settle()


@pytest.mark.parametrize(("keys", "title"), KEYS)
@pytest.mark.parametrize("typing", [True, False])
def test_keys_that_move_on(room, keys, title, typing):
    widget = typed_in(room) if typing else room.screen
    press_text(room, widget, keys)
    assert step_title(room) == title


def typed_in(room):
    room.desk.focus_notes()
    widget = room.screen.window().focusWidget()
    assert widget is not None and room.desk.notes.isAncestorOf(widget)
    return widget


@pytest.mark.parametrize("typing", [True, False])
@pytest.mark.parametrize("keys", [commands.BACK_KEY, commands.CLICKER_BACK])
def test_keys_that_go_back(room, keys, typing):
    to_step(room, "Get ready")
    press_text(room, typed_in(room) if typing else room.screen, keys)
    assert step_title(room) == "Opening"


def test_keys_for_time_while_typing(room):
    line = typed_in(room)
    press_text(room, line, commands.MORE_KEY)
    press_text(room, line, commands.MORE_KEY)
    press_text(room, line, commands.LESS_KEY)
    assert room.live.state.current_planned == 6 * 60
    press_text(room, line, commands.PAUSE_KEY)
    assert room.live.state.status == "paused"
    press_text(room, line, commands.PAUSE_KEY)
    assert room.live.state.status == "running"


def test_plain_typing_moves_nothing(room):
    line = typed_in(room)
    before = room.live.state
    QTest.keyClicks(line, "skip . back p next w 5 + -")
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_Backspace, Qt.Key.Key_Up):
        QTest.keyClick(line, key)
    QTest.keyClick(line, Qt.Key.Key_Backspace, CTRL)
    room.settle()
    assert room.live.state.current == before.current
    assert [event.kind for event in room.read().events] == ["started"]


def test_keys_to_the_notes_the_question_and_the_wrap_up(room):
    room.desk.step.buttons.next.setFocus()
    press_text(room, room.screen, commands.CAPTURE_KEY)
    assert room.desk.notes.isAncestorOf(room.screen.window().focusWidget())
    press_text(room, room.screen, commands.QUESTION_KEY)
    assert not room.desk.step.question.isHidden()
    press_text(room, room.screen, commands.WRAP_UP_KEY)
    assert room.visited[-1] == Place("wrap_up", room.meeting)


def test_keys_work_only_while_the_room_is_shown(room, qtbot):
    room.screen.hide()
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    QTest.keySequence(other, commands.NEXT_KEY)
    room.settle()
    assert step_title(room) == "Opening"


def test_clicks_leave_the_keyboard_with_the_notes(room):
    line = typed_in(room)
    room.click(room.desk.step.buttons.next)
    room.click(room.desk.step.buttons.more)
    assert room.screen.window().focusWidget() is line


def test_park_it_keeps_what_is_half_typed(room):
    line = typed_in(room)
    QTest.keyClicks(line, "same lab contract for all")
    room.click(room.desk.step.foot.park)
    assert [(entry.kind, entry.text) for entry in room.read().entries] == [
        ("parked", "same lab contract for all")
    ]


def test_started_by_mistake(room, qtbot):
    told = []
    room.screen.context.bus.told.connect(lambda sentence, undo_list: told.append((sentence, undo_list)))
    menu = room.desk.bar.menu()
    action = next(action for action in menu.actions() if action.text().startswith("Started by mistake"))
    action.trigger()
    room.settle()
    assert room.read().meeting.status == "planned"
    assert room.visited[-1] == Place("plan", room.meeting)
    assert told == [("Back in planning. What was written down is kept.", room.meeting)]
    assert room.screen.desk is None


def test_all_topics_dropped_while_it_runs(room, do):
    for item in room.read().agenda.items:
        do(delete_item, item.id)
    room.settle()
    room.wait(seconds=5)
    step = room.desk.step
    assert step.title.text() == "Nothing is on the agenda any more"
    assert not step.add_topic.isHidden() and step.middle.isHidden()
    room.click(step.add_topic)
    assert room.desk.agenda.editing


def test_the_desk_stays_while_another_screen_is_shown(room):
    line = typed_in(room)
    QTest.keyClicks(line, "half a sen")
    desk = room.desk
    room.screen.leave()
    room.screen.enter(Place("run", room.meeting))
    room.settle()
    assert room.desk is desk
    assert any("half a sen" in text for text in room.read().drafts.values())


def test_the_wall_opens_and_closes_with_one_key(room, qtbot):
    press_text(room, room.screen, commands.WALL_KEY)
    assert room.desk.wall is not None and room.desk.wall.is_shown
    assert room.desk.bar.wall.text() == "Hide from the wall"
    room.desk.toggle_wall()
    assert not room.desk.wall.is_shown
    assert room.desk.bar.wall.text() == "Show on the wall"


def test_the_bar_makes_do_with_a_narrow_window(room):
    bar = room.desk.bar
    room.screen.resize(1500, 800)
    assert (bar.wall.text(), bar.sound.isVisible()) == ("Show on the wall", True)
    room.screen.resize(bar.minimumSizeHint().width(), 800)
    assert (bar.wall.text(), bar.wall.accessibleName()) == ("Wall", "Show on the wall")
    assert not bar.sound.isVisible()
    assert (bar.context_label.text(), bar.people.text()) == ("end 11:35, on time", "5 here")
    assert not bar.context_label.is_elided()


def test_where_there_is_no_room_for_three_columns_the_agenda_takes_turns_with_the_notes(room):
    room.screen.resize(700, 700)
    room.settle()
    bar, agenda, notes = room.desk.bar, room.desk.agenda, room.desk.notes
    assert bar.side.text() == "Agenda" and not agenda.isVisible() and notes.isVisible()
    room.click(bar.side)
    assert bar.side.text() == "Notes" and agenda.isVisible() and not notes.isVisible()
    QTest.keyClick(QApplication.focusWidget(), "u")
    assert notes.isVisible() and notes.line.edit.hasFocus() and not agenda.isVisible()
    assert notes.line.edit.text() == "u"
    room.wait(minutes=9)
    assert bar.side.text() == "Catch up"
    room.screen.resize(1224, 800)
    room.settle()
    assert bar.side.isHidden() and agenda.isVisible() and notes.isVisible()


def test_the_keyboard_comes_back_to_the_notes_when_its_place_goes_with_the_step(room):
    opening, edit = room.desk.step.opening, room.desk.notes.line.edit
    first = opening.findChildren(QRadioButton)[0]
    room.click(first)
    assert not edit.hasFocus()
    room.press(room.desk, Qt.Key.Key_Return, CTRL)
    assert edit.hasFocus()


def test_what_is_typed_where_no_text_is_taken_becomes_a_note(room):
    room.desk.bar.people.setFocus()
    QTest.keyClick(room.desk.bar.people, "U")
    edit = room.desk.notes.line.edit
    assert edit.hasFocus()
    QTest.keyClicks(edit, "nits")
    room.press(edit, Qt.Key.Key_Return)
    assert [entry.text for entry in room.read().entries] == ["Units"]


def test_a_new_step_is_read_from_its_beginning(room):
    room.screen.resize(900, 460)
    room.settle()
    bar = room.desk.step._area.verticalScrollBar()
    for _ in range(2):
        assert bar.maximum() > 0 and bar.value() == 0
        bar.setValue(bar.maximum())
        room.live.next_step()
        room.settle()
    assert bar.value() == 0
