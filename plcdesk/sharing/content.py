"""What of a team's records travels, column by column.

Each table that travels is named here with each column that does; a column that is not named stays on its
laptop. The types are what a file is checked against, so they say as much as can be said: which words a column
may hold, what a date looks like, how large a number may be.
"""

from typing import Annotated, Any, Literal

from msgspec import Meta, Struct

from plcdesk.running.events import EventKind

Id = Annotated[str, Meta(pattern=r"^[0-9A-Za-z-]{1,64}\Z")]
Hash = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]
Word = Annotated[str, Meta(pattern=r"^[a-z][a-z_]{0,39}\Z")]
Name = Annotated[str, Meta(max_length=1000)]
_DAY = r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_TIME = r"([01][0-9]|2[0-3]):[0-5][0-9]"
Day = Annotated[str, Meta(pattern=rf"^{_DAY}\Z")]
Local = Annotated[str, Meta(pattern=rf"^{_DAY}T{_TIME}(:[0-5][0-9])?\Z")]
Clock = Annotated[str, Meta(pattern=rf"^{_TIME}\Z")]
Moment = Annotated[str, Meta(pattern=rf"^{_DAY}T{_TIME}:[0-5][0-9](\.[0-9]{{1,6}})?(Z|\+00:00)\Z")]
Minutes = Annotated[int, Meta(ge=0, le=100_000)]
Whole = Annotated[int, Meta(ge=-(2**31), le=2**31)]
Place = Annotated[float, Meta(ge=-1e12, le=1e12)]
Finger = Annotated[int, Meta(ge=0, le=10)]


class Content(Struct, frozen=True, forbid_unknown_fields=True):
    """The columns of a row that travel."""


class Team(Content, frozen=True):
    name: Name
    school: str
    subject: str
    weekday: Annotated[int, Meta(ge=0, le=6)] | None
    time: Clock | None
    minutes: Minutes
    room: str
    zone: Name
    goal: str


class Member(Content, frozen=True):
    team_id: Id
    name: Name
    initials: Name
    active: bool
    position: Place


class Norm(Content, frozen=True):
    team_id: Id
    text: str
    active: bool
    position: Place


class DayOff(Content, frozen=True):
    team_id: Id
    first_on: Day
    last_on: Day
    name: str


class Meeting(Content, frozen=True):
    team_id: Id
    status: Literal["planned", "running", "draft", "final"]
    title: str
    result_wanted: str
    result_reached: Literal["yes", "partly", "no"] | None
    starts_at: Local
    zone: Name
    minutes: Minutes
    room: str
    watched_norm_id: Id | None
    room_sees_screen: bool
    ends_at: Moment | None
    started_at: Moment | None
    ended_at: Moment | None
    wrapping_up: bool
    out_of_time: bool
    bring: str
    best_practice: str
    to_principal: str


class Item(Content, frozen=True):
    """Without `private_note`, which is for the facilitator alone."""

    meeting_id: Id
    position: Place
    kind: Literal["opening", "topic", "decision", "news", "protocol", "wrap_up"]
    title: str
    minutes: Minutes
    purpose: str
    brought_by: Id | None
    prepared: list[Whole]
    from_entry_id: Id | None
    from_item_id: Id | None


class Snapshot(Content, frozen=True):
    item_id: Id
    meeting_id: Id
    protocol_id: Name
    name: str
    own_minutes: Minutes
    people: Minutes
    presenters: Minutes | None
    form: Name | None
    protocol: dict[str, Any]
    fitted: dict[str, Any]


class Attendance(Content, frozen=True):
    meeting_id: Id
    member_id: Id
    status: Literal["present", "absent", "late", "left"]
    arrived_at: Moment | None
    left_at: Moment | None
    back_at: Moment | None


class Role(Content, frozen=True):
    meeting_id: Id
    role: Word
    member_id: Id | None


class Attachment(Content, frozen=True):
    meeting_id: Id
    item_id: Id | None
    name: Name
    size: Annotated[int, Meta(ge=0, le=2**31)]
    sha256: Hash
    added_at: Moment


class Grouping(Content, frozen=True):
    meeting_id: Id
    item_id: Id
    step: Name
    groups: list[dict[str, Any]]


class Entry(Content, frozen=True):
    """Without `hidden`: what is hidden does not travel at all."""

    team_id: Id
    meeting_id: Id
    item_id: Id | None
    step: Name | None
    kind: Word
    word: Name | None
    text: str
    why: str
    owners: list[Id]
    owner_names: list[Name]
    due_on: Day | None
    status: Literal["open", "done", "dropped"]
    closed_on: Day | None
    becomes: Literal["next_meeting", "action", "dropped"] | None
    said_by: Id | None
    fields: dict[str, Any]
    carried_from: Id | None
    created_at: Moment
    position: Place
    group_name: Name | None
    outcome: str


class Postponement(Content, frozen=True):
    entry_id: Id
    from_on: Day | None
    to_on: Day | None
    reason: str
    at: Moment


class Vote(Content, frozen=True):
    meeting_id: Id
    entry_id: Id
    way: Word
    fingers: list[Finger]
    objections: list[str]


class NormRating(Content, frozen=True):
    meeting_id: Id
    norm_id: Id
    fingers: list[Finger]


class Answer(Content, frozen=True):
    """What was done about what people said of a meeting; what they said stays where it was said."""

    meeting_id: Id
    answer: str


class MinutesVersion(Content, frozen=True):
    """Without what people said of the meeting, which the frozen facts hold too."""

    meeting_id: Id
    number: Minutes
    kind: Literal["final", "amended"]
    reason: str
    addendum: str
    at: Moment
    document: dict[str, Any]


class CoachLetter(Content, frozen=True):
    team_id: Id
    direction: Literal["to_coach", "to_team"]
    went_well: str
    question: str
    from_name: Name
    at: Moment
    opened_meeting_id: Id | None


class ClockEvent(Struct, frozen=True, forbid_unknown_fields=True):
    seq: Annotated[int, Meta(ge=0, le=1_000_000)]
    kind: EventKind
    step: Name | None
    member_id: Id | None
    seconds: Whole | None
    reason: str | None
    wall: Moment
    monotonic: float
    session: Name


class ClockContent(Content, frozen=True):
    """A meeting's clock as one record: half of one clock and half of another would be no meeting's clock."""

    meeting_id: Id
    events: Annotated[list[ClockEvent], Meta(max_length=20_000)]
