"""What is still missing in a draft, with the way to where it can be mended."""

from PySide6.QtCore import Signal

from plcdesk.library.kinds import kind_word
from plcdesk.minutes.gaps import Gaps
from plcdesk.planning.infos import EntryInfo
from plcdesk.text import ntr, tr
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.rows import ClickRow, RowList

SHOWN = 6


class GapsCard(Card):
    """Hidden while nothing is missing. Tells `mend_requested` with the id of what a person clicked, or nothing."""

    mend_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__(tr("Gaps"))
        self._shown = Gaps()
        self._rows = RowList()
        self._more = plain("", "secondary")
        self.body.addWidget(self._rows)
        self.body.addWidget(self._more)
        self.hide()

    def show_gaps(self, gaps: Gaps) -> None:
        """A row for each thing that is missing."""
        self.setVisible(gaps.count > 0)
        if gaps == self._shown:
            return
        self._shown = gaps
        rows = self._result_rows(gaps)
        rows += [self._row(action.text, _missing(action), action.id) for action in gaps.actions]
        rows += [self._row(entry.text, _unanswered(entry), entry.id) for entry in gaps.still_open]
        for row in rows[SHOWN:]:
            row.deleteLater()
        self._rows.set_rows(rows[:SHOWN])
        more = len(rows) - SHOWN
        self._more.setVisible(more > 0)
        self._more.setText(ntr("and {n} more", "and {n} more", more).format(n=more))

    def _result_rows(self, gaps: Gaps) -> list[ClickRow]:
        if not gaps.result:
            return []
        return [self._row(tr("Did we reach what we wanted?"), gaps.result, "")]

    def _row(self, text: str, missing: str, entry_id: str) -> ClickRow:
        row = ClickRow(text, missing, key=entry_id)
        row.activated.connect(lambda: self.mend_requested.emit(entry_id))
        return row


def _missing(action: EntryInfo) -> str:
    missing = [] if action.owners or action.owner_names else [tr("nobody yet")]
    return " · ".join([*missing, *([] if action.due_on else [tr("no date")])])


def _unanswered(entry: EntryInfo) -> str:
    word = entry.word or kind_word(entry.kind)
    return f"{word} · {tr('no answer yet')}"
