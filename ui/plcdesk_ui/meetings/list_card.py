"""The list of meetings in its card: as high as its rows, with what to say when there are none."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from plcdesk.text import tr
from plcdesk_ui.meetings.facets import Facets
from plcdesk_ui.meetings.searching import Answer
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.empty import EmptyState
from plcdesk_ui.widgets.found_list import FoundList, FoundRow
from plcdesk_ui.widgets.label import plain


class ListCard(QWidget):
    """`has_more` says whether there is a further page."""

    new_requested = Signal()
    widen_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.has_more = False
        self._lines: dict[str, str] = {}
        self.note = plain("", "secondary", wrap=True)
        self.note.hide()
        self.found = FoundList(tr("Meetings"))
        self.card = Card(padded=False)
        self.card.body.setContentsMargins(0, 3, 0, 3)
        self.no_meetings = EmptyState(
            "calendar-days",
            tr("No meeting is planned, and none was held. Both stand here, and can be searched."),
            tr("Plan a meeting"),
            self.new_requested.emit,
        )
        self.nothing = EmptyState(
            "search", tr("Nothing like that."), tr("Look everywhere"), self.widen_requested.emit
        )
        for part in (self.found, self.no_meetings, self.nothing):
            self.card.body.addWidget(part)
        self.no_meetings.hide()
        self.nothing.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(ROW)
        box.addWidget(self.note)
        box.addWidget(self.card, 1)
        box.addStretch(0)

    def show_rows(self, rows: Sequence[FoundRow], answer: Answer, *, first: bool) -> None:
        """Show these rows; with `first` the newest is chosen."""
        self._lines = {row.meeting_id: row.line for row in answer.rows}
        listing = answer.listing
        self.has_more = (
            listing.has_more if listing else answer.whole and len(rows) < len(answer.found.meetings)
        )
        asked = bool(answer.question.typed.strip()) or answer.question.facets != Facets()
        self.found.set_rows(rows, first=first and asked, keep_place=not first)
        self.found.setVisible(bool(rows))
        self.no_meetings.setVisible(not rows and not asked)
        self.nothing.setVisible(not rows and asked)
        typed = answer.question.typed.strip()
        self.nothing.sentence.setText(
            tr("Nothing with “{typed}”.").format(typed=typed) if typed else tr("Nothing like that.")
        )
        self._say_what_was_mended(answer)
        self._fit()

    def line_of(self, meeting_id: str) -> str:
        """The id of what was written down in the place that a meeting's row shows; empty for none."""
        return self._lines.get(meeting_id, "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows wrap anew, and have other heights."""
        super().resizeEvent(event)
        self._fit()

    def _say_what_was_mended(self, answer: Answer) -> None:
        self.note.setVisible(answer.mended is not None)
        if answer.mended is not None:
            words = " ".join(term.text for term in answer.mended.terms)
            self.note.setText(
                tr("Nothing with “{typed}”. Did you mean “{words}”?").format(
                    typed=answer.question.typed.strip(), words=words
                )
            )

    def _fit(self) -> None:
        """The card ends where its rows end."""
        if self.found.isHidden():
            self.card.setMaximumHeight(self.card.sizeHint().height())
            return
        around = self.card.minimumSizeHint().height() - self.found.minimumSizeHint().height()
        self.card.setMaximumHeight(self.found.content_height() + around)
