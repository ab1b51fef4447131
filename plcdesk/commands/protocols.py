"""plcdesk protocols: the library of protocols, and checking files that people write."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from plcdesk.commands.chosen import catalogue
from plcdesk.commands.console import note, say
from plcdesk.text import ntr, tr

if TYPE_CHECKING:
    from plcdesk.library.fitted import Fitted
    from plcdesk.library.schema import Protocol

AsJson = Annotated[bool, typer.Option("--json", help=tr("Write JSON, for other programs."))]


def group() -> typer.Typer:
    """The subcommands of `plcdesk protocols`."""
    app = typer.Typer(
        help=tr("List, show and validate protocols; alone it lists them."), rich_markup_mode=None
    )
    app.callback(invoke_without_command=True)(all_of_them)
    app.command("list")(list_protocols)
    app.command()(show)
    app.command()(validate)
    return app


def all_of_them(context: typer.Context) -> None:
    """List, show and validate protocols; alone it lists them."""
    if context.invoked_subcommand is None:
        list_protocols()


def list_protocols(as_json: AsJson = False) -> None:
    """List the protocols by name."""
    library = catalogue()
    summaries = library.summaries()
    if as_json:
        say(json.dumps([_as_json(library.get(each.id)) for each in summaries], ensure_ascii=False, indent=2))
    else:
        width = max((len(each.id) for each in summaries), default=0)
        for each in summaries:
            length = ntr("{n} min", "{n} min", each.minutes).format(n=each.minutes)
            say(f"{each.id:{width}}  {length:>7}  {each.name}: {each.summary}")
    for fault in library.faults():
        note(str(fault))


def show(
    protocol: Annotated[str, typer.Argument(metavar="ID", help=tr("The protocol's id."))],
) -> None:
    """Show a protocol: what it is for, and its steps."""
    found = catalogue().get(protocol)
    fitted = _as_written(found)
    total = ntr("{n} minute", "{n} minutes", fitted.minutes).format(n=fitted.minutes)
    people = tr("{least} to {most} people").format(least=found.people.least, most=found.people.most)
    say(f"{found.name} ({total}, {people})")
    say(found.purpose)
    say()
    by_id = _steps_of(found)
    for step in fitted.steps:
        turn = ", ".join(f"{turn.index}/{turn.count}" for turn in step.turns)
        say(f"{step.minutes:3} min  {step.title}" + (f" ({turn})" if turn else ""))
        words = by_id[step.step_id]
        if words and not any(turn.index > 1 for turn in step.turns):
            say(f"         “{words}”")
    say()
    say(tr("From: {credit}").format(credit=found.origin.credit))


def validate(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help=tr("Protocol files (TOML)."))],
) -> None:
    """Check protocol files, and say everything that is wrong in them."""
    from plcdesk.library.validating import validated

    broken = False
    for file, found in validated(files, catalogue()):
        if isinstance(found, tuple):
            broken = True
            for fault in found:
                note(str(fault))
        else:
            say(tr("{file}: “{name}” can be used.").format(file=file, name=found.name))
    if broken:
        raise typer.Exit(1)


def _as_json(protocol: "Protocol") -> dict[str, Any]:
    fitted = _as_written(protocol)
    return {
        "id": protocol.id,
        "name": protocol.name,
        "category": protocol.category,
        "minutes": fitted.minutes,
        "steps": [{"title": step.title, "kind": step.kind, "minutes": step.minutes} for step in fitted.steps],
    }


def _as_written(protocol: "Protocol") -> "Fitted":
    """The protocol with its own times, for the people that it is written for."""
    from plcdesk.library.fitted import TooShort
    from plcdesk.library.fitting import fit, own_minutes
    from plcdesk.library.people import usual_people

    outcome = fit(protocol, own_minutes(protocol), usual_people(protocol))
    assert not isinstance(outcome, TooShort), "its own time is enough for any protocol"
    return outcome


def _steps_of(protocol: "Protocol") -> dict[str, str]:
    """What to say in each step, by its id; nothing for the pauses in which people change places."""
    from plcdesk.library.steps import walk

    return {step.id: step.say for step in walk(protocol.steps)}
