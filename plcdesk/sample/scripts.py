"""What the content files of the sample say: teams, their meetings, and what is said in them.

`content/` has one file for each team whose year is written out, one of meetings that any team could hold, and
one of further teams. The files ship with the package; a test reads them all.
"""

from pathlib import Path

import msgspec

from plcdesk.running.plan import ItemKind

CONTENT = Path(__file__).parent / "content"


class Base(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """A struct that refuses words it does not know."""


class Line(Base, frozen=True, kw_only=True):
    """Something that is written down; a bare text is a line of the step's first kind.

    `who` names people, with commas between; "?" is somebody of the team. Days count from the meeting, those of
    `due_from_today` from the day that the sample is made for. `done` and `dropped` say when that happened.
    `becomes` is what the wrap-up made of something open; if that is an action, it is `who`'s and so on.
    """

    text: str
    kind: str = ""
    why: str = ""
    who: str = ""
    due: int | None = None
    due_from_today: int | None = None
    done: int | None = None
    dropped: int | None = None
    by: str = ""
    becomes: str | None = None
    place: str = ""
    evidence: str = ""
    page: str = ""


Said = list[str | Line]


class ItemScript(Base, frozen=True, kw_only=True):
    """An item of an agenda. With a protocol, `steps` holds what is said, by the key or the id of a step.

    `carries` is the text of something that the meeting before left open; `reached` is False if time ran out.
    """

    title: str
    minutes: int
    kind: ItemKind = "protocol"
    protocol: str = ""
    form: str | None = None
    presenters: int | None = None
    purpose: str = ""
    brings: str = ""
    note: str = ""
    prepared: list[int] = []
    carries: str = ""
    reached: bool = True
    lines: Said = []
    steps: dict[str, Said] = {}


class MeetingScript(Base, frozen=True, kw_only=True):
    """A meeting. Opening and wrap-up are on every agenda; `opening` is what is said in the first of them.

    `fingers` are those shown for the norm that is watched, one for each person present.
    """

    title: str
    wanted: str = ""
    reached: str | None = "yes"
    items: list[ItemScript]
    opening: Said = []
    norm: str = ""
    fingers: str = ""
    absent: list[str] = []
    late: dict[str, int] = {}
    left: dict[str, int] = {}  # minutes before the end
    helped: str = ""
    change: str = ""
    roles: dict[str, str] = {}


class Unit(Base, frozen=True, kw_only=True):
    """What a team teaches for some weeks; its fields stand for the words in braces in the usual meetings."""

    unit: str
    work: str
    standard: str
    strong: str
    stuck: str
    idea: str


class TeamScript(Base, frozen=True, kw_only=True):
    """A team with its year, oldest meeting first, and the two meetings that it has planned."""

    name: str
    school: str
    subject: str
    weekday: int
    time: str
    minutes: int
    room: str
    members: list[str]
    norms: list[str]
    units: list[Unit]
    meets_today: bool = False
    weeks: int = 1
    held: list[MeetingScript] = []
    coming: list[MeetingScript] = []


class OtherTeam(Base, frozen=True, kw_only=True):
    """A team of which only the subject is written."""

    name: str
    subject: str
    units: list[Unit]


class OtherTeams(Base, frozen=True, kw_only=True):
    """What further teams are made of."""

    people: list[str]
    schools: list[str]
    norms: list[str]
    teams: list[OtherTeam]


class UsualMeetings(Base, frozen=True, kw_only=True):
    """Meetings that any team could hold."""

    held: list[MeetingScript]
    coming: list[MeetingScript]


def read_team(name: str) -> TeamScript:
    """The script of one team, by the name of its file."""
    return msgspec.toml.decode(_text(name), type=TeamScript)


def read_usual_meetings() -> UsualMeetings:
    return msgspec.toml.decode(_text("usual_meetings"), type=UsualMeetings)


def read_other_teams() -> OtherTeams:
    return msgspec.toml.decode(_text("other_teams"), type=OtherTeams)


def _text(name: str) -> str:
    return (CONTENT / f"{name}.toml").read_text(encoding="utf-8")
