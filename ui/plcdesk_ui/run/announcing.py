"""What screen readers say of the time: at five minutes, at one minute and when it is over, and no more."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from plcdesk.running.clock import ClockState
from plcdesk.text import tr

MARKS = (300.0, 60.0, 0.0)
"""Seconds left at which the time is said."""


class TimeAnnouncer:
    """Give it each tick. A step that is shorter than a mark passes that mark over."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._key: str | None = None
        self._left = 0.0
        self.said: list[str] = []

    def hear(self, state: ClockState) -> None:
        """Say the time if a mark has been reached since the last tick."""
        if state.current != self._key:
            self._key, self._left = state.current, state.left
            return
        before, self._left = self._left, state.left
        passed = [mark for mark in MARKS if before > mark >= state.left]
        if passed and state.status == "running" and state.step is not None:
            self.say(_words(passed[-1], state.step.title))

    def say(self, words: str) -> None:
        """Have `words` read aloud."""
        self.said.append(words)
        del self.said[:-10]
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._widget, words))


def _words(mark: float, title: str) -> str:
    if mark == 0.0:
        return tr("The time of “{step}” is over").format(step=title)
    if mark == 60.0:
        return tr("One minute left")
    return tr("Five minutes left")
