"""Everything that can be clicked can be reached and pressed by the keyboard."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.chip_button import ChipButton
from plcdesk_ui.widgets.chip_choice import ChipChoice
from plcdesk_ui.widgets.choice import Choice
from plcdesk_ui.widgets.date_field import DateField, TimeField
from plcdesk_ui.widgets.people import PeopleRow, Person, PersonButton
from plcdesk_ui.widgets.radio_list import RadioList
from plcdesk_ui.widgets.rail import Rail
from plcdesk_ui.widgets.rows import ClickRow, RowList
from plcdesk_ui.widgets.sheet import Sheet
from plcdesk_ui.widgets.stepper import MinutesStepper, Stepper
from plcdesk_ui.widgets.toggles import CheckRow

KINDS = (("note", "Note", "neutral"), ("action", "Action", "accent"), ("decision", "Decision", "decision"))


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def wheel(widget: QWidget) -> QWheelEvent:
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle, QPointF(widget.mapToGlobal(middle)), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)
    return event


def test_a_row_opens_by_click_enter_and_space(qtbot: QtBot, show: Callable[..., QWidget]) -> None:
    opened: list[object] = []
    row = ClickRow("Designing the density probe", key=7)
    row.activated.connect(lambda: opened.append(row.key))
    show(RowList([row]))
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Return)
    qtbot.keyClick(row, Qt.Key.Key_Space)
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert opened == [7, 7, 7]


def test_arrow_keys_go_from_row_to_row(qtbot: QtBot, show: Callable[..., QWidget]) -> None:
    rows = [ClickRow(str(n), key=n) for n in range(3)]
    show(RowList(rows))
    rows[0].setFocus()
    qtbot.keyClick(focused(), Qt.Key.Key_Down)
    assert rows[1].hasFocus()
    qtbot.keyClick(focused(), Qt.Key.Key_End)
    assert rows[2].hasFocus()
    qtbot.keyClick(focused(), Qt.Key.Key_Down)
    assert rows[2].hasFocus()
    qtbot.keyClick(focused(), Qt.Key.Key_Home)
    assert rows[0].hasFocus()


def test_a_click_on_a_row_does_not_choose_it_by_itself(qtbot: QtBot, show: Callable[..., QWidget]) -> None:
    rows = RowList([ClickRow("a", key="a"), ClickRow("b", key="b")])
    show(rows)
    rows.select("a")
    first, second = rows.rows()
    assert isinstance(first, ClickRow) and isinstance(second, ClickRow)
    qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    assert (first.isChecked(), second.isChecked()) == (True, False)
    rows.select("b")
    assert (first.isChecked(), second.isChecked()) == (False, True)


def test_a_row_taken_away_leaves_no_mark_on_its_card(qtbot: QtBot, show: Callable[..., QWidget]) -> None:
    card = Card("Notes")
    rows = RowList([ClickRow("a", key="a")])
    card.body.addWidget(rows)
    show(card)
    rows.select("a")
    row = rows.rows()[0]
    row.setFocus()
    marked = card.grab().toImage()
    rows.clear()
    empty = Card("Notes")
    empty.body.addWidget(RowList())
    show(empty)
    qtbot.wait(0)
    assert marked != card.grab().toImage()
    card.resize(empty.size())
    assert card.grab().toImage() == empty.grab().toImage()


def test_minutes_by_arrow_keys_by_typing_and_by_the_signs(qtbot: QtBot, show: Callable[..., QWidget]) -> None:
    stepper = MinutesStepper(25, 5, 60)
    told: list[int] = []
    stepper.changed.connect(told.append)
    show(stepper)
    stepper.setFocus()
    qtbot.keyClick(focused(), Qt.Key.Key_Up)
    qtbot.keyClick(focused(), Qt.Key.Key_Down)
    qtbot.keyClick(focused(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(focused(), "40")
    assert told == [26, 25]
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert told == [26, 25, 40]
    qtbot.mouseClick(stepper.findChildren(type(stepper._less))[0], Qt.MouseButton.LeftButton)
    assert told[-1] == 39


def test_minutes_stay_within_their_limits_and_setting_them_tells_nobody(qtbot: QtBot) -> None:
    stepper = MinutesStepper(25, 5, 60)
    qtbot.addWidget(stepper)
    told: list[int] = []
    stepper.changed.connect(told.append)
    stepper.set_value(500)
    assert stepper.value() == 60
    assert not stepper._more.isEnabled()
    stepper.set_value(1)
    assert stepper.value() == 5
    assert not stepper._less.isEnabled()
    stepper.set_limits(10, 20)
    assert stepper.value() == 10
    assert told == []


def test_a_stepper_says_its_unit(qtbot: QtBot) -> None:
    stepper = Stepper(1, 1, 9, lambda n: "person" if n == 1 else "people", "How many are you?")
    qtbot.addWidget(stepper)
    assert stepper._number.text() == "1 person"
    stepper.set_value(6)
    assert stepper._number.text() == "6 people"
    assert stepper._number.accessibleName() == "How many are you?"


def test_arrow_keys_choose_among_chips_and_tab_goes_past_them(
    qtbot: QtBot, show: Callable[..., QWidget]
) -> None:
    choice = ChipChoice(KINDS, "note", "What is it?")
    told: list[object] = []
    choice.chosen.connect(told.append)
    after = button("After")
    show(choice, after)
    choice.findChildren(ChipButton)[0].setFocus()
    qtbot.keyClick(focused(), Qt.Key.Key_Right)
    assert (choice.value(), told) == ("action", ["action"])
    qtbot.keyClick(focused(), Qt.Key.Key_Left)
    qtbot.keyClick(focused(), Qt.Key.Key_Left)
    assert choice.value() == "decision"
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_setting_a_chip_tells_nobody_and_may_choose_none(qtbot: QtBot) -> None:
    choice = ChipChoice(KINDS)
    qtbot.addWidget(choice)
    told: list[object] = []
    choice.chosen.connect(told.append)
    assert choice.value() is None
    choice.set_value("action")
    assert choice.value() == "action"
    choice.set_value(None)
    assert choice.value() is None
    assert told == []


def test_enter_presses_the_button_that_has_the_keyboard(qtbot: QtBot, show: Callable[..., QWidget]) -> None:
    sheet = Sheet("Delete?")
    cancel, accept = sheet.add_cancel(), sheet.add_accept("Delete")
    told: list[str] = []
    sheet.rejected.connect(lambda: told.append("no"))
    sheet.accepted.connect(lambda: told.append("yes"))
    show(sheet)
    cancel.setFocus()
    qtbot.keyClick(cancel, Qt.Key.Key_Return)
    sheet.show()
    accept.setFocus()
    qtbot.keyClick(accept, Qt.Key.Key_Enter)
    assert told == ["no", "yes"]


def test_a_chip_is_pressed_by_enter_and_space(qtbot: QtBot, show: Callable[..., QWidget]) -> None:
    chip = ChipButton("Only mine & ours")
    show(chip)
    assert chip.accessibleName() == "Only mine & ours"
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Return)
    assert chip.isChecked()
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert not chip.isChecked()


def test_the_wheel_changes_a_choice_only_when_it_has_the_keyboard(
    qtbot: QtBot, show: Callable[..., QWidget]
) -> None:
    choice = Choice([(n, str(n)) for n in range(5)], 1)
    stepper = MinutesStepper(25)
    show(choice, stepper)
    stepper.setFocus()
    assert not wheel(choice).isAccepted()
    assert choice.value() == 1
    choice.setFocus()
    assert not wheel(stepper._number).isAccepted()
    assert stepper.value() == 25
    wheel(choice)
    assert choice.value() == 2
    for control in (choice, stepper._number, DateField(), TimeField()):
        assert control.focusPolicy() == Qt.FocusPolicy.StrongFocus  # the wheel itself gives no keyboard


def test_a_choice_tells_the_value_not_the_words(qtbot: QtBot, show: Callable[..., QWidget]) -> None:
    choice = Choice([("m1", "Minh Trần"), ("m2", "Dana")], "m2")
    told: list[object] = []
    choice.chosen.connect(told.append)
    show(choice)
    choice.setFocus()
    choice.set_value("m1")
    choice.set_value("nobody")
    assert choice.value() is None
    choice.set_value("m1")
    assert told == []
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert told == ["m2"]


def test_people_are_one_stop_and_say_their_state(qtbot: QtBot, show: Callable[..., QWidget]) -> None:
    people = [
        Person("a", "Rosa", "RA", "spoken"),
        Person("b", "Jo", "JO", "speaking"),
        Person("c", "Lena", "LP"),
    ]
    row = PeopleRow(people)
    told: list[str] = []
    row.clicked.connect(told.append)
    show(row)
    buttons = row.findChildren(PersonButton)
    assert [made.accessibleName() for made in buttons] == [
        "Rosa, has spoken",
        "Jo, speaking",
        "Lena, waiting to speak",
    ]
    assert [made.toolTip() for made in buttons] == [made.accessibleName() for made in buttons]
    assert [made.focusPolicy() == Qt.FocusPolicy.TabFocus for made in buttons] == [False, True, False]
    buttons[1].setFocus()
    qtbot.keyClick(focused(), Qt.Key.Key_Right)
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert told == ["c"]
    row.set_people(people[:2])
    qtbot.keyClick(focused(), Qt.Key.Key_Right)
    assert len([made for made in row.findChildren(PersonButton) if not made.isHidden()]) == 2


def test_forty_people_wrap(qtbot: QtBot) -> None:
    row = PeopleRow([Person(str(n), f"Person {n}", "PN") for n in range(40)])
    qtbot.addWidget(row)
    assert row.heightForWidth(400) > 3 * row.heightForWidth(4000)
    row.resize(400, row.heightForWidth(400))
    row.show()
    assert all(row.rect().contains(made.geometry()) for made in row.findChildren(PersonButton))


def test_the_rail_by_keyboard(qtbot: QtBot, show: Callable[..., QWidget]) -> None:
    rail = Rail("PLC Desk")
    for key, text, icon in (("home", "Home", "house"), ("meetings", "Meetings", "calendar-days")):
        rail.add(key, text, icon, "Ctrl+1")
    settings = rail.add_bottom("settings", "Settings", "settings")
    rail.set_current("home")
    told: list[str] = []
    rail.chosen.connect(told.append)
    show(rail)
    rail._items[0].setFocus()
    qtbot.keyClick(focused(), Qt.Key.Key_Down)
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    qtbot.keyClick(focused(), Qt.Key.Key_Down)
    assert settings.hasFocus()
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    assert told == ["meetings", "settings"]
    assert rail.current == "home"


def test_a_folded_rail_says_its_places(qtbot: QtBot) -> None:
    rail = Rail("PLC Desk")
    item = rail.add("home", "Home", "house", "Ctrl+1")
    qtbot.addWidget(rail)
    wide = rail.width()
    rail.fold(True)
    assert rail.width() < wide / 2
    assert item.accessibleName() == "Home"
    assert item.toolTip() == "Home (Ctrl+1)"


def test_a_tick_box_in_a_row(qtbot: QtBot, show: Callable[..., QWidget]) -> None:
    row = CheckRow("Share the slides", "Minh · was due Fri 20 Nov")
    told: list[bool] = []
    row.box.toggled.connect(told.append)
    show(row)
    row.box.setFocus()
    qtbot.keyClick(row.box, Qt.Key.Key_Space)
    assert told == [True]
    assert row.box.accessibleName() == "Share the slides, Minh · was due Fri 20 Nov"


def test_one_of_a_list(qtbot: QtBot, show: Callable[..., QWidget]) -> None:
    choice = RadioList([(1, "Anything"), (2, "Student work"), (3, "Data")], 1, "We look at")
    told: list[object] = []
    choice.chosen.connect(told.append)
    show(choice)
    choice._group.buttons()[0].setFocus()
    qtbot.keyClick(focused(), Qt.Key.Key_Down)
    assert (choice.value(), told) == (2, [2])
    choice.set_value(3)
    assert told == [2]
