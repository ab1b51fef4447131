"""The protocols for a team, worked out in another thread when they are first asked for."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from plcdesk.library.naming import find_by_name
from plcdesk.library.schema import Protocol
from plcdesk.library.summary import Summary
from plcdesk.planning.suggestions import Candidate, candidates
from plcdesk_ui.context import Context
from plcdesk_ui.plan.chooser import Library


class TeamLibrary:
    """Asks once for each number of people; `ready` is called when an answer has come and `owner` still lives."""

    def __init__(self, context: Context, owner: QWidget, ready: Callable[[], None]) -> None:
        self._context = context
        self._owner = owner
        self._ready = ready
        self._found: dict[int, tuple[Candidate, ...]] = {}
        self._asked: set[int] = set()
        self._waiting: list[tuple[int, Callable[[Library], None]]] = []
        self._summaries: tuple[Summary, ...] = ()

    def of(self, people: int) -> Library:
        """What is known so far; empty until the answer has come."""
        if people not in self._asked:
            self._asked.add(people)
            self._context.in_background(
                lambda: self._work_out(people), lambda found: self._arrived(people, found)
            )
        return Library(self._found.get(people, ()), self._context.catalogue.get, people, self._named)

    def when_ready(self, people: int, go_on: Callable[[Library], None]) -> None:
        """Go on with all that there is: now, or as soon as it is known."""
        library = self.of(people)
        if people in self._found:
            go_on(library)
        else:
            self._waiting.append((people, go_on))

    def protocol(self, protocol_id: str) -> Protocol:
        """One protocol. Raises UserError when its file is gone or wrong."""
        return self._context.catalogue.get(protocol_id)

    def _named(self, words: str) -> str | None:
        return find_by_name(words, self._summaries)

    def _work_out(self, people: int) -> tuple[Candidate, ...]:
        catalogue = self._context.catalogue
        self._summaries = catalogue.summaries()
        return candidates((catalogue.get(summary.id) for summary in self._summaries), people)

    def _arrived(self, people: int, found: tuple[Candidate, ...]) -> None:
        self._found[people] = found
        if not isValid(self._owner):
            return
        self._ready()
        waiting = [go_on for number, go_on in self._waiting if number == people]
        self._waiting = [each for each in self._waiting if each[0] != people]
        for go_on in waiting:
            go_on(self.of(people))
