"""Passing the laptop round and counting papers, by clicking and typing in the wrap-up."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from plcdesk.closing.anonymous import read_notes, read_results, read_round
from plcdesk.closing.questions import form_questions
from plcdesk.library.forms import feedback_forms
from plcdesk.planning.agendas import NewItem, new_meeting
from plcdesk.planning.reading import read_team
from plcdesk.planning.teams import add_team
from plcdesk.running.room import start_meeting
from plcdesk_ui.navigator import Place
from plcdesk_ui.passing.person_page import PersonPage
from plcdesk_ui.passing.results_page import ResultsPage
from plcdesk_ui.passing.sheets import AskSheet, FormSheet
from plcdesk_ui.passing.window import PassingWindow
from plcdesk_ui.widgets.buttons import Button
from plcdesk_ui.widgets.stepper import Stepper
from plcdesk_ui.wrapup.screen import WrapUpScreen
from plcdesk_ui.wrapup.talk_sheet import TalkSheet

PEOPLE = ("Rosa Alvarez", "Minh Trần", "Dana Kim", "Jo Becker")
NORMS = ("Evidence before opinion", "One voice at a time")


@pytest.fixture
def meeting(workspace, moment) -> str:
    def do(service, *args, **kwargs):
        return workspace.writer.write(service, *args, **kwargs).result(5).value

    team = do(add_team, "Science", members=PEOPLE, norms=NORMS)
    made = do(new_meeting, team, "Tickets", "2026-11-24T10:40", items=(NewItem("topic", "Tickets", 30),))
    with workspace.reader() as reader:
        people = [member.id for member in read_team(reader, team).members]
    ends = datetime(2026, 11, 24, 11, 25, tzinfo=UTC)
    do(start_meeting, made, moment(), present=tuple(people), absent=(), ends_at=ends)
    return made


@pytest.fixture
def screen(context, meeting, qtbot) -> WrapUpScreen:
    made = WrapUpScreen(context)
    qtbot.addWidget(made)
    made.enter(Place("wrap_up", meeting))
    made.resize(1200, 800)
    made.show()
    context.bus.changed.connect(made.heard)
    yield made
    made.leave()


def words(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def press(qtbot, widget, text: str) -> None:
    found = next(
        button for button in widget.findChildren(Button) if button.text() == text and button.isVisible()
    )
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


@pytest.fixture
def passing(screen, qtbot) -> PassingWindow:
    """The window for all norms, begun for as many as are here."""
    press(qtbot, screen, "All norms…")
    press(qtbot, screen.findChild(AskSheet), "Pass the laptop round…")
    window = screen.findChild(PassingWindow)
    assert "Is the projector off or covered?" in words(window)
    return window


def answer(qtbot, window: PassingWindow, *numbers: int, note: str = "") -> None:
    qtbot.waitUntil(lambda: window.findChild(PersonPage) is not None)
    page = window.findChild(PersonPage)
    for choice, number in zip(page.numbers.values(), numbers, strict=False):
        chip = choice._chips[choice._values.index(number)]
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    if note:
        qtbot.keyClicks(page.lines["note"], note)
    qtbot.mouseClick(page.finish, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.findChild(PersonPage) is None)


def test_the_laptop_goes_round(passing: PassingWindow, context, meeting, qtbot):
    press(qtbot, passing, "It is off. Begin")
    for number in range(4):
        answer(qtbot, passing, 5 - number % 2, 4, note="Thanks" if number == 2 else "")
        if number < 3:
            assert "Thank you. Pass the laptop on." in words(passing)
            assert "Thanks" not in words(passing)
            press(qtbot, passing, "I am next")
    qtbot.waitUntil(lambda: passing.findChild(ResultsPage) is not None)
    shown = words(passing)
    assert NORMS[0] in shown and "mean 4.5" in shown and "2 × 4 · 2 × 5" in shown
    assert "Thanks" not in shown
    press(qtbot, passing, "Notes for the facilitator…")
    qtbot.waitUntil(lambda: "Thanks" in words(passing))
    assert read_notes(context.reader, meeting) == ("Thanks",)
    assert context.reader.value("SELECT count(*) FROM norm_rating") == 2


def test_what_one_has_not_finished_is_kept_nowhere(passing: PassingWindow, context, meeting, qtbot):
    press(qtbot, passing, "It is off. Begin")
    qtbot.waitUntil(lambda: passing.findChild(PersonPage) is not None)
    qtbot.keyClicks(passing.findChild(PersonPage).lines["note"], "half a thought")
    qtbot.keyClick(passing, Qt.Key.Key_Escape)
    assert passing.isVisible()
    press(qtbot, passing, "Stop passing round")
    state = read_round(context.reader, meeting, "norms")
    assert state is not None and state.answered == 0
    for table in ("anonymous_round", "draft", "change"):
        kept = " ".join(str(tuple(row)) for row in context.reader.rows(f"SELECT * FROM {table}"))
        assert "half a thought" not in kept


def test_of_three_only_the_mean_shows(passing: PassingWindow, qtbot):
    passing.findChild(Stepper).set_value(3)
    press(qtbot, passing, "It is off. Begin")
    for number in range(3):
        answer(qtbot, passing, 3 + number)
        if number < 2:
            press(qtbot, passing, "I am next")
    qtbot.waitUntil(lambda: passing.findChild(ResultsPage) is not None)
    assert "mean 4" in words(passing)
    assert "Too few answers to show more than the mean." in words(passing)
    assert "×" not in words(passing)


def test_fingers_for_all_norms_are_typed(screen: WrapUpScreen, context, qtbot, settle):
    press(qtbot, screen, "All norms…")
    sheet = screen.findChild(AskSheet)
    first, second = sheet.fields.values()
    qtbot.keyClicks(first, "5443")
    qtbot.keyClicks(second, "59")
    press(qtbot, sheet, "Keep")
    assert sheet.isVisible()
    assert "One voice at a time: Type one number for each hand" in words(sheet)
    second.clear()
    qtbot.keyClicks(second, "55")
    press(qtbot, sheet, "Keep")
    settle()
    assert not sheet.isVisible()
    rows = context.reader.rows("SELECT fingers FROM norm_rating ORDER BY n")
    assert [row["fingers"].replace(" ", "") for row in rows] == ["[5,4,4,3]", "[5,5]"]


def test_exit_feedback_from_paper(screen: WrapUpScreen, context, meeting, qtbot, settle):
    press(qtbot, screen, "Exit feedback…")
    forms = screen.findChild(FormSheet)
    form = next(each for each in feedback_forms() if each.id == "three-fingers")
    forms.which.set_value(form.id)
    press(qtbot, forms, "Go on")
    sheet = screen.findChild(AskSheet)
    for field in sheet.fields.values():
        qtbot.keyClicks(field, "5500")
    press(qtbot, sheet, "Keep")
    settle()
    results = read_results(context.reader, meeting, form.id, form_questions(form))
    assert results is not None and [result.mean for result in results] == [2.5] * 3


def test_the_script_for_a_talk_is_about_the_norm(screen: WrapUpScreen, qtbot):
    press(qtbot, screen, "A norm was broken…")
    sheet = screen.findChild(TalkSheet)
    qtbot.waitUntil(lambda: "We agreed on “Evidence before opinion”." in words(sheet))
    sheet.which.set_value(NORMS[1])
    sheet.which.chosen.emit(NORMS[1])
    qtbot.waitUntil(lambda: "We agreed on “One voice at a time”." in words(sheet))
