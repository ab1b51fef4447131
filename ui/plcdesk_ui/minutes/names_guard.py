"""The guard before anything leaves: likely students' names are looked at first."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from plcdesk.minutes.forms import Wanted, names_in
from plcdesk.store.reader import Reader
from plcdesk.students.guard import Choice
from plcdesk.students.kept import LeavingNames
from plcdesk.text import tr
from plcdesk_ui.context import Context

if TYPE_CHECKING:
    from plcdesk.store.work import Work

Find = Callable[[Reader], LeavingNames]
Step = Callable[[], object]


class NamesGuard:
    """Looks through what a screen hands out, in the background, and asks with a sheet.

    `show` is told what is found whenever something else is shown.
    """

    def __init__(
        self, screen: QWidget, context: Context, show: Callable[[LeavingNames], object] | None = None
    ) -> None:
        self._screen = screen
        self._context = context
        self._show = show
        self._asked = 0

    def refresh(self, wanted: Wanted) -> None:
        """Have what is found in what is wanted now shown."""
        self._asked += 1
        asked = self._asked

        def arrived(names: LeavingNames) -> None:
            if self._show is not None and asked == self._asked:
                self._show(names)

        self._find(_names_of(wanted), arrived)

    def look(self, wanted: Wanted) -> None:
        """Ask about all that is found, also what has been answered."""
        self._find(_names_of(wanted), lambda names: self._ask(names, tr("Use these"), None, None))

    def before(self, wanted: Wanted, go_on: Step) -> None:
        """Go on at once if everything in what is wanted is answered; else ask first."""
        self.before_all(_names_of(wanted), go_on)

    def before_all(self, find: Find, go_on: Step, otherwise: Step | None = None) -> None:
        """Go on at once if everything that `find` finds is answered; else ask, and go on or do `otherwise`."""

        def arrived(names: LeavingNames) -> None:
            if names.new:
                self._ask(names, tr("Go on"), go_on, otherwise)
            else:
                go_on()

        self._find(find, arrived)

    def _find(self, find: Find, then: Callable[[LeavingNames], object]) -> None:
        """Look through it once all that was typed so far is written."""
        written = self._context.workspace.writer.write(lambda _work: None)

        def found() -> LeavingNames:
            written.result()
            with self._context.workspace.reader() as reader:
                return find(reader)

        def arrived(names: LeavingNames) -> None:
            if isValid(self._screen):
                then(names)

        self._context.in_background(found, arrived)

    def _ask(
        self, names: LeavingNames, accept_words: str, go_on: Step | None, otherwise: Step | None
    ) -> None:
        from plcdesk_ui.minutes.names_sheet import NamesSheet

        sheet = NamesSheet(names.found, names.choices, accept_words, self._screen)
        sheet.chosen.connect(lambda choices: self._keep(names, choices, go_on))
        if otherwise is not None:
            sheet.rejected.connect(otherwise)
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()

    def _keep(self, names: LeavingNames, choices: dict[str, Choice], go_on: Step | None) -> None:
        def keep(work: "Work") -> None:
            from plcdesk.students.changing import choose_names

            for meeting_id in {each for meetings in names.places.values() for each in meetings}:
                here = {key: choice for key, choice in choices.items() if meeting_id in names.places[key]}
                choose_names(work, meeting_id, here)

        def kept(_none: None) -> None:
            if go_on is not None:
                go_on()

        self._context.do(keep, then=kept)


def _names_of(wanted: Wanted) -> Find:
    return lambda reader: names_in(reader, wanted)
