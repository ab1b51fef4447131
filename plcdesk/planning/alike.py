"""Planning a meeting like one before: the same agenda, its protocols fitted to the people there are now."""

from plcdesk.errors import UserError
from plcdesk.planning.agenda_sources import plan_meeting
from plcdesk.planning.agendas import items_of
from plcdesk.planning.fitted_items import groups_of, people_on, set_fit, snapshot_of
from plcdesk.store.tables import Meeting
from plcdesk.store.work import Work


def plan_alike(work: Work, meeting_id: str, starts_at: str, roles: dict[str, str] | None = None) -> str:
    """Plan a meeting with the agenda of another one; returns its id. `starts_at` is local 'YYYY-MM-DDTHH:MM'.

    A protocol that cannot be run by as many people in its minutes keeps the fit that it had.
    """
    like = work.get(Meeting, meeting_id)
    made = plan_meeting(
        work,
        like.team_id,
        like.title,
        starts_at,
        minutes=like.minutes,
        room=like.room,
        result_wanted=like.result_wanted,
        copy_from=meeting_id,
        roles=roles,
    )
    people = people_on(work, like.team_id)
    for item in items_of(work, made):
        snapshot = snapshot_of(work, item.id)
        if snapshot is None or snapshot.people == people:
            continue
        try:
            set_fit(snapshot, item.minutes, people, snapshot.presenters, snapshot.form, groups_of(snapshot))
        except UserError:
            continue
    return made
