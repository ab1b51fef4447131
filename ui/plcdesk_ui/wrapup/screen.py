"""Wrap up: in order, with the time that is left. For a draft the same screen mends the minutes."""

import math
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from plcdesk.running.clock import ClockState
from plcdesk.running.reading import local_of
from plcdesk.store.changes import Changes
from plcdesk.text import ntr, tr
from plcdesk_ui.context import Context
from plcdesk_ui.navigator import Place
from plcdesk_ui.run.live import LiveMeeting
from plcdesk_ui.screen import Screen
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.scroll import Column, Columns, page_scroll
from plcdesk_ui.widgets.top_bar import TopBar
from plcdesk_ui.words import clock, day
from plcdesk_ui.wrapup.absent_card import AbsentCard
from plcdesk_ui.wrapup.agreed_card import AgreedCard
from plcdesk_ui.wrapup.facts import WrapUp, read_wrap_up
from plcdesk_ui.wrapup.feedback_card import FeedbackCard
from plcdesk_ui.wrapup.half_typed_card import HalfTypedCard
from plcdesk_ui.wrapup.next_card import NextCard
from plcdesk_ui.wrapup.norms_card import NormsCard
from plcdesk_ui.wrapup.notes_card import NotesCard
from plcdesk_ui.wrapup.open_card import OpenCard

if TYPE_CHECKING:
    from plcdesk.store.work import Work


class WrapUpScreen(Screen):
    """Running: back to the meeting, out of time, finish. Draft: everything can be mended, and notes too."""

    rail_key = "meetings"
    folds_rail = True

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._meeting_id = ""
        self._live: LiveMeeting | None = None
        self.bar = TopBar(tr("Wrap up"))
        self.back = button(tr("Back to the meeting"), self._back)
        tip = tr("Ends the meeting now; what is missing waits on Home")
        self.out_of_time = button(tr("Out of time"), lambda: self._finish(out_of_time=True), tip=tip)
        self.finish = button(tr("Finish"), self._finish_or_done, "primary")
        for made in (self.back, self.out_of_time, self.finish):
            self.bar.add(made)
        self.agreed = AgreedCard(self.change)
        self.open = OpenCard(self.change)
        self.half_typed = HalfTypedCard(self.change)
        self.notes = NotesCard(self.change)
        self.next = NextCard(self.change)
        self.norms = NormsCard(self.change)
        self.feedback = FeedbackCard(self.change)
        self.absent = AbsentCard(self._print_catch_up)
        self.norms.all_wanted.connect(self._ask_all_norms)
        self.norms.talk_wanted.connect(self._show_talk)
        self.feedback.exit_wanted.connect(self._ask_exit_feedback)
        left = Column(self.agreed, self.open, self.half_typed, self.notes)
        right = Column(self.next, self.norms, self.feedback, self.absent)
        self.page.addWidget(self.bar)
        self.page.addWidget(page_scroll(Columns((left, 5), (right, 4))), 1)

    def enter(self, place: Place) -> None:
        self._meeting_id = place.about
        facts = self._read()
        if facts is None or facts.room.meeting.status == "planned":
            QTimer.singleShot(0, self.context.go.home)
            return
        running = facts.room.meeting.status == "running"
        self.back.setVisible(running)
        self.out_of_time.setVisible(running)
        self.notes.setVisible(not running)
        self.next.setVisible(running)
        self.finish.set_text(tr("Finish") if running else tr("Back to the minutes"))
        self.bar.set_title(tr("Wrap up") if running else tr("Edit the minutes"))
        self._listen(running)

    def heard(self, changes: Changes, initiator: object) -> None:
        if self._meeting_id in changes.meetings or changes.touches("meeting", "team", "norm"):
            self._read()

    def leave(self) -> None:
        for card in (self.agreed, self.notes, self.next, self.norms, self.feedback):
            card.flush()
        self._listen(False)

    @property
    def undo_list(self) -> str:
        return self._meeting_id

    def change(self, service: "Callable[[Work], object]", told: str | None = None) -> None:
        """Carry out a change; `told` offers Undo."""
        self.context.do(service, by=self, told=told, undo_list=self._meeting_id)

    def _read(self) -> WrapUp | None:
        facts = read_wrap_up(self.context.reader, self._meeting_id)
        if facts is None:
            return None
        self.agreed.show_wrap_up(facts, self._today(facts))
        self.open.show_wrap_up(facts)
        self.half_typed.show_wrap_up(facts)
        self.next.show_wrap_up(facts)
        self.norms.show_wrap_up(facts)
        self.feedback.show_wrap_up(facts)
        self.absent.show_wrap_up(facts)
        meeting = facts.room.meeting
        if meeting.status != "running":
            self.notes.show_room(facts.room)
            self.bar.set_context(f"{meeting.title} · {day(meeting.starts_at.date())}")
        return facts

    def _today(self, facts: WrapUp) -> date:
        return self.context.local_now(facts.room.meeting.zone).date()

    def _listen(self, running: bool) -> None:
        """Follow the meeting's clock while it runs."""
        if self._live is not None:
            self._live.let_go()
            self._live = None
        if running:
            self._live = LiveMeeting(self.context, self._meeting_id)
            self._live.ticked.connect(self._show_time)
            self._show_time(self._live.state)

    def _show_time(self, state: ClockState) -> None:
        if self._live is None:
            return
        zone = self._live.room.meeting.zone
        if state.ended_at is not None:
            self.bar.set_context(tr("ended {time}").format(time=clock(local_of(state.ended_at, zone))))
            return
        planned_end = state.plan.planned_end or state.expected_end
        left = math.ceil((planned_end - state.at.wall).total_seconds() / 60)
        if left > 0:
            words = ntr("{n} min left", "{n} min left", left).format(n=left)
        elif left == 0:
            words = tr("time is up")
        else:
            words = tr("{n} min over").format(n=-left)
        end = clock(local_of(max(planned_end, state.expected_end), zone))
        self.bar.set_context(f"{words} · " + tr("we end at {time}").format(time=end))

    def _back(self) -> None:
        meeting_id = self._meeting_id

        def back(work: "Work") -> None:
            from plcdesk.closing.wrap_up import back_to_meeting

            back_to_meeting(work, meeting_id)

        self.context.do(back, then=lambda _none: self.context.go.run(meeting_id))

    def _finish_or_done(self) -> None:
        if self.back.isVisible():
            self._finish(out_of_time=False)
        else:
            self.context.go.minutes(self._meeting_id)

    def _finish(self, *, out_of_time: bool) -> None:
        for card in (self.agreed, self.next, self.norms, self.feedback):
            card.flush()
        meeting_id, now = self._meeting_id, self.context.moment()

        def finish(work: "Work") -> None:
            from plcdesk.closing.wrap_up import finish

            finish(work, meeting_id, now, out_of_time=out_of_time)

        go = self.context.go
        then = go.home if out_of_time else lambda: go.minutes(meeting_id)
        self.context.do(finish, then=lambda _none: then())

    def _ask_all_norms(self) -> None:
        from plcdesk_ui.passing.sheets import ask_all_norms

        self.norms.flush()
        if facts := self._read():
            ask_all_norms(self, self.context, facts)

    def _ask_exit_feedback(self) -> None:
        from plcdesk_ui.passing.sheets import ask_exit_feedback

        if facts := self._read():
            ask_exit_feedback(self, self.context, facts)

    def _show_talk(self) -> None:
        from plcdesk_ui.wrapup.talk_sheet import TalkSheet

        if facts := self._read():
            norm = facts.room.agenda.team.norm(facts.room.meeting.watched_norm_id)
            TalkSheet(facts.room.agenda.team.active_norms, norm, self).open()

    def _print_catch_up(self, member_id: str) -> None:
        from plcdesk.minutes.forms import Wanted
        from plcdesk_ui.minutes.print_form import print_form

        print_form(self, self.context, Wanted(self._meeting_id, "catch_up", member_id=member_id))
