"""A meeting that runs, for tests of the notes and of the wall: opening, ATLAS, a decision, wrap-up."""

from datetime import timedelta

from plcdesk.planning.agendas import NewItem, change_meeting, new_meeting
from plcdesk.planning.reading import read_team
from plcdesk.planning.teams import add_team
from plcdesk.running.reading import read_room
from plcdesk.running.room import record, start_meeting
from plcdesk.running.times import Instant
from tests.shipped import SHIPPED

MEMBERS = ("Rosa Alvarez", "Minh Trần", "Dana Kim", "Jo Okafor", "Lena Petrov", "Sam Wright")
NORMS = ("Equity of voice", "Evidence before opinion")


def running_meeting(workspace, moment, *, step: str = "Interpret", protocol: str = "atlas-data") -> str:
    """Start Tuesday's meeting, with everyone here but Sam; the clock stands at the step called `step`."""

    def do(service, *args, **kwargs):
        return workspace.writer.write(service, *args, **kwargs).result(60).value

    catalogue = SHIPPED
    team = do(add_team, "Science 8", members=MEMBERS, norms=NORMS, weekday=1, time="10:50", zone="UTC")
    with workspace.reader() as reader:
        members = {member.name.split()[0]: member.id for member in read_team(reader, team).members}
        norms = read_team(reader, team).norms
    chosen = catalogue.get(protocol)
    items = (
        NewItem("opening", "Opening", 5),
        NewItem("protocol", chosen.name, 60, protocol=chosen, brought_by=members["Minh"]),
        NewItem("decision", "Decide the re-teach plan", 7, purpose="Which groups, and when?"),
        NewItem("wrap_up", "Wrap up", 5),
    )
    made = do(
        new_meeting,
        team,
        "Reading the exit tickets",
        "2026-11-24T10:40",
        minutes=80,
        items=items,
        result_wanted="a re-teach plan for Thursday",
    )
    do(new_meeting, team, "Follow-up", "2026-12-01T10:40")
    here = [members[name] for name in ("Rosa", "Minh", "Dana", "Jo", "Lena")]
    now = moment()
    ends = now.wall + timedelta(minutes=80)
    do(start_meeting, made, now, present=tuple(here), absent=(members["Sam"],), ends_at=ends)
    do(change_meeting, made, watched_norm_id=norms[1].id)
    go_to(workspace, moment, made, step)
    return made


def running_since(workspace, time) -> str:
    """The same, begun at this time in the session that `FakeMoment` begins with."""
    return running_meeting(workspace, lambda: Instant(time(), 0.0, "run-1"))


def go_to(workspace, moment, meeting: str, title: str) -> None:
    """Turn the clock to the step called `title`."""
    with workspace.reader() as reader:
        room = read_room(reader, meeting)
    key = next(step.key for step in room.plan.steps if step.title == title)
    workspace.writer.write(record, meeting, moment(), "went_to", step=key, reason="next").result(60)
