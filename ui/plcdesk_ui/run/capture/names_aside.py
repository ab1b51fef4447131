"""Noticing students' names in the running meeting, in a thread of its own: what it knows of names takes time to load."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from plcdesk.store.changes import Changes
from plcdesk_ui.context import Context

if TYPE_CHECKING:
    from plcdesk.students.guard import FoundName, Known

_ANONYMOUS = ("initials", "lettered")


class NamesAside(QObject):
    """Nothing here holds up whoever asks."""

    def __init__(self, context: Context, team_id: str, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._team_id = team_id
        self._known: Known | None = None
        self._clean: dict[str, str] = {}
        self._asked: set[str] = set()
        context.bus.changed.connect(self._heard)
        # Loaded when the room opens, so that it does not load beside somebody who types.
        context.in_background(lambda: self._cleaned(""), lambda _none: None, lambda _sentence: None)

    def find(self, text: str, then: "Callable[[tuple[FoundName, ...]], None]") -> None:
        """Look a text through; `then` is called with the names in it that may be students'."""

        def look() -> "tuple[FoundName, ...]":
            from plcdesk.students.guard import found_names

            return tuple(
                each for each in found_names([text], self._of_the_team()) if each.reason not in _ANONYMOUS
            )

        self._context.in_background(look, then, lambda _sentence: None)

    def write_otherwise(self, text: str, found: "FoundName") -> str:
        """The text with what stands for a name that was found: its code on the list, or its initials."""
        from plcdesk.students.guard import Choice, replaced

        choice = Choice("code", found.code) if has_code(found) else Choice("initials")
        return replaced(text, self._of_the_team(), {found.key: choice})

    def without_names(self, text: str) -> str | None:
        """The text with initials for whatever may be a student's name; None while it is not known yet."""
        clean = self._clean.get(text)
        if clean is None and text not in self._asked:
            self._asked.add(text)
            self._context.in_background(lambda: self._cleaned(text), self._keep, lambda _sentence: None)
        return clean

    def _cleaned(self, text: str) -> tuple[str, str]:
        from plcdesk.students.guard import Choice, found_names, replaced

        known = self._of_the_team()
        choices = {each.key: Choice("initials") for each in found_names([text], known)}
        return text, replaced(text, known, choices)

    def _keep(self, cleaned: tuple[str, str]) -> None:
        if isValid(self):
            self._clean[cleaned[0]] = cleaned[1]

    def _of_the_team(self) -> "Known":
        """Read in whichever thread asks, on a connection of its own."""
        known = self._known
        if known is None:
            from plcdesk.store.reader import Reader
            from plcdesk.students.kept import read_known

            with Reader(self._context.workspace.file) as reader:
                known = self._known = read_known(reader, self._team_id)
        return known

    def _heard(self, changes: Changes, _initiator: object) -> None:
        if changes.touches("member", "student"):
            self._known = None
            self._clean.clear()
            self._asked.clear()


def has_code(found: "FoundName") -> bool:
    """Whether the team's list has a code for the name."""
    return found.reason == "listed" and bool(found.code)
