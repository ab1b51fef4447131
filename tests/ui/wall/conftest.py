"""A wall on a meeting that runs."""

from collections.abc import Callable, Iterator

import pytest

from plcdesk_ui.run.live import LiveMeeting
from plcdesk_ui.wall.window import WallWindow
from tests.ui.run.capture.meeting import running_since


@pytest.fixture
def begins_with(prepared):
    return prepared("running", running_since)


@pytest.fixture
def meeting(begins_with) -> str:
    return begins_with.made


@pytest.fixture
def follow(context) -> Iterator[Callable[[str], LiveMeeting]]:
    """Follow a meeting; it is let go when the test is over, also when it failed."""
    followed: list[LiveMeeting] = []

    def begin(meeting_id: str) -> LiveMeeting:
        followed.append(LiveMeeting(context, meeting_id))
        return followed[-1]

    yield begin
    for live in followed:
        live.let_go()


@pytest.fixture
def live(follow, meeting) -> LiveMeeting:
    return follow(meeting)


@pytest.fixture
def wall(live, qtbot) -> Iterator[WallWindow]:
    made = WallWindow(live)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    yield made
    made.let_go()
