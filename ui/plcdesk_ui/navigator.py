"""The way from one screen to another."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

PATH_END = "\0"  # which no path can hold


class Place(NamedTuple):
    """A screen and what it is about: the id of a team or a meeting, or nothing. `line` is an entry to point at."""

    screen: str  # home, meetings, plan, run, wrap_up, minutes, reading, actions, team, settings, welcome
    about: str = ""
    line: str = ""


class Navigator(QObject):
    """Ask it to go somewhere; the shell listens to `went`, and to `search_wanted` for the search of everything."""

    went = Signal(object)
    search_wanted = Signal()

    def to(self, screen: str, about: str = "", line: str = "") -> None:
        """Go to a screen."""
        self.went.emit(Place(screen, about, line))

    def open_shared(self, files: Sequence[Path]) -> None:
        """Look into share files; several are shown together."""
        self.to("open_share", PATH_END.join(map(str, files)))

    def home(self, team_id: str = "") -> None:
        self.to("home", team_id)

    def plan(self, meeting_id: str) -> None:
        self.to("plan", meeting_id)

    def run(self, meeting_id: str) -> None:
        """Into the room: asks who is here if the meeting has not begun."""
        self.to("run", meeting_id)

    def wrap_up(self, meeting_id: str) -> None:
        self.to("wrap_up", meeting_id)

    def minutes(self, meeting_id: str, line: str = "") -> None:
        self.to("minutes", meeting_id, line)
