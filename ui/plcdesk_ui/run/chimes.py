"""Chimes at the end of a step and of the meeting: once each, softly, and never as a surprise long afterwards."""

from plcdesk.running.chime import Chime
from plcdesk.running.clock import ClockState
from plcdesk.text import tr
from plcdesk_ui.context import Context

JUST_NOW = 20.0
"""Seconds after an end in which its chime still makes sense: a tick of the fastest clock, not a resume."""


class Chimes:
    """Give it each tick; it says which chime is due. A step that got more time chimes again at its new end."""

    def __init__(self) -> None:
        self._before: ClockState | None = None

    def due(self, state: ClockState) -> Chime | None:
        """What ended since the last tick; at both ends at once, only the meeting's."""
        before, self._before = self._before, state
        if before is None or state.status != "running" or before.status != "running":
            return None
        end = state.plan.planned_end
        if end is not None and before.plan.planned_end == end:
            late = (state.at.wall - end).total_seconds()
            if before.at.wall < end and 0 <= late < JUST_NOW:
                return "meeting"
        same = before.current == state.current and before.current_planned == state.current_planned
        if same and before.left > 0 >= state.left > -JUST_NOW:
            return "step"
        return None


def mute_or_unmute(context: Context) -> None:
    """Turn the chimes off, or on again; remembered."""
    muted = not context.settings.chime_muted
    context.remember(chime_muted=muted)
    context.bus.told.emit(tr("Chimes are off") if muted else tr("Chimes are on"), "")
