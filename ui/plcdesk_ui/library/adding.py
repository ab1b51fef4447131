"""Putting what is read on the agenda of the team's next meeting, or planning a meeting around it."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from plcdesk.planning.free_slot import first_free_slot
from plcdesk.planning.from_library import Chosen
from plcdesk.planning.home import read_next_meeting
from plcdesk.planning.infos import MeetingInfo, TeamInfo
from plcdesk.planning.roles import propose_for
from plcdesk.text import tr
from plcdesk_ui.context import Context
from plcdesk_ui.words import day

if TYPE_CHECKING:
    from plcdesk.store.work import Work


class Adding:
    """Knows a team's next meeting; writes for it."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._team: TeamInfo | None = None
        self.meeting: MeetingInfo | None = None

    def use_team(self, team: TeamInfo) -> None:
        """Look up the team's next meeting."""
        self._team = team
        found = read_next_meeting(self._context.reader, team.id, self._context.local_now(team.zone))
        self.meeting = found.meeting if found is not None else None

    def words(self, minutes: int, short: bool) -> str:
        """What adding is called: 'Add to Tue 24 Nov'; with the minutes where it needs more than there are."""
        if self.meeting is None:
            words = tr("Plan a meeting with it")
        else:
            words = tr("Add to {day}").format(day=day(self.meeting.starts_at.date()))
        return tr("{words} ({n} min)").format(words=words, n=minutes) if short else words

    def add(self, chosen: Chosen, added: Callable[[], None]) -> None:
        """Put it on the agenda, which can be undone; or plan a meeting with it and go there."""
        if self.meeting is None:
            self._plan(chosen)
            return
        meeting = self.meeting

        def write(work: "Work") -> str:
            from plcdesk.planning.from_library import add_chosen

            return add_chosen(work, meeting.id, chosen)

        told = tr("“{name}” is on the agenda of {day}").format(
            name=chosen.protocol.name, day=day(meeting.starts_at.date())
        )
        self._context.do(write, then=lambda _item: added(), told=told, undo_list=meeting.id)

    def _plan(self, chosen: Chosen) -> None:
        if self._team is None:
            return
        team = self._team
        starts_at = self._next_slot(team).isoformat(timespec="minutes")
        roles = propose_for(self._context.reader, team, starts_at)

        def write(work: "Work") -> str:
            from plcdesk.planning.from_library import plan_with

            return plan_with(work, team.id, starts_at, team.minutes, chosen, roles)

        self._context.do(write, then=self._context.go.plan)

    def _next_slot(self, team: TeamInfo) -> datetime:
        return first_free_slot(self._context.reader, team, self._context.local_now(team.zone))
