"""What the options before a subcommand chose, and opening it."""

import sqlite3
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

import typer

from plcdesk import paths
from plcdesk.errors import EnvironmentProblem, UserError
from plcdesk.text import tr

if TYPE_CHECKING:
    from plcdesk.library.catalogue import Catalogue
    from plcdesk.planning.infos import TeamInfo
    from plcdesk.store.reader import Reader
    from plcdesk.store.workspace import Workspace


def workspace_of(context: typer.Context) -> Path:
    """The workspace file that the person named, or the usual one."""
    return paths.workspace_file(cast("Path | None", context.obj))


@contextmanager
def reading(context: typer.Context) -> "Generator[Reader, None, None]":
    """The workspace to read, also while the app has it open. Raises EnvironmentProblem."""
    from plcdesk.store.connection import problem_of
    from plcdesk.store.workspace import open_for_reading

    file = workspace_of(context)
    try:
        with open_for_reading(file) as reader:
            yield reader
    except sqlite3.DatabaseError as problem:
        raise problem_of(problem, file) from problem


@contextmanager
def writing(context: typer.Context) -> "Generator[Workspace, None, None]":
    """The workspace to change. Raises AlreadyOpen while the app has it, EnvironmentProblem if there is none."""
    from plcdesk.store.connection import problem_of
    from plcdesk.store.workspace import open_workspace

    file = workspace_of(context)
    if not file.exists():
        raise EnvironmentProblem(tr("There is no workspace at {file}.").format(file=file))
    try:
        with open_workspace(file) as workspace:
            yield workspace
    except sqlite3.DatabaseError as problem:
        raise problem_of(problem, file) from problem


def local_now() -> datetime:
    """This moment by the clock of this machine, with its offset."""
    return datetime.now().astimezone()


def local_zone() -> str:
    """The IANA zone of this machine; UTC if it does not say."""
    import tzlocal

    try:
        return tzlocal.get_localzone_name() or "UTC"
    except Exception:
        # A machine whose settings contradict each other; each version of the library raises something else.
        return "UTC"


def catalogue() -> "Catalogue":
    """The library of protocols: ours and the person's own."""
    from plcdesk.library.catalogue import Catalogue

    return Catalogue([paths.protocols(), paths.own_protocols()], paths.data_folder() / "cache")


def find_team(teams: "Sequence[TeamInfo]", wanted: str) -> "TeamInfo":
    """The team with this name, or the one whose name or id begins so. Raises UserError that lists the names."""
    name = wanted.strip().casefold()
    exact = [team for team in teams if team.name.casefold() == name]
    begun = [team for team in teams if team.name.casefold().startswith(name) or team.id.startswith(name)]
    for fits in (exact, begun if name else []):
        if len(fits) == 1:
            return fits[0]
        if fits:
            sentence = tr("More than one team fits “{wanted}”: {names}.")
            raise UserError(sentence.format(wanted=wanted, names=_names(fits)))
    if not teams:
        raise UserError(tr("There are no teams in this workspace yet."))
    sentence = tr("There is no team “{wanted}”. The teams are: {names}.")
    raise UserError(sentence.format(wanted=wanted, names=_names(teams)))


def _names(teams: "Sequence[TeamInfo]") -> str:
    return ", ".join(team.name for team in teams)
