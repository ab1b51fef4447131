"""What the options before a subcommand chose."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

import typer

from plcdesk import paths
from plcdesk.errors import UserError
from plcdesk.text import tr

if TYPE_CHECKING:
    from plcdesk.library.catalogue import Catalogue
    from plcdesk.planning.infos import TeamInfo


def workspace_of(context: typer.Context) -> Path:
    """The workspace file that the person named, or the usual one."""
    return paths.workspace_file(cast("Path | None", context.obj))


def local_now() -> datetime:
    """This moment by the clock of this machine, with its offset."""
    return datetime.now().astimezone()


def local_zone() -> str:
    """The IANA zone of this machine; UTC if it does not say."""
    import tzlocal

    try:
        return tzlocal.get_localzone_name() or "UTC"
    except Exception:
        # A machine whose settings contradict each other; each library version raises something else.
        return "UTC"


def catalogue() -> "Catalogue":
    """The library of protocols: ours and the person's own."""
    from plcdesk.library.catalogue import Catalogue

    return Catalogue([paths.protocols(), paths.own_protocols()])


def find_team(teams: Sequence["TeamInfo"], wanted: str) -> "TeamInfo":
    """The team with this name, or the one whose id or name begins so. Raises UserError that lists the names."""
    name = wanted.strip().casefold()
    for fits in (
        [team for team in teams if team.name.casefold() == name],
        [
            team
            for team in teams
            if name and (team.id.startswith(name) or team.name.casefold().startswith(name))
        ],
    ):
        if len(fits) == 1:
            return fits[0]
        if fits:
            raise UserError(
                tr("More than one team fits “{wanted}”: {names}.").format(
                    wanted=wanted, names=", ".join(team.name for team in fits)
                )
            )
    if not teams:
        raise UserError(tr("There are no teams in this workspace yet."))
    raise UserError(
        tr("There is no team “{wanted}”. The teams are: {names}.").format(
            wanted=wanted, names=", ".join(team.name for team in teams)
        )
    )
