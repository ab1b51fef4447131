"""plcdesk check: whether the workspace is sound."""

import typer

from plcdesk.commands.chosen import catalogue, reading
from plcdesk.commands.console import note, say


def check(context: typer.Context) -> None:
    """Look whether the workspace is sound; exit status 1 if something is wrong."""
    from plcdesk.commands.health import examine

    wrong = False
    with reading(context) as reader:
        for finding in examine(reader, catalogue()):
            (say if finding.well else note)(finding.sentence)
            wrong = wrong or not finding.well
    if wrong:
        raise typer.Exit(1)
