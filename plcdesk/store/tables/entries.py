"""What is written down in a meeting."""

from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from plcdesk.store.tables.base import Deletable, Row


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


class Draft(Row):
    """Half-typed text, kept with the place it was typed in. Not a record: it is gone once it is used."""

    logged = False
    travels = False
    __tablename__ = "draft"
    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"))
    place: Mapped[str]
    text: Mapped[str]
    __table_args__ = (UniqueConstraint("meeting_id", "place"),)
