"""Meetings: the agenda with its protocols, and the files that belong to it."""

from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from plcdesk.store.tables.base import Deletable, Row, Table


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
