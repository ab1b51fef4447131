"""Putting a protocol that was chosen in the library on an agenda, as it was read there."""

from dataclasses import dataclass

from plcdesk.library.fitting import least_minutes
from plcdesk.library.schema import Protocol
from plcdesk.planning.agenda_sources import plan_meeting
from plcdesk.planning.agendas import NewItem, add_item, change_people, give_minutes
from plcdesk.planning.fitted_items import people_on
from plcdesk.store.tables import Meeting
from plcdesk.store.work import Work
from plcdesk.text import tr

FRAME = 5  # minutes of an opening and of a wrap-up


@dataclass(frozen=True)
class Chosen:
    """A protocol with the minutes and the people that it is to have; the rest as in `library.fitting.fit`."""

    protocol: Protocol
    minutes: int
    people: int
    presenters: int | None = None
    form: str | None = None
    groups: int = 1


def add_chosen(work: Work, meeting_id: str, chosen: Chosen) -> str:
    """Put it before the wrap-up; returns the item's id. Raises UserError when it does not fit its minutes.

    It is fitted to the people that it was chosen for, also where the team has others.
    """
    team = people_on(work, work.get(Meeting, meeting_id).team_id)
    item_id = add_item(work, meeting_id, _item(chosen, team))
    if team != chosen.people:
        change_people(
            work,
            item_id,
            people=chosen.people,
            presenters=chosen.presenters,
            form=chosen.form,
            groups=chosen.groups,
        )
        give_minutes(work, item_id, chosen.minutes)
    return item_id


def plan_with(
    work: Work, team_id: str, starts_at: str, minutes: int, chosen: Chosen, roles: dict[str, str]
) -> str:
    """Plan a meeting around it, between an opening and a wrap-up; returns the meeting's id.

    `starts_at` is local; the meeting is longer than `minutes` where the protocol leaves no room for its frame.
    """
    frame = (NewItem("opening", tr("Opening"), FRAME), NewItem("wrap_up", tr("Wrap up"), FRAME))
    length = max(minutes, chosen.minutes + 2 * FRAME)
    meeting_id = plan_meeting(
        work, team_id, chosen.protocol.name, starts_at, minutes=length, items=frame, roles=roles
    )
    add_chosen(work, meeting_id, chosen)
    return meeting_id


def _item(chosen: Chosen, team: int) -> NewItem:
    """As it is for the whole team, with minutes enough for all of them."""
    minutes = chosen.minutes
    if team != chosen.people:
        least = least_minutes(chosen.protocol, team, chosen.presenters, chosen.form, groups=chosen.groups)
        minutes = max(minutes, least)
    return NewItem(
        "protocol",
        chosen.protocol.name,
        minutes,
        protocol=chosen.protocol,
        presenters=chosen.presenters,
        form=chosen.form,
        groups=chosen.groups,
    )
