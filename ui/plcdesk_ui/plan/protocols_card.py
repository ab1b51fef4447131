"""The protocols that suit the minutes at hand."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from plcdesk.planning.suggestions import Candidate
from plcdesk.text import ntr, tr
from plcdesk_ui.plan.add_card import protocol_row
from plcdesk_ui.plan.tab_order import follow
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.rows import ClickRow, RowList


class ProtocolsCard(Card):
    """`take` gets a protocol and its minutes; `choose` opens the whole list; `before` is what Tab comes from."""

    def __init__(
        self,
        take: Callable[[Candidate, int], None],
        choose: Callable[[], None],
        before: Callable[[], QWidget],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Protocols"), parent=parent)
        self._take = take
        self._choose = choose
        self._before = before
        self._shown: tuple[int, tuple[Candidate, ...]] | None = None
        self.rows = RowList()
        self.body.addWidget(self.rows)

    def show_protocols(self, minutes: int, found: tuple[Candidate, ...]) -> None:
        """Show what suits `minutes`."""
        if self._shown == (minutes, found):
            return
        self._shown = (minutes, found)
        title = ntr("Protocols for {n} minute", "Protocols for {n} minutes", minutes).format(n=minutes)
        self.set_title(title if found else tr("Protocols"))
        rows: list[QWidget] = []
        for candidate in found:
            would_have = candidate.minutes_in(minutes)
            rows.append(
                protocol_row(
                    candidate, would_have, lambda each, would_have=would_have: self._take(each, would_have)
                )
            )
        every = ClickRow(tr("All protocols…"))
        every.activated.connect(self._choose)
        self.rows.set_rows([*rows, every])
        follow(self._before(), self.rows.rows())

    def last_stop(self) -> QWidget:
        """Where Tab leaves the card."""
        rows = self.rows.rows()
        return rows[-1] if rows else self._before()
