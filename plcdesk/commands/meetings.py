"""plcdesk meetings: what is planned, and what was held."""

import json
from dataclasses import asdict
from typing import Annotated

import typer

from plcdesk.commands.chosen import find_team, reading
from plcdesk.commands.console import say
from plcdesk.text import tr


def meetings(
    context: typer.Context,
    team: Annotated[
        str | None, typer.Option(metavar="T", help=tr("Only this team: its name, or how its id begins."))
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help=tr("Write JSON, for other programs."))] = False,
) -> None:
    """List the meetings, newest first."""
    from plcdesk.planning.listing import read_listing, shortest_ids
    from plcdesk.planning.reading import read_teams

    with reading(context) as reader:
        team_id = find_team(read_teams(reader), team).id if team is not None else None
        found = read_listing(reader, team_id)
        ids = shortest_ids(tuple(reader.each(lambda row: row["id"], "SELECT id FROM meeting")))
    if as_json:
        say(json.dumps([asdict(meeting) for meeting in found], ensure_ascii=False, indent=2))
        return
    if not found:
        say(tr("There are no meetings yet."))
    statuses = {
        "planned": tr("planned"),
        "running": tr("running"),
        "draft": tr("draft"),
        "final": tr("final"),
    }
    width = max((len(ids[meeting.id]) for meeting in found), default=0)
    for meeting in found:
        status = statuses.get(meeting.status, meeting.status)
        start = meeting.starts_at.replace("T", " ")
        say(f"{ids[meeting.id]:{width}}  {start}  {status:8} {meeting.team}: {meeting.title}")
