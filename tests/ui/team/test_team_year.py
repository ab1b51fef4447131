"""Days off, whose turn it is and a norm's history, by clicking and typing on the Team screen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from plcdesk.planning.agendas import new_meeting
from plcdesk.planning.days_off import read_days_off
from plcdesk.planning.reading import read_team
from plcdesk.planning.teams import add_team, change_norm
from plcdesk_ui.navigator import Place
from plcdesk_ui.team.screen import TeamScreen
from plcdesk_ui.team.wordings_sheet import WordingsSheet
from plcdesk_ui.widgets.buttons import IconButton
from plcdesk_ui.widgets.rows import ClickRow


@pytest.fixture
def do(workspace):
    return lambda service, *args, **values: workspace.writer.write(service, *args, **values).result(5).value


@pytest.fixture
def team(do) -> str:
    return do(
        add_team,
        "Science",
        members=("Rosa Alvarez", "Minh Trần"),
        norms=("Evidence",),
        weekday=1,
        time="10:50",
    )


@pytest.fixture
def screen(context, team, qtbot) -> TeamScreen:
    made = TeamScreen(context)
    qtbot.addWidget(made)
    context.bus.changed.connect(made.heard)
    made.resize(1200, 900)
    made.enter(Place("team", team))
    made.show()
    return made


def words(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def test_days_off_are_added_and_deleted(screen: TeamScreen, context, team, qtbot, settle):
    card = screen.days_off
    qtbot.keyClicks(card.name, "Winter break")
    card.first.set_value("2026-12-21")
    card.last.set_value("2026-12-20")
    qtbot.mouseClick(card.add, Qt.MouseButton.LeftButton)
    assert "The last day off must not be before the first." in words(card)
    card.last.set_value("2027-01-03")
    qtbot.mouseClick(card.add, Qt.MouseButton.LeftButton)
    settle()
    (off,) = read_days_off(context.reader, team)
    assert (off.name, off.first.isoformat(), off.last.isoformat()) == (
        "Winter break",
        "2026-12-21",
        "2027-01-03",
    )
    qtbot.waitUntil(lambda: "Winter break" in words(card))
    (delete,) = (b for b in card.findChildren(IconButton) if b.accessibleName() == "Delete Winter break")
    qtbot.mouseClick(delete, Qt.MouseButton.LeftButton)
    settle()
    assert read_days_off(context.reader, team) == ()


def test_the_rota_leads_to_what_is_planned(screen: TeamScreen, do, team, qtbot, settle, visited):
    qtbot.waitUntil(lambda: "by turns: Facilitator Rosa A." in words(screen.rota))
    made = do(new_meeting, team, "Next", "2026-12-01T10:50")
    settle()
    qtbot.waitUntil(lambda: bool(screen.rota.findChildren(ClickRow)))
    qtbot.mouseClick(screen.rota.findChild(ClickRow), Qt.MouseButton.LeftButton)
    assert visited[-1] == Place("plan", made)


def test_a_norm_shows_how_it_was_worded(screen: TeamScreen, context, do, team, time, qtbot):
    norm = read_team(context.reader, team).norms[0]
    time.pass_by(days=1)
    do(change_norm, norm.id, text="Evidence first")
    (history,) = (
        b for b in screen.norms.findChildren(IconButton) if b.accessibleName().endswith("was worded before")
    )
    qtbot.mouseClick(history, Qt.MouseButton.LeftButton)
    shown = words(screen.findChild(WordingsSheet))
    assert shown.index("Evidence first") < shown.index("since Tuesday 24 November 2026")
