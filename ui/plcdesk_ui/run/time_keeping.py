"""What the facilitator does with the time of a running meeting: pause, extend, skip, catch up."""

from datetime import timedelta
from typing import TYPE_CHECKING

from plcdesk.running.catching_up import CatchUp, catch_up
from plcdesk.text import ntr, tr
from plcdesk_ui.run.recording import RecordingMeeting

if TYPE_CHECKING:
    from plcdesk.store.work import Work


class TimeKeepingMeeting(RecordingMeeting):
    """A meeting followed live whose time can be kept."""

    def pause_or_go_on(self) -> None:
        """Stop the clock, or let it run on; also after it was ended too early."""
        if self.state.status == "running":
            self._record("paused")
            return
        meeting_id, now = self.meeting_id, self.context.moment()

        def resume(work: "Work") -> None:
            from plcdesk.running.room import go_on

            go_on(work, meeting_id, now)

        self.context.do(resume)

    def take_break(self, minutes: int, word: str) -> None:
        """Pause for so many minutes, for a reason that everybody may see."""
        if self.state.status == "running":
            self._record("paused", reason=word, seconds=minutes * 60)
        elif self.state.status == "paused":
            self.explain_pause(word)
            self.be_back_in(minutes)

    def explain_pause(self, reason: str) -> None:
        """Say why the meeting pauses."""
        self._explain(reason=reason)

    def be_back_in(self, minutes: int) -> None:
        """Say for how long the meeting pauses from now on, to a whole minute; 0 when nobody knows."""
        if not minutes or self.state.status != "paused":
            self._explain(seconds=0)
            return
        back = self.context.moment().wall + timedelta(minutes=minutes, seconds=30)
        length = back.replace(second=0, microsecond=0) - self.state.pauses[-1].began
        self._explain(seconds=max(1, round(length.total_seconds())))

    def _explain(self, reason: str | None = None, seconds: int | None = None) -> None:
        meeting_id = self.meeting_id

        def explain(work: "Work") -> None:
            from plcdesk.running.room import explain_pause

            explain_pause(work, meeting_id, reason=reason, seconds=seconds)

        self.context.do(explain)

    def extend(self, minutes: int) -> None:
        """One minute more or less for this step."""
        self.extend_by(minutes * 60)

    def extend_by(self, seconds: int) -> None:
        """So many seconds more (or less, if negative) for this step."""
        seconds = self.state.shortest_change(seconds)
        if self.state.current is not None and seconds:
            self._record("extended", step=self.state.current, seconds=seconds)

    def skip(self) -> None:
        """Leave this step out; can be undone."""
        to, step = self.state.next_key, self.state.step
        if to is None or step is None or self._moving:
            return
        meeting_id, now = self.meeting_id, self.context.moment()

        def skip(work: "Work") -> None:
            from plcdesk.running.room import skip_step

            skip_step(work, meeting_id, now, to)

        self._moving = True
        told = tr("Skipped “{step}”").format(step=step.title)
        outcome = self.context.do(skip, told=told, undo_list=meeting_id)
        outcome.add_done_callback(lambda _done: self.context.bus.hand_over(self._moved))

    def catch_up(self) -> CatchUp | None:
        """How what is left could be fitted so that we are in time again."""
        return catch_up(self.state)

    def short_forms(self) -> tuple[CatchUp, ...]:
        """What the short forms of the protocols to come would win back; looks through them, so not for a tick."""
        from plcdesk.running.short_forms import short_forms

        return short_forms(self.room.agenda.items, self.state)

    def agree_on(self, found: CatchUp) -> None:
        """Fit what is left as agreed; undone in one."""
        meeting_id, now = self.meeting_id, self.context.moment()

        def agree(work: "Work") -> None:
            from plcdesk.running.room import catch_up

            catch_up(work, meeting_id, now, found)

        told = ntr("Won back {n} minute", "Won back {n} minutes", found.minutes).format(n=found.minutes)
        self.context.do(agree, told=told, undo_list=meeting_id)
