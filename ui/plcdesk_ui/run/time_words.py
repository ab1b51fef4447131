"""Lengths of time as the room says them."""

import math
from datetime import datetime, timedelta

from plcdesk.running.clock import ClockState, rounded_minutes
from plcdesk.text import ntr, tr


def countdown(seconds: float) -> str:
    """'3:44', '1:02:10'; what is left is rounded up, so that '0:00' comes at the very end."""
    return _digits(math.ceil(seconds))


def count_up(seconds: float) -> str:
    """'0:42', rounded down."""
    return _digits(int(seconds))


def _digits(whole: int) -> str:
    minutes, seconds = divmod(max(0, whole), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def left_of(planned_seconds: int) -> str:
    """'left of 6 min'."""
    minutes, rest = divmod(planned_seconds, 60)
    shown = str(minutes) if not rest else f"{minutes}:{rest:02}"
    return tr("left of {minutes} min").format(minutes=shown)


def lateness(state: ClockState) -> str:
    """'on time', '1 min late', '2 min early'."""
    minutes = state.behind_minutes
    if minutes == 0:
        return tr("on time")
    if minutes > 0:
        return tr("{n} min late").format(n=minutes)
    return tr("{n} min early").format(n=-minutes)


def expected_end(state: ClockState) -> datetime:
    """When the meeting will end (UTC), in whole minutes that agree with `lateness`."""
    if state.plan.planned_end is None:
        return state.expected_end
    return state.plan.planned_end + timedelta(minutes=state.behind_minutes)


def about_each(seconds: int) -> str:
    """'about 1 minute each', in half minutes; under a minute in steps of 10 seconds."""
    if seconds < 55:
        shown = max(10, round(seconds / 10) * 10)
        return tr("about {n} seconds each").format(n=shown)
    halves = round(seconds / 30)
    minutes, half = divmod(halves, 2)
    if half:
        return tr("about {n}½ minutes each").format(n=minutes)
    return ntr("about {n} minute each", "about {n} minutes each", minutes).format(n=minutes)


def whole_minutes(seconds: float) -> int:
    """Whole minutes, halves up; anything that took time at all is 1."""
    return max(1, rounded_minutes(seconds)) if seconds >= 1 else 0
