"""The command line: options, subcommands, and one place where errors become a sentence and an exit status.

0 is success; 1 comes with one sentence on stderr; 2 is wrong usage. Without a subcommand the app opens, which
is not started from here: the core knows no screen (see `plcdesk_ui.__main__`).
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from plcdesk.commands.console import ReaderGone, flush, give_up_stdout, note, use_utf8
from plcdesk.commands.demo import demo
from plcdesk.errors import EnvironmentProblem, UserError
from plcdesk.text import tr

FAILED, INTERRUPTED = 1, 130

app = typer.Typer(
    name="plcdesk",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help=tr("Plan, run and write up the meetings of teacher teams. Without a command, the app opens."),
)
app.command()(demo)


@app.callback()
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
    """Take the options before a subcommand."""
    if place is not None:
        raise typer.BadParameter(tr("it opens the app and goes with no command"), param_hint="--open")
    context.obj = workspace


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out a command line; returns the exit status."""
    use_utf8()
    try:
        status = _run(sys.argv[1:] if arguments is None else arguments)
        flush()
    except ReaderGone:
        give_up_stdout()
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED
    except (UserError, EnvironmentProblem) as told:
        note(str(told))
        return FAILED
    except Exception as fault:
        note(tr("Something went wrong in PLC Desk: {what}").format(what=f"{type(fault).__name__}: {fault}"))
        return FAILED
    return status


def _run(arguments: Sequence[str]) -> int:
    try:
        app(args=list(arguments), prog_name="plcdesk")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    return 0
