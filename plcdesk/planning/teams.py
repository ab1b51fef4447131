"""Changing teams: their members, norms and usual slot. Each function is one piece of work for the writer."""

from sqlalchemy import select

from plcdesk.errors import UserError
from plcdesk.planning.initials import initials_of
from plcdesk.planning.ordering import next_place, put
from plcdesk.store.tables import Member, Norm, Team
from plcdesk.store.work import Work
from plcdesk.text import tr


def add_team(
    work: Work,
    name: str,
    *,
    members: tuple[str, ...] = (),
    norms: tuple[str, ...] = (),
    school: str = "",
    subject: str = "",
    weekday: int | None = None,
    time: str | None = None,
    minutes: int = 45,
    room: str = "",
    zone: str = "UTC",
) -> str:
    """Make a team with its people and norms; returns its id. Raises UserError when it has no name."""
    if not name.strip():
        raise UserError(tr("Give the team a name."))
    team = Team(
        name=name.strip(),
        school=school,
        subject=subject,
        weekday=weekday,
        time=time,
        minutes=minutes,
        room=room,
        zone=zone,
    )
    work.add(team)
    work.session.flush()
    for member in members:
        add_member(work, team.id, member)
    for norm in norms:
        add_norm(work, team.id, norm)
    return team.id


def change_team(work: Work, team_id: str, **values: str | int | None) -> None:
    """Change name, school, subject, weekday, time, minutes, room or zone of a team."""
    if not str(values.get("name", "-")).strip():
        raise UserError(tr("Give the team a name."))
    work.change(work.get(Team, team_id), **values)


def add_member(work: Work, team_id: str, name: str) -> str:
    """Add a person to a team, with initials that nobody else on it has; returns the member's id."""
    if not name.strip():
        raise UserError(tr("Give the person a name."))
    others = work.all(select(Member).where(Member.team_id == team_id))
    member = Member(
        team_id=team_id,
        name=name.strip(),
        initials=initials_of(name, {other.initials for other in others if other.deleted_at is None}),
        position=next_place(others),
    )
    work.add(member)
    work.session.flush()
    return member.id


def change_member(work: Work, member_id: str, **values: str | bool) -> None:
    """Change a member's name, initials, or whether she is active. One who left keeps her history."""
    if not str(values.get("name", "-")).strip():
        raise UserError(tr("Give the person a name."))
    work.change(work.get(Member, member_id), **values)


def add_norm(work: Work, team_id: str, text: str) -> str:
    """Add a norm to a team's list; returns its id."""
    if not text.strip():
        raise UserError(tr("Write the norm first."))
    others = work.all(select(Norm).where(Norm.team_id == team_id))
    norm = work.add(Norm(team_id=team_id, text=text.strip(), position=next_place(others)))
    work.session.flush()
    return norm.id


def change_norm(work: Work, norm_id: str, **values: str | bool) -> None:
    """Change a norm's words, or whether it is in force."""
    work.change(work.get(Norm, norm_id), **values)


def remove_norm(work: Work, norm_id: str) -> None:
    work.delete(work.get(Norm, norm_id))


def remove_member(work: Work, member_id: str) -> None:
    """Take away a member who was added by mistake; for one who leaves the team, set `active` to False."""
    work.delete(work.get(Member, member_id))


def move_norm(work: Work, norm_id: str, to: int) -> None:
    """Put a norm at place `to`, counted from 0, in its team's list."""
    norm = work.get(Norm, norm_id)
    norms = work.all(
        select(Norm).where(Norm.team_id == norm.team_id, Norm.deleted_at.is_(None)).order_by(Norm.position)
    )
    put(norms, norm, to)
