"""What happens in the room while a meeting runs."""

from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from plcdesk.store.tables.base import Deletable, Row


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


class Grouping(Row):
    """How the people present were put into groups for a step: each group has a name and its members' ids."""

    __tablename__ = "grouping"
    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"))
    item_id: Mapped[str] = mapped_column(ForeignKey("item.id"))
    step: Mapped[str]
    groups: Mapped[list[dict[str, Any]]]
    __table_args__ = (UniqueConstraint("meeting_id", "item_id", "step"),)


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
