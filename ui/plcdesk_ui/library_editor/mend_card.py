"""What is still to be mended: each thing a line that leads to its field."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from plcdesk.library.faults import Where
from plcdesk.library.schema import Protocol
from plcdesk.text import ntr, tr
from plcdesk_ui.library_editor.words import fault_words
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.rows import ClickRow, RowList

MOST = 12


class MendCard(Card):
    """Tells `chosen` with the place that somebody wants to mend."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(tr("Check"))
        self.sentence = plain("", "secondary", wrap=True)
        self.rows = RowList(dense=True)
        self.body.addWidget(self.sentence)
        self.body.addWidget(self.rows)
        self._shown: list[tuple[str, str]] | None = None

    def show_faults(self, faults: Sequence[tuple[Where, str]], protocol: Protocol) -> None:
        """Show what is to be mended, in order."""
        told = [fault_words(where, sentence, protocol) for where, sentence in faults]
        if told == self._shown:
            return
        self._shown = told
        number = len(told)
        self.set_title(
            ntr("{n} thing to mend", "{n} things to mend", number).format(n=number) if told else tr("Check")
        )
        ready = tr("Everything is in order: it can be put on an agenda.")
        draft = tr("Until then it is kept as a draft, which the library does not offer.")
        self.sentence.setText(draft if told else ready)
        self.rows.setVisible(bool(told))
        self.rows.set_rows(
            self._row(where, *words) for (where, _), words in zip(faults[:MOST], told, strict=False)
        )

    def _row(self, where: Where, place: str, sentence: str) -> ClickRow:
        row = ClickRow(place, sentence)
        row.activated.connect(lambda: self.chosen.emit(where))
        return row
