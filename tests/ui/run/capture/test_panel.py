"""Writing down by typing and clicking, on a real store."""

import itertools
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from plcdesk.errors import EnvironmentProblem
from plcdesk.running.entries import NewEntry, add_entries, add_entry
from plcdesk.running.reading import read_room
from plcdesk.store.undo import undo
from plcdesk_ui.run.capture import notebook as notebook_module
from plcdesk_ui.run.capture.details_sheet import DetailsSheet
from plcdesk_ui.run.capture.line import CaptureLine
from plcdesk_ui.run.capture.offers import offer_for
from plcdesk_ui.run.capture.panel import CapturePanel
from plcdesk_ui.run.capture.scope import parts_of
from plcdesk_ui.run.capture.who_when import WhoWhenSheet
from plcdesk_ui.run.live import LiveMeeting
from tests.counting import calls_of
from tests.ui.run.capture.meeting import go_to
from tests.ui.walk import nameless, rich_labels

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SAID = "Dana will print the ratio strips by thu"


def until_read(panel):
    while not panel.line.is_read:
        QTest.qWait(1)


def type_in(panel, text):
    QTest.keyClicks(panel.line.edit, text)
    until_read(panel)


def press(panel, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(panel.line.edit, key, modifiers)
    until_read(panel)


def paste(panel, text):
    data = QMimeData()
    data.setText(text)
    panel.line.edit.insertFromMimeData(data)


def shown(panel):
    return [row.entry.text for row in panel.list.rows()]


def write(panel, *texts):
    for text in texts:
        type_in(panel, text)
        press(panel, Qt.Key.Key_Return)


def member(live, first_name):
    return next(m.id for m in live.room.agenda.team.members if m.first_name == first_name)


# Typing and Enter


def test_enter_gives_the_steps_own_first_kind_in_its_own_word(panel, live, stored):
    write(panel, "They know both numbers")
    assert shown(panel) == ["They know both numbers"]  # at once, before it is stored
    assert panel.line.edit.text() == ""
    assert panel.line.edit.hasFocus()
    (entry,) = stored().entries
    assert (entry.kind, entry.word, entry.text) == (
        "interpretation",
        "Interpretation",
        "They know both numbers",
    )
    assert (entry.item_id, entry.step, entry.said_by) == (live.facts.item.id, live.facts.key, None)
    assert shown(panel) == ["They know both numbers"]


def test_a_row_stands_there_at_once_and_stays_the_same_widget(panel, stored):
    write(panel, "Seen at once")
    (row,) = panel.list.rows()
    stored()
    assert panel.list.rows() == [row]


def test_an_action_is_shown_as_understood_before_enter(panel, live, stored):
    type_in(panel, SAID)
    assert panel.line.row.texts == ("Action", "Dana", "Thu 26 Nov")
    assert stored().entries == ()
    press(panel, Qt.Key.Key_Return)
    (entry,) = stored().entries
    assert (entry.kind, entry.word, entry.text) == ("action", None, "Print the ratio strips")
    assert (entry.owners, entry.due_on) == ((member(live, "Dana"),), date(2026, 11, 26))


def test_next_meeting_is_the_teams_next_planned_one(panel, stored):
    type_in(panel, "Jo and Minh will bring tickets by the next meeting")
    assert panel.line.row.texts == ("Action", "Jo", "Minh", "Tue 1 Dec")


def test_who_said_it_is_kept_only_when_typed(panel, live, stored):
    write(panel, "plain", "@Minh: why nine tickets?")
    first, second = stored().entries
    assert (first.said_by, second.said_by) == (None, member(live, "Minh"))


def test_after_enter_the_kind_is_the_steps_first_again(panel, stored):
    press(panel, Qt.Key.Key_Tab)
    write(panel, "We assume it", "And a meaning")
    assert [entry.kind for entry in stored().entries] == ["assumption", "interpretation"]


def test_an_empty_line_and_a_bare_kind_word_write_nothing(panel, stored):
    press(panel, Qt.Key.Key_Return)
    write(panel, "   ", "Decision:")
    assert stored().entries == ()
    assert "Decision:" in panel.line.edit.text()


def test_shift_enter_begins_a_new_line_of_the_same_note(panel, stored):
    type_in(panel, "first")
    press(panel, Qt.Key.Key_Return, SHIFT)
    type_in(panel, "second")
    press(panel, Qt.Key.Key_Return)
    assert [entry.text for entry in stored().entries] == ["first\nsecond"]


def test_the_line_grows_and_shrinks(panel):
    low = panel.line.edit.height()
    type_in(panel, "a very long note that needs more than a single line of the notes at the right")
    assert panel.line.edit.height() > low
    assert panel.line.edit.verticalScrollBar().maximum() == 0
    press(panel, Qt.Key.Key_Return)
    assert panel.line.edit.height() == low


def test_a_keystroke_costs_the_same_however_many_notes_there_are(panel, live, workspace, settle):
    def type_and_read():
        QTest.keyClicks(panel.line.edit, SAID)
        return panel.line.offer

    few = calls_of(type_and_read)
    news = [NewEntry("note", f"note {n}", live.facts.item.id, live.facts.key) for n in range(200)]
    workspace.writer.write(add_entries, live.meeting_id, news).result(60)
    live.read_again()
    settle()
    assert calls_of(type_and_read) < 2 * few


# Kinds


def test_the_step_offers_its_own_kinds_then_those_of_every_meeting(panel):
    names = [chip.accessibleName() for chip in panel.kinds._chips]
    assert names == ["Interpretation", "Assumption", "Question", "Note", "Action", "Decision", "Park"]


def test_a_click_on_a_chip_chooses_and_leaves_the_keyboard_in_the_line(panel, stored):
    type_in(panel, "Heavy things sink")
    QTest.mouseClick(panel.kinds._chips[1], Qt.MouseButton.LeftButton)
    assert panel.line.edit.hasFocus()
    assert panel.line.row.texts == ("Assumption",)
    assert [chip.accessibleName() for chip in panel.kinds._chips if chip.isChecked()] == ["Assumption"]
    press(panel, Qt.Key.Key_Return)
    assert stored().entries[0].kind == "assumption"


def test_tab_goes_through_the_kinds_and_shift_tab_back(panel):
    for expected in ("Assumption", "Question", "Note"):
        press(panel, Qt.Key.Key_Tab)
        assert panel.line.offer.name == expected
    press(panel, Qt.Key.Key_Backtab, SHIFT)
    assert panel.line.offer.name == "Question"
    for _ in range(5):
        press(panel, Qt.Key.Key_Tab)
    assert panel.line.offer.name == "Interpretation"  # once round
    assert panel.line.edit.hasFocus()


def test_a_chosen_kind_holds_against_a_promise(panel, stored):
    type_in(panel, SAID)
    press(panel, Qt.Key.Key_Tab)
    assert panel.line.row.texts == ("Decision",)
    press(panel, Qt.Key.Key_Return)
    (entry,) = stored().entries
    assert (entry.kind, entry.text, entry.owners) == ("decision", SAID, ())


def test_a_word_chooses_too(panel, stored):
    write(panel, "Decision: we re-teach on Thursday", "park: the lab contract")
    assert [(entry.kind, entry.text) for entry in stored().entries] == [
        ("decision", "We re-teach on Thursday"),
        ("parked", "The lab contract"),
    ]


def test_esc_leaves_the_line_for_the_chips_and_enter_comes_back(panel):
    type_in(panel, "half")
    press(panel, Qt.Key.Key_Escape)
    chip = QApplication.focusWidget()
    assert chip.accessibleName() == "Interpretation"
    QTest.keyClick(chip, Qt.Key.Key_Right)
    assert panel.line.offer.name == "Assumption"
    assert QApplication.focusWidget().accessibleName() == "Assumption"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert panel.line.edit.hasFocus()
    assert panel.line.edit.text() == "half"


def test_tab_never_traps(panel, qtbot, stored):
    write(panel, "one", "two")
    stored()
    press(panel, Qt.Key.Key_Escape)
    seen = []
    for _ in range(6):
        widget = QApplication.focusWidget()
        seen.append(type(widget).__name__)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
        if type(QApplication.focusWidget()).__name__ == "CaptureEdit":
            break
    assert seen == ["_Chip", "Button", "EntryRow"]


# Not meant so


def test_backspace_at_the_start_takes_words_as_they_stand_one_after_the_other(panel, stored):
    type_in(panel, SAID)
    panel.line.edit.moveCursor(QTextCursor.MoveOperation.Start)
    press(panel, Qt.Key.Key_Backspace)
    assert panel.line.row.texts == ("Action", "Dana")
    press(panel, Qt.Key.Key_Backspace)
    assert panel.line.row.texts == ("Action",)
    press(panel, Qt.Key.Key_Backspace)
    assert panel.line.row.texts == ("Interpretation",)
    assert panel.line.edit.text() == SAID
    press(panel, Qt.Key.Key_Return)
    (entry,) = stored().entries
    assert (entry.kind, entry.text) == ("interpretation", SAID)


def test_owner_and_date_are_changed_by_a_click_on_their_chip(panel, live, stored):
    type_in(panel, SAID)
    QTest.mouseClick(panel.line.row.chip("owner"), Qt.MouseButton.LeftButton)
    sheet = panel.line.findChild(WhoWhenSheet)
    ticks = {tick.accessibleName(): tick for _, tick in sheet.people}
    ticks["Dana Kim"].click()
    ticks["Jo Okafor"].click()
    sheet.due.setDate(date(2026, 12, 4))
    QTest.keyClick(sheet.done, Qt.Key.Key_Return)
    assert panel.line.row.texts == ("Action", "Jo", "Fri 4 Dec")
    press(panel, Qt.Key.Key_Return)
    (entry,) = stored().entries
    assert (entry.text, entry.owners, entry.due_on) == (
        "Print the ratio strips",
        (member(live, "Jo"),),
        date(2026, 12, 4),
    )


def test_the_kind_is_changed_by_a_click_on_its_chip(panel):
    type_in(panel, SAID)
    QTest.mouseClick(panel.line.row.chip("kind"), Qt.MouseButton.LeftButton)
    choose_in_menu("Note")
    assert panel.line.row.texts == ("Note",)
    assert panel.line.edit.hasFocus()


def test_who_said_it_can_be_taken_back(panel):
    type_in(panel, "@Minh: why nine tickets?")
    QTest.mouseClick(panel.line.row.chip("said_by"), Qt.MouseButton.LeftButton)
    choose_in_menu("Not meant so")
    assert panel.line.row.texts == ("Interpretation",)
    assert panel.line.reading.now.text == "@Minh: why nine tickets?"


def test_esc_in_the_sheet_changes_nothing(panel):
    type_in(panel, SAID)
    QTest.mouseClick(panel.line.row.chip("due"), Qt.MouseButton.LeftButton)
    sheet = panel.line.findChild(WhoWhenSheet)
    sheet.people[0][1].click()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert panel.line.row.texts == ("Action", "Dana", "Thu 26 Nov")


# Names


def test_tab_takes_the_name_on_offer_else_another_kind(panel):
    type_in(panel, "Minh and Da")
    assert panel.line.edit.completion.ghost == "na"
    press(panel, Qt.Key.Key_Tab)
    assert panel.line.edit.text() == "Minh and Dana "
    assert panel.line.offer.name == "Interpretation"
    press(panel, Qt.Key.Key_Backtab)
    assert panel.line.edit.text() == "Minh and Dana "
    assert panel.line.offer.name == "Parking lot"


def test_where_several_names_fit_a_list_offers_them_and_the_keyboard_stays(panel, stored):
    type_in(panel, "@")
    assert panel.line.edit.names[:3] == ("@Rosa", "@Minh", "@Dana")
    press(panel, Qt.Key.Key_Down)
    press(panel, Qt.Key.Key_Down)
    assert panel.window().focusWidget() is panel.line.edit
    press(panel, Qt.Key.Key_Right)
    assert (panel.line.edit.text(), panel.line.edit.names) == ("@Dana ", ())
    type_in(panel, "units are missing #units @")
    press(panel, Qt.Key.Key_Escape)
    assert panel.line.edit.names == ()
    press(panel, Qt.Key.Key_Backspace)
    press(panel, Qt.Key.Key_Return)
    entry = stored().entries[-1]
    assert (entry.text, entry.fields) == ("Units are missing #units", {"tags": ["units"]})


# What a kind asks for besides


def test_tab_goes_through_the_fields_of_the_kind_and_enter_adds(panel, stored):
    type_in(panel, "they trust heavy sinks")
    assert panel.line.fields.names == ("evidence",)
    press(panel, Qt.Key.Key_Tab)
    evidence = panel.line.fields.edits["evidence"]
    assert evidence.hasFocus()
    QTest.keyClicks(evidence, "nine of 22 tickets")
    QTest.keyClick(evidence, Qt.Key.Key_Tab)
    assert panel.window().focusWidget() is panel.line.edit
    press(panel, Qt.Key.Key_Tab)
    QTest.keyClick(evidence, Qt.Key.Key_Return)
    assert (panel.line.edit.text(), evidence.text()) == ("", "")
    assert panel.window().focusWidget() is panel.line.edit
    entry = stored().entries[-1]
    assert (entry.text, entry.fields) == ("they trust heavy sinks", {"evidence": "nine of 22 tickets"})
    assert "Evidence: nine of 22 tickets" in panel.list.rows()[-1].accessibleName()
    assert stored().drafts == {}


def test_what_is_half_typed_in_a_field_is_found_after_a_crash(panel, live, context, moment, stored):
    type_in(panel, "they trust heavy sinks")
    press(panel, Qt.Key.Key_Tab)
    QTest.keyClicks(panel.line.fields.edits["evidence"], "nine of 22")
    panel.flush()
    place = panel.notebook.place
    assert stored().drafts == {place: "they trust heavy sinks", f"{place}#evidence": "nine of 22"}
    assert panel.left_behind.isHidden()
    live.read_again()
    again = LiveMeeting(context, live.meeting_id)
    line = CaptureLine(notebook_module.notebook_of(again))
    assert (line.edit.text(), line.fields.edits["evidence"].text()) == (
        "they trust heavy sinks",
        "nine of 22",
    )
    again.let_go()


def test_fields_are_mended_and_undone(panel, live, stored, workspace):
    type_in(panel, "they trust heavy sinks")
    press(panel, Qt.Key.Key_Return)
    stored()
    row = panel.list.rows()[-1]
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_D)
    sheet = panel.findChild(DetailsSheet)
    QTest.keyClicks(sheet.edits["evidence"], "ticket 4")
    QTest.keyClick(sheet.edits["evidence"], Qt.Key.Key_Return)
    assert stored().entries[-1].fields == {"evidence": "ticket 4"}
    workspace.writer.write(undo, live.meeting_id).result(60)
    assert not stored().entries[-1].fields


def test_a_name_after_an_at_sign_is_completed_with_its_accents(panel):
    type_in(panel, "@mi")
    press(panel, Qt.Key.Key_Tab)
    type_in(panel, "says units are missing")
    assert panel.line.row.texts == ("Interpretation", "said by Minh")


# Several lines at once


def test_a_paste_of_lines_says_how_many_notes_it_makes(panel, stored, workspace, live, context, qtbot):
    paste(
        panel, "• Units missing in 9 tickets\r\n2. Nobody compared\r\n\r\n- Dana will ask section C by fri\n"
    )
    assert panel.line.row.texts == ("Interpretation", "Enter adds 3 notes")
    with qtbot.waitSignal(context.bus.told) as told:
        press(panel, Qt.Key.Key_Return)
    assert told.args == ["Added 3 notes", live.meeting_id]
    assert shown(panel) == ["Units missing in 9 tickets", "Nobody compared", "Ask section C"]
    assert [entry.kind for entry in stored().entries] == ["interpretation", "interpretation", "action"]
    workspace.writer.write(undo, live.meeting_id).result(60)
    assert stored().entries == ()
    assert shown(panel) == []


def test_backspace_at_the_start_makes_a_paste_one_note(panel, stored):
    paste(panel, "one\ntwo")
    panel.line.edit.moveCursor(QTextCursor.MoveOperation.Start)
    press(panel, Qt.Key.Key_Backspace)
    assert panel.line.row.texts == ("Interpretation", "As 2 notes")
    press(panel, Qt.Key.Key_Return)
    assert [entry.text for entry in stored().entries] == ["one\ntwo"]


def test_too_many_lines_are_refused_and_nothing_is_lost(panel, context, stored, qtbot):
    paste(panel, "line\n" * 501)
    with qtbot.waitSignal(context.bus.problem_arose):
        press(panel, Qt.Key.Key_Return)
    assert stored().entries == ()
    assert panel.line.edit.text().count("line") == 501


def test_formatted_text_is_pasted_as_plain_text(panel):
    data = QMimeData()
    data.setHtml("<b>bold</b> <img src='x.png'>")
    data.setText("bold <b>as typed</b>")
    panel.line.edit.insertFromMimeData(data)
    assert panel.line.edit.text() == "bold <b>as typed</b>"


# Half typed


def test_half_typed_text_stays_with_its_step(panel, live, workspace, moment, settle):
    type_in(panel, "the ticket never ask")
    go_to(workspace, moment, live.meeting_id, "Implications")
    live.read_again()
    assert panel.line.edit.text() == ""
    assert not panel.left_behind.isHidden()
    assert "the ticket never ask" in panel.left_behind.words.text()
    type_in(panel, "so we")
    go_to(workspace, moment, live.meeting_id, "Interpret")
    live.read_again()
    assert panel.line.edit.text() == "the ticket never ask"
    assert panel.line.edit.textCursor().atEnd()
    type_in(panel, "ed")
    settle()
    assert panel.line.edit.text() == "the ticket never asked"


def test_what_was_left_behind_can_be_brought_here(panel, live, workspace, moment, stored):
    type_in(panel, "half a thought")
    go_to(workspace, moment, live.meeting_id, "Implications")
    live.read_again()
    QTest.mouseClick(panel.left_behind.bring, Qt.MouseButton.LeftButton)
    assert panel.line.edit.text() == "half a thought"
    assert panel.left_behind.isHidden()
    assert list(stored().drafts.values()) == ["half a thought"]


def test_half_typed_text_is_stored_within_a_second_and_found_after_a_crash(
    panel, live, context, qtbot, follow
):
    type_in(panel, "they kno")

    def is_stored():
        return read_room(context.reader, live.meeting_id).drafts == {live.facts.key: "they kno"}

    qtbot.waitUntil(is_stored)
    after = follow(live.meeting_id)
    again = CapturePanel(after)
    qtbot.addWidget(again)
    assert again.line.edit.text() == "they kno"
    again.let_go()


def test_leaving_the_line_stores_at_once(panel, live, stored):
    type_in(panel, "they kno")
    panel.line.edit.clearFocus()
    assert stored().drafts == {live.facts.key: "they kno"}


def test_enter_leaves_no_draft(panel, stored):
    type_in(panel, "they know")
    panel.flush()
    press(panel, Qt.Key.Key_Return)
    assert stored().drafts == {}


def test_news_from_elsewhere_leave_caret_and_text_alone(panel, live, workspace, settle):
    type_in(panel, "half a word")
    panel.line.edit.moveCursor(QTextCursor.MoveOperation.WordLeft)
    place = panel.line.edit.textCursor().position()
    new = NewEntry("note", "from elsewhere", live.facts.item.id, live.facts.key)
    workspace.writer.write(add_entry, live.meeting_id, new).result(60)
    settle()
    assert shown(panel) == ["from elsewhere"]
    assert panel.line.edit.text() == "half a word"
    assert panel.line.edit.textCursor().position() == place


def test_what_could_not_be_written_comes_back(panel, context, stored, qtbot, monkeypatch):
    def full(*args, **kwargs):
        raise EnvironmentProblem("The disk is full.")

    import plcdesk.running.entries as entries

    with monkeypatch.context() as patch:
        patch.setattr(entries, "add_entries", full)
        type_in(panel, "kept words")
        with qtbot.waitSignal(context.bus.problem_arose) as told:
            press(panel, Qt.Key.Key_Return)
        assert told.args == ["The disk is full."]
    qtbot.waitUntil(lambda: panel.line.edit.text() == "kept words")
    assert shown(panel) == []
    press(panel, Qt.Key.Key_Return)
    assert [entry.text for entry in stored().entries] == ["kept words"]


# Parking


def test_parking_what_is_half_typed(panel, stored):
    type_in(panel, "Same lab contract for everyone?")
    panel.park_it()
    (entry,) = stored().entries
    assert (entry.kind, entry.text) == ("parked", "Same lab contract for everyone?")
    assert panel.line.edit.text() == ""


def test_parking_in_an_empty_line_parks_what_is_typed_next(panel, stored):
    press(panel, Qt.Key.Key_Escape)
    panel.park_it()
    assert panel.line.edit.hasFocus()
    write(panel, "the lab contract")
    assert stored().entries[0].kind == "parked"


# Steps in which little or nothing is written


def test_a_step_without_notes_says_so_and_still_parks(context, workspace, moment, qtbot, follow):
    from tests.ui.run.capture.meeting import running_meeting

    meeting = running_meeting(workspace, moment, protocol="chalk-talk", step="Opening")
    live = follow(meeting)
    keys = [step.title for step in live.state.plan.steps]
    go_to(workspace, moment, meeting, keys[1])
    live.read_again()
    panel = CapturePanel(live)
    qtbot.addWidget(panel)
    assert panel.line.edit.placeholderText() == "Nothing is written down in this step"
    assert [offer.kind for offer in panel.notebook.offers] == ["parked", "action"]
    panel.let_go()


def test_a_space_at_the_end_of_a_full_line_moves_nothing_sideways(panel):
    panel.resize(330, 700)
    panel.show()
    edit = panel.line.edit
    while edit.document().size().height() < 2:
        QTest.keyClicks(edit, "words ")
        edit.insertPlainText("i" * 3)
        assert edit.contentOffset().x() == 0
    for _more in range(40):  # one of these spaces stands beyond the end of its line
        edit.insertPlainText("i")
        QTest.keyClicks(edit, " ")
        assert edit.contentOffset().x() == 0


def test_a_step_with_private_notes_says_so(context, workspace, moment, qtbot, follow):
    from tests.ui.run.capture.meeting import running_meeting

    meeting = running_meeting(workspace, moment, protocol="notice-wonder", step="Opening")
    live = follow(meeting)
    go_to(workspace, moment, meeting, live.state.plan.steps[1].title)
    live.read_again()
    panel = CapturePanel(live)
    qtbot.addWidget(panel)
    private = live.facts.step.notes == "private"
    while not private and live.state.next_key:
        go_to(workspace, moment, meeting, live.state.plan.step(live.state.next_key).title)
        live.read_again()
        private = live.facts.step is not None and live.facts.step.notes == "private"
    assert panel.line.edit.placeholderText() == "Private: Enter hides it"
    panel.line.choose(offer_for("parked", panel.notebook.offers))
    assert panel.line.edit.placeholderText() == "Write down what is said", "what is parked is not hidden"
    panel.let_go()


# The list


@pytest.fixture
def three(panel, stored):
    write(panel, "first", "second", SAID)
    stored()
    return panel.list.rows()


def test_enter_and_double_click_mend_in_place(panel, three, stored):
    first, second, _action = three
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Return)
    QTest.keyClicks(first.field, ", mended")
    QTest.keyClick(first.field, Qt.Key.Key_Return)
    assert panel.line.edit.hasFocus()
    QTest.mouseDClick(
        second, Qt.MouseButton.LeftButton, pos=QPoint(second.width() - 60, second.height() // 2)
    )
    QTest.keyClicks(second.field, " too")
    QTest.keyClick(second.field, Qt.Key.Key_Escape)
    assert [entry.text for entry in stored().entries][:2] == ["first, mended", "second too"]
    assert panel.list.rows() == three


def test_what_is_being_mended_is_left_alone_by_news(panel, three, live, workspace, settle):
    first = three[0]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_F2)
    QTest.keyClicks(first.field, " half")
    workspace.writer.write(add_entry, live.meeting_id, NewEntry("note", "x", step=live.facts.key)).result(60)
    settle()
    assert first.field.text() == "first half"
    assert first.field.hasFocus()
    QTest.keyClick(first.field, Qt.Key.Key_Return)
    settle()
    assert shown(panel)[0] == "first half"


def test_up_in_an_empty_line_mends_the_last_one(panel, three, stored):
    press(panel, Qt.Key.Key_Up)
    field = three[-1].field
    QTest.keyClicks(field, " twice")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert stored().entries[-1].text == "Print the ratio strips twice"
    assert panel.line.edit.hasFocus()


def test_emptying_a_note_deletes_it_with_undo(panel, three, context, stored, qtbot):
    press(panel, Qt.Key.Key_Up)
    three[-1].field.selectAll()
    QTest.keyClick(three[-1].field, Qt.Key.Key_Delete)
    with qtbot.waitSignal(context.bus.told) as told:
        QTest.keyClick(three[-1].field, Qt.Key.Key_Return)
    assert told.args == ["Note deleted", panel.live.meeting_id]
    assert [entry.text for entry in stored().entries] == ["first", "second"]


def test_del_deletes_and_undo_brings_it_back(panel, three, context, live, stored, workspace, qtbot):
    three[1].setFocus()
    with qtbot.waitSignal(context.bus.told) as told:
        QTest.keyClick(three[1], Qt.Key.Key_Delete)
    assert told.args == ["Note deleted", live.meeting_id]
    stored()
    assert shown(panel) == ["first", "Print the ratio strips"]
    assert QApplication.focusWidget() in panel.list.rows()
    workspace.writer.write(undo, live.meeting_id).result(60)
    stored()
    assert shown(panel) == ["first", "second", "Print the ratio strips"]


def test_arrow_keys_go_through_the_rows(panel, three):
    three[-1].setFocus()
    QTest.keyClick(three[-1], Qt.Key.Key_Up)
    assert three[1].hasFocus()
    QTest.keyClick(three[1], Qt.Key.Key_Home)
    assert three[0].hasFocus()
    QTest.keyClick(three[0], Qt.Key.Key_Up)
    assert three[0].hasFocus()
    QTest.keyClick(three[0], Qt.Key.Key_End)
    assert three[2].hasFocus()


def choose_in_menu(*words):
    """In the menu that is open, choose what `words` name."""
    menu = found = QApplication.activePopupWidget()
    for word in words[:-1]:
        found = next(action.menu() for action in found.actions() if action.text() == word)
    next(action for action in found.actions() if action.text() == words[-1]).trigger()
    menu.close()


def test_the_chip_changes_what_it_is(panel, three, stored):
    QTest.mouseClick(three[0], Qt.MouseButton.LeftButton, pos=QPoint(20, three[0].height() // 2))
    choose_in_menu("Assumption")
    entry = stored().entries[0]
    assert (entry.kind, entry.word) == ("assumption", "Assumption")
    assert panel.window().focusWidget() is panel.line.edit


def test_the_menu_moves_to_another_step(panel, three, stored, qtbot, context):
    three[0].setFocus()
    QTest.keyClick(three[0], Qt.Key.Key_Menu)
    with qtbot.waitSignal(context.bus.told) as told:
        choose_in_menu("Move to", "ATLAS Looking at Data", "Implications")
    assert told.args[0] == "Moved to Implications"
    assert stored().entries[0].step.endswith("/implications")
    assert shown(panel) == ["second", "Print the ratio strips"]
    panel.show_scope("topic")
    assert shown(panel) == ["second", "Print the ratio strips", "first"]


def test_several_are_moved_at_once_and_taken_back_in_one(
    panel, three, stored, qtbot, context, workspace, live
):
    middle = QPoint(three[0].width() - 60, three[0].height() // 2)
    QTest.mouseClick(three[0], Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseClick(three[1], Qt.MouseButton.LeftButton, CONTROL, pos=middle)
    assert [row.is_selected for row in three] == [True, True, False]
    QTest.keyClick(three[1], Qt.Key.Key_M)
    with qtbot.waitSignal(context.bus.told) as told:
        choose_in_menu("ATLAS Looking at Data", "Implications")
    assert told.args[0] == "2 notes moved to Implications"
    assert [entry.step.rsplit("/")[-1] for entry in stored().entries] == ["implications"] * 2 + ["interpret"]
    workspace.writer.write(undo, live.meeting_id).result(60)
    assert {entry.step.rsplit("/")[-1] for entry in stored().entries} == {"interpret"}


def test_rows_are_chosen_by_keys_and_changed_together(panel, three, stored):
    three[2].setFocus()
    QTest.keyClick(three[2], Qt.Key.Key_A, CONTROL)
    assert all(row.is_selected for row in three)
    QTest.keyClick(three[2], Qt.Key.Key_Escape)
    assert not any(row.is_selected for row in three)
    QTest.keyClick(three[2], Qt.Key.Key_Escape)
    assert panel.window().focusWidget() is panel.line.edit
    three[2].setFocus()
    QTest.keyClick(three[2], Qt.Key.Key_Up, SHIFT)
    QTest.keyClick(three[1], Qt.Key.Key_Up, SHIFT)
    assert [row.is_selected for row in three] == [True, True, True]
    assert three[0].accessibleName().startswith("selected: ")
    QTest.keyClick(three[0], Qt.Key.Key_Space)
    QTest.keyClick(three[1], Qt.Key.Key_K)
    choose_in_menu("Assumption")
    assert [entry.kind for entry in stored().entries] == ["interpretation", "assumption", "assumption"]


def test_shift_up_in_an_empty_line_goes_to_the_newest_note_and_esc_back(panel, three):
    press(panel, Qt.Key.Key_Up, SHIFT)
    assert panel.window().focusWidget() is three[2]
    QTest.keyClick(three[2], Qt.Key.Key_Escape)
    assert panel.window().focusWidget() is panel.line.edit


def test_owner_and_date_of_an_action_are_mended(panel, three, live, stored):
    action = three[2]
    pill = next(rect for pill, rect in action.places().pills if pill.what == "who")
    QTest.mouseClick(action, Qt.MouseButton.LeftButton, pos=pill.center().toPoint())
    sheet = panel.findChild(WhoWhenSheet)
    next(tick for _, tick in sheet.people if tick.accessibleName() == "Minh Trần").click()
    sheet.due.setDate(date(2026, 12, 1))
    sheet.close()
    entry = stored().entries[-1]
    assert set(entry.owners) == {member(live, "Dana"), member(live, "Minh")}
    assert entry.due_on == date(2026, 12, 1)
    assert "Tue 1 Dec" in action.accessibleName()


def test_an_action_without_owner_or_date_asks_for_them(panel, stored):
    write(panel, "Action: print the strips")
    stored()
    assert panel.list.rows()[0].accessibleName() == "Action, Print the strips, who?, by when?"


def test_copying_a_note(panel, three):
    three[0].setFocus()
    QTest.keyClick(three[0], Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "first"


def test_the_whole_meeting_is_shown_step_by_step(panel, three, live, workspace, moment, settle):
    go_to(workspace, moment, live.meeting_id, "Decide the re-teach plan")
    live.read_again()
    assert shown(panel) == []
    assert not panel.empty.isHidden()
    write(panel, "We re-teach on Thursday")
    settle()
    panel.show_scope("meeting")
    assert shown(panel) == ["first", "second", "Print the ratio strips", "We re-teach on Thursday"]
    assert [caption.text() for caption in panel.list._captions.values()] == [
        "Interpret",
        "Decide the re-teach plan",
    ]
    assert panel.list.rows()[-1].entry.kind == "decision"


def test_hundreds_of_notes_come_a_few_at_a_time(panel, live, workspace, qtbot, settle):
    news = [NewEntry("note", f"note {n}", live.facts.item.id, live.facts.key) for n in range(300)]
    workspace.writer.write(add_entries, live.meeting_id, news).result(60)
    settle()
    assert shown(panel)[-1] == "note 299"
    qtbot.waitUntil(lambda: len(shown(panel)) == 300)
    assert shown(panel)[0] == "note 0"
    bar = panel._area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() == bar.maximum() > 0)


def test_showing_a_note_more_costs_the_same_however_many_there_are(panel, live, workspace, qtbot, settle):
    def cost_of_one_more():
        write(panel, "one more")
        settle()
        parts = parts_of(live, panel.notebook.entries(), "step")
        last = parts[-1].entries[-1]._replace(text="mended")
        parts = (replace(parts[-1], entries=(*parts[-1].entries[:-1], last)),)
        return calls_of(lambda: panel.list.show_parts(parts, [offer.name for offer in panel.notebook.offers]))

    few = cost_of_one_more()
    news = [NewEntry("note", f"note {n}", live.facts.item.id, live.facts.key) for n in range(200)]
    workspace.writer.write(add_entries, live.meeting_id, news).result(60)
    settle()
    qtbot.waitUntil(lambda: len(shown(panel)) == 201)
    assert cost_of_one_more() < 2 * few
    assert shown(panel)[-1] == "mended"


def test_notes_of_a_new_step_stand_under_its_title_and_below_each_other(
    panel, three, live, workspace, moment, settle
):
    panel.show_scope("meeting")
    go_to(workspace, moment, live.meeting_id, "Decide the re-teach plan")
    live.read_again()
    write(panel, "We re-teach on Thursday", "Minh asks the coach")
    settle()
    rows = panel.list.rows()
    assert [row.entry.text for row in rows[3:]] == ["We re-teach on Thursday", "Minh asks the coach"]
    caption = panel.list._captions[live.facts.key]
    assert caption.text() == "Decide the re-teach plan"
    tops = [widget.y() for widget in (rows[2], caption, *rows[3:])]
    assert tops == sorted(tops) and len(set(tops)) == 4
    assert all(a.geometry().bottom() < b.y() for a, b in itertools.pairwise(rows))


def test_undo_goes_to_the_meeting_once_nothing_typed_is_left_to_undo(panel, qtbot, three):
    from PySide6.QtGui import QAction, QKeySequence

    undone = []
    action = QAction(panel.window())
    action.setShortcut(QKeySequence("Ctrl+Z"))
    action.triggered.connect(lambda: undone.append(True))
    panel.window().addAction(action)
    type_in(panel, "abc")
    press(panel, Qt.Key.Key_Z, CONTROL)
    assert (panel.line.edit.text(), undone) == ("", [])
    press(panel, Qt.Key.Key_Z, CONTROL)
    assert undone == [True]


def test_everything_has_a_name_and_nothing_reads_html(panel, live, stored):
    write(panel, "<b>not bold</b> <img src='x'>")
    stored()
    assert shown(panel) == ["<b>not bold</b> <img src='x'>"]
    assert nameless(panel) == []
    assert rich_labels(panel) == []


def test_dates_that_need_thought_are_read_aside(panel, monkeypatch, qtbot):
    monkeypatch.setattr(notebook_module, "is_warm", lambda: True)
    asked = []
    monkeypatch.setattr(
        panel.notebook.live.context, "in_background", lambda job, then: (asked.append(True), then(job()))
    )
    type_in(panel, "Dana will print it by the day after the feast")
    qtbot.waitUntil(lambda: bool(asked))
    assert panel.line.row.texts == ("Action", "Dana")


def test_a_students_name_is_asked_about_while_it_is_typed(panel, qtbot, stored):
    type_in(panel, "Marcus trusts heavy sinks, says Minh")
    hint = panel.line.names_hint
    qtbot.waitUntil(hint.isVisible)
    assert hint.words.text() == "Is “Marcus” a student?"
    assert panel.window().focusWidget() is panel.line.edit
    hint.use.click()
    assert panel.line.edit.text() == "M. trusts heavy sinks, says Minh"
    assert hint.isHidden()
    press(panel, Qt.Key.Key_Z, CONTROL)
    assert panel.line.edit.text() == "Marcus trusts heavy sinks, says Minh"
    qtbot.waitUntil(hint.isVisible)
    hint.keep.click()
    assert hint.isHidden()
    press(panel, Qt.Key.Key_Return)
    assert stored().entries[-1].text == "Marcus trusts heavy sinks, says Minh"
