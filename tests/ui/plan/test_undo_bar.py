"""The Undo bar over the plan takes back what it names, and nothing else."""

import pytest
from PySide6.QtCore import Qt

from plcdesk.planning.agendas import give_minutes
from plcdesk_ui.navigator import Place


@pytest.fixture
def in_window(window, context, meeting, settle):
    context.go.plan(meeting)
    settle()
    assert window.place == Place("plan", meeting)
    return window


def delete_first(window, qtbot, settle):
    plan = window.shown
    plan.parts.agenda.choose(plan.agenda.items[0].id)
    qtbot.mouseClick(plan.parts.detail.buttons["delete"], Qt.MouseButton.LeftButton)
    settle()


def test_it_brings_back_what_was_deleted(in_window, qtbot, settle, titles):
    delete_first(in_window, qtbot, settle)
    bar = in_window.notices.undo_bar
    assert bar.isVisible() and bar.message == "“Opening” deleted"
    qtbot.mouseClick(bar._undo, Qt.MouseButton.LeftButton)
    settle()
    assert titles()[0] == "Opening"
    assert bar.isHidden()


def test_it_goes_when_something_else_was_done_since(in_window, do, qtbot, settle, agenda):
    delete_first(in_window, qtbot, settle)
    do(give_minutes, agenda().items[0].id, 30)
    settle()
    assert in_window.notices.undo_bar.isHidden()


def test_it_goes_when_the_keyboard_took_it_back(in_window, qtbot, settle, titles):
    delete_first(in_window, qtbot, settle)
    in_window.undo()
    settle()
    assert titles()[0] == "Opening"
    assert in_window.notices.undo_bar.isHidden()
    in_window.redo()
    settle()
    assert titles()[0] == "ATLAS Looking at Data"
