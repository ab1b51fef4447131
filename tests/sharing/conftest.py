"""A team with a planned and a held meeting on one laptop, and other laptops that know nothing yet."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from plcdesk.planning.agendas import NewItem, new_meeting
from plcdesk.planning.teams import add_team
from plcdesk.running.entries import NewEntry, add_entry
from plcdesk.store.workspace import open_workspace
from tests.sharing.laptops import Laptop

PEOPLE = ("Rosa Alvarez", "Minh Trần", "Dana Kim")
NORMS = ("We begin on time", "We listen to understand")
MakeLaptop = Callable[[str], Laptop]


@pytest.fixture(scope="session")
def with_team(tmp_path_factory: pytest.TempPathFactory, empty_workspace: Path) -> Path:
    """A workspace with a team of three and two meetings, the first with an entry of each usual kind."""
    file = tmp_path_factory.mktemp("team") / "team.plcdb"
    shutil.copy(empty_workspace, file)
    with open_workspace(file) as workspace:

        def make(work):
            work.undoable = False
            team_id = add_team(work, "Grade 7 Science", members=PEOPLE, norms=NORMS)
            work.session.flush()
            items = (NewItem("topic", "Exit tickets", 20), NewItem("decision", "One rubric?", 10))
            first = new_meeting(work, team_id, "Exit tickets", "2026-11-17T10:50", items=items)
            new_meeting(work, team_id, "Lab reports", "2026-11-24T10:50", items=items[:1])
            work.session.flush()
            for kind, text in (
                ("note", "Half of them guessed"),
                ("decision", "We use one rubric"),
                ("action", "Print the strips"),
            ):
                add_entry(work, first, NewEntry(kind, text))

        workspace.writer.write(make).result(60)
    return file


@pytest.fixture
def laptop(tmp_path: Path, with_team: Path, empty_workspace: Path) -> Iterator[MakeLaptop]:
    """Makes laptops: Anna's has the team, the others' are empty."""
    made: list[Laptop] = []

    def make(name: str) -> Laptop:
        template = with_team if name == "Anna" else empty_workspace
        made.append(Laptop(name, tmp_path / f"{name}.plcdb", template))
        return made[-1]

    yield make
    for each in made:
        each.close()
