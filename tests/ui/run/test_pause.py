"""Pausing with a reason, skipping and having it back: on the desk, by mouse and keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from plcdesk.minutes.gather import gather
from plcdesk.store.undo import undo
from plcdesk_ui.wall.scene import scene_of

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def pause(room):
    room.press(room.screen, Qt.Key.Key_H, CTRL_SHIFT)
    return room.desk.step.pause


def chip(choice, words: str):
    return next(chip for chip in choice._chips if chip.text() == words)


def test_a_pause_has_its_reason_in_one_click_and_the_minutes_have_it(room):
    assert room.desk.step.pause.isHidden()
    room.wait(minutes=3)
    part = pause(room)
    assert not part.isHidden()
    room.click(chip(part.reasons, "Fire drill"))
    room.wait(minutes=6)
    assert room.desk.step.who.text() == "Fire drill · Paused for 6 minutes"
    assert scene_of(room.live).title == "Pause" and "Fire" not in str(scene_of(room.live))
    pause(room)
    assert part.isHidden() and room.live.state.current_elapsed == 180
    facts = gather(room.screen.context.reader, room.meeting)
    assert [(each.reason, each.minutes) for each in facts.pauses] == [("Fire drill", 6)]


def test_a_break_counts_down_on_desk_and_wall(room):
    room.wait(minutes=4, seconds=10)
    part = pause(room)
    room.click(chip(part.reasons, "Break"))
    room.click(chip(part.lengths, "10 min"))
    room.wait(minutes=1)
    assert room.desk.step.who.text() == "Break, back at 11:04"
    assert room.desk.step.middle.ring.accessibleName() == "8:50 until we go on"
    scene = scene_of(room.live)
    assert (scene.title, scene.who, scene.dial.big) == ("Break", "Back at 11:04", "9")
    before = room.live.state.expected_end
    room.wait(minutes=8)
    assert room.live.state.expected_end == before
    room.wait(minutes=5)
    assert scene_of(room.live).who == "We go on soon"
    assert room.live.state.status == "paused"  # people go on, not the clock


def test_own_words_are_kept_as_typed_and_can_be_undone(room, do, qtbot):
    part = pause(room)
    part.own.setFocus()
    QTest.keyClicks(part.own, "The bus came early")
    qtbot.waitUntil(lambda: room.live.state.pause_reason == "The bus came early")
    do(undo, room.meeting)
    room.settle()
    assert room.live.state.pause_reason == "" and part.own.text() == ""


def test_a_skipped_step_comes_back_with_undo(room, do):
    told = []
    room.screen.context.bus.told.connect(lambda sentence, undo_list: told.append((sentence, undo_list)))
    room.wait(seconds=40)
    room.press(room.screen, Qt.Key.Key_Return, CTRL_SHIFT)
    assert room.live.state.step.title != "Opening"
    assert told == [("Skipped “Opening”", room.meeting)]
    do(undo, room.meeting)
    room.settle()
    room.wait(seconds=1)
    assert (room.live.state.step.title, room.live.state.current_elapsed) == ("Opening", 41)


def test_each_item_says_until_when_and_moves_on_with_the_clock(room):
    def ends() -> list[str]:
        return [row.line.until_words for row in room.desk.agenda.lines.rows()]

    assert ends() == ["until 10:55", "until 11:23", "until 11:30", "until 11:35"]
    room.wait(minutes=7)
    assert ends() == ["until 10:57", "until 11:25", "until 11:32", "until 11:37"]
    assert room.desk.bar.pace.shape == "backward"
    room.live.next_step()
    room.settle()
    assert ends()[0] == "" and ends()[1] == "until 11:25"


def test_the_keyboard_is_with_the_notes_again_after_a_pause_and_an_answer(room):
    part = pause(room)
    room.click(chip(part.reasons, "Break"))
    pause(room)
    line = room.desk.notes.line
    assert line.isAncestorOf(room.screen.focusWidget())
    room.wait(minutes=8)
    room.desk.behind.buttons[0].setFocus()
    room.press(room.desk.behind.buttons[0], Qt.Key.Key_Space)
    assert line.isAncestorOf(room.screen.focusWidget())
