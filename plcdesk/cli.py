"""The command line: options, subcommands, and one place where errors become a sentence and an exit status.

0 is success; 1 comes with one sentence on stderr; 2 is wrong usage. Without a subcommand the app opens, which
is not started from here: the core knows no screen (see `plcdesk_ui.__main__`).
"""

import sys
from collections.abc import Sequence

import typer

from plcdesk import paths
from plcdesk.commands.console import ReaderGone, flush, give_up_stdout, note, use_utf8
from plcdesk.errors import EnvironmentProblem, UserError
from plcdesk.settings import load
from plcdesk.text import tr, use_language

FAILED, INTERRUPTED = 1, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out a command line; returns the exit status."""
    use_utf8()
    try:
        use_language(load(paths.settings_file()).language, paths.locale())
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
        what = f"{type(fault).__name__}: {fault}"
        note(tr("Something went wrong in PLC Desk: {what}").format(what=" ".join(what.split())))
        return FAILED
    return status


def command_line() -> typer.Typer:
    """All subcommands, in the language that is in use by now."""
    from plcdesk.commands import check, demo, meetings, minutes, options, plan, protocols, self_test, share

    app = typer.Typer(
        name="plcdesk",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
        help=tr("Plan, run and write up the meetings of teacher teams. Without a command, the app opens."),
    )
    app.callback()(options.options)
    for command in (demo.demo, plan.plan, meetings.meetings, minutes.minutes, check.check):
        app.command()(command)
    app.add_typer(protocols.group(), name="protocols")
    app.add_typer(share.group(), name="share")
    app.command("self-test")(self_test.self_test)
    return app


def _run(arguments: Sequence[str]) -> int:
    try:
        command_line()(args=list(arguments), prog_name="plcdesk")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    return 0
