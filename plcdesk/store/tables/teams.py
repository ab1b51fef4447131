"""Teams: their people, norms and days off, and the key to students' names, which never leaves."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from plcdesk.store.tables.base import Deletable, Row


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
