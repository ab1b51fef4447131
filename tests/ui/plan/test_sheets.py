"""The sheets of the plan: choosing a protocol, reading one, when and where."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from plcdesk_ui.navigator import Place
from plcdesk_ui.plan.chooser import Chooser
from plcdesk_ui.plan.protocol_sheet import ProtocolSheet
from plcdesk_ui.plan.screen import PlanScreen
from plcdesk_ui.plan.when_sheet import WhenSheet
from plcdesk_ui.widgets.rows import ClickRow


@pytest.fixture
def sheet(qtbot):
    """The sheet that is open, of a kind."""

    def find(kind):
        found = [
            each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()
        ]
        assert len(found) == 1
        return found[0]

    return find


def names(chooser) -> list[str]:
    return [row.content.text.text() for row in chooser.rows.rows() if isinstance(row, ClickRow)]


def test_all_protocols_can_be_found_and_added(plan, qtbot, settle, sheet, agenda):
    plan.dialogs.choose_to_add()
    chooser = sheet(Chooser)
    whole = names(chooser)
    assert len(whole) >= 12 and "Tuning Protocol" in whole
    qtbot.keyClicks(chooser.search, "chalk")
    assert names(chooser) == ["Chalk Talk"]
    chooser.rows.rows()[0].click()
    assert chooser.chosen.protocol_id == "chalk-talk"
    assert chooser.view.timeline.accessibleName()
    qtbot.mouseClick(chooser.accept_button, Qt.MouseButton.LeftButton)
    settle()
    assert agenda().items[-2].snapshot.protocol_id == "chalk-talk"
    assert agenda().items[-2].minutes == 25


def test_no_protocol_of_a_name_says_so(plan, qtbot, sheet):
    plan.dialogs.choose_to_add()
    chooser = sheet(Chooser)
    qtbot.keyClicks(chooser.search, "zzzz")
    assert names(chooser) == []
    chooser.reject()


def test_a_protocol_too_long_for_a_topic_says_by_how_much(plan, qtbot, settle, sheet, agenda):
    decision = agenda().items[2]
    plan.dialogs.choose_for(decision.id)
    chooser = sheet(Chooser)
    qtbot.keyClicks(chooser.search, "atlas data")
    chooser.rows.rows()[-1].click()
    assert "at least 23 minutes" in chooser.note.text() and "16 more" in chooser.note.text()
    chooser.reject()
    settle()
    assert agenda().items[2] == decision


def test_a_form_that_fits_is_taken_by_itself(plan, qtbot, settle, sheet, agenda):
    plan.dialogs.choose_to_add()
    chooser = sheet(Chooser)
    qtbot.keyClicks(chooser.search, "consultancy a dilemma")
    next(row for row in chooser.rows.rows() if isinstance(row, ClickRow) and row.key == "consultancy").click()
    assert chooser.chosen.form == "short"
    assert chooser.note.isHidden()
    qtbot.mouseClick(chooser.accept_button, Qt.MouseButton.LeftButton)
    settle()
    assert agenda().items[-2].snapshot.form == "short"


def test_a_topic_runs_the_chosen_protocol(plan, qtbot, settle, sheet, agenda):
    decision = agenda().items[2]
    plan.parts.agenda.choose(decision.id)
    qtbot.mouseClick(plan.parts.detail.other, Qt.MouseButton.LeftButton)
    chooser = sheet(Chooser)
    qtbot.keyClicks(chooser.search, "chalk")
    chooser.rows.rows()[-1].click()
    chooser.minutes.set_value(20)
    qtbot.mouseClick(chooser.accept_button, Qt.MouseButton.LeftButton)
    settle()
    item = agenda().item(decision.id)
    assert (item.kind, item.title, item.minutes) == ("protocol", decision.title, 20)
    assert plan.parts.agenda.card(decision.id).fit.isVisible()


def test_a_protocol_can_be_read_in_full(plan, qtbot, sheet):
    qtbot.mouseClick(plan.parts.detail.how, Qt.MouseButton.LeftButton)
    shown = sheet(ProtocolSheet)
    assert [step.minutes for step in shown.view.timeline._steps] == [3, 6, 6, 7, 3]
    qtbot.waitUntil(shown.area.hasFocus)
    shown.accept()


def test_when_and_where_are_written_as_they_are_changed(plan, qtbot, settle, sheet, agenda):
    qtbot.mouseClick(plan.parts.bar.when, Qt.MouseButton.LeftButton)
    shown = sheet(WhenSheet)
    shown.fields.minutes.changed.emit(60)
    shown.fields.room.selectAll()
    qtbot.keyClicks(shown.fields.room, "Library")
    shown.title_field.selectAll()
    qtbot.keyClicks(shown.title_field, "Another title")
    shown.fields.day.setDate(shown.fields.day.date().addDays(1))
    shown.accept()
    settle()
    meeting = agenda().meeting
    assert (meeting.minutes, meeting.room, meeting.title) == (60, "Library", "Another title")
    assert meeting.starts_at.isoformat() == "2026-11-25T10:50:00"
    assert plan.parts.bar.title.text() == "Another title"
    assert plan.parts.summary.chip.text() == "18 min spare"


def test_a_sheet_asked_for_too_early_opens_when_the_protocols_are_known(context, meeting, qtbot, sheet):
    screen = PlanScreen(context)
    qtbot.addWidget(screen)
    screen.show()
    screen.enter(Place("plan", meeting))
    screen.dialogs.choose_to_add()
    assert not screen.library.of(6).candidates
    qtbot.waitUntil(lambda: bool(screen.findChildren(Chooser)))
    assert len(names(sheet(Chooser))) >= 12
