"""A meeting of five people with opening, protocol, decision and wrap-up, and the room on it."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from plcdesk.planning.agendas import NewItem, new_meeting
from plcdesk.planning.reading import read_team
from plcdesk.planning.teams import add_team
from plcdesk.running.reading import read_room
from plcdesk_ui.navigator import Place
from plcdesk_ui.run.desk import Desk
from plcdesk_ui.run.screen import RunScreen
from tests.shipped import SHIPPED

TEN_FIFTY = datetime(2026, 11, 24, 10, 50, tzinfo=UTC)
NAMES = ("Rosa Alvarez", "Dana Kim", "Jo Meyer", "Lena Petrova", "Minh Tran")
NORMS = ("Equity of voice", "Evidence before opinion")


@pytest.fixture
def do(context):
    """Carry out a service and wait for it."""

    def carry_out(service, *args, **kwargs):
        return context.workspace.writer.write(service, *args, **kwargs).result(60).value

    return carry_out


@pytest.fixture
def team(begins_with, context):
    return read_team(context.reader, begins_with.made[0])


@pytest.fixture
def agenda():
    """Overridden by tests that need another agenda."""
    atlas = SHIPPED.get("atlas-data")
    return (
        NewItem("opening", "Opening", 5),
        NewItem("protocol", "ATLAS", 28, protocol=atlas),
        NewItem("decision", "Decide", 7),
        NewItem("wrap_up", "Wrap up", 5),
    )


@pytest.fixture
def members():
    """Overridden by tests that need another team."""
    return NAMES


@pytest.fixture
def begins_with(prepared, members, agenda):
    """A team and its meeting of today, with these people and this agenda."""

    def fill(workspace, _time) -> tuple[str, str]:
        def both(work) -> tuple[str, str]:
            team = add_team(work, "Science", members=members, norms=NORMS)
            wanted = "a re-teach plan"
            return team, new_meeting(
                work, team, "Exit tickets", "2026-11-24T10:50", result_wanted=wanted, items=agenda
            )

        return workspace.writer.write(both).result(60).value

    return prepared(("run", members, repr(agenda)), fill)


@pytest.fixture
def meeting(begins_with) -> str:
    return begins_with.made[1]


class RoomRig:
    """The screen of the room, in a window of its own, and a clock to move."""

    def __init__(self, screen: RunScreen, meeting: str, time, settle, team, visited: list[Place]) -> None:
        self.screen = screen
        self.meeting = meeting
        self.time = time
        self.settle = settle
        self.team = team
        self.visited = visited

    @property
    def desk(self) -> Desk:
        assert self.screen.desk is not None
        return self.screen.desk

    @property
    def live(self):
        return self.desk.live

    @property
    def sheet(self):
        return self.screen.shown

    def enter(self) -> "RoomRig":
        self.screen.enter(Place("run", self.meeting))
        self.settle()
        return self

    def start(self, minutes_late: float = 0) -> "RoomRig":
        """Start with everyone here, at the time of the meeting."""
        self.time.now = TEN_FIFTY + timedelta(minutes=minutes_late)
        self.enter()
        self.press(self.sheet, Qt.Key.Key_Return)
        self.settle()
        return self

    def wait(self, **span: float) -> "RoomRig":
        """Let time pass and the clock tick."""
        self.time.pass_by(**span)
        self.live.tick()
        return self

    def click(self, widget: QWidget) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def press(self, widget: QWidget, key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(widget, key, modifier)
        self.settle()

    def read(self):
        """The meeting as the store has it."""
        return read_room(self.screen.context.reader, self.meeting)

    def member(self, first_name: str) -> str:
        return next(m.id for m in self.team.members if m.first_name == first_name)

    def titles(self) -> list[str]:
        return [item.title for item in self.read().agenda.items]


@pytest.fixture
def rig(context, meeting, time, settle, team, visited, qtbot):
    screen = RunScreen(context)
    screen.resize(1224, 800)
    qtbot.addWidget(screen)
    screen.show()
    screen.activateWindow()
    qtbot.waitExposed(screen)
    qtbot.waitUntil(screen.isActiveWindow)

    context.bus.changed.connect(screen.heard)
    made = RoomRig(screen, meeting, time, settle, team, visited)
    yield made
    if screen.desk is not None:
        screen.desk.let_go()
    settle()


@pytest.fixture
def room(rig) -> RoomRig:
    """The meeting, begun on time with everyone here."""
    return rig.start()
