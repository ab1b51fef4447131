"""The options before a subcommand."""

from pathlib import Path
from typing import Annotated

import typer

from plcdesk.text import tr


def options(
    context: typer.Context,
    workspace: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help=tr("The workspace; otherwise PLCDESK_WORKSPACE, or the usual one.")
        ),
    ] = None,
    place: Annotated[
        str | None,
        typer.Option(
            "--open", metavar="WHERE", help=tr("Open the app at run:ID, plan:ID or minutes:ID; no command.")
        ),
    ] = None,
) -> None:
    """Keep the workspace that was chosen for the subcommand."""
    if place is not None:
        raise typer.BadParameter(tr("it opens the app and goes with no command"), param_hint="--open")
    context.obj = workspace
