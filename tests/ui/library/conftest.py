"""The library screen on a real workspace: a team of six with the next meeting planned and one held before."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from plcdesk import paths
from plcdesk.closing.wrap_up import finish
from plcdesk.library.catalogue import Catalogue
from plcdesk.planning.agendas import NewItem, new_meeting
from plcdesk.planning.reading import Agenda, read_agenda
from plcdesk.planning.teams import add_team
from plcdesk.running.room import record, start_meeting
from plcdesk.running.times import Instant
from plcdesk_ui.library.screen import LibraryScreen
from plcdesk_ui.navigator import Place
from tests.shipped import SHIPPED

PEOPLE = ("Rosa Alvarez", "Minh Trần", "Dana Kim", "Jo Becker", "Łukasz Nowak", "Ольга Иванова")


@pytest.fixture(scope="session")
def shipped() -> Catalogue:
    """All protocols, read once for all tests."""
    made = SHIPPED
    for summary in made.summaries():
        made.get(summary.id)
    return made


@pytest.fixture
def own_folder(home) -> Path:
    folder = paths.own_protocols()
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def do(workspace):
    return lambda service, *args, **values: workspace.writer.write(service, *args, **values).result(60).value


@pytest.fixture
def begins_with(request, prepared):
    """The team, and its meeting of today where the test has one."""
    with_meeting = "meeting" in request.fixturenames

    def both(work) -> tuple[str, str]:
        team = add_team(work, "Grade 7 Science", members=PEOPLE, weekday=1, time="10:50", minutes=45)
        items = (NewItem("opening", "Opening", 5), NewItem("wrap_up", "Wrap up", 5))
        if not with_meeting:
            return team, ""
        return team, new_meeting(work, team, "Exit tickets", "2026-11-24T10:50", items=items)

    return prepared(
        ("library", with_meeting), lambda workspace, _time: workspace.writer.write(both).result(60).value
    )


@pytest.fixture
def team(begins_with) -> str:
    return begins_with.made[0]


@pytest.fixture
def meeting(begins_with) -> str:
    return begins_with.made[1]


@pytest.fixture
def held(do, team, shipped) -> str:
    """Norms Construction, planned for 25 minutes, took 31."""
    items = (NewItem("protocol", "Norms", 25, protocol=shipped.get("norms")),)
    meeting = do(new_meeting, team, "Norms", "2026-11-17T10:50", items=items)
    begin = datetime(2026, 11, 17, 10, 50, tzinfo=UTC)
    do(start_meeting, meeting, Instant(begin, 0.0, "x"), present=(), ends_at=begin + timedelta(minutes=45))
    do(record, meeting, Instant(begin, 0.0, "x"), "wrapping_up")
    do(finish, meeting, Instant(begin + timedelta(minutes=31), 1860.0, "x"))
    return meeting


@pytest.fixture
def agenda_of(context):
    def read(meeting_id: str) -> Agenda:
        found = read_agenda(context.reader, meeting_id)
        assert found is not None
        return found

    return read


@pytest.fixture
def open_screen(context, qtbot):
    """Opens the screen and waits until all minutes are known and something is read."""

    def make(line: str = "", size: tuple[int, int] = (1112, 744)) -> LibraryScreen:
        made = LibraryScreen(context)
        qtbot.addWidget(made)
        context.bus.changed.connect(made.heard)
        made.resize(*size)
        made.show()
        made.enter(Place("library", line=line))
        settle_screen(made, qtbot)
        return made

    return make


@pytest.fixture
def screen(context, shipped, meeting, open_screen) -> LibraryScreen:
    """The library with the protocols that are shipped."""
    context.catalogue = shipped
    return open_screen()


def settle_screen(screen: LibraryScreen, qtbot) -> None:
    """Wait until nothing more is to come."""
    qtbot.waitUntil(lambda: screen.shelf.ready and not screen.shelf.busy)
    people = screen.wish_card.fields.people.value()
    qtbot.waitUntil(lambda: screen.shelf.for_people(people) is not None)
    qtbot.waitUntil(lambda: not screen._soon.isActive())


@pytest.fixture
def ready(qtbot):
    return lambda screen: settle_screen(screen, qtbot)
