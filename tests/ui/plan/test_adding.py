"""Putting things on the agenda: usual topics, what is typed, protocols, what was carried over."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from plcdesk.planning.agendas import NewItem, add_item, delete_item
from plcdesk_ui.widgets.rows import ClickRow


def rows(card) -> dict[str, ClickRow]:
    return {row.content.text.text(): row for row in card.rows.rows() if isinstance(row, ClickRow)}


def click(qtbot, row) -> None:
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("word", "kind", "minutes"),
    [("Topic to discuss", "topic", 10), ("Decision to make", "decision", 10), ("News", "news", 3)],
)
def test_a_click_adds_a_topic_before_the_wrap_up_ready_for_its_title(
    plan, qtbot, settle, agenda, word, kind, minutes
):
    click(qtbot, rows(plan.parts.add)[word])
    settle()
    item = agenda().items[-2]
    assert (item.kind, item.title, item.minutes) == (kind, word, minutes)
    title = plan.parts.agenda.card(item.id).title
    assert title.is_editing and title.field.selectedText() == word
    assert plan.chosen_item().id == item.id


def test_opening_and_wrap_up_are_offered_only_where_they_are_missing(plan, do, qtbot, settle, agenda, titles):
    assert "Opening" not in rows(plan.parts.add) and "Wrap up" not in rows(plan.parts.add)
    do(delete_item, agenda().items[0].id)
    settle()
    click(qtbot, rows(plan.parts.add)["Opening"])
    settle()
    assert titles()[0] == "Opening"
    assert "Opening" not in rows(plan.parts.add)


def test_typed_words_find_protocols_and_are_offered_as_topics(plan, qtbot, settle, agenda):
    search = plan.parts.add.search
    qtbot.keyClicks(search, "data dr")
    shown = list(rows(plan.parts.add))
    assert shown == ["Data-Driven Dialogue", "Topic “data dr”", "Decision “data dr”"]
    qtbot.keyClick(search, Qt.Key.Key_Return)
    settle()
    item = agenda().items[-2]
    assert item.snapshot.protocol_id == "data-driven-dialogue"
    assert item.minutes == item.snapshot.own_minutes
    assert search.text() == "" and "Topic to discuss" in rows(plan.parts.add)


def test_a_protocol_is_found_by_its_other_name(plan, qtbot):
    qtbot.keyClicks(plan.parts.add.search, "learning from")
    assert "ATLAS Looking at Data" in rows(plan.parts.add)


def test_words_that_name_no_protocol_become_a_topic(plan, qtbot, settle, agenda):
    qtbot.keyClicks(plan.parts.add.search, "Lab safety <b>contract</b>")
    qtbot.keyClick(plan.parts.add.search, Qt.Key.Key_Return)
    settle()
    assert agenda().items[-2].title == "Lab safety <b>contract</b>"
    assert agenda().items[-2].kind == "topic"


def test_the_keyboard_goes_from_the_field_into_the_list(plan, qtbot, settle, agenda):
    plan.activateWindow()
    qtbot.waitUntil(plan.isActiveWindow)
    plan.parts.add.start_finding()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settle()
    assert agenda().items[-2].kind == "decision"


def test_protocols_are_suggested_for_the_minutes_at_hand(plan, qtbot, settle, agenda):
    card = plan.parts.protocols
    assert card.title_label.text() == "Protocols for 25 minutes"
    shown = rows(card)
    assert len(shown) == 5 and list(shown)[-1] == "All protocols…"
    assert "ATLAS Looking at Data" not in shown
    first = next(iter(shown.values()))
    assert first.accessibleName().endswith("25 minutes")
    click(qtbot, first)
    settle()
    item = agenda().items[-2]
    assert (item.kind, item.minutes) == ("protocol", 25)
    assert sum(step.minutes for step in item.snapshot.fitted.steps) + item.snapshot.fitted.spare == 25


def test_spare_minutes_are_what_protocols_are_suggested_for(plan, do, settle, agenda):
    do(delete_item, agenda().items[1].id)
    settle()
    assert plan.parts.protocols.title_label.text() == "Protocols for 28 minutes"


def test_what_was_carried_over_says_where_it_comes_from(earlier, plan, qtbot, settle, agenda):
    shown = rows(plan.parts.carried)
    assert {text: row.content.secondary.text() for text, row in shown.items()} == {
        "Re-test unit 2?": "Open question · Tue 17 Nov",
        "Lab safety contract": "Not reached · 12 min · Tue 17 Nov",
        "Share the slides": "Action · nobody yet · was due Fri 20 Nov",
    }
    click(qtbot, shown["Re-test unit 2?"])
    settle()
    assert agenda().items[-2].from_entry_id == earlier.question
    click(qtbot, rows(plan.parts.carried)["Lab safety contract"])
    settle()
    assert (agenda().items[-2].title, agenda().items[-2].minutes) == ("Lab safety contract", 12)
    click(qtbot, rows(plan.parts.carried)["Share the slides"])
    settle()
    assert agenda().items[-2].from_entry_id == earlier.action
    assert rows(plan.parts.carried) == {}
    assert plan.parts.carried.nothing.text() == "Nothing carried over."


def test_without_an_earlier_meeting_the_card_says_what_belongs_there(plan):
    assert "waits here" in plan.parts.carried.nothing.text()


def test_an_empty_agenda_leads_on(open_plan, do, team, qtbot, settle, agenda):
    from plcdesk.planning.agendas import new_meeting

    empty = do(new_meeting, team, "Empty", "2026-12-01T10:50")
    plan = open_plan(empty)
    assert plan.parts.empty.isVisible() and plan.parts.agenda.isHidden()
    assert plan.parts.protocols.title_label.text() == "Protocols for 35 minutes"
    click(qtbot, plan.parts.empty.add)
    settle()
    assert [item.kind for item in agenda(empty).items] == ["topic"]
    assert plan.parts.agenda.isVisible() and plan.parts.empty.isHidden()


def test_fifteen_topics_scroll_and_the_chosen_one_comes_into_view(plan, do, meeting, settle):
    for number in range(12):
        do(add_item, meeting, NewItem("topic", f"Topic {number}", 2))
    settle()
    area = plan.parts.middle.area
    assert area.verticalScrollBar().maximum() > 0
    plan.parts.agenda.choose(plan.agenda.items[-1].id, focus=True)
    card = plan.parts.agenda.cards()[-1]
    visible = area.viewport().rect()
    top = card.mapTo(area.viewport(), card.rect().topLeft()).y()
    assert visible.top() <= top and top + card.height() <= visible.bottom() + 1
