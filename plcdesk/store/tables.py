"""The tables of a workspace, typed. One SQLite file holds them all.

Each row has `n`, an integer key for SQLite and full text, and `id`, a uuid by which two laptops' files can be
merged later. Rows with `deleted_at` are never removed, only hidden: nobody's words are ever lost. Instants are
UTC in ISO form with a Z; planned starts are local time beside an IANA zone; dates are ISO dates.
"""

from typing import Any
from uuid import uuid4

from sqlalchemy import JSON, ForeignKey, Index, MetaData, UniqueConstraint
from sqlalchemy import text as sql
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


def new_id() -> str:
    """A fresh uuid for a row."""
    return str(uuid4())


class Table(DeclarativeBase):
    """The base of all tables. Constraints have names, so that migrations can change them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {list[str]: JSON, list[int]: JSON, dict[str, Any]: JSON, list[dict[str, Any]]: JSON}


class Row(Table):
    """What every recorded row has.

    `logged` rows are written to the change table and can be undone; `travels` rows may go into a share file.
    What is private to this laptop, and what is anonymous, does not travel.
    """

    __abstract__ = True
    logged = True
    travels = True
    n: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(unique=True, default=new_id)


class Deletable:
    """A row that goes to the trash instead of away."""

    deleted_at: Mapped[str | None] = mapped_column(default=None)


class Team(Deletable, Row):
    """A team of teachers with its usual slot. `weekday` counts from Monday 0; `time` is local 'HH:MM'."""

    __tablename__ = "team"
    name: Mapped[str]
    school: Mapped[str] = mapped_column(default="")
    subject: Mapped[str] = mapped_column(default="")
    weekday: Mapped[int | None] = mapped_column(default=None)
    time: Mapped[str | None] = mapped_column(default=None)
    minutes: Mapped[int] = mapped_column(default=45)
    room: Mapped[str] = mapped_column(default="")
    zone: Mapped[str] = mapped_column(default="UTC")
    goal: Mapped[str] = mapped_column(default="")  # what the team works towards this year


class DayOff(Deletable, Row):
    """Days on which a team does not meet, first to last, such as a school holiday."""

    __tablename__ = "day_off"
    team_id: Mapped[str] = mapped_column(ForeignKey("team.id"), index=True)
    first_on: Mapped[str]
    last_on: Mapped[str]
    name: Mapped[str] = mapped_column(default="")


class Student(Deletable, Row):
    """A student's name and the code that stands for it in what leaves this laptop. The key stays here."""

    travels = False
    __tablename__ = "student"
    team_id: Mapped[str] = mapped_column(ForeignKey("team.id"), index=True)
    name: Mapped[str]
    code: Mapped[str] = mapped_column(default="")


class Member(Deletable, Row):
    """A person on a team. One who left is not active and keeps her history."""

    __tablename__ = "member"
    team_id: Mapped[str] = mapped_column(ForeignKey("team.id"), index=True)
    name: Mapped[str]
    initials: Mapped[str]
    active: Mapped[bool] = mapped_column(default=True)
    position: Mapped[float] = mapped_column(default=0)


class Norm(Deletable, Row):
    """An agreement of the team about how it works together."""

    __tablename__ = "norm"
    team_id: Mapped[str] = mapped_column(ForeignKey("team.id"), index=True)
    text: Mapped[str]
    active: Mapped[bool] = mapped_column(default=True)
    position: Mapped[float] = mapped_column(default=0)


class Meeting(Deletable, Row):
    """A meeting: planned, running, draft (held, minutes editable) or final."""

    __tablename__ = "meeting"
    team_id: Mapped[str] = mapped_column(ForeignKey("team.id"), index=True)
    status: Mapped[str] = mapped_column(default="planned")
    title: Mapped[str]
    result_wanted: Mapped[str] = mapped_column(default="")
    result_reached: Mapped[str | None] = mapped_column(default=None)  # yes, partly, no
    starts_at: Mapped[str]  # local, YYYY-MM-DDTHH:MM
    zone: Mapped[str] = mapped_column(default="UTC")
    minutes: Mapped[int] = mapped_column(default=45)
    room: Mapped[str] = mapped_column(default="")
    watched_norm_id: Mapped[str | None] = mapped_column(ForeignKey("norm.id"), default=None)
    room_sees_screen: Mapped[bool] = mapped_column(default=False)
    ends_at: Mapped[str | None] = mapped_column(default=None)  # UTC, the end agreed at the start
    started_at: Mapped[str | None] = mapped_column(default=None)
    ended_at: Mapped[str | None] = mapped_column(default=None)
    wrapping_up: Mapped[bool] = mapped_column(default=False)
    out_of_time: Mapped[bool] = mapped_column(default=False)
    bring: Mapped[str] = mapped_column(default="")  # what everybody brings to this meeting
    best_practice: Mapped[str] = mapped_column(default="")
    to_principal: Mapped[str] = mapped_column(default="")  # questions to the principal
    __table_args__ = (
        Index("ix_meeting_team_start", "team_id", "starts_at"),
        Index("ix_meeting_start", "starts_at"),
    )


class Item(Deletable, Row):
    """An item of an agenda. `private_note` is for the facilitator alone and leaves this laptop with nobody."""

    __tablename__ = "item"
    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"), index=True)
    position: Mapped[float] = mapped_column(default=0)
    kind: Mapped[str]  # opening, topic, decision, news, protocol, wrap_up
    title: Mapped[str]
    minutes: Mapped[int]
    purpose: Mapped[str] = mapped_column(default="")
    brought_by: Mapped[str | None] = mapped_column(ForeignKey("member.id"), default=None)
    private_note: Mapped[str] = mapped_column(default="")
    prepared: Mapped[list[int]] = mapped_column(default=list)  # which preparations are ticked
    from_entry_id: Mapped[str | None] = mapped_column(default=None)
    from_item_id: Mapped[str | None] = mapped_column(default=None)
    __table_args__ = (
        Index("ix_item_from_entry", "from_entry_id", sqlite_where=sql("from_entry_id IS NOT NULL")),
        Index("ix_item_from_item", "from_item_id", sqlite_where=sql("from_item_id IS NOT NULL")),
    )


class Snapshot(Row):
    """The protocol that an item runs, as it was when it was chosen, with its steps fitted to the minutes.

    Changing the library never changes it.
    """

    __tablename__ = "snapshot"
    item_id: Mapped[str] = mapped_column(ForeignKey("item.id"), unique=True)
    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"), index=True)
    protocol_id: Mapped[str]
    name: Mapped[str] = mapped_column(index=True)
    own_minutes: Mapped[int]
    people: Mapped[int]
    presenters: Mapped[int | None] = mapped_column(default=None)
    form: Mapped[str | None] = mapped_column(default=None)
    protocol: Mapped[dict[str, Any]]
    fitted: Mapped[dict[str, Any]]


class ClockEvent(Row):
    """One event of a meeting's clock, in order. The clock is the fold over these."""

    __tablename__ = "clock_event"
    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"))
    seq: Mapped[int]
    kind: Mapped[str]
    step: Mapped[str | None] = mapped_column(default=None)
    member_id: Mapped[str | None] = mapped_column(default=None)
    seconds: Mapped[int | None] = mapped_column(default=None)
    reason: Mapped[str | None] = mapped_column(default=None)
    wall: Mapped[str]
    monotonic: Mapped[float]
    session: Mapped[str]
    __table_args__ = (UniqueConstraint("meeting_id", "seq"),)


class Pulse(Row):
    """When the room was last seen running: the heartbeat that tells a stop from a pause."""

    logged = False
    travels = False
    __tablename__ = "pulse"
    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"), unique=True)
    wall: Mapped[str]
    monotonic: Mapped[float]
    session: Mapped[str]


class Attendance(Row):
    """Whether a member was there: present, absent, late (with when) or left (with when).

    `back_at` is when somebody who had left came back.
    """

    __tablename__ = "attendance"
    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"))
    member_id: Mapped[str] = mapped_column(ForeignKey("member.id"))
    status: Mapped[str]
    arrived_at: Mapped[str | None] = mapped_column(default=None)
    left_at: Mapped[str | None] = mapped_column(default=None)
    back_at: Mapped[str | None] = mapped_column(default=None)
    __table_args__ = (UniqueConstraint("meeting_id", "member_id"),)


class Role(Row):
    """Who holds a role in a meeting: facilitator, recorder or timekeeper."""

    __tablename__ = "role"
    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"))
    role: Mapped[str]
    member_id: Mapped[str | None] = mapped_column(ForeignKey("member.id"), default=None)
    __table_args__ = (UniqueConstraint("meeting_id", "role"),)


class Attachment(Deletable, Row):
    """A file that belongs to a meeting or to one of its items. Its bytes are kept once, under their hash."""

    __tablename__ = "attachment"
    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"), index=True)
    item_id: Mapped[str | None] = mapped_column(ForeignKey("item.id"), default=None)
    name: Mapped[str]
    size: Mapped[int]
    sha256: Mapped[str]
    added_at: Mapped[str]


class AttachedBytes(Table):
    """What is in an attached file."""

    __tablename__ = "attached_bytes"
    n: Mapped[int] = mapped_column(primary_key=True)
    sha256: Mapped[str] = mapped_column(unique=True)
    content: Mapped[bytes]


class Grouping(Row):
    """How the people present were put into groups for a step: each group has a name and its members' ids."""

    __tablename__ = "grouping"
    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"))
    item_id: Mapped[str] = mapped_column(ForeignKey("item.id"))
    step: Mapped[str]
    groups: Mapped[list[dict[str, Any]]]
    __table_args__ = (UniqueConstraint("meeting_id", "item_id", "step"),)


class Entry(Deletable, Row):
    """Anything written down in a meeting: note, decision, action, question, parked, or a protocol's own kind.

    Its kind can change. `word` is the protocol's own word for the kind. `becomes` says what the wrap-up made
    of something open: next_meeting, action or dropped. `carried_from` is the entry that it came from.
    `group_name` is the small group that wrote it; `hidden` is private writing until it is revealed; `outcome`
    is what came of an action in the classroom.
    """

    __tablename__ = "entry"
    team_id: Mapped[str] = mapped_column(ForeignKey("team.id"))
    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"), index=True)
    item_id: Mapped[str | None] = mapped_column(ForeignKey("item.id"), default=None)
    step: Mapped[str | None] = mapped_column(default=None)
    kind: Mapped[str]
    word: Mapped[str | None] = mapped_column(default=None)
    text: Mapped[str]
    why: Mapped[str] = mapped_column(default="")
    owners: Mapped[list[str]] = mapped_column(default=list)
    owner_names: Mapped[list[str]] = mapped_column(default=list)
    due_on: Mapped[str | None] = mapped_column(default=None)
    status: Mapped[str] = mapped_column(default="open")  # open, done, dropped
    closed_on: Mapped[str | None] = mapped_column(default=None)
    becomes: Mapped[str | None] = mapped_column(default=None)
    said_by: Mapped[str | None] = mapped_column(ForeignKey("member.id"), default=None)
    fields: Mapped[dict[str, Any]] = mapped_column(default=dict)
    carried_from: Mapped[str | None] = mapped_column(default=None)
    created_at: Mapped[str]
    position: Mapped[float] = mapped_column(default=0)
    group_name: Mapped[str | None] = mapped_column(default=None)
    hidden: Mapped[bool] = mapped_column(default=False)
    outcome: Mapped[str] = mapped_column(default="")
    __table_args__ = (
        Index(
            "ix_entry_open_actions",
            "team_id",
            "due_on",
            sqlite_where=sql("kind = 'action' AND status = 'open'"),
        ),
        Index(
            "ix_entry_closed_actions",
            "closed_on",
            sqlite_where=sql("kind = 'action' AND closed_on IS NOT NULL"),
        ),
        Index("ix_entry_owner_names", "owner_names", sqlite_where=sql("owner_names <> '[]'")),
    )


class Postponement(Row):
    """An action's date moved, and why."""

    __tablename__ = "postponement"
    entry_id: Mapped[str] = mapped_column(ForeignKey("entry.id"), index=True)
    from_on: Mapped[str | None] = mapped_column(default=None)
    to_on: Mapped[str | None] = mapped_column(default=None)
    reason: Mapped[str] = mapped_column(default="")
    at: Mapped[str]


class Vote(Row):
    """How the team stood to a decision: `way` is fist (0 to 5 fingers) or thumbs (1 down, 2 sideways, 3 up)."""

    __tablename__ = "vote"
    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"), index=True)
    entry_id: Mapped[str] = mapped_column(ForeignKey("entry.id"), unique=True)
    way: Mapped[str]
    fingers: Mapped[list[int]]
    objections: Mapped[list[str]] = mapped_column(default=list)


class Gripe(Deletable, Row):
    """Something vented, sorted by what the team can do: control, influence or worry. Never in the minutes."""

    travels = False
    __tablename__ = "gripe"
    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"), index=True)
    text: Mapped[str]
    circle: Mapped[str] = mapped_column(default="")
    entry_id: Mapped[str | None] = mapped_column(ForeignKey("entry.id"), default=None)


class Draft(Row):
    """Half-typed text, kept with the place it was typed in. Not a record: it is gone once it is used."""

    logged = False
    travels = False
    __tablename__ = "draft"
    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"))
    place: Mapped[str]
    text: Mapped[str]
    __table_args__ = (UniqueConstraint("meeting_id", "place"),)


class NormRating(Row):
    """How a norm was kept, as fingers shown (1 to 5), without names."""

    __tablename__ = "norm_rating"
    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"))
    norm_id: Mapped[str] = mapped_column(ForeignKey("norm.id"))
    fingers: Mapped[list[int]]
    __table_args__ = (UniqueConstraint("meeting_id", "norm_id"),)


class Feedback(Row):
    """One line each on what helped in a meeting and what to change next time.

    `answer` is what was done about it: 'you said, we changed'. What people said of a meeting stays on the
    laptop that they said it on.
    """

    travels = False
    __tablename__ = "feedback"
    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"), unique=True)
    helped: Mapped[str] = mapped_column(default="")
    change: Mapped[str] = mapped_column(default="")
    answer: Mapped[str] = mapped_column(default="")


class AnonymousRound(Row):
    """What a team answered when the laptop was passed round or papers were counted, summed at once.

    `counts` holds for each question how often each answer was given, `texts` the lines written, in the order
    of the alphabet: no author, order or time is kept, no change is recorded, nothing can be undone into view.
    """

    logged = False
    travels = False
    __tablename__ = "anonymous_round"
    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"))
    form: Mapped[str]
    expected: Mapped[int]
    answered: Mapped[int] = mapped_column(default=0)
    counts: Mapped[dict[str, Any]] = mapped_column(default=dict)
    texts: Mapped[dict[str, Any]] = mapped_column(default=dict)
    __table_args__ = (UniqueConstraint("meeting_id", "form"),)


class NameChoice(Row):
    """What stands for a likely student's name in what leaves a meeting: itself, initials, a code or nothing.

    `name` is the name in small letters without accents, `way` is keep, initials, code or nothing.
    """

    travels = False
    __tablename__ = "name_choice"
    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"))
    name: Mapped[str]
    way: Mapped[str]
    code: Mapped[str] = mapped_column(default="")
    __table_args__ = (UniqueConstraint("meeting_id", "name"),)


class MinutesVersion(Row):
    """Minutes as they stood when they were marked as final or amended.

    `document` holds what the minutes could tell (`facts`) and how they read in their usual parts (`tree`);
    `addendum` is what was added to final minutes, `reason` why.
    """

    __tablename__ = "minutes_version"
    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"), index=True)
    number: Mapped[int]
    kind: Mapped[str]  # final, amended
    reason: Mapped[str] = mapped_column(default="")
    addendum: Mapped[str] = mapped_column(default="")
    at: Mapped[str]
    document: Mapped[dict[str, Any]]


class CoachLetter(Deletable, Row):
    """What went well and one question: from the team `to_coach`, or from the coach `to_team`.

    A letter to the team opens its next meeting; `opened_meeting_id` is the one that it opened.
    """

    __tablename__ = "coach_letter"
    team_id: Mapped[str] = mapped_column(ForeignKey("team.id"), index=True)
    direction: Mapped[str]
    went_well: Mapped[str] = mapped_column(default="")
    question: Mapped[str] = mapped_column(default="")
    from_name: Mapped[str] = mapped_column(default="")
    at: Mapped[str]
    opened_meeting_id: Mapped[str | None] = mapped_column(ForeignKey("meeting.id"), default=None)


class Transaction(Table):
    """One piece of work that succeeded or failed as a whole; the step of an undo list.

    `state`: plain (not to be undone), done, undone, lost (undone and then overtaken by new work).
    `typing` names the field that was typed in, so that further typing there joins this step.
    """

    __tablename__ = "work"
    n: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)
    undo_list: Mapped[str | None]
    state: Mapped[str]
    typing: Mapped[str | None] = mapped_column(default=None)
    at: Mapped[str]
    __table_args__ = (Index("ix_work_undo_list_n", "undo_list", "state", "n"),)


class Change(Table):
    """What one piece of work did to one row. Undo, history and merging all read this one table."""

    __tablename__ = "change"
    n: Mapped[int] = mapped_column(primary_key=True)
    work_id: Mapped[str] = mapped_column(index=True)
    row_table: Mapped[str]
    row_id: Mapped[str]
    before: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    after: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    parent_hash: Mapped[str | None]
    hash: Mapped[str]
    at: Mapped[str]
    __table_args__ = (Index("ix_change_row", "row_id", "n"),)


class Version(Table):
    """A row as it stood when it left this laptop in a share file, or came in with one; never altered.

    `hash` is over the row, its content and the hashes of its parents, so that laptops agree on it without a
    clock. A version that is no parent of another is a `head`; a row with heads that differ was changed on two
    sides. `shown` is the version that the row itself held last; of others `content` is kept, as canonical JSON,
    so that no text is lost. `from_name` is who sent it, empty for this laptop.
    """

    __tablename__ = "version"
    n: Mapped[int] = mapped_column(primary_key=True)
    hash: Mapped[str]
    row_table: Mapped[str]
    row_key: Mapped[str] = mapped_column(index=True)
    content_hash: Mapped[str]
    deleted: Mapped[bool]
    parents: Mapped[str]  # hashes in order, with blanks between
    content: Mapped[bytes | None] = mapped_column(default=None)
    head: Mapped[bool]
    shown: Mapped[bool]
    from_name: Mapped[str] = mapped_column(default="")
    __table_args__ = (Index("ix_version_other_heads", "row_key", sqlite_where=sql("head = 1 AND shown = 0")),)


LOGGED: dict[str, type[Row]] = {
    mapper.class_.__tablename__: mapper.class_
    for mapper in Table.registry.mappers
    if issubclass(mapper.class_, Row) and mapper.class_.logged
}
