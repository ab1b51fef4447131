"""The forms of one's own protocol: a short one, one for a larger group, made by clicking and typing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from plcdesk import paths
from plcdesk.library.fitting import fit, own_minutes
from plcdesk.library.reading import read_protocol
from plcdesk.library.schema import Form, Groups


def type_over(qtbot, widget: QWidget, text: str) -> None:
    widget.setFocus()
    qtbot.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(widget, text) if text else qtbot.keyClick(widget, Qt.Key.Key_Delete)
    widget.flush()


@pytest.fixture
def click(qtbot, settle):
    """Click once everything has its place."""

    def press(widget: QWidget) -> None:
        settle()
        qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)

    return press


def set_number(qtbot, stepper: QWidget, number: int) -> None:
    type_number = stepper.focusProxy()
    type_number.setFocus()
    type_number.selectAll()
    qtbot.keyClicks(type_number, str(number))
    qtbot.keyClick(type_number, Qt.Key.Key_Return)


def saved(name: str = "atlas-looking-at-data-our-way"):
    return read_protocol(paths.own_protocols() / f"{name}.toml")


def new_form(screen, click):
    """Add a form; returns its fields."""
    click(screen.forms.add_button)
    return list(screen.forms.cards.values())[-1].fields


def test_a_short_form_is_made_shown_on_the_timeline_and_saved(open_editor, qtbot, click):
    screen = open_editor("atlas-data")
    before = len(screen.protocol.forms)
    fields = new_form(screen, click)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is fields.fields["name"])
    type_over(qtbot, fields.fields["name"], "A quarter of an hour less")
    type_over(qtbot, fields.fields["why"], "When there is little time.")
    set_number(qtbot, fields.steps["describe"].number, 6)
    click(fields.steps["interpret"].inside)
    assert not fields.steps["interpret"].number.isVisible()
    form = screen.protocol.forms[before]
    assert (form.minutes, form.without) == ({"describe": 6}, ["interpret"])
    length = own_minutes(screen.protocol, screen.times.people.value(), form=form.id)
    assert screen.times.minutes.value() == length < own_minutes(screen.protocol, form="")
    assert "A quarter of an hour less" in screen.times.fit.sentence.text()
    screen.leave()
    assert saved().forms[before] == form
    assert fit(saved(), length, 6, form=form.id).minutes == length


def test_usual_minutes_and_words_leave_the_step_as_it_is(open_editor, qtbot, click):
    screen = open_editor("atlas-data")
    fields = new_form(screen, click)
    row = fields.steps["describe"]
    usual = row.number.value()
    click(row.pencil)
    type_over(qtbot, row.texts["say"], "Only two things each.")
    set_number(qtbot, row.number, 4)
    made = screen.protocol.forms[-1]
    assert made.changes["describe"].say == "Only two things each." and made.minutes == {"describe": 4}
    type_over(qtbot, row.texts["say"], "")
    set_number(qtbot, row.number, usual)
    assert screen.protocol.forms[-1] == Form(id=made.id, name=made.name)


def test_a_form_for_a_large_group_has_groups_side_by_side(open_editor, qtbot, click):
    screen = open_editor("atlas-data")
    fields = new_form(screen, click)
    set_number(qtbot, fields.fields["people_least"], 13)
    click(fields.fields["parallel"])
    set_number(qtbot, fields.fields["parallel.most"], 6)
    click(fields.steps["debrief"].together)
    form = screen.protocol.forms[-1]
    assert (form.people_least, form.parallel, form.together) == (13, Groups(least=3, most=6), ["debrief"])
    assert screen.forms.cards[form.id].head.content.secondary.text() == (
        "For 13 people or more · groups side by side"
    )
    fields.fields["presenter"].chosen.emit("rotating")
    assert screen.protocol.forms[-1].presenter == "rotating"
    click(fields.fields["parallel"])
    assert screen.protocol.forms[-1].together == []


def test_what_is_wrong_in_a_form_is_told_at_once_and_leads_to_its_field(open_editor, qtbot, click):
    screen = open_editor("atlas-data")
    fields = new_form(screen, click)
    type_over(qtbot, fields.fields["name"], "")
    [row] = screen.mend.rows.rows()
    assert row.content.text.text() == "Form without a name"
    card = list(screen.forms.cards.values())[-1]
    assert card.head.mend.isVisible()
    click(card.head)
    assert card.fields is None
    click(row)
    qtbot.waitUntil(
        lambda: card.fields is not None and QApplication.focusWidget() is card.fields.fields["name"]
    )
    type_over(qtbot, card.fields.fields["name"], "Short")
    for step in card.fields.steps.values():
        click(step.inside)
    assert [row.content.text.text() for row in screen.mend.rows.rows()] == ["Form “Short”"]
    assert screen.times.nothing.isVisible()


def test_forms_are_duplicated_deleted_and_come_back_by_undo(open_editor, qtbot, click):
    screen = open_editor("atlas-lfsw")
    first = screen.protocol
    ids = [form.id for form in first.forms]
    click(screen.forms.cards[ids[0]].head)
    assert screen.times.minutes.value() == own_minutes(first, form=ids[0])
    qtbot.keyClick(screen.forms.cards[ids[0]].head, Qt.Key.Key_Delete)
    assert [form.id for form in screen.protocol.forms] == ids[1:]
    assert screen.times.minutes.value() == own_minutes(first, form="")
    click(screen.undo_button)
    assert screen.protocol == first and list(screen.forms.cards) == ids
    screen.forms.cards[ids[0]].wish("duplicate")
    assert [form.name for form in screen.protocol.forms][:2] == [first.forms[0].name] * 2
    click(screen.undo_button)
    assert screen.protocol == first
    click(screen.forms.cards[ids[-1]].head)
    for widget in screen.forms.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert widget.accessibleName() or widget.text(), widget
