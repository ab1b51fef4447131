"""The running meeting, shared by the desk, the wall and the wrap-up: one clock that ticks, one way to act on it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from plcdesk.running.clock import ClockFold, ClockState
from plcdesk.running.lateness import Offer, take_from
from plcdesk.running.reading import Room, read_room
from plcdesk.running.rounds import Speaker, TurnChange
from plcdesk.store.changes import Changes
from plcdesk_ui.context import Context
from plcdesk_ui.run.step_facts import StepFacts, step_facts

if TYPE_CHECKING:
    from plcdesk.running.events import EventKind
    from plcdesk.store.work import Work

TICK = 250  # milliseconds; a second's change is seen within a quarter of one
HEARTBEAT = 5000


@dataclass(frozen=True)
class NextUp:
    """What the Next button does: the next speaker, the next step, or the wrap-up at the end."""

    what: Literal["speaker", "step", "wrap_up"]
    name: str  # the speaker's member id, or the step's title


class LiveMeeting(QObject):
    """A running meeting. `read_again()` after it was started; `let_go()` when nobody shows it any more.

    `ticked(ClockState)` comes four times a second while the clock runs; `changed()` after each change of what
    is shown other than time: step, speaker, agenda, people, entries.
    """

    ticked = Signal(object)
    changed = Signal()

    def __init__(self, context: Context, meeting_id: str) -> None:
        super().__init__()
        self.context = context
        self.meeting_id = meeting_id
        room = read_room(context.reader, meeting_id)
        if room is None:
            raise LookupError(meeting_id)
        self.room: Room = room
        self._fold = ClockFold(room.plan, room.events)
        self.state: ClockState = self._fold.state(context.moment(), room.last_seen)
        self.facts: StepFacts | None = step_facts(room, self.state)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._heart = QTimer(self)
        self._heart.setInterval(HEARTBEAT)
        self._heart.timeout.connect(self._beat)
        context.bus.changed.connect(self._heard)
        self._timer.start()
        if self.is_on:
            self._heart.start()

    @property
    def is_on(self) -> bool:
        """Whether the meeting has begun and not ended."""
        return self.room.meeting.status == "running"

    def let_go(self) -> None:
        """Stop the clock's ticking; the meeting itself goes on."""
        self._timer.stop()
        self._heart.stop()
        self.context.bus.changed.disconnect(self._heard)

    def name_of(self, member_id: str | None) -> str:
        """A member's first name, with initials of the rest when two share it."""
        member = self.room.agenda.team.member(member_id)
        if member is None:
            return "?"
        same = [m for m in self.room.agenda.team.active_members if m.first_name == member.first_name]
        rest = member.name.split()[1:]
        return f"{member.first_name} {rest[-1][0]}." if len(same) > 1 and rest else member.first_name

    def read_again(self) -> None:
        """Read the meeting anew from the store."""
        room = read_room(self.context.reader, self.meeting_id)
        if room is None:
            return
        if room.plan != self.room.plan:
            self._fold.use_plan(room.plan)
        self._fold.catch_up(room.events)
        self.room = room
        if self.is_on and not self._heart.isActive():
            self._heart.start()
        elif not self.is_on:
            self._heart.stop()
        self._update()
        self.changed.emit()

    # What the facilitator does

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
            self._record("went_to", step=self.state.next_key, reason="next")
        return up

    def next_step(self) -> None:
        """Go on to the next step, also in mid-round."""
        if self.state.next_key is not None:
            self._record("went_to", step=self.state.next_key, reason="next")

    def back(self) -> None:
        """Back to the step before; its time goes on where it was."""
        if self.state.previous_key is not None:
            self._record("went_to", step=self.state.previous_key, reason="back")

    def skip(self) -> None:
        """Leave this step out."""
        if self.state.next_key is not None:
            self._record("went_to", step=self.state.next_key, reason="skip")

    def go_to(self, key: str) -> None:
        """To any step of the agenda."""
        keys = [step.key for step in self.state.plan.steps]
        if key != self.state.current and key in keys:
            here = keys.index(self.state.current) if self.state.current in keys else -1
            self._record("went_to", step=key, reason="back" if keys.index(key) < here else "next")

    def pass_turn(self) -> None:
        """The one who speaks passes."""
        if self.facts is not None and self.facts.round is not None and self.facts.round.may_pass:
            self._turn(self.facts.round.finish_turn("pass"))

    def choose_speaker(self, member_id: str) -> None:
        """Give somebody the turn out of order."""
        if self.facts is not None and self.facts.round is not None:
            for turn in self.facts.round.choose(member_id):
                self._turn(turn)

    def pause_or_go_on(self) -> None:
        self._record("resumed" if self.state.status == "paused" else "paused")

    def extend(self, minutes: int) -> None:
        """One minute more or less for this step."""
        seconds = self.state.shortest_change(minutes * 60)
        if self.state.current is not None and seconds:
            self._record("extended", step=self.state.current, seconds=seconds)

    def offer(self) -> Offer | None:
        """Which later item could give the time by which we are behind."""
        return take_from(self.state.plan, self.state) if self.state.status == "running" else None

    def take(self, offer: Offer) -> None:
        """Take the time that was offered."""
        step, meeting_id, now = self.state.current, self.meeting_id, self.context.moment()
        if step is None:
            return

        def take(work: "Work") -> None:
            from plcdesk.running.room import take_minutes

            take_minutes(work, meeting_id, now, step=step, changes=offer.changes)

        self.context.do(take)

    def arrive(self, member_id: str) -> None:
        """Somebody came late, or came back."""
        self._room_work("arrive", member_id)

    def leave(self, member_id: str) -> None:
        """Somebody left."""
        self._room_work("leave", member_id)

    def _room_work(self, name: Literal["arrive", "leave"], member_id: str) -> None:
        meeting_id, now = self.meeting_id, self.context.moment()

        def work_on(work: "Work") -> None:
            from plcdesk.running import room

            (room.arrive if name == "arrive" else room.leave)(work, meeting_id, member_id, now)

        self.context.do(work_on)

    def _turn(self, turn: TurnChange | None) -> None:
        if turn is not None:
            self._record("speaker", step=self.state.current, member=turn.member, reason=turn.reason)

    def _record(
        self,
        kind: "EventKind",
        *,
        step: str | None = None,
        member: str | None = None,
        seconds: int | None = None,
        reason: str | None = None,
    ) -> None:
        meeting_id, now = self.meeting_id, self.context.moment()

        def note(work: "Work") -> None:
            from plcdesk.running.room import record

            record(work, meeting_id, now, kind, step=step, member=member, seconds=seconds, reason=reason)

        self.context.do(note)

    # Time

    def _tick(self) -> None:
        self._update()
        self.ticked.emit(self.state)

    def _update(self) -> None:
        self.state = self._fold.state(self.context.moment(), self.room.last_seen)
        self.facts = step_facts(self.room, self.state)

    def _beat(self) -> None:
        meeting_id, now = self.meeting_id, self.context.moment()

        def beat(work: "Work") -> None:
            from plcdesk.running.room import beat

            beat(work, meeting_id, now)

        self.context.workspace.writer.write_as(self, beat)

    def _heard(self, changes: Changes, initiator: object) -> None:
        if initiator is self or changes.tables <= {"pulse", "draft"}:
            return
        if self.meeting_id in changes.meetings or changes.touches("team", "member", "norm"):
            self.read_again()
