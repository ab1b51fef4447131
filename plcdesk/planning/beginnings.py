"""A team's first steps: its usual slot as a date, and its first meeting."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select

from plcdesk.library.fitting import least_minutes
from plcdesk.library.schema import Protocol
from plcdesk.library.templates import Template
from plcdesk.planning.agendas import NewItem, new_meeting
from plcdesk.planning.slots import next_slot
from plcdesk.planning.teams import add_team
from plcdesk.planning.turns import propose_roles
from plcdesk.running.lateness import fit_agenda
from plcdesk.store.tables import Member
from plcdesk.store.work import Work
from plcdesk.text import tr


@dataclass(frozen=True)
class FirstAnswers:
    """What a new team says of itself; `weekday` counts from Monday 0, `time` is local 'HH:MM'."""

    name: str
    school: str = ""
    subject: str = ""
    members: tuple[str, ...] = ()
    norms: tuple[str, ...] = ()
    weekday: int | None = None
    time: str = "15:30"
    minutes: int = 45
    room: str = ""
    zone: str = "UTC"


def begin_team(
    work: Work, answers: FirstAnswers, template: Template, protocol: Callable[[str], Protocol], now: datetime
) -> str:
    """Make a team and plan its first meeting in its next usual slot; returns the meeting's id. `now` is local."""
    team_id = add_team(
        work,
        answers.name,
        members=answers.members,
        norms=answers.norms,
        school=answers.school,
        subject=answers.subject,
        weekday=answers.weekday,
        time=answers.time,
        minutes=answers.minutes,
        room=answers.room,
        zone=answers.zone,
    )
    work.undoable = (
        False  # Undo on the plan takes back what was changed there, not the team with all its people
    )
    members = work.all(select(Member).where(Member.team_id == team_id).order_by(Member.position))
    return new_meeting(
        work,
        team_id,
        tr("Our first meeting"),
        next_slot(answers.weekday, answers.time, now).strftime("%Y-%m-%dT%H:%M"),
        minutes=answers.minutes,
        result_wanted=template.result,
        items=fitted_into(items_from(template, protocol), answers.minutes, len(members)),
        roles=propose_roles([(member.id, member.name) for member in members], []),
    )


def items_from(template: Template, protocol: Callable[[str], Protocol]) -> tuple[NewItem, ...]:
    """The items of a template, its protocols fetched from the library by their ids."""
    return tuple(
        NewItem(
            item.kind,
            item.title,
            item.minutes,
            item.purpose,
            protocol=protocol(item.protocol) if item.protocol else None,
        )
        for item in template.items
    )


def fitted_into(items: Sequence[NewItem], minutes: int, people: int) -> tuple[NewItem, ...]:
    """The items with less time each, so that they fit `minutes`; as they are when they do or when nothing would."""
    rows = [(str(place), item.kind, item.minutes, _floor(item, people)) for place, item in enumerate(items)]
    fitted = fit_agenda(rows, minutes)  # type: ignore[arg-type]
    if fitted is None:
        return tuple(items)
    return tuple(replace(item, minutes=fitted[str(place)]) for place, item in enumerate(items))


def _floor(item: NewItem, people: int) -> int:
    return least_minutes(item.protocol, max(2, people)) if item.protocol is not None else 1
