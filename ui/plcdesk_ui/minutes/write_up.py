"""Writing up a meeting that was held on paper: from its facts to a draft of its minutes."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from plcdesk.planning.infos import TeamInfo
from plcdesk.planning.reading import read_team
from plcdesk.planning.slots import next_slot
from plcdesk_ui.context import Context
from plcdesk_ui.minutes.past_meeting import PastMeeting, read_pasted
from plcdesk_ui.minutes.past_sheet import PastSheet

if TYPE_CHECKING:
    from plcdesk.planning.pasted_items import MadeItems
    from plcdesk.store.work import Work


def ask_for_past_meeting(parent: QWidget, context: Context, team_id: str) -> PastSheet | None:
    """Ask for the facts of a past meeting; then make its draft and go there to enter what was agreed."""
    team = read_team(context.reader, team_id)
    if team is None:
        return None
    now = context.local_now(team.zone)
    sheet = PastSheet(context, team, _last_slot(team, now), now, parent)
    sheet.ready.connect(lambda past: _make(sheet, context, team, past))
    sheet.open()
    return sheet


def _last_slot(team: TeamInfo, now: datetime) -> datetime:
    """When the team usually met last."""
    slot = next_slot(team.weekday, team.time, now)
    apart = timedelta(days=1 if team.weekday is None else 7)
    while slot > now:
        slot -= apart
    return slot


def _make(sheet: PastSheet, context: Context, team: TeamInfo, past: PastMeeting) -> None:
    """Read the agenda away from the GUI thread, then write everything as one piece of work."""

    def read() -> "MadeItems":
        from plcdesk.planning.pasted_items import make_items

        pasted = read_pasted(context.catalogue, team, past.agenda)
        return make_items(pasted, team, past.minutes, context.catalogue.get)

    def write(made: "MadeItems") -> None:
        def service(work: "Work") -> str:
            from plcdesk.closing.wrap_up import write_up
            from plcdesk.planning.agendas import change_meeting

            meeting_id = write_up(
                work,
                team.id,
                past.title,
                past.starts_at,
                minutes=past.minutes,
                present=past.present,
                absent=past.absent,
                items=made.items,
            )
            if past.result_wanted:
                change_meeting(work, meeting_id, result_wanted=past.result_wanted)
            return meeting_id

        context.do(service, then=go_on, failed=refuse)

    def refuse(sentence: str) -> None:
        if isValid(sheet):
            sheet.refuse(sentence)

    def go_on(meeting_id: str) -> None:
        if isValid(sheet):
            sheet.close_written()
        context.go.wrap_up(meeting_id)

    context.in_background(read, write, refuse)
