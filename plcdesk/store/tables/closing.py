"""How a meeting was closed, and what is kept of it: ratings, feedback, final minutes, letters."""

from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from plcdesk.store.tables.base import Deletable, Row


class NormRating(Row):
    """How a norm was kept, as fingers shown (1 to 5), without names."""

    __tablename__ = "norm_rating"
    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"))
    norm_id: Mapped[str] = mapped_column(ForeignKey("norm.id"))
    fingers: Mapped[list[int]]
    __table_args__ = (UniqueConstraint("meeting_id", "norm_id"),)


class Feedback(Row):
    """One line each on what helped in a meeting and what to change next time.

    `answer` is what was done about it: 'you said, we changed'; it alone travels. What people said of a meeting
    stays on the laptop that they said it on.
    """

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
