"""Choosing between two sides of what was changed on both: one below the other, nothing in a hurry."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from plcdesk.sharing.conflicts import Conflict, read_conflicts
from plcdesk.store.changes import Changes
from plcdesk.text import ntr, tr
from plcdesk_ui.context import Context
from plcdesk_ui.navigator import Place
from plcdesk_ui.screen import Screen
from plcdesk_ui.sharing.conflict_card import ConflictCard
from plcdesk_ui.theme.sizes import EDGE, GAP
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.empty import EmptyState
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.scroll import page_scroll
from plcdesk_ui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from plcdesk.store.work import Work

_AT_ONCE = 12


class ConflictsScreen(Screen):
    """Everything that waits for a choice; the first few at once, the others as those are settled."""

    rail_key = "meetings"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.bar = TopBar(tr("Changed on both sides"), "")
        self.bar.add(button(tr("To the meetings"), lambda: context.go.to("meetings")))
        self.page.addWidget(self.bar)
        holder = QWidget()
        self._box = QVBoxLayout(holder)
        self._box.setContentsMargins(EDGE, EDGE - 2, EDGE, EDGE)
        self._box.setSpacing(GAP)
        self._box.addStretch(1)
        self.cards: list[ConflictCard] = []
        self._shown: list[QWidget] = []
        self._conflicts: tuple[Conflict, ...] | None = None
        self.page.addWidget(page_scroll(holder), 1)

    def enter(self, place: Place) -> None:
        self._read()

    def heard(self, changes: Changes, initiator: object) -> None:
        self._read()

    def _read(self) -> None:
        """Read in the background: there may be hundreds after a summer."""
        open_reader = self.context.workspace.reader

        def job() -> tuple[tuple[Conflict, ...], dict[str, str]]:
            with open_reader() as reader:
                names = {
                    row["id"]: row["name"]
                    for row in reader.rows(
                        "SELECT id, name FROM member UNION ALL SELECT id, text FROM norm UNION ALL SELECT id, title FROM item"
                    )
                }
                return read_conflicts(reader), names

        self.context.in_background(job, lambda found: self._show(*found))

    def _show(self, conflicts: tuple[Conflict, ...], names: Mapping[str, str]) -> None:
        if conflicts == self._conflicts:
            return
        self._conflicts = conflicts
        for widget in self._shown:
            self._box.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self.cards = [self._card(conflict, names) for conflict in conflicts[:_AT_ONCE]]
        self._shown = list(self.cards) if self.cards else [self._nothing()]
        rest = len(conflicts) - _AT_ONCE
        if rest > 0:
            words = ntr("{n} more follows.", "{n} more follow.", rest).format(n=rest)
            self._shown.append(plain(words, "secondary"))
        for widget in self._shown:
            self._box.insertWidget(self._box.count() - 1, widget)
        count = len(conflicts)
        self.bar.set_context(
            ntr(
                "{n} waits for a choice; both sides are kept until then",
                "{n} wait for a choice; both sides are kept until then",
                count,
            ).format(n=count)
            if count
            else ""
        )

    def _card(self, conflict: Conflict, names: Mapping[str, str]) -> ConflictCard:
        card = ConflictCard(conflict, names)
        card.side_chosen.connect(lambda side, instead: self._choose(conflict, side, instead))
        card.both_chosen.connect(lambda: self._keep_both(conflict))
        return card

    def _nothing(self) -> Card:
        card = Card()
        card.body.addWidget(EmptyState("check", tr("Nothing waits for a choice.")))
        return card

    def _choose(self, conflict: Conflict, side: str, instead: dict[str, object]) -> None:
        def settle(work: "Work") -> None:
            from plcdesk.sharing.conflicts import choose

            choose(work, conflict.table, conflict.key, side, instead)

        self.context.do(settle, told=tr("Settled; the other side stays in the history"))

    def _keep_both(self, conflict: Conflict) -> None:
        def settle(work: "Work") -> None:
            from plcdesk.sharing.conflicts import keep_both

            keep_both(work, conflict.table, conflict.key)

        self.context.do(settle, told=tr("Both are kept"))
