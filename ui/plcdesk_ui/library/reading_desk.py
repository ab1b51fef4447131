"""What happens at the card at the right: showing what is chosen, putting it on an agenda, printing it."""

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from plcdesk.errors import UserError
from plcdesk.library.choosing import Match, Wish
from plcdesk.library.handout import Occasion
from plcdesk.library.handout_pdf import Sheet
from plcdesk_ui.context import Context
from plcdesk_ui.library.adding import Adding
from plcdesk_ui.library.reading_card import ReadingCard
from plcdesk_ui.library.reading_fit import first_fit
from plcdesk_ui.library.row import BookRow
from plcdesk_ui.library.shelf import Shelf
from plcdesk_ui.library.words import took_sentence, why_not
from plcdesk_ui.library_editor.own_books import OwnBooks

if TYPE_CHECKING:
    from plcdesk_ui.rehearsal.window import RehearsalWindow


class ReadingDesk:
    """Shows a row of the list in the card, and does what the card is asked for."""

    def __init__(
        self,
        context: Context,
        shelf: Shelf,
        card: ReadingCard,
        own: OwnBooks,
        adding: Adding,
        window: QWidget,
    ) -> None:
        self._context = context
        self._shelf = shelf
        self._card = card
        self._own = own
        self._window = window
        self.adding = adding
        self.rehearsal: RehearsalWindow | None = None
        card.add_wanted.connect(self.add)
        card.agenda_wanted.connect(self.open_agenda)
        card.paper_wanted.connect(self.open_paper)
        card.try_wanted.connect(self.try_out)
        card.reading.fit_changed.connect(self.show_add)

    def show_row(self, row: BookRow, match: Match | None, wish: Wish) -> None:
        """Show a protocol as it fits the wish, or what is wrong in a file."""
        if match is None:
            faults = tuple(fault for fault in self._shelf.faults if fault.file == row.key)
            self._card.show_wrong(row.key, faults)
            return
        try:
            protocol = self._context.catalogue.get(row.key)
        except UserError as gone:
            self._context.bus.problem_arose.emit(str(gone))
            return
        history = self._shelf.history(row.key)
        note = took_sentence(history) if history is not None else ""
        against = "" if match.fits or match.why == "too_long" else why_not(match, wish)
        fit = first_fit(protocol, wish.minutes or 5, wish.people or 2)
        self._card.show_reading(fit, note, against, row.favourite)
        self._own.show_protocol(row.key, row.own)
        self.show_add()

    def show_add(self) -> None:
        """Say what adding would do with what is shown now."""
        fit = self._card.reading.fit
        if fit is not None:
            self._card.show_add(self.adding.words(fit.minutes, fit.short is not None))

    def add(self) -> None:
        """Put what is shown on the agenda of the next meeting, or plan one with it."""
        fit = self._card.reading.fit
        if fit is not None:
            self.adding.add(fit.chosen, self._card.open_agenda.show)

    def open_agenda(self) -> None:
        """Go to the next meeting's plan."""
        if self.adding.meeting is not None:
            self._context.go.plan(self.adding.meeting.id)

    def try_out(self) -> None:
        """Run through what is shown in the meeting room, beside the app; one at a time."""
        from plcdesk_ui.rehearsal.window import open_rehearsal

        fit = self._card.reading.fit
        if fit is not None:
            if self.rehearsal is not None:
                self.rehearsal.close()
            self.rehearsal = open_rehearsal(self._context, fit.chosen)

    def open_paper(self, sheet: str) -> None:
        """Show what is read as it comes out of the printer."""
        from plcdesk_ui.library.paper_sheet import PaperSheet
        from plcdesk_ui.minutes.papers import printed_locale

        fit = self._card.reading.fit
        if fit is not None and not self._card.reading.isHidden():
            occasion = Occasion(fit.protocol, fit.shown, fit.way.people, printed_locale())
            PaperSheet(self._context, occasion, cast("Sheet", sheet), self._window).open()
