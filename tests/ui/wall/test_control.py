"""Showing the wall and taking it away, with one display and with two."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from plcdesk_ui.run.capture.panel import CapturePanel
from plcdesk_ui.shell import commands
from plcdesk_ui.wall import control as control_module
from plcdesk_ui.wall.control import WallControl
from plcdesk_ui.wall.screens import Display, wall_display
from tests.ui.run.capture.meeting import go_to

DESK = Display("eDP-1", QRect(0, 0, 1280, 800))
BEAMER = Display("HDMI-1", QRect(1280, 0, 1024, 768))
MONITOR = Display("DP-2", QRect(-1920, 0, 1920, 1080))


@pytest.mark.parametrize(
    ("displays", "remembered", "chosen"),
    [
        ([DESK], None, None),
        ([DESK], "HDMI-1", None),
        ([DESK, BEAMER], None, BEAMER),
        ([BEAMER, DESK], None, BEAMER),
        ([DESK, MONITOR, BEAMER], None, MONITOR),
        ([DESK, MONITOR, BEAMER], "HDMI-1", BEAMER),
        ([DESK, MONITOR], "HDMI-1", MONITOR),
        ([DESK, Display("HDMI-1", DESK.place)], "HDMI-1", None),  # mirrored
    ],
)
def test_the_wall_is_on_another_display_than_the_desk(displays, remembered, chosen):
    assert wall_display(displays, DESK, remembered) == chosen


@pytest.fixture
def desk(live, qtbot) -> Iterator[QWidget]:
    page = QWidget()
    panel = CapturePanel(live)
    QVBoxLayout(page).addWidget(panel)
    page.panel = panel
    qtbot.addWidget(page)
    page.resize(600, 600)
    page.show()
    yield page
    panel.let_go()


@pytest.fixture
def control(live, desk) -> Iterator[WallControl]:
    made = WallControl(live, desk)
    yield made
    made.let_go()


@pytest.fixture
def beside(monkeypatch):
    """As if the display were another one than the desk's."""
    monkeypatch.setattr(control_module, "wall_display", lambda displays, desk, remembered: displays[0])


@pytest.fixture
def told(control):
    heard: list[str] = []
    control.shown.connect(lambda: heard.append("shown"))
    control.closed.connect(lambda: heard.append("closed"))
    control.wrap_up_wished.connect(lambda: heard.append("wrap up"))
    return heard


def key(control, sequence):
    """Press a key of the room on the wall."""
    combination = QKeySequence(sequence)[0]
    target = control.window.line.edit if control.window.line is not None else control.window
    QTest.keyClick(target, combination.key(), combination.keyboardModifiers())


def test_on_the_only_display_the_wall_covers_it_and_holds_the_line(control, told, qtbot):
    control.show()
    assert control.is_shown
    assert control.is_one_screen
    assert told == ["shown"]
    assert control.window.windowState() & Qt.WindowState.WindowFullScreen
    assert control.window.windowFlags() & Qt.WindowType.FramelessWindowHint
    qtbot.waitUntil(control.window.line.edit.hasFocus)


@pytest.mark.parametrize("sequence", ["Esc", commands.WALL_KEY])
def test_esc_and_f5_come_back_to_the_desk(control, told, qtbot, sequence):
    control.show()
    qtbot.waitUntil(control.window.isActiveWindow)
    key(control, sequence)
    assert not control.is_shown
    assert told == ["shown", "closed"]


def test_clicker_and_keys_work_on_the_wall(control, live, qtbot, settle):
    control.show()
    qtbot.waitUntil(control.window.isActiveWindow)
    first = live.facts.round.speaking
    key(control, commands.CLICKER_NEXT)
    settle()
    second = live.facts.round.speaking
    assert second not in (first, None)
    key(control, commands.NEXT_KEY)
    settle()
    assert live.facts.round.speaking not in (first, second)
    key(control, commands.CLICKER_BACK)
    settle()
    assert live.facts.title == "Describe"
    key(control, commands.PAUSE_KEY)
    settle()
    assert control.window.words.title.text == "Pause"


def test_at_the_end_of_the_agenda_next_asks_for_the_wrap_up(control, live, workspace, moment, told, qtbot):
    go_to(workspace, moment, live.meeting_id, "Decide the re-teach plan")
    live.read_again()
    control.show()
    qtbot.waitUntil(control.window.isActiveWindow)
    key(control, commands.CLICKER_NEXT)
    assert told == ["shown", "closed", "wrap up"]


def test_what_is_typed_on_the_wall_goes_on_at_the_desk_and_back(control, desk, live, qtbot, settle):
    desk.panel.line.edit.insertPlainText("Dana will pri")
    control.show()
    line = control.window.line
    qtbot.waitUntil(line.edit.hasFocus)
    assert line.edit.text() == "Dana will pri"
    QTest.keyClicks(line.edit, "nt the strips by thu")
    qtbot.waitUntil(lambda: line.is_read)
    assert line.understood_words == ("Action", "Dana", "Thu 26 Nov")
    QTest.keyClick(line.edit, Qt.Key.Key_Return)
    QTest.keyClicks(line.edit, "half a")
    control.hide()
    assert desk.panel.line.edit.text() == "half a"
    settle()
    assert [entry.text for entry in live.room.entries] == ["Print the strips"]
    assert [row.entry.text for row in desk.panel.list.rows()] == ["Print the strips"]


def test_parking_on_the_wall(control, live, qtbot, settle):
    control.show()
    qtbot.waitUntil(control.window.line.edit.hasFocus)
    QTest.keyClicks(control.window.line.edit, "the lab contract")
    key(control, commands.PARK_KEY)
    settle()
    assert [(entry.kind, entry.text) for entry in live.room.entries] == [("parked", "the lab contract")]


def test_the_question_is_brought_back_and_esc_puts_it_away_first(control, qtbot):
    control.show()
    qtbot.waitUntil(control.window.isActiveWindow)
    key(control, commands.QUESTION_KEY)
    assert control.window.question.isVisible()
    key(control, "Esc")
    assert control.window.question.isHidden()
    assert control.is_shown


def test_beside_the_desk_the_wall_never_takes_the_keyboard(control, beside, context, told):
    control.show()
    assert control.is_shown
    assert not control.is_one_screen
    assert control.window.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert control.window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert context.settings.wall_screen == QGuiApplication.primaryScreen().name()


def test_the_wall_goes_with_its_display_and_comes_back_with_it(control, beside, told):
    screen = QGuiApplication.primaryScreen()
    control.show()
    control._removed(screen)
    assert not control.is_shown
    control._added(screen)
    assert control.is_shown
    assert told == ["shown", "closed", "shown"]
    control.show_view("blank")
    control._removed(screen)
    control._added(screen)
    assert (control.view, control.window.blank.isVisible()) == ("blank", True)
    control.hide()
    control._added(screen)
    assert not control.is_shown


def test_on_the_only_display_the_wall_stays_when_another_goes(control, told):
    control.show()
    control._removed(QGuiApplication.primaryScreen())
    assert control.is_shown


def test_closing_the_window_is_taking_the_wall_away(control, told):
    control.show()
    control.window.close()
    assert not control.is_shown
    assert told == ["shown", "closed"]
    control.show()
    assert control.is_shown


def test_letting_go_twice_is_no_harm(control, told):
    control.show()
    control.hide()
    control.hide()
    assert told == ["shown", "closed"]


def test_the_wall_does_not_keep_the_app_open(control, beside):
    control.show()
    assert not control.window.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
