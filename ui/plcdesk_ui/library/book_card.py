"""The list of protocols in its card, with what to do when nothing is found."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from plcdesk.text import tr
from plcdesk_ui.library.book_list import BookList
from plcdesk_ui.library.finding import Only
from plcdesk_ui.library.row import BookRow
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.chip_choice import ChipChoice
from plcdesk_ui.widgets.empty import EmptyState


class BookCard(QWidget):
    """As high as its rows, as far as there is room. `only` chooses which protocols are shown at all."""

    widened = Signal()
    only_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.only = ChipChoice([], name=tr("Show"))
        self.books = BookList()
        self.card = Card(padded=False)
        self.card.body.setContentsMargins(0, 3, 0, 3)
        self.card.body.addWidget(self.books)
        self.nothing = EmptyState(
            "search", tr("No protocol like that."), tr("Look among all of them"), self.widened.emit
        )
        self.card.body.addWidget(self.nothing)
        self.nothing.hide()
        self._options: list[tuple[object, str]] = []
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(ROW)
        box.addWidget(self.only)
        box.addWidget(self.card, 1)
        box.addStretch(0)
        self.only.chosen.connect(lambda value: self.only_chosen.emit(str(value)))

    def show_rows(self, rows: Sequence[BookRow], *, first: bool = False) -> None:
        """Show these rows and choose the `first`, if asked for; with none, say so and offer to look among all."""
        self.books.set_rows(rows, first=first)
        self.books.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        self._fit()

    def show_only(self, counts: Mapping[Only, int], chosen: Only) -> None:
        """Offer to see favourites, what the team has used, and its own, where there are any."""
        words: dict[Only, str] = {
            "favourites": tr("Favourites {n}"),
            "used": tr("Used by us {n}"),
            "own": tr("Yours {n}"),
        }
        options: list[tuple[object, str]] = [("all", tr("All"))]
        options += [
            (key, words[key].format(n=number)) for key, number in counts.items() if number or key == chosen
        ]
        if options != self._options:
            self._options = options
            self.only.set_options([(value, text, "neutral") for value, text in options], chosen)
        self.only.set_value(chosen)
        self.only.setVisible(len(options) > 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows wrap anew, and have other heights."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The card ends where its rows end."""
        if self.books.isHidden():
            self.card.setMaximumHeight(self.card.sizeHint().height())
            return
        around = self.card.minimumSizeHint().height() - self.books.minimumSizeHint().height()
        self.card.setMaximumHeight(self.books.content_height() + around)
