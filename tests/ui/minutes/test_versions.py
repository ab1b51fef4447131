"""Final minutes on the screen: amending them, reading and comparing versions, and the feedback sheet."""

import pytest

from plcdesk.closing.final import amend, mark_final, reopen_draft
from plcdesk.minutes.differences import DifferentLine
from plcdesk.running.entries import NewEntry, add_entry
from plcdesk_ui.minutes.amend_sheet import AmendSheet, ReasonSheet
from plcdesk_ui.minutes.differences_sheet import DifferencesSheet, near_changes
from tests.ui.minutes.conftest import text_of
from tests.ui.minutes.test_minutes_screen import press, row_of, wait_ready
from tests.ui.walk import nameless


@pytest.fixture
def amended(draft, do) -> str:
    do(mark_final, draft)
    do(amend, draft, "It was 12 cm", "Minh measured it")
    return draft


def test_something_is_added_to_final_minutes(open_screen, draft, do, qtbot, settle):
    do(mark_final, draft)
    screen = open_screen(draft)
    assert screen.bar.edit.text() == "Amend"
    press(qtbot, screen.bar.edit)
    sheet = screen.findChild(AmendSheet)
    sheet.accept()
    assert sheet.problem.text()
    sheet.text.setPlainText("It was 12 cm")
    sheet.reason.setText("Minh measured it")
    sheet.accept()
    settle()
    wait_ready(qtbot, screen)
    assert "It was 12 cm. Why: Minh measured it." in text_of(screen.pages.pdf)
    assert screen.bar.context_label.text() == "Tue 24 Nov · final, amended"
    assert [row.accessibleName() for row in screen.versions.rows.rows()] == [
        "Version 2 · amended, Tue 24 Nov 2026 · Minh measured it",
        "Version 1 · final, Tue 24 Nov 2026",
    ]


def test_a_version_is_read_and_compared(open_screen, amended, qtbot):
    screen = open_screen(amended)
    press(qtbot, screen.versions.rows.rows()[1])
    wait_ready(qtbot, screen)
    assert "12 cm" not in text_of(screen.pages.pdf)
    assert (screen.bar.title_label.text(), screen.bar.edit.isHidden()) == ("Version 1", True)
    press(qtbot, screen.versions.compare)
    qtbot.waitUntil(lambda: screen.findChild(DifferencesSheet) is not None)
    sheet = screen.findChild(DifferencesSheet)
    assert sheet.windowTitle() == "From version 1 to version 2"
    assert nameless(sheet) == []
    sheet.accept()


def test_a_draft_that_was_final_says_what_has_changed(open_screen, draft, do, qtbot, settle, context):
    do(mark_final, draft)
    do(reopen_draft, draft)
    do(add_entry, draft, NewEntry("decision", "Score ten papers"))
    screen = open_screen(draft)
    press(qtbot, screen.versions.compare)
    qtbot.waitUntil(lambda: screen.findChild(DifferencesSheet) is not None)
    screen.findChild(DifferencesSheet).accept()
    press(qtbot, screen.bar.final)
    sheet = screen.findChild(ReasonSheet)
    assert not sheet.accept_button.isEnabled()
    sheet.reason.setText("a decision was missing")
    sheet.accept()
    settle()
    assert (
        context.reader.value("SELECT reason FROM minutes_version WHERE number = 2")
        == "a decision was missing"
    )


def test_only_what_is_near_a_change_is_shown():
    same = [DifferentLine("same", str(number)) for number in range(6)]
    lines = [*same, DifferentLine("removed", "old"), DifferentLine("added", "new"), *same]
    shown = [line if isinstance(line, int) else line.text for line in near_changes(lines)]
    assert shown == [4, "4", "5", "old", "new", "0", "1", 4]
    assert list(near_changes(same)) == []


def test_the_feedback_sheet_follows_what_is_typed(screen, qtbot, settle, context, draft):
    press(qtbot, row_of(screen.forms, "Team feedback sheet"))
    wait_ready(qtbot, screen)
    assert not screen.sheet.isHidden() and screen.parts.isHidden()
    for text, words in (
        (screen.sheet.best_practice, "Describe first"),
        (screen.sheet.to_principal, "May we swap rooms?"),
        (screen.sheet.goal, "Ratios by June"),
    ):
        qtbot.keyClicks(text, words)
        text.flush()
    settle()
    wait_ready(qtbot, screen)
    page = text_of(screen.pages.pdf)
    assert "Describe first" in page and "May we swap rooms?" in page and "Ratios by June" in page
    assert "Helped" not in page and "Describing first" not in page  # feedback stays with the team


def test_a_sheet_to_write_on_and_one_page(screen, qtbot):
    press(qtbot, row_of(screen.forms, "Sheet to write on"))
    wait_ready(qtbot, screen)
    assert "Next meeting" in text_of(screen.pages.pdf)
    press(qtbot, screen.bar.back_link)
    screen.parts.length._chips[1].click()
    wait_ready(qtbot, screen)
    assert screen.wanted.layout == "one_page" and screen.pages.page_count == 1
