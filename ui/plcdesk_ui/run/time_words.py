"""Lengths of time as the room says them."""

import math
from datetime import datetime, timedelta

from plcdesk.running.catching_up import end_in_minutes
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
    return tr("left of {length}").format(length=length(planned_seconds))


def lateness(state: ClockState) -> str:
    """'on time', '1 min behind', '2 min ahead'."""
    minutes = state.behind_minutes
    if minutes == 0:
        return tr("on time")
    if minutes > 0:
        return tr("{n} min behind").format(n=minutes)
    return tr("{n} min ahead").format(n=-minutes)


def expected_end(state: ClockState) -> datetime:
    """When the meeting will end (UTC), in whole minutes that agree with `lateness`."""
    return end_in_minutes(state)


def nearest_minute(moment: datetime) -> datetime:
    """A moment in whole minutes, halves up."""
    return (moment + timedelta(seconds=30)).replace(second=0, microsecond=0)


def length(seconds: int) -> str:
    """'7 min', '1:30 min', '45 s', '2 h', '1 h 30 min': any length, as short as can be."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    if not hours and not minutes:
        return tr("{n} s").format(n=rest)
    if hours and not rest:
        words = tr("{n} h").format(n=hours)
        return f"{words} {tr('{n} min').format(n=minutes)}" if minutes else words
    if hours:
        return f"{hours}:{minutes:02}:{rest:02}"
    return tr("{n} min").format(n=f"{minutes}:{rest:02}" if rest else minutes)


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
