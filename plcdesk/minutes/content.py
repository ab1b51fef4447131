"""All that minutes and a printed agenda can say, as plain facts; no store, no layout, no wording.

Text is as people typed it. Minutes of time are whole minutes. Times are local to the meeting's place, without
a zone of their own; `zone` names it (IANA). What is private (notes to oneself, notes to the facilitator) has
no field here, so that no document can ever show it.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Status = Literal["planned", "running", "draft", "final", "amended"]
Reached = Literal["yes", "partly", "no"]
ActionStatus = Literal["open", "done", "dropped"]
Becomes = Literal["next", "action", "dropped"]


@dataclass(frozen=True)
class Decision:
    """What was decided. `fingers` tells how the team stood to it, with its objections, in full sentences."""

    text: str
    why: str = ""
    fingers: str | None = None
    said_by: str | None = None


@dataclass(frozen=True)
class ActionLine:
    """Somebody's task. No `owners` means that nobody has taken it yet."""

    text: str
    owners: tuple[str, ...] = ()
    due: date | None = None
    status: ActionStatus = "open"
    done_on: date | None = None
    said_by: str | None = None


@dataclass(frozen=True)
class NextMeeting:
    """When the team meets next; `bring` is what everyone brings ('three tickets per section')."""

    starts_local: datetime
    facilitator: str | None = None
    result_wanted: str = ""
    bring: str = ""


@dataclass(frozen=True)
class OpenLine:
    """Something left open: its kind, the word for it, and what becomes of it (None: not said yet)."""

    kind: str
    word: str
    text: str
    becomes: Becomes | None = None


@dataclass(frozen=True)
class NoteLine:
    """One thing written down. `word` is the protocol's or the app's word for `kind`.

    `page` belongs to a quote, `place` is where on the student work it was seen, `evidence` what it rests on,
    `score`, `level` and `group` belong to a result;
    `owners` and `due` belong to a promise that is no action, such as 'I will …'; `small_group`
    is the group of people that said it.
    """

    kind: str
    word: str
    text: str
    said_by: str | None = None
    page: str | None = None
    place: str | None = None
    evidence: str | None = None
    owners: tuple[str, ...] = ()
    due: date | None = None
    score: str | None = None
    level: str | None = None
    group: str | None = None
    small_group: str | None = None


@dataclass(frozen=True)
class StepNotes:
    """One step of a protocol with what was written in it. `used` is None if the step was never begun."""

    title: str
    planned: int | None = None
    used: int | None = None
    notes: tuple[NoteLine, ...] = ()


@dataclass(frozen=True)
class ItemNotes:
    """One item of the agenda as it went: its steps if it was a protocol, and notes outside any step.

    `products` is what came of it: its decisions and actions.
    """

    title: str
    kind: str = "topic"
    planned: int | None = None
    used: int | None = None
    brought_by: str | None = None
    steps: tuple[StepNotes, ...] = ()
    notes: tuple[NoteLine, ...] = ()
    reached: bool = True
    products: tuple[str, ...] = ()


@dataclass(frozen=True)
class Person:
    """Somebody of the team at this meeting; `late_minutes` if they came late, `left_local` if they left early."""

    name: str
    role: str | None = None
    late_minutes: int | None = None
    left_local: datetime | None = None


@dataclass(frozen=True)
class NormWatched:
    """The norm that the team watched; `mean` of `count` shows of fingers from 1 to 5, None if not rated."""

    text: str
    mean: float | None = None
    count: int = 0


@dataclass(frozen=True)
class SummedAnswers:
    """What all answered to a question in numbers: how often each was given, if enough answered to tell."""

    question: str
    mean: float
    counts: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class ExitForm:
    """An exit feedback form that `people` answered, in sums: what they wrote is never here."""

    name: str
    people: int
    answers: tuple[SummedAnswers, ...]


@dataclass(frozen=True)
class Pause:
    """Time in which the meeting stood still."""

    reason: str
    minutes: int


@dataclass(frozen=True)
class RoleLine:
    """A role and who has it ('Facilitator', 'Rosa A.')."""

    role: str
    name: str


@dataclass(frozen=True)
class Addendum:
    """What was added to final minutes later, and why; no `text` if the minutes themselves were mended."""

    on: date
    text: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class MeetingFacts:
    """A meeting that was held, as its minutes may tell it.

    `goal` is the team's for the year; `best_practice` and `to_principal` stand on the team's feedback sheet.
    """

    team: str
    title: str
    starts_local: datetime
    ends_local: datetime | None = None
    zone: str = "UTC"
    school: str = ""
    room: str = ""
    status: Status = "draft"
    result_wanted: str = ""
    result_reached: Reached | None = None
    planned_minutes: int | None = None
    used_minutes: int | None = None
    decisions: tuple[Decision, ...] = ()
    actions: tuple[ActionLine, ...] = ()
    next_meeting: NextMeeting | None = None
    still_open: tuple[OpenLine, ...] = ()
    items: tuple[ItemNotes, ...] = ()
    present: tuple[Person, ...] = ()
    absent: tuple[Person, ...] = ()
    norm_watched: NormWatched | None = None
    norms: tuple[str, ...] = ()
    helped: tuple[str, ...] = ()
    change: tuple[str, ...] = ()
    exit_forms: tuple[ExitForm, ...] = ()
    pauses: tuple[Pause, ...] = ()
    files: tuple[str, ...] = ()
    roles: tuple[RoleLine, ...] = ()
    goal: str = ""
    best_practice: str = ""
    to_principal: str = ""
    addenda: tuple[Addendum, ...] = ()


@dataclass(frozen=True)
class AgendaStep:
    """One step of a protocol on the printed agenda."""

    title: str
    minutes: int | None = None


@dataclass(frozen=True)
class AgendaItem:
    """One item of the printed agenda, with the time of day at which it begins."""

    title: str
    minutes: int
    starts_local: datetime
    kind: str = "topic"
    purpose: str = ""
    brought_by: str | None = None
    steps: tuple[AgendaStep, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AgendaFacts:
    """A meeting that is planned, as its printed agenda may tell it. `bring` is what to bring, one line each."""

    team: str
    title: str
    starts_local: datetime
    ends_local: datetime
    zone: str = "UTC"
    school: str = ""
    room: str = ""
    result_wanted: str = ""
    items: tuple[AgendaItem, ...] = ()
    roles: tuple[RoleLine, ...] = ()
    norms: tuple[str, ...] = ()
    norm_watched: str = ""
    bring: tuple[str, ...] = ()
    due: tuple[ActionLine, ...] = ()
