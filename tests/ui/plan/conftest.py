"""The plan screen on a real workspace: a team of six, the usual agenda, a meeting held the week before."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from shiboken6 import isValid

from plcdesk.closing.wrap_up import finish
from plcdesk.library.catalogue import Catalogue
from plcdesk.planning.agendas import NewItem, new_meeting
from plcdesk.planning.reading import Agenda, read_agenda
from plcdesk.planning.teams import add_team
from plcdesk.running.entries import NewEntry, add_entry
from plcdesk.running.room import start_meeting
from plcdesk.running.times import Instant
from plcdesk_ui.navigator import Place
from plcdesk_ui.plan.screen import PlanScreen
from tests.shipped import SHIPPED

PEOPLE = ("Rosa Alvarez", "Minh Trần", "Dana Kim", "Jo Becker", "Łukasz Nowak", "Ольга Иванова")


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return SHIPPED


@pytest.fixture
def do(workspace):
    return lambda service, *args, **values: workspace.writer.write(service, *args, **values).result(60).value


@pytest.fixture
def begins_with(request, prepared, catalogue):
    """The team, and its meeting of today where the test has one."""
    with_meeting = "meeting" in request.fixturenames

    def both(work) -> tuple[str, str]:
        team = add_team(
            work, "Grade 7 Science", members=PEOPLE, room="214", weekday=1, time="10:50", minutes=45
        )
        return team, _plan_meeting(work, team, catalogue) if with_meeting else ""

    return prepared(
        ("plan", with_meeting), lambda workspace, _time: workspace.writer.write(both).result(60).value
    )


@pytest.fixture
def team(begins_with) -> str:
    return begins_with.made[0]


@pytest.fixture
def meeting(begins_with) -> str:
    return begins_with.made[1]


def _plan_meeting(work, team: str, catalogue: Catalogue) -> str:
    return new_meeting(
        work,
        team,
        "Reading the exit tickets",
        "2026-11-24T10:50",
        result_wanted="a re-teach plan",
        items=(
            NewItem("opening", "Opening", 5, "Connections"),
            NewItem("protocol", "ATLAS Looking at Data", 25, protocol=catalogue.get("atlas-data")),
            NewItem("decision", "Decide the re-teach plan", 7),
            NewItem("wrap_up", "Wrap up", 5),
        ),
    )


@pytest.fixture
def earlier(do, team) -> SimpleNamespace:
    """A meeting held a week before that left a question, an action and a topic behind."""
    items = (NewItem("topic", "Reached", 5), NewItem("topic", "Lab safety contract", 12))
    held = do(new_meeting, team, "Before", "2026-11-17T10:50", items=items)
    now = Instant(datetime(2026, 11, 17, 10, 50, tzinfo=UTC), 1.0, "run")
    first = do(lambda work: _items(work, held)[0])
    do(start_meeting, held, now, present=(), ends_at=now.wall, first_step=first)
    question = do(add_entry, held, NewEntry("question", "Re-test unit 2?"))
    action = do(add_entry, held, NewEntry("action", "Share the slides", due_on=date(2026, 11, 20)))
    do(finish, held, now)
    return SimpleNamespace(id=held, question=question, action=action)


def _items(work, meeting_id):
    from plcdesk.planning.agendas import items_of

    return [item.id for item in items_of(work, meeting_id)]


@pytest.fixture
def open_plan(context, qtbot, settle):
    """Opens the screen at a meeting, as the window does; it hears the news until the test is over."""
    live = [True]

    def open_at(meeting_id: str) -> PlanScreen:
        screen = PlanScreen(context)
        context.bus.changed.connect(lambda *news: screen.heard(*news) if live and isValid(screen) else None)
        qtbot.addWidget(screen)
        screen.resize(1112, 800)
        screen.show()
        screen.enter(Place("plan", meeting_id))
        settle()
        qtbot.waitUntil(lambda: bool(screen.library.of(6).candidates))
        return screen

    yield open_at
    settle()
    live.clear()


@pytest.fixture
def plan(open_plan, meeting) -> PlanScreen:
    """The screen at the meeting, shown."""
    return open_plan(meeting)


@pytest.fixture
def agenda(context, meeting):
    """The agenda as it is in the file."""

    def read(meeting_id: str = meeting) -> Agenda:
        found = read_agenda(context.reader, meeting_id)
        assert found is not None
        return found

    return read


@pytest.fixture
def titles(agenda):
    return lambda: [item.title for item in agenda().items]
