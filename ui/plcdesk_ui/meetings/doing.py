"""What can be done with a meeting from the list: printing it, planning one like it, taking it away."""

from typing import TYPE_CHECKING

from shiboken6 import isValid

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
        from plcdesk_ui.minutes.papers import chosen_paper, printed_locale

        paper, locale = chosen_paper(self._context.settings), printed_locale()

        def make() -> tuple[bytes, str] | None:
            from plcdesk.minutes import forms

            wanted = forms.Wanted(meeting_id, paper=paper, locale=locale)
            with self._context.workspace.reader() as reader:
                if forms.names_in(reader, wanted):
                    return None
                return forms.pdf_of(reader, wanted), forms.name_of(reader, wanted)

        self._context.in_background(make, lambda made: self._print(meeting_id, made))

    def _print(self, meeting_id: str, made: tuple[bytes, str] | None) -> None:
        """Print; where there may be students' names, the minutes open first, where they are marked."""
        from plcdesk_ui.minutes.printing import print_or_tell

        if not isValid(self._screen):
            return
        if made is None:
            self._context.go.minutes(meeting_id)
            self._context.bus.told.emit(tr("There may be students' names in it: look before you print."), "")
        else:
            print_or_tell(self._screen, self._context, *made)

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
