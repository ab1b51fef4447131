"""Two people's workspaces: the app's own, and a colleague's file that was shared with it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from plcdesk.sharing.mailbox import teams_here
from plcdesk.sharing.selection import Scope
from plcdesk.store.tables import Entry
from tests.sharing.conftest import with_team  # noqa: F401
from tests.sharing.laptops import Laptop


@pytest.fixture
def workspace_file(tmp_path: Path, with_team: Path) -> Path:  # noqa: F811
    """The app's workspace has the team."""
    return Path(shutil.copy(with_team, tmp_path / "workspace.plcdb"))


@pytest.fixture
def dana(tmp_path: Path, empty_workspace: Path) -> Iterator[Laptop]:
    """A colleague's laptop that knows nothing yet."""
    made = Laptop("Dana", tmp_path / "dana.plcdb", empty_workspace)
    yield made
    made.close()


def say(laptop_or_writer, old: str, new: str) -> None:
    """Change the text of an entry."""

    def change(work) -> None:
        work.session.scalars(select(Entry).where(Entry.text == old)).one().text = new

    laptop_or_writer.write(change).result(60)


@pytest.fixture
def from_dana(context, dana, tmp_path):
    """Writes a file of Dana's that differs by what is said; she has the team from here."""
    from plcdesk.sharing.exporting import export_share
    from plcdesk.sharing.format import Named
    from tests.sharing.laptops import NOW

    team = teams_here(context.reader)[0]
    first = tmp_path / "first.plcdesk"
    export_share(context.workspace, Scope(team), first, sender=Named("laptop-rosa", "Rosa"), at=NOW)
    dana.take(first)

    def write(old: str, new: str, **values) -> Path:
        say(dana.workspace.writer, old, new)
        dana.share(tmp_path / "dana.plcdesk", Scope(team), **values)
        return tmp_path / "dana.plcdesk"

    return write
