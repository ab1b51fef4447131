"""'Help me choose': asks, suggests from what is on the shelf, and hands over what was taken."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from plcdesk.library.choosing import Wish
from plcdesk.library.suggesting import Answers, Suggestion, suggest
from plcdesk_ui.context import Context
from plcdesk_ui.library.help_words import reason_sentence
from plcdesk_ui.library.shelf import Shelf


class Helping:
    """`take` gets the wish that the answers make and the id of the protocol that was chosen."""

    def __init__(
        self, context: Context, shelf: Shelf, take: Callable[[Wish, str], None], window: QWidget
    ) -> None:
        self._context = context
        self._shelf = shelf
        self._take = take
        self._window = window

    def ask(self, wish: Wish) -> None:
        """Ask, beginning with what is wished now."""
        from plcdesk_ui.library.help_sheet import HelpSheet

        sheet = HelpSheet(wish, self.suggestions, self._take, self._window)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._shelf.changed.connect(sheet.refresh)
        sheet.open()

    def suggestions(self, answers: Answers) -> tuple[tuple[Suggestion, str], ...]:
        """Three suggestions, each with its reason in words; none while the protocols are still being read."""
        known = self._shelf.for_people(answers.people)
        if known is None:
            return ()
        found = suggest(known.known, answers, self._shelf.used, self._context.settings.favourites)
        return tuple(
            (each, reason_sentence(each, answers, self._shelf.history(each.match.summary.id)))
            for each in found
        )
