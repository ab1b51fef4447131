"""What can be done with a meeting from the list: printing it, planning one like it, taking it away."""

from typing import TYPE_CHECKING

from plcdesk.minutes.forms import Wanted
from plcdesk.planning.reading import read_meeting, read_team
from plcdesk.text import tr
from plcdesk_ui.context import Context
from plcdesk_ui.screen import Screen
from plcdesk_ui.words import day

if TYPE_CHECKING:
    from plcdesk.store.work import Work


class Doing:
    """Each takes the id of a meeting."""

    def __init__(self, screen: Screen, context: Context) -> None:
        self._screen = screen
        self._context = context

    def print(self, meeting_id: str) -> None:
        """The agenda of a meeting to come, the minutes of one that was held."""
        meeting = read_meeting(self._context.reader, meeting_id)
        if meeting is None:
            return
        if not meeting.was_held:
            from plcdesk_ui.plan.printing import print_agenda

            print_agenda(self._screen, self._context, meeting_id)
            return
        from plcdesk_ui.minutes.print_form import print_form

        print_form(self._screen, self._context, Wanted(meeting_id))

    def plan_alike(self, meeting_id: str) -> None:
        """The same agenda at the team's next free slot, opened to be changed."""
        from plcdesk.planning.free_slot import first_free_slot
        from plcdesk.planning.roles import propose_for

        reader = self._context.reader
        meeting = read_meeting(reader, meeting_id)
        team = read_team(reader, meeting.team_id) if meeting is not None else None
        if team is None:
            return
        slot = first_free_slot(reader, team, self._context.local_now(team.zone))
        starts_at = slot.isoformat(timespec="minutes")
        roles = propose_for(reader, team, starts_at)

        def write(work: "Work") -> str:
            from plcdesk.planning.alike import plan_alike

            return plan_alike(work, meeting_id, starts_at, roles)

        told = tr("Planned for {day}").format(day=day(slot.date()))
        self._context.do(write, then=self._context.go.plan, told=told)

    def delete(self, meeting_id: str) -> None:
        """Into the trash, with Undo."""
        meeting = read_meeting(self._context.reader, meeting_id)
        if meeting is None:
            return

        def delete(work: "Work") -> None:
            from plcdesk.planning.agendas import delete_meeting

            delete_meeting(work, meeting_id)

        told = tr("Deleted: {what}").format(what=meeting.title)
        self._context.do(delete, told=told, undo_list=meeting_id)
