"""What happens in a running meeting, written down as events of its clock."""

from typing import TYPE_CHECKING

from plcdesk.running.rounds import TurnChange
from plcdesk_ui.context import Context
from plcdesk_ui.run.ticking import TickingMeeting

if TYPE_CHECKING:
    from plcdesk.running.events import EventKind
    from plcdesk.store.work import Work


class RecordingMeeting(TickingMeeting):
    """A meeting followed live that can be moved on. Its events are heard of like those of anybody else."""

    def __init__(self, context: Context, meeting_id: str) -> None:
        super().__init__(context, meeting_id)
        self._moving = False

    def _go(self, key: str | None, reason: str) -> None:
        """Go to a step. A second press before the first has taken effect is a slip, not a wish."""
        if key is not None and not self._moving:
            self._record("went_to", step=key, reason=reason, moves=True)

    def _turn(self, turn: TurnChange | None) -> None:
        if turn is not None and (not self._moving or turn.reason == "chosen"):
            self._record(
                "speaker", step=self.state.current, member=turn.member, reason=turn.reason, moves=True
            )

    def _record(
        self,
        kind: "EventKind",
        *,
        step: str | None = None,
        member: str | None = None,
        seconds: int | None = None,
        reason: str | None = None,
        moves: bool = False,
    ) -> None:
        meeting_id, now = self.meeting_id, self.context.moment()

        def note(work: "Work") -> None:
            from plcdesk.running.room import record

            record(work, meeting_id, now, kind, step=step, member=member, seconds=seconds, reason=reason)

        outcome = self.context.do(note)
        if moves:
            self._moving = True
            outcome.add_done_callback(lambda _done: self.context.bus.hand_over(self._moved))

    def _moved(self) -> None:
        self._moving = False
