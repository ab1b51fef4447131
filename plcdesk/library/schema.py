"""The shape of a protocol: what a TOML file in `protocols/` may say, as typed structs.

A protocol is a list of steps. A step with `repeat` is a loop: it has steps of its own, which are run for each
presenter, person, prompt or station, and may hold further loops. A protocol's total is never stored: it
follows from its steps and the number of people (see `fitting`). Field by field this answers section 1 of the
research on protocols: rounds, who speaks and who is silent, simultaneous reveal, privacy, parallel groups,
forms by group size, things withheld until a step, and where each minute comes from.
"""

from typing import Literal

import msgspec

SCHEMA_VERSION = 3  # goes up whenever old summaries in a cache would be wrong

StepKind = Literal[
    "presenter",  # the presenter alone speaks
    "facilitator",  # the facilitator alone speaks
    "round",  # each person in turn
    "open",  # anyone, one at a time
    "write",  # everyone writes, nobody speaks
    "read",  # everyone reads or looks, nobody speaks
    "silent",  # something else in silence: sorting, posting, a chalk talk
    "pairs",
    "groups",  # small groups in parallel
    "fishbowl",
    "vote",
    "move",  # people stand up and move
    "watch",  # a lesson or a video
    "practice",  # somebody teaches or rehearses
    "protocol",  # another protocol runs inside this step
    "pause",
    "loop",  # holds steps of its own
]
QUIET_KINDS: frozenset[str] = frozenset({"write", "read", "silent", "watch", "pause"})
Category = Literal[
    "student-work",
    "dilemma",
    "text",
    "data",
    "planning",
    "observation",
    "community",
    "decision",
    "reflection",
]
LooksAt = Literal["student-work", "data", "dilemma", "text", "plans", "practice", "ourselves"]
Trust = Literal["just-met", "settled", "very-well"]
Difficulty = Literal["easy", "some-practice", "experienced"]
Grade = Literal["A", "B", "C", "own"]
Verified = Literal["source", "range", "ours", "memory"]
Who = Literal[
    "everyone",
    "presenter",
    "facilitator",
    "one",  # one person alone who is neither: see `Step.speaker`
    "some",  # several, whom `Step.speaker` names
    "others",
    "nobody",
    "one-each",
    "groups",
    "pairs",
    "host",
    "inner",  # the inner circle of a fishbowl
    "outer",
]
Presents = Literal["none", "one", "team", "rotating", "everyone"]
Over = Literal["presenters", "people", "prompts", "items", "stations", "turns"]


class Base(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """A struct that refuses words it does not know, so that a misspelt field is reported and not lost."""


class Minutes(Base, frozen=True, kw_only=True):
    """How long a step takes, in whole minutes. `floor` is the least that keeps its nature."""

    default: int
    floor: int | None = None
    ceiling: int | None = None
    verified: Verified = "ours"


class Round(Base, frozen=True, kw_only=True):
    """How a round goes. Each person has `floor_seconds` at least and `ceiling_seconds` at most, whatever the slot.

    With `seconds` the step takes that long for each person, and its `minutes`, if it has them, only say where
    the time comes from; without, its minutes are shared among those who speak.
    """

    seconds: int | None = None
    floor_seconds: int = 20
    ceiling_seconds: int | None = None
    may_pass: bool = True
    return_to_passers: bool = True
    may_ditto: bool = False
    cross_talk: bool = False
    starts: Literal["first", "rotates", "random", "left-of-presenter", "left-of-facilitator"] = "first"
    direction: Literal["same", "alternates", "reversed"] = "same"
    presenter: Literal["included", "left-out", "last"] = "included"
    until: Literal["once", "dry", "facilitator"] = "once"


class Groups(Base, frozen=True, kw_only=True):
    """Small groups that work at the same time, so that their minutes count once."""

    least: int = 2
    most: int = 4
    equal: bool = False
    roles: list[str] = []
    moves: Literal["nobody", "others-travel", "outer-circle", "stations", "experts-home", "pairs-join"] = (
        "nobody"
    )


class Repeat(Base, frozen=True, kw_only=True):
    """What a loop runs over.

    Over people there is a turn for each person; over presenters one for each, or `count` of them unless
    everyone presents; over prompts one for each prompt. Otherwise `count` turns. To save time turns over
    prompts, items, stations and turns may be cut down to `least` and presenters offered down to it; without
    `least` none of them are cut, and presenters down to one. A longer slot brings more items or turns up to
    `most`; no number of people or presenters goes past it. `called` is the protocol's own word for one of them,
    where 'prompt', 'piece' or 'station' is not what people say: 'room', 'question'.
    """

    over: Over
    called: str = ""
    count: int = 1
    least: int | None = None
    most: int | None = None
    prompts: list[str] = []
    until: Literal["count", "agreed", "time"] = "count"
    change_over: int = 0  # whole minutes between two turns
    parallel: Groups | None = None  # several groups run the loop side by side


class Capture(Base, frozen=True, kw_only=True):
    """What is written down in a step: a kind of note under the protocol's own word for it."""

    kind: str
    name: str
    fields: list[Literal["evidence", "page", "place", "score", "level", "owner", "due", "group"]] = []
    by: Literal["group", "person", "anonymous"] = "group"
    most_each: int | None = None


class Cue(Base, frozen=True, kw_only=True):
    """A sentence for the facilitator to have ready: `when` something happens, `say` this."""

    when: str
    say: str


class Step(Base, frozen=True, kw_only=True):
    """One step as the room runs it. A loop (`kind = "loop"`) has `repeat` and `steps` and no minutes.

    Where one person alone speaks who is neither presenter nor facilitator, `speaks` is "one", or "some" where
    these are several; `speaker` says who, as it stands in a sentence: "the author of the lesson".
    """

    id: str
    title: str
    kind: StepKind
    minutes: Minutes | None = None
    say: str = ""  # read aloud to the room
    do: str = ""  # for the facilitator
    show: str = ""  # on the wall, in a few words; `say` stands in when it is empty
    speaks: Who = "everyone"
    speaker: str = ""
    silent: Who | None = None
    instead: str = ""  # what those who are silent do
    protected: bool = False  # never shortened below its default: reflection, debrief, silent reading
    optional: bool = False
    when: Literal["always", "first-time", "not-prepared"] = "always"
    round: Round | None = None
    groups: Groups | None = None
    repeat: Repeat | None = None
    steps: list["Step"] = []
    protocol: str | None = None  # the id of the protocol that runs inside
    captures: list[Capture] = []
    notes: Literal["shared", "private", "reveal-together", "none"] = "shared"
    presenter_hidden: bool = False
    reveals: list[str] = []  # what was withheld and is shown from here on
    prompts: list[str] = []
    stems: list[str] = []
    avoid: list[str] = []
    cues: list[Cue] = []

    @property
    def writes_privately(self) -> bool:
        """Whether what is written in it is hidden, for good or until all of it is revealed together."""
        return self.notes in ("private", "reveal-together")


class Role(Base, frozen=True, kw_only=True):
    name: str
    does: str
    count: int = 1
    rotates: bool = False


class Preparation(Base, frozen=True, kw_only=True):
    who: str
    what: str
    lead_days: int = 0


class Material(Base, frozen=True, kw_only=True):
    what: str
    copies: Literal["one", "one-each", "one-per-group", "on-the-wall"] = "one-each"
    names_removed: bool = False
    withheld_until: str | None = None  # a step's id


class People(Base, frozen=True, kw_only=True):
    least: int = 3
    most: int = 12
    note: str = ""


class Change(Base, frozen=True, kw_only=True):
    """What a form changes in one step; whatever is not given stays.

    With another `kind` the step has only the round and groups that stand here. `turns` is how often a loop runs.
    `silent` "nobody" lets those speak who are silent otherwise.
    """

    title: str | None = None
    kind: StepKind | None = None
    say: str | None = None
    do: str | None = None
    show: str | None = None
    speaks: Who | None = None
    speaker: str | None = None
    silent: Who | None = None
    instead: str | None = None
    round: Round | None = None
    groups: Groups | None = None
    captures: list[Capture] | None = None
    stems: list[str] | None = None
    cues: list[Cue] | None = None
    turns: int | None = None


class Form(Base, frozen=True, kw_only=True):
    """Another shape of the same protocol: a short form, or a form for a larger group.

    `minutes` gives steps other defaults by id, `without` leaves steps out, `changes` gives them other words,
    speakers or groups; `presenter` says who presents where that is somebody else. `people_least` and
    `people_most` say for which numbers it is meant, if that is what it is for. With `parallel` the whole
    protocol runs in several groups side by side, but for the steps `together`, held by all of them with each other.
    """

    id: str
    name: str
    why: str = ""
    people_least: int | None = None
    people_most: int | None = None
    minutes: dict[str, int] = {}
    without: list[str] = []
    changes: dict[str, Change] = {}
    presenter: Presents | None = None
    parallel: Groups | None = None
    together: list[str] = []


class Origin(Base, frozen=True, kw_only=True):
    """Where it comes from. `grade`: A steps and most minutes seen in a source, B steps seen, C partly."""

    credit: str
    organisation: str = ""
    year: str = ""
    sources: list[str] = []
    grade: Grade
    note: str = ""


class Protocol(Base, frozen=True, kw_only=True):
    """A discussion protocol, complete."""

    id: str
    name: str
    category: Category
    purpose: str
    summary: str  # one short line for lists
    good_when: list[str]
    not_when: list[str]
    looks_at: list[LooksAt]
    people: People
    steps: list[Step]
    origin: Origin
    trust: Trust = "settled"
    difficulty: Difficulty = "some-practice"
    presenter: Presents = "none"
    presenter_called: str = ""  # another word for her: client, author
    facilitator_takes_part: bool = True
    outside_facilitator: bool = False
    also_known_as: list[str] = []
    variant_of: str | None = None
    roles: list[Role] = []
    preparation: list[Preparation] = []
    materials: list[Material] = []
    cautions: list[str] = []
    privacy: list[Literal["student-names", "teacher-names", "confidential"]] = []
    forms: list[Form] = []
    sessions: list[str] = []
    follow_up: list[str] = []


def steps_by_id(steps: list[Step]) -> dict[str, Step]:
    """All steps, those inside loops too, by their id."""
    found: dict[str, Step] = {}
    for step in steps:
        found[step.id] = step
        found.update(steps_by_id(step.steps))
    return found
