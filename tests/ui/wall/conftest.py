"""A wall on a meeting that runs."""

from collections.abc import Iterator

import pytest

from plcdesk_ui.run.live import LiveMeeting
from plcdesk_ui.wall.window import WallWindow
from tests.ui.run.capture.meeting import running_meeting


@pytest.fixture
def meeting(workspace, moment) -> str:
    return running_meeting(workspace, moment)


@pytest.fixture
def live(context, meeting) -> Iterator[LiveMeeting]:
    made = LiveMeeting(context, meeting)
    yield made
    made.let_go()


@pytest.fixture
def wall(live, qtbot) -> Iterator[WallWindow]:
    made = WallWindow(live)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    yield made
    made.let_go()
