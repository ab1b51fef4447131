"""Writing a pasted agenda. Imported by the writer's thread only: it needs SQLAlchemy."""

from plcdesk.planning.agenda_sources import take_agenda
from plcdesk.planning.agendas import NewItem
from plcdesk.planning.infos import TeamInfo
from plcdesk.planning.pasted_items import member_called
from plcdesk.store.work import Work
from plcdesk.text import tr
from plcdesk_ui.plan.paste_found import Found, Way
from plcdesk_ui.plan.paste_preview import UNREAD_MINUTES, Chosen


def take_pasted(work: Work, meeting_id: str, team: TeamInfo, chosen: Chosen, *, replace: bool) -> None:
    """Add what was chosen to an agenda, or put it in its place; ticked lines come in as topics where they stood."""
    placed = [(found.item.line_no, _item(found, way, team)) for found, way in chosen.items]
    placed += [(number, NewItem("topic", text, UNREAD_MINUTES)) for number, text in chosen.lines]
    items = [item for _, item in sorted(placed, key=lambda each: each[0])]
    take_agenda(
        work, meeting_id, items, replace=replace, title=chosen.title, result_wanted=chosen.result_wanted
    )


def _item(found: Found, way: Way | None, team: TeamInfo) -> NewItem:
    item = found.item
    member = member_called(team, item.brought_by)
    purpose = item.purpose
    if item.brought_by and member is None:
        brings = tr("{name} brings it").format(name=item.brought_by)
        purpose = f"{purpose}; {brings}" if purpose else brings
    if way is None or found.protocol is None:
        kind = "topic" if item.kind == "protocol" else item.kind
        return NewItem(kind, item.title, found.minutes, purpose, member.id if member else None)
    return NewItem(
        "protocol",
        item.title,
        way.minutes,
        purpose,
        member.id if member else None,
        found.protocol,
        presenters=way.presenters,
        form=way.form,
        groups=way.groups,
    )
