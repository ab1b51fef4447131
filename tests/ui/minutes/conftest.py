"""A meeting that was held, and the screen of its minutes."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pytest

from plcdesk.closing.wrap_up import finish, give_feedback
from plcdesk.planning.agendas import NewItem, new_meeting
from plcdesk.planning.reading import read_agenda, read_team
from plcdesk.planning.teams import add_team
from plcdesk.running.entries import NewEntry, add_entry
from plcdesk.running.room import start_meeting
from plcdesk.running.times import Instant
from plcdesk.store.workspace import Workspace
from plcdesk_ui.minutes.screen import MinutesScreen
from plcdesk_ui.navigator import Place

pypdf = pytest.importorskip("pypdf")

Do = Callable[..., Any]


def doing(workspace: Workspace) -> Do:
    """Carries out a service and waits for it."""

    def carry_out(service, *args, **values):
        return workspace.writer.write(service, *args, **values).result(60).value

    return carry_out


@pytest.fixture
def do(workspace: Workspace) -> Do:
    return doing(workspace)


def _add_team(do: Do) -> str:
    return do(
        add_team,
        "Grade 7 Science",
        members=("Rosa Alvarez", "Minh Trần", "Sam Wright"),
        norms=("Equity of voice",),
        weekday=1,
        time="10:50",
    )


def _hold(do: Do, team: str, workspace: Workspace, begins: Instant) -> str:
    items = (NewItem("topic", "Tickets", 30), NewItem("wrap_up", "Wrap up", 5))
    made = do(new_meeting, team, "Exit: tickets?", "2026-11-24T10:40", items=items, result_wanted="a plan")
    with workspace.reader() as reader:
        rosa, minh, sam = (member.id for member in read_team(reader, team).members)
        item = read_agenda(reader, made).items[0].id
    ends = datetime(2026, 11, 24, 11, 25, tzinfo=UTC)
    do(start_meeting, made, begins, present=(rosa, minh), absent=(sam,), ends_at=ends)
    do(add_entry, made, NewEntry("decision", "Re-teach ratio", item, item, why="tickets show it"))
    do(add_entry, made, NewEntry("action", "Print strips", item, item, owners=(minh,)))
    do(add_entry, made, NewEntry("question", "Did C see it?", item, item))
    do(add_entry, made, NewEntry("note", "Heavier sinks", item, item, said_by=rosa))
    do(give_feedback, made, helped="Describing first")
    return made


@pytest.fixture
def begins_with(request, prepared):
    """The team, and its meeting that runs where the test has one."""
    with_meeting = "running" in request.fixturenames

    def fill(workspace: Workspace, time) -> tuple[str, str]:
        do = doing(workspace)
        team = _add_team(do)
        return team, _hold(do, team, workspace, Instant(time(), 0.0, "run-1")) if with_meeting else ""

    return prepared(("minutes", with_meeting), fill)


@pytest.fixture
def team(begins_with) -> str:
    return begins_with.made[0]


@pytest.fixture
def running(begins_with) -> str:
    return begins_with.made[1]


@pytest.fixture
def draft(running: str, do: Do, time, moment) -> str:
    time.pass_by(minutes=40)
    do(finish, running, moment())
    return running


@pytest.fixture
def long_draft(draft: str, do: Do) -> str:
    """Minutes of four pages and more."""

    def add_notes(work) -> None:
        for number in range(130):
            text = f"Note {number}: it sinks because it is heavy, they said. " * 2
            add_entry(work, draft, NewEntry("note", text))

    do(add_notes)
    return draft


@pytest.fixture
def open_screen(context, qtbot, settle) -> Iterator[Callable[..., MinutesScreen]]:
    def opened(meeting_id: str, line: str = "", width: int = 1100) -> MinutesScreen:
        screen = MinutesScreen(context)
        qtbot.addWidget(screen)
        screen.resize(width, 740)
        screen.show()
        context.bus.changed.connect(screen.heard)
        screen.enter(Place("minutes", meeting_id, line))
        qtbot.waitUntil(lambda: screen.preview.is_ready)
        return screen

    yield opened
    settle()


@pytest.fixture
def screen(open_screen, draft: str) -> MinutesScreen:
    return open_screen(draft)


def text_of(pdf: bytes) -> str:
    """The words of a PDF, with single blanks."""
    pages = pypdf.PdfReader(BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())
