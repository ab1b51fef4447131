"""A team on a real file, and short ways to write to it and read from it."""

from collections.abc import Callable
from typing import Any

import pytest

from plcdesk.library.catalogue import Catalogue
from plcdesk.planning.agendas import NewItem, new_meeting
from plcdesk.planning.infos import ItemInfo
from plcdesk.planning.reading import Agenda, read_agenda
from plcdesk.planning.teams import add_team
from plcdesk.store.workspace import Workspace
from tests.shipped import SHIPPED

PEOPLE = ("Rosa Alvarez", "Minh Trần", "Dana Kim", "Jo Becker", "Łukasz Nowak", "Ольга Иванова")


class Desk:
    """Does what the screen does: writes through services and reads again."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.reader = workspace.reader()

    def do(self, service: Callable[..., Any], *args: Any, **values: Any) -> Any:
        return self.workspace.writer.write(service, *args, **values).result(60).value

    def team(self, *members: str, **values: Any) -> str:
        return self.do(add_team, "Grade 7 Science", members=members or PEOPLE, room="Room 214", **values)

    def meeting(self, team_id: str, *items: NewItem, at: str = "2026-11-24T10:50", **values: Any) -> str:
        return self.do(new_meeting, team_id, "Exit tickets", at, items=items, **values)

    def agenda(self, meeting_id: str) -> Agenda:
        found = read_agenda(self.reader, meeting_id)
        assert found is not None
        return found

    def titles(self, meeting_id: str) -> list[str]:
        return [item.title for item in self.agenda(meeting_id).items]

    def item(self, meeting_id: str, title: str) -> ItemInfo:
        return next(item for item in self.agenda(meeting_id).items if item.title == title)


@pytest.fixture
def desk(workspace: Workspace):
    made = Desk(workspace)
    yield made
    made.reader.close()


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return SHIPPED


@pytest.fixture
def usual_items(catalogue: Catalogue) -> tuple[NewItem, ...]:
    return (
        NewItem("opening", "Opening", 5),
        NewItem("protocol", "ATLAS Looking at Data", 25, protocol=catalogue.get("atlas-data")),
        NewItem("decision", "Decide the re-teach plan", 7),
        NewItem("wrap_up", "Wrap up", 5),
    )
