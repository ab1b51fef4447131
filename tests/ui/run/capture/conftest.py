"""A panel for notes on a meeting that runs."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from plcdesk_ui.run.capture.panel import CapturePanel
from plcdesk_ui.run.live import LiveMeeting
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
def panel(live, qtbot) -> Iterator[CapturePanel]:
    made = CapturePanel(live)
    page = QWidget()
    box = QVBoxLayout(page)
    box.addWidget(made)
    qtbot.addWidget(page)
    page.resize(366, 740)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    made.focus_line()
    yield made
    made.let_go()


@pytest.fixture
def stored(context, meeting, settle):
    """What is written down, read from the store once all is written."""
    from plcdesk.running.reading import read_room

    def read():
        settle()
        return read_room(context.reader, meeting)

    return read
