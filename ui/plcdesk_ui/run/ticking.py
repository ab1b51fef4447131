"""The clock of a running meeting, as screens follow it: it ticks, it beats, it hears of changes."""

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from plcdesk.planning.infos import TeamInfo
from plcdesk.running.clock import ClockFold, ClockState
from plcdesk.running.lateness import left_running
from plcdesk.running.reading import Room, read_room, refresh_room
from plcdesk.running.rounds import RoundState
from plcdesk.running.times import Instant
from plcdesk.store.changes import Changes
from plcdesk_ui.context import Context
from plcdesk_ui.run.step_facts import StepFacts, step_facts

if TYPE_CHECKING:
    from plcdesk.store.work import Work

TICK = 250  # milliseconds; a second's change is seen within a quarter of one
HEARTBEAT = 5000
QUIET_TABLES = frozenset({"pulse", "draft"})
"""What is written there changes nothing that a screen shows."""


class TickingMeeting(QObject):
    """A meeting followed live. `let_go()` when nobody shows it any more.

    `ticked(ClockState)` comes four times a second; `changed()` after each change of what is shown other than
    time: step, speaker, agenda, people, entries. `facts` and `room` are new with each `changed` only; `state`
    and `round` are of the last tick. `left_alone()` comes, in place of a heartbeat, when the meeting was left
    running for hours: somebody has to say whether it went on.
    """

    ticked = Signal(object)
    changed = Signal()
    left_alone = Signal()

    def __init__(self, context: Context, meeting_id: str) -> None:
        super().__init__()
        self.context = context
        self.meeting_id = meeting_id
        room = read_room(context.reader, meeting_id)
        if room is None:
            raise LookupError(meeting_id)
        self.room: Room = room
        self._names_of: TeamInfo | None = None
        self._names: dict[str, str] = {}
        self._last_beat: Instant | None = room.last_seen
        self._still_on = False
        self._fold = ClockFold(room.plan, room.events)
        self.state: ClockState = self._fold.state(context.moment(), room.last_seen)
        self.facts: StepFacts | None = step_facts(room, self.state)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)
        self._heart = QTimer(self)
        self._heart.setInterval(HEARTBEAT)
        self._heart.timeout.connect(self.beat)
        context.bus.changed.connect(self._heard)
        self._timer.start()
        if self.is_on:
            self._keep_last_sight()
            self._heart.start()

    @property
    def is_on(self) -> bool:
        """Whether the meeting has begun and not ended."""
        return self.room.meeting.status == "running"

    @property
    def round(self) -> RoundState | None:
        """The round of the current step at this tick; None for a step without turns."""
        found = self.facts.round if self.facts is not None else None
        return None if found is None else replace(found, turn_elapsed=self.state.turn_elapsed)

    @property
    def was_left(self) -> bool:
        """Whether nobody was here for hours, so that it is unsure whether the meeting went on."""
        if self._still_on or not self.is_on or self.state.status == "ended":
            return False
        return left_running(self._last_beat, self.context.moment(), self.room.plan.planned_end)

    @property
    def goes_on(self) -> bool:
        """Whether somebody has said that the meeting is still going on."""
        return self._still_on

    def say_it_goes_on(self) -> None:
        """Somebody said that the meeting is still going on, however late it is."""
        self._still_on = True
        self.beat()

    def let_go(self) -> None:
        """Stop following; the meeting itself goes on."""
        self._timer.stop()
        self._heart.stop()
        self.context.bus.changed.disconnect(self._heard)

    def name_of(self, member_id: str | None) -> str:
        """A member's first name, with initials of the rest when two share it."""
        team = self.room.agenda.team
        if self._names_of is not team:
            self._names_of, self._names = team, short_names(team)
        return self._names.get(member_id or "", "?")

    def read_again(self) -> None:
        """Read the meeting anew from the store."""
        self._take(read_room(self.context.reader, self.meeting_id))

    def tick(self) -> None:
        """Take in that time has passed."""
        self.state = self._fold.state(self.context.moment(), self.room.last_seen)
        self.ticked.emit(self.state)

    def beat(self) -> None:
        """Note in the store that the room is alive, unless that is in doubt."""
        if self.was_left:
            self.left_alone.emit()
            return
        meeting_id, now = self.meeting_id, self.context.moment()
        self._last_beat = now

        def beat(work: "Work") -> None:
            from plcdesk.running.room import beat

            beat(work, meeting_id, now)

        self.context.note(beat, by=self)

    def _keep_last_sight(self) -> None:
        """After a crash, keep the last heartbeat as an event: the next beat overwrites it, and up to it the
        time is known by the steady clock."""
        seen, last = self.room.last_seen, self.room.events[-1].at if self.room.events else None
        now = self.context.moment()
        if seen is None or last is None or seen.session != last.session or now.session == last.session:
            return
        if seen.monotonic <= last.monotonic:
            return
        meeting_id = self.meeting_id

        def keep(work: "Work") -> None:
            from plcdesk.running.room import record

            record(work, meeting_id, seen, "seen")

        self.context.note(keep)

    def _take(self, room: Room | None) -> None:
        if room is None:
            return
        if room.plan is not self.room.plan and room.plan != self.room.plan:
            self._fold.use_plan(room.plan)
        if room.events is not self.room.events:
            self._fold.catch_up(room.events)
        self.room = room
        if self.is_on and not self._heart.isActive():
            self._heart.start()
        elif not self.is_on:
            self._heart.stop()
        self.state = self._fold.state(self.context.moment(), room.last_seen)
        self.facts = step_facts(room, self.state)
        self.changed.emit()

    def _heard(self, changes: Changes, initiator: object) -> None:
        if initiator is self or changes.tables <= QUIET_TABLES:
            return
        if changes.touches("team", "member", "norm"):
            self.read_again()
        elif self.meeting_id in changes.meetings:
            self._take(refresh_room(self.context.reader, self.room, changes.tables, changes.rows))


def short_names(team: TeamInfo) -> dict[str, str]:
    """By id, each member's first name, with the initial of the last when two active ones share it."""
    count = Counter(member.first_name for member in team.active_members)
    names: dict[str, str] = {}
    for member in team.members:
        rest = member.name.split()[1:]
        first = member.first_name
        names[member.id] = f"{first} {rest[-1][0]}." if count[first] > 1 and rest else first
    return names
