"""The agenda by mouse and keyboard: choosing, moving, deleting, minutes, titles in place, undo."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from plcdesk.planning.agendas import NewItem, add_item, change_meeting, delete_item, give_minutes
from plcdesk.store.undo import redo, undo

ORDER = ["Opening", "ATLAS Looking at Data", "Decide the re-teach plan", "Wrap up"]


def cards(plan):
    return plan.parts.agenda.cards()


def key(plan, pressed, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget() or plan, pressed, modifier)


@pytest.fixture
def focused(plan, qtbot):
    """The screen with the keyboard on the card of the protocol."""
    plan.activateWindow()
    qtbot.waitUntil(plan.isActiveWindow)
    cards(plan)[1].setFocus()
    return plan


def test_it_shows_when_each_topic_begins_and_what_is_spare(plan):
    shown = [row.time.text() for row in plan.parts.agenda._rows.values()]
    assert [card.title.text() for card in cards(plan)] == ORDER
    assert shown == ["10:50 AM", "10:55 AM", "11:20 AM", "11:27 AM"] or shown == [
        "10:50",
        "10:55",
        "11:20",
        "11:27",
    ]
    assert plan.parts.summary.planned.text() == "42 of 45 min"
    assert plan.parts.summary.chip.text() == "3 min spare"
    assert plan.parts.summary.result.text() == "a re-teach plan"


def test_the_protocol_is_chosen_first_and_says_how_it_was_fitted(plan):
    card = cards(plan)[1]
    assert plan.parts.agenda.chosen == card.item_id
    assert card.property("look") == "selected"
    assert card.fit.sentence.text() == (
        "Shortened from 45 min. Get ready and Debrief keep their time. Look back is left out."
    )
    assert [step.minutes for step in card.fit.timeline._steps] == [3, 6, 6, 7, 3]
    assert card.fit.own_time.text() == "Give it 45 min"


def test_one_click_gives_a_protocol_its_own_time(plan, qtbot, settle, agenda):
    qtbot.mouseClick(cards(plan)[1].fit.own_time, Qt.MouseButton.LeftButton)
    settle()
    assert agenda().items[1].minutes == 45
    assert plan.parts.summary.chip.text() == "17 min too many"
    assert plan.parts.summary.chip.tone == "warning"
    assert cards(plan)[1].fit.own_time.isHidden()
    assert cards(plan)[1].fit.sentence.text() == ""


def test_the_stepper_changes_minutes_and_stops_at_the_least(plan, qtbot, settle, agenda):
    stepper = cards(plan)[1].minutes
    for _ in range(3):
        qtbot.mouseClick(stepper._less, Qt.MouseButton.LeftButton)
        settle()
    assert agenda().items[1].minutes == 23
    assert not stepper._less.isEnabled()
    assert "cannot be shorter than 23 min" in cards(plan)[1].fit._least_words.text()
    assert [link.text() for link in cards(plan)[1].fit.offers] == ["Another protocol…"]


def test_minutes_typed_below_the_least_become_the_least(plan, qtbot, settle, agenda):
    number = cards(plan)[1].minutes.focusProxy()
    number.setFocus()
    number.selectAll()
    qtbot.keyClicks(number, "9")
    qtbot.keyClick(number, Qt.Key.Key_Return)
    settle()
    assert agenda().items[1].minutes == 23


def test_what_would_be_shorter_is_offered_and_done(plan, do, meeting, catalogue, qtbot, settle, agenda):
    added = do(add_item, meeting, NewItem("protocol", "Tuning", 40, protocol=catalogue.get("tuning")))
    settle()
    card = plan.parts.agenda.card(added)
    words = [link.text() for link in card.fit.offers]
    assert "Tuning, short form: from 27 min" in words and words[-1] == "Another protocol…"
    qtbot.mouseClick(
        card.fit.offers[words.index("Tuning, short form: from 27 min")], Qt.MouseButton.LeftButton
    )
    settle()
    item = agenda().item(added)
    assert item.snapshot.form == "short"
    assert 27 <= item.minutes < 40


def test_arrow_keys_choose_and_the_details_follow(focused):
    key(focused, Qt.Key.Key_Down)
    assert focused.chosen_item().title == "Decide the re-teach plan"
    assert focused.parts.detail.title.text() == "Decide the re-teach plan"
    key(focused, Qt.Key.Key_Home)
    assert focused.chosen_item().title == "Opening"
    key(focused, Qt.Key.Key_Up)
    assert focused.chosen_item().title == "Opening"
    key(focused, Qt.Key.Key_End)
    assert focused.chosen_item().title == "Wrap up"
    assert QApplication.focusWidget() is cards(focused)[3]


def test_alt_and_arrows_move_and_the_keyboard_stays(focused, settle, titles):
    key(focused, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    settle()
    assert titles() == [ORDER[0], ORDER[2], ORDER[1], ORDER[3]]
    assert QApplication.focusWidget() is cards(focused)[2]
    key(focused, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    settle()
    assert titles() == ORDER
    assert [card.title.text() for card in cards(focused)] == ORDER


def test_delete_takes_it_off_chooses_the_next_and_offers_undo(focused, context, settle, titles):
    told = []
    context.bus.told.connect(lambda *words: told.append(words))
    key(focused, Qt.Key.Key_Delete)
    settle()
    assert titles() == [ORDER[0], *ORDER[2:]]
    assert told == [("“ATLAS Looking at Data” deleted", focused.meeting_id)]
    assert QApplication.focusWidget() is cards(focused)[1]
    assert focused.chosen_item().title == "Decide the re-teach plan"


def test_undo_brings_the_same_card_back_in_its_place(focused, do, meeting, settle):
    key(focused, Qt.Key.Key_Delete)
    settle()
    do(undo, meeting)
    settle()
    assert [card.title.text() for card in cards(focused)] == ORDER
    assert [step.minutes for step in cards(focused)[1].fit.timeline._steps] == [3, 6, 6, 7, 3]
    do(redo, meeting)
    settle()
    assert len(cards(focused)) == 3


def test_duplicate_puts_a_copy_behind_and_chooses_it(focused, settle, titles):
    key(focused, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert titles() == [*ORDER[:2], *ORDER[1:]]
    assert focused.parts.agenda.chosen == cards(focused)[2].item_id


def test_plus_and_minus_change_minutes(focused, settle, agenda):
    key(focused, Qt.Key.Key_Plus)
    settle()
    assert agenda().items[1].minutes == 26
    key(focused, Qt.Key.Key_Minus)
    settle()
    assert agenda().items[1].minutes == 25


def test_a_title_is_edited_in_place_and_written_as_it_is_typed(focused, qtbot, settle, titles):
    key(focused, Qt.Key.Key_F2)
    field = cards(focused)[1].title.field
    assert field.hasFocus() and field.selectedText() == "ATLAS Looking at Data"
    qtbot.keyClicks(field, "Exit tickets")
    qtbot.waitUntil(lambda: titles()[1] == "Exit tickets")
    settle()
    assert focused.parts.detail.title.text() == "Exit tickets"
    assert field.hasFocus() and field.cursorPosition() == len("Exit tickets")
    key(focused, Qt.Key.Key_Return)
    settle()
    assert cards(focused)[1].hasFocus()
    assert cards(focused)[1].title.label.text() == "Exit tickets"


def test_escape_brings_the_old_title_back(focused, qtbot, settle, titles):
    key(focused, Qt.Key.Key_Return)
    field = cards(focused)[1].title.field
    qtbot.keyClicks(field, "Wrong")
    qtbot.waitUntil(lambda: titles()[1] == "Wrong")
    key(focused, Qt.Key.Key_Escape)
    settle()
    assert titles() == ORDER


def test_an_empty_title_is_never_kept(focused, qtbot, settle, titles):
    key(focused, Qt.Key.Key_F2)
    key(focused, Qt.Key.Key_Delete)
    key(focused, Qt.Key.Key_Return)
    settle()
    assert titles() == ORDER
    assert cards(focused)[1].title.label.text() == ORDER[1]


def test_arrows_in_a_title_do_not_leave_it(focused, qtbot):
    key(focused, Qt.Key.Key_F2)
    field = cards(focused)[1].title.field
    key(focused, Qt.Key.Key_Down)
    assert field.hasFocus()
    assert focused.parts.agenda.chosen == cards(focused)[1].item_id


def test_a_double_click_edits_a_title(plan, qtbot):
    title = cards(plan)[2].title
    qtbot.mouseDClick(title.label, Qt.MouseButton.LeftButton)
    assert title.is_editing


def test_news_from_elsewhere_leaves_what_is_typed_alone(focused, do, meeting, qtbot, settle, agenda):
    key(focused, Qt.Key.Key_F2)
    field = cards(focused)[1].title.field
    qtbot.keyClicks(field, "Half ty")
    do(give_minutes, agenda().items[0].id, 8)
    do(add_item, meeting, NewItem("news", "Fire drill", 3))
    settle()
    assert field.text() == "Half ty" and field.hasFocus()
    assert cards(focused)[0].minutes.value() == 8
    assert cards(focused)[3].title.text() == "Fire drill"


def test_cards_are_kept_when_the_agenda_changes(plan, do, meeting, settle):
    before = cards(plan)
    do(add_item, meeting, NewItem("news", "Fire drill", 3), 1)
    settle()
    assert [card for card in cards(plan) if card in before] == before


def drag(card, by: int):
    start = QPoint(30, card.height() - 6)
    QTest.mousePress(card, Qt.MouseButton.LeftButton, pos=start)
    for step in (by // 3, by):
        QTest.mouseMove(card, start + QPoint(0, step))
        QApplication.processEvents()


def test_dragging_shows_where_it_goes_and_drops_it_there(plan, qtbot, settle, titles):
    last = cards(plan)[3]
    target = cards(plan)[0]
    drag(last, target.mapTo(plan, QPoint(0, 0)).y() - last.mapTo(plan, QPoint(0, last.height())).y())
    assert plan.parts.agenda.drag.line.isVisible()
    QTest.mouseRelease(last, Qt.MouseButton.LeftButton, pos=QPoint(30, 0))
    assert plan.parts.agenda.drag.line.isHidden()
    settle()
    assert titles() == [ORDER[3], *ORDER[:3]]


def test_escape_leaves_a_drag(plan, qtbot, settle, titles):
    first = cards(plan)[0]
    drag(first, 300)
    QTest.keyClick(first, Qt.Key.Key_Escape)
    QTest.mouseRelease(first, Qt.MouseButton.LeftButton)
    settle()
    assert titles() == ORDER
    assert not plan.parts.agenda.drag.is_on


def test_a_press_without_a_move_only_chooses(plan, qtbot, settle, titles):
    qtbot.mouseClick(cards(plan)[3], Qt.MouseButton.LeftButton)
    settle()
    assert plan.chosen_item().title == "Wrap up"
    assert titles() == ORDER


def test_too_much_can_be_made_to_fit(plan, do, meeting, qtbot, settle, agenda):
    do(add_item, meeting, NewItem("topic", "More", 20))
    settle()
    assert plan.parts.summary.fit.isVisible()
    qtbot.mouseClick(plan.parts.summary.fit, Qt.MouseButton.LeftButton)
    settle()
    assert agenda().spare_minutes == 0
    assert plan.parts.summary.chip.text() == "just right"
    assert plan.parts.summary.fit.isHidden()


def test_a_slot_that_nothing_fits_is_said(plan, context, do, meeting, qtbot, settle, agenda):
    problems = []
    context.bus.problem_arose.connect(problems.append)
    do(change_meeting, meeting, minutes=15)
    settle()
    qtbot.mouseClick(plan.parts.summary.fit, Qt.MouseButton.LeftButton)
    settle()
    assert "more than 15 minutes" in problems[0]
    assert agenda().planned_minutes == 42


def test_only_the_chosen_card_is_a_stop_for_tab(plan):
    stops = [card.focusPolicy() & Qt.FocusPolicy.TabFocus for card in cards(plan)]
    assert [bool(stop) for stop in stops] == [False, True, False, False]


def test_cards_say_what_they_are(plan):
    assert cards(plan)[1].accessibleName() == "ATLAS Looking at Data, protocol, 25 minutes"
    assert cards(plan)[1].minutes.focusProxy().accessibleName() == "Minutes of ATLAS Looking at Data"
    assert cards(plan)[0].accessibleDescription() == "Connections"


def test_deleting_all_leads_on(plan, do, settle, agenda, qtbot, titles):
    for item in agenda().items:
        do(delete_item, item.id)
    settle()
    assert plan.parts.empty.isVisible() and plan.parts.detail.isHidden() and plan.parts.hint.isHidden()
    qtbot.mouseClick(plan.parts.empty.frame, Qt.MouseButton.LeftButton)
    settle()
    assert titles() == ["Opening", "Wrap up"]
    assert plan.parts.empty.isHidden()
