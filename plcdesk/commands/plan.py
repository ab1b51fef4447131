"""plcdesk plan AGENDA.txt: make a meeting of an agenda that is plain text."""

import sys
from datetime import datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plcdesk.commands.chosen import catalogue, find_team, writing
from plcdesk.commands.console import note, say
from plcdesk.errors import EnvironmentProblem, UserError
from plcdesk.text import tr

if TYPE_CHECKING:
    from plcdesk.planning.infos import TeamInfo
    from plcdesk.planning.paste import PastedAgenda

LARGEST_AGENDA = 1024 * 1024  # bytes


def plan(
    context: typer.Context,
    agenda: Annotated[
        Path,
        typer.Argument(metavar="AGENDA.txt", help=tr("The agenda as plain text; - reads what is piped in.")),
    ],
    team: Annotated[str, typer.Option(metavar="T", help=tr("The team: its name, or how its id begins."))],
    on: Annotated[str, typer.Option(metavar="WHEN", help=tr("The start, such as 2026-11-24T10:50."))],
    minutes: Annotated[
        int | None,
        typer.Option(min=1, max=960, help=tr("How long it is; otherwise as the text or the team says.")),
    ] = None,
) -> None:
    """Make a meeting of an agenda, and print its id."""
    day = _read_when(on)
    from plcdesk.planning.agendas import new_meeting
    from plcdesk.planning.paste import read_agenda
    from plcdesk.planning.pasted_items import make_items
    from plcdesk.planning.reading import read_past_roles, read_teams
    from plcdesk.planning.turns import propose_roles

    text, library = _read_text(agenda), catalogue()
    with writing(context) as workspace:
        with workspace.reader() as reader:
            chosen = find_team(read_teams(reader), team)
            people = [(member.id, member.name) for member in chosen.active_members]
            pasted = read_agenda(text, library.find_by_name, names=[name for _, name in people])
            start = _start(day, pasted, chosen)
            roles = propose_roles(people, read_past_roles(reader, chosen.id, start))
        length = minutes or _length(pasted) or chosen.minutes
        made = make_items(pasted, chosen, length, library.get)
        if not made.items:
            raise UserError(tr("No agenda was found in {file}.").format(file=agenda))
        done = workspace.writer.write(
            new_meeting,
            chosen.id,
            pasted.title or tr("Team meeting"),
            start,
            minutes=length,
            result_wanted=pasted.result_wanted or "",
            items=made.items,
            roles=roles,
        ).result()
    for sentence in made.notes:
        note(sentence)
    say(done.value)


def _read_when(on: str) -> datetime | str:
    """The local start; only the day, as text, if no time was given. Raises BadParameter."""
    try:
        start = datetime.fromisoformat(on.strip())
    except ValueError:
        start = None
    if start is None or start.tzinfo is not None:
        raise typer.BadParameter(tr("say when as in 2026-11-24T10:50"), param_hint="--on")
    return on.strip() if len(on.strip()) <= len("2026-11-24") else start


def _start(day: datetime | str, pasted: "PastedAgenda", team: "TeamInfo") -> str:
    """The start as it is stored; for a day alone the time is the agenda's or the team's usual one."""
    if isinstance(day, datetime):
        return day.strftime("%Y-%m-%dT%H:%M")
    usual = time.fromisoformat(team.time) if team.time else None
    at = pasted.starts or usual
    if at is None:
        raise UserError(tr("Say at what time, as in {day}T10:50.").format(day=day))
    return datetime.combine(datetime.fromisoformat(day), at).strftime("%Y-%m-%dT%H:%M")


def _length(pasted: "PastedAgenda") -> int | None:
    if pasted.starts is None or pasted.ends is None:
        return None
    begins, ends = (at.hour * 60 + at.minute for at in (pasted.starts, pasted.ends))
    return ends - begins if ends > begins else None


def _read_text(agenda: Path) -> str:
    """The text of a file, or of what is piped in. Raises EnvironmentProblem or UserError."""
    try:
        if str(agenda) == "-":
            content = sys.stdin.buffer.read(LARGEST_AGENDA + 1)
        else:
            with agenda.open("rb") as file:
                content = file.read(LARGEST_AGENDA + 1)
    except OSError as problem:
        raise EnvironmentProblem(
            tr("{file} cannot be read: {reason}.").format(file=agenda, reason=problem.strerror or problem)
        ) from problem
    if len(content) > LARGEST_AGENDA:
        raise UserError(tr("{file} is far too long for an agenda.").format(file=agenda))
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UserError(tr("{file} is not plain text.").format(file=agenda))
