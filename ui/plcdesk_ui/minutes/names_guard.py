"""The guard before anything leaves: likely students' names are looked at first."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from plcdesk.minutes.forms import Wanted, names_in
from plcdesk.students.guard import Choice, Choices, FoundName
from plcdesk.students.kept import read_choices
from plcdesk.text import tr
from plcdesk_ui.context import Context
from plcdesk_ui.minutes.names_card import NamesCard

if TYPE_CHECKING:
    from plcdesk.store.work import Work

Found = tuple[tuple[FoundName, ...], Choices]


class NamesGuard:
    """Looks through what a screen hands out, in the background, and asks with a sheet; `card` shows what is found."""

    def __init__(self, screen: QWidget, context: Context, card: NamesCard | None = None) -> None:
        self._screen = screen
        self._context = context
        self._card = card
        self._asked = 0

    def refresh(self, wanted: Wanted) -> None:
        """Show on the card what is found in what is wanted now."""
        self._asked += 1
        asked = self._asked

        def arrived(found: Found) -> None:
            card = self._card
            if card is not None and isValid(card) and asked == self._asked:
                card.show_names(*found)

        self._find(wanted, arrived)

    def look(self, wanted: Wanted) -> None:
        """Ask about all that is found, also what has been answered."""
        self._find(wanted, lambda found: self._ask(wanted, found, tr("Use these"), None))

    def before(self, wanted: Wanted, go_on: Callable[[], object]) -> None:
        """Go on at once if everything is answered; else ask first."""

        def arrived(found: Found) -> None:
            names, choices = found
            if all(name.key in choices for name in names):
                go_on()
            else:
                self._ask(wanted, found, tr("Go on"), go_on)

        self._find(wanted, arrived)

    def _find(self, wanted: Wanted, then: Callable[[Found], None]) -> None:
        def find() -> Found:
            with self._context.workspace.reader() as reader:
                return names_in(reader, wanted), read_choices(reader, wanted.meeting_id)

        def arrived(found: Found) -> None:
            if isValid(self._screen):
                then(found)

        self._context.in_background(find, arrived)

    def _ask(
        self, wanted: Wanted, found: Found, accept_words: str, go_on: Callable[[], object] | None
    ) -> None:
        from plcdesk_ui.minutes.names_sheet import NamesSheet

        sheet = NamesSheet(*found, accept_words, self._screen)
        sheet.chosen.connect(lambda choices: self._keep(wanted, choices, go_on))
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()

    def _keep(self, wanted: Wanted, choices: dict[str, Choice], go_on: Callable[[], object] | None) -> None:
        def keep(work: "Work") -> None:
            from plcdesk.students.changing import choose_names

            choose_names(work, wanted.meeting_id, choices)

        def kept(_none: None) -> None:
            if go_on is not None:
                go_on()

        self._context.do(keep, then=kept)
