"""The one plain question after a sleep or when the laptop's clock was set: did the meeting go on, which time is right?"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from plcdesk.running.clock import ClockState
from plcdesk.running.disturbances import LEAST_SET, Gap, SleepWatch, gap_after_restart
from plcdesk.running.reading import local_of
from plcdesk.text import ntr, tr
from plcdesk_ui.run.live import LiveMeeting
from plcdesk_ui.run.time_words import whole_minutes
from plcdesk_ui.widgets.banner import Banner
from plcdesk_ui.words import clock

if TYPE_CHECKING:
    from plcdesk.store.work import Work


class TimeQuestion(Banner):
    """Hidden while there is nothing to ask. Until it is answered the time counts, and the clock is as it was.

    `asked` comes when a question appears, `answered` when it goes away.
    """

    asked = Signal()
    answered = Signal()

    def __init__(self, live: LiveMeeting) -> None:
        super().__init__()
        self._live = live
        self._machine = live.context.machine
        self._watch = SleepWatch()
        self._set_by = 0.0
        self.hide()

    def ask_if_closed(self) -> None:
        """Ask about the time for which the app was closed, once this has its place: without one nothing is shown."""
        live = self._live
        if not live.goes_on:
            self._watch.gap = gap_after_restart(live.room.last_seen, live.state)
        if self._watch.gap is not None:
            self._ask()

    def show_time(self, state: ClockState) -> None:
        """Look at the machine's clocks; cheap, for every tick."""
        machine = self._machine
        if machine is None:
            return
        set_by = machine.set_by()
        if abs(set_by) < LEAST_SET:
            machine.follow()
            set_by = 0.0
        slept = self._watch.look(state, machine.asleep())
        if slept or abs(set_by - self._set_by) >= LEAST_SET or (self._set_by and not set_by):
            self._set_by = set_by
            self._ask()

    def _ask(self) -> None:
        gap = self._watch.gap
        if gap is not None:
            self._ask_about_gap(gap)
        elif self._set_by:
            self._ask_about_clock()
        else:
            self.show_message("")
            self.answered.emit()
            return
        self.asked.emit()

    def _ask_about_gap(self, gap: Gap) -> None:
        minutes = whole_minutes(gap.seconds)
        if gap.closed:
            words = ntr(
                "PLC Desk was closed for {n} minute.", "PLC Desk was closed for {n} minutes.", minutes
            )
        else:
            words = ntr("The laptop slept for {n} minute.", "The laptop slept for {n} minutes.", minutes)
        went_on = (tr("Yes, it went on"), self._went_on)
        stopped = (tr("No, we stopped"), lambda: self._stopped(gap))
        title = f"{words.format(n=minutes)} {tr('Did the meeting go on?')}"
        self.show_message(title, "", "info", (went_on, stopped))

    def _ask_about_clock(self) -> None:
        zone = self._live.room.meeting.zone
        ours = self._live.context.moment().wall
        before = clock(local_of(ours, zone))
        machine = self._machine
        assert machine is not None
        now = clock(local_of(machine.system(), zone))
        minutes = whole_minutes(abs(self._set_by))
        words = (
            ntr("The laptop's clock was set forward by {n} minute.", "The laptop's clock was set forward by {n} minutes.", minutes)
            if self._set_by > 0
            else ntr("The laptop's clock was set back by {n} minute.", "The laptop's clock was set back by {n} minutes.", minutes)
        )  # fmt: skip
        title = f"{words.format(n=minutes)} {tr('Which time is right?')}"
        follow = (tr("{time}, as it says now").format(time=now), self._follow)
        stay = (tr("{time}, as before").format(time=before), self._stay)
        self.show_message(title, "", "info", (follow, stay))

    def _went_on(self) -> None:
        self._watch.gap = None
        self._ask()

    def _stopped(self, gap: Gap) -> None:
        meeting_id = self._live.meeting_id
        reason = tr("app closed") if gap.closed else tr("laptop asleep")

        def stop(work: "Work") -> None:
            from plcdesk.running.room import say_stopped

            say_stopped(work, meeting_id, gap, reason)

        minutes = whole_minutes(gap.seconds)
        told = ntr("{n} minute does not count", "{n} minutes do not count", minutes).format(n=minutes)
        self._live.context.do(stop, told=told, undo_list=meeting_id)
        self._went_on()

    def _follow(self) -> None:
        """What was written down by the wrong time is set right as well."""
        meeting_id, machine = self._live.meeting_id, self._machine
        assert machine is not None
        ours, self._set_by = self._live.context.moment().wall, 0.0
        machine.accept()
        set_by = (machine.system() - ours).total_seconds()

        def correct(work: "Work") -> None:
            from plcdesk.running.room import correct_times

            correct_times(work, meeting_id, set_by)

        self._live.context.do(correct)
        self._ask()

    def _stay(self) -> None:
        """Go on by our own clock, until the system's is set again."""
        assert self._machine is not None
        self._machine.disregard()
        self._set_by = 0.0
        self._ask()
