"""A planned meeting as its printed agenda may tell it. Notes to oneself are never read here."""

from datetime import datetime

from plcdesk.errors import UserError
from plcdesk.library.fitted import Fitted
from plcdesk.minutes.content import ActionLine, AgendaFacts, AgendaItem, AgendaStep, RoleLine
from plcdesk.planning.carry_over import read_open_actions
from plcdesk.planning.infos import EntryInfo, ItemInfo
from plcdesk.planning.names import role_words, short_names
from plcdesk.planning.reading import Agenda, read_agenda
from plcdesk.store.reader import Reader
from plcdesk.text import tr

MOST_ACTIONS = 8  # more than these belong on the screen, not on a page that has to stay one


def gather_agenda(reader: Reader, meeting_id: str) -> AgendaFacts:
    """All that the printed agenda of a meeting can say. Raises UserError when there is no such meeting."""
    agenda = read_agenda(reader, meeting_id)
    if agenda is None:
        raise UserError(tr("That meeting is not there any more."))
    meeting, team = agenda.meeting, agenda.team
    names = short_names(team)
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
            _item(item, starts, names)
            for item, starts in zip(agenda.items, agenda.clock_times(), strict=True)
        ),
        roles=_roles(agenda, names),
        norms=tuple(norm.text for norm in team.active_norms),
        norm_watched=watched.text if watched is not None else "",
        due=tuple(_action(action, names) for action in due),
    )


def _item(item: ItemInfo, starts: datetime, names: dict[str, str]) -> AgendaItem:
    purpose = item.purpose
    if not purpose and item.snapshot is not None:
        purpose = item.snapshot.protocol.summary
    return AgendaItem(
        item.title,
        item.minutes,
        starts,
        item.kind,
        purpose,
        names.get(item.brought_by) if item.brought_by else None,
        _steps(item.snapshot.fitted) if item.snapshot is not None else (),
    )


def _steps(fitted: Fitted) -> tuple[AgendaStep, ...]:
    """Each step once: the turns of a loop are added up."""
    minutes: dict[str, int] = {}
    titles: dict[str, str] = {}
    for step in fitted.steps:
        key = f"{step.step_id}/{step.kind}"
        titles.setdefault(key, step.title)
        minutes[key] = minutes.get(key, 0) + step.minutes
    return tuple(AgendaStep(title, minutes[key]) for key, title in titles.items())


def _roles(agenda: Agenda, names: dict[str, str]) -> tuple[RoleLine, ...]:
    return tuple(
        RoleLine(word, names[holder])
        for role, word in role_words().items()
        if (holder := agenda.roles.get(role)) in names
    )


def _action(action: EntryInfo, names: dict[str, str]) -> ActionLine:
    owners = (*(names[owner] for owner in action.owners if owner in names), *action.owner_names)
    return ActionLine(action.text, owners, action.due_on)
