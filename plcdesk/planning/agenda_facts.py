"""A planned meeting as its printed agenda may tell it. Notes to oneself are never read here."""

from datetime import datetime

from plcdesk.errors import UserError
from plcdesk.minutes.content import ActionLine, AgendaFacts, AgendaItem, AgendaStep
from plcdesk.minutes.names import People, roles_held
from plcdesk.planning.carry_over import read_open_actions
from plcdesk.planning.glance import steps_at_a_glance
from plcdesk.planning.infos import EntryInfo, ItemInfo
from plcdesk.planning.reading import read_agenda
from plcdesk.store.reader import Reader
from plcdesk.text import tr

MOST_ACTIONS = 8  # more than these belong on the screen, not on a page that has to stay one


def gather_agenda(reader: Reader, meeting_id: str) -> AgendaFacts:
    """All that the printed agenda of a meeting can say. Raises UserError when there is no such meeting."""
    agenda = read_agenda(reader, meeting_id)
    if agenda is None:
        raise UserError(tr("That meeting is not there any more."))
    meeting, team = agenda.meeting, agenda.team
    people = People.of(team)
    due = read_open_actions(reader, team.id, meeting.starts_at.date())[:MOST_ACTIONS]
    watched = team.norm(meeting.watched_norm_id)
    return AgendaFacts(
        team=team.name,
        school=team.school,
        title=meeting.title,
        starts_local=meeting.starts_at,
        ends_local=meeting.plan_ends_at,
        zone=meeting.zone,
        room=meeting.room,
        result_wanted=meeting.result_wanted,
        items=tuple(
            _item(item, starts, people)
            for item, starts in zip(agenda.items, agenda.clock_times(), strict=True)
        ),
        roles=roles_held(agenda, people),
        norms=tuple(norm.text for norm in team.active_norms),
        norm_watched=watched.text if watched is not None else "",
        due=tuple(_action(action, people) for action in due),
        bring=tuple(line.strip() for line in meeting.bring.splitlines() if line.strip()),
    )


def _item(item: ItemInfo, starts: datetime, people: People) -> AgendaItem:
    purpose, steps = item.purpose, ()
    if item.snapshot is not None:
        purpose = purpose or item.snapshot.protocol.summary
        steps = tuple(AgendaStep(*step) for step in steps_at_a_glance(item.snapshot.fitted))
    return AgendaItem(
        item.title, item.minutes, starts, item.kind, purpose, people.maybe(item.brought_by), steps
    )


def _action(action: EntryInfo, people: People) -> ActionLine:
    return ActionLine(action.text, people.owners(action), action.due_on)
