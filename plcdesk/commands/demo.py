"""plcdesk demo FILE: write a sample workspace."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from plcdesk.commands.chosen import local_now, local_zone
from plcdesk.commands.console import say
from plcdesk.text import ntr, tr


def demo(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=tr("The new file."))],
    teams: Annotated[int, typer.Option(min=1, max=500, help=tr("How many teams."))] = 3,
    meetings: Annotated[int, typer.Option(min=0, max=2000, help=tr("How many meetings each has held."))] = 12,
    seed: Annotated[int, typer.Option(help=tr("Another number gives another sample."))] = 1,
) -> None:
    """Write a sample workspace to look around in."""
    from plcdesk.sample.making import make_sample

    make_sample(
        file.absolute(),
        teams,
        meetings,
        seed,
        today=local_now().date(),
        zone=local_zone(),
        progress=_progress,
    )
    sentence = ntr("The sample is in {file}: {teams} team.", "The sample is in {file}: {teams} teams.", teams)
    say(sentence.format(file=file, teams=teams))


def _progress(done: int, of: int) -> None:
    """Counts the teams on the terminal of whoever waits for many."""
    if of > 3 and sys.stderr.isatty():
        sys.stderr.write(f"\r{done}/{of}" + ("\n" if done == of else ""))
        sys.stderr.flush()
