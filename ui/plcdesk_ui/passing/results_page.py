"""What all together answered."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from plcdesk.closing.anonymous import Result
from plcdesk.minutes.dates import decimal
from plcdesk.text import ntr, tr
from plcdesk_ui.theme.sizes import GAP
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.rows import Row, RowList
from plcdesk_ui.widgets.scroll import page_scroll

_WIDE = 720


class ResultsPage(QWidget):
    """Means, how often each number was given, and lines. Notes to the facilitator come up only when asked for."""

    def __init__(self, results: Sequence[Result], read_notes: Callable[[], tuple[str, ...]]) -> None:
        super().__init__()
        inner = QWidget()
        inner.setMaximumWidth(_WIDE)
        inner.setMinimumWidth(min(_WIDE, 520))
        self._box = QVBoxLayout(inner)
        self._box.setSpacing(GAP)
        card = Card(tr("What we answered together"))
        rows = RowList()
        for result in results:
            rows.add(Row(result.asked.text, said(result), trailing=[mean_words(result)]))
        card.body.addWidget(rows)
        self._box.addWidget(card)
        self._read_notes = read_notes
        self.notes = button(tr("Notes for the facilitator…"), self._show_notes)
        self._box.addWidget(self.notes, 0, Qt.AlignmentFlag.AlignLeft)
        self._box.addStretch(1)
        middle = QWidget()
        across = QVBoxLayout(middle)
        across.addWidget(inner, 1, Qt.AlignmentFlag.AlignHCenter)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page_scroll(middle))

    def _show_notes(self) -> None:
        self.notes.hide()
        card = Card(tr("For the facilitator alone"))
        notes = self._read_notes()
        for note in notes:
            card.body.addWidget(plain(note, wrap=True, selectable=True))
        if not notes:
            card.body.addWidget(plain(tr("Nobody wrote a note."), "secondary"))
        self._box.insertWidget(self._box.count() - 1, card)


def mean_words(result: Result) -> str:
    """'mean 4.2', or nothing for words."""
    return "" if result.mean is None else tr("mean {mean}").format(mean=decimal(result.mean))


def said(result: Result) -> str:
    """How often each number was given, or the lines one below the other."""
    if result.lines:
        return "\n".join(result.lines)
    if result.asked.is_number and result.counts:
        return " · ".join(
            ntr("{n} × {number}", "{n} × {number}", count).format(n=count, number=number)
            for number, count in result.counts
        )
    if result.asked.is_number and result.mean is not None:
        return tr("Too few answers to show more than the mean.")
    return tr("No answer.")
