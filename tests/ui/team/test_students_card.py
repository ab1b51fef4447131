"""The student list on the Team screen."""

import pytest
from PySide6.QtCore import Qt

from plcdesk.planning.teams import add_team
from plcdesk.store.undo import undo
from plcdesk.students.changing import add_students
from plcdesk.students.kept import read_students
from plcdesk_ui.navigator import Place
from plcdesk_ui.team.screen import TeamScreen
from tests.ui.walk import nameless


@pytest.fixture
def team(workspace) -> str:
    return workspace.writer.write(add_team, "Grade 7", members=("Rosa Alvarez",)).result(60).value


@pytest.fixture
def screen(context, qtbot, team):
    made = TeamScreen(context)
    qtbot.addWidget(made)
    made.show()
    context.bus.changed.connect(made.heard)
    made.enter(Place("team", team))
    yield made
    context.bus.changed.disconnect(made.heard)


def kept(context, team) -> list[tuple[str, str]]:
    return [(student.name, student.code) for student in read_students(context.reader, team)]


def test_students_are_pasted_changed_and_taken_off(screen, context, team, qtbot, settle):
    card = screen.students
    card.new_names.setPlainText("Jayvon Ortiz, S7\nAna Ruiz\n")
    qtbot.keyClick(card.new_names, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert kept(context, team) == [("Ana Ruiz", ""), ("Jayvon Ortiz", "S7")]
    assert card._counted.text() == "2 students"
    ana, jayvon = card._lines.values()
    qtbot.keyClicks(ana.code, "A1")
    ana.flush()
    settle()
    assert kept(context, team)[0] == ("Ana Ruiz", "A1")
    assert nameless(screen) == []
    jayvon._remove.click()
    settle()
    assert kept(context, team) == [("Ana Ruiz", "A1")]
    context.do(lambda work: undo(work, team))
    settle()
    assert len(kept(context, team)) == 2 == len(card._lines)


def test_a_long_list_is_shown_in_parts(screen, context, team, settle):
    names = "\n".join(f"Student {number:02} Name" for number in range(40))
    context.do(lambda work: add_students(work, team, names))
    settle()
    card = screen.students
    assert (len(card._lines), card.more.text()) == (0, "Show them")
    card.more.click()
    assert (len(card._lines), card.more.text()) == (24, "16 more")
    card.more.click()
    assert len(card._lines) == 40 and card.more.isHidden()
