"""The running meeting, shared by the desk, the wall and the wrap-up: one clock that ticks, one way to act on it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from plcdesk.running.rounds import Speaker
from plcdesk.running.standing import Way
from plcdesk.text import tr
from plcdesk_ui.run.time_keeping import TimeKeepingMeeting

if TYPE_CHECKING:
    from plcdesk.store.work import Work


@dataclass(frozen=True)
class NextUp:
    """What the Next button does: the next speaker, the next step, or the wrap-up at the end."""

    what: Literal["speaker", "step", "wrap_up"]
    name: str  # the speaker's member id, or the step's title


class LiveMeeting(TimeKeepingMeeting):
    """A running meeting, and what the facilitator does in it."""

    # From step to step

    def next_up(self) -> NextUp:
        """What Next leads to from here."""
        if self.facts is not None and self.facts.round is not None:
            following = self.facts.round.next()
            if self.facts.round.speaking is not None and isinstance(following, Speaker):
                return NextUp("speaker", following.member)
        step = self.state.plan.step(self.state.next_key)
        if step is None or step.item_kind == "wrap_up":
            return NextUp("wrap_up", "")
        return NextUp("step", step.title)

    def next(self) -> NextUp:
        """Go on: to the next speaker, the next step; 'wrap_up' is for the caller to follow."""
        up = self.next_up()
        if up.what == "speaker" and self.facts is not None and self.facts.round is not None:
            self._turn(self.facts.round.finish_turn("next"))
        elif up.what == "step":
            self._go(self.state.next_key, "next")
        return up

    def next_step(self) -> None:
        """Go on to the next step, also in mid-round."""
        self._go(self.state.next_key, "next")

    def back(self) -> None:
        """Back to the step before; its time goes on where it was."""
        self._go(self.state.previous_key, "back")

    def go_to(self, key: str) -> None:
        """To any step of the agenda."""
        keys = [step.key for step in self.state.plan.steps]
        if key != self.state.current and key in keys:
            here = keys.index(self.state.current) if self.state.current in keys else -1
            self._go(key, "back" if keys.index(key) < here else "next")

    @property
    def wrap_up_key(self) -> str | None:
        """The agenda's own wrap-up item, if it has one."""
        return next((step.key for step in self.state.plan.steps if step.item_kind == "wrap_up"), None)

    def begin_wrap_up(self, then: Callable[[], None]) -> None:
        """Turn to the wrap-up, and do `then`."""
        meeting_id, now, step = self.meeting_id, self.context.moment(), self.wrap_up_key

        def begin(work: "Work") -> None:
            from plcdesk.closing.wrap_up import begin_wrap_up

            begin_wrap_up(work, meeting_id, now, step)

        self.context.do(begin, then=lambda _none: then())

    # Who speaks

    def pass_turn(self) -> None:
        """The one who speaks passes."""
        if self.facts is not None and self.facts.round is not None and self.facts.round.may_pass:
            self._turn(self.facts.round.finish_turn("pass"))

    def choose_speaker(self, member_id: str) -> bool:
        """Give somebody the turn out of order. False when that cannot be: she speaks now, or has spoken."""
        if self.round is None:
            return False
        turns = self.round.choose(member_id)
        for turn in turns:
            self._turn(turn)
        return bool(turns)

    def go_around_again(self) -> None:
        """Begin the round of this step anew, once everyone has spoken."""
        if self.round is not None and self.round.over:
            self._go(self.state.current, "again")

    # How the team stands

    def keep_ballot(self, decision_id: str, way: Way, ballots: "list[tuple[int, str]]") -> None:
        """Keep what everybody answered when the laptop was passed round; can be undone."""

        def keep(work: "Work") -> None:
            from plcdesk.running.votes import keep_ballot

            keep_ballot(work, decision_id, way, ballots)

        self.context.do(keep, told=tr("Everybody has answered"), undo_list=self.meeting_id)

    # Who is here

    def arrive(self, member_id: str) -> None:
        """Somebody came late, or came back."""
        self._attend("arrive", member_id)

    def leave(self, member_id: str) -> None:
        """Somebody left. Who leaves in the middle of her turn is asked again if she comes back."""
        if self.round is not None and self.round.speaking == member_id:
            self._turn(self.round.finish_turn("pass"))
        self._attend("leave", member_id)

    def correct(self, member_id: str, status: Literal["present", "absent"]) -> None:
        """Somebody was here from the start after all, or was not here at all."""
        self._attend(status, member_id)

    def _attend(self, what: Literal["arrive", "leave", "present", "absent"], member_id: str) -> None:
        meeting_id, now = self.meeting_id, self.context.moment()

        def work_on(work: "Work") -> None:
            from plcdesk.running import room

            if what == "arrive":
                room.arrive(work, meeting_id, member_id, now)
            elif what == "leave":
                room.leave(work, meeting_id, member_id, now)
            else:
                room.set_attendance(work, meeting_id, member_id, what)

        self.context.do(work_on)
