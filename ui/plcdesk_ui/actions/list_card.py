"""The list of actions in parts: what is late, what is due this week, what comes later."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from plcdesk.archive.actions import ActionInfo, Group
from plcdesk.minutes.actions_page import group_words
from plcdesk.text import ntr
from plcdesk_ui.actions.row import ActionRow
from plcdesk_ui.theme.sizes import GAP
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.rows import RowList

AT_ONCE = 8
"""Rows that are made before the window is let breathe."""
SHOWN = 16


class ActionsList(QWidget):
    """A card for each part. Rows are made a few at a time, so that a long list holds up nothing."""

    row_made = Signal(object)
    shown = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(GAP)
        self._waiting: list[ActionInfo] = []
        self._lists: dict[Group, RowList] = {}
        self._today = date.min
        self._teams = False
        self._asking: frozenset[str] = frozenset()
        self._limit = SHOWN
        self._made = 0
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._make_some)

    def show_actions(
        self, actions: Sequence[ActionInfo], today: date, *, teams: bool, asking: Iterable[str]
    ) -> None:
        """Show these in place of those before; `asking` are those that were ticked just now."""
        self._today, self._teams, self._asking = today, teams, frozenset(asking)
        order = list(group_words())
        self._waiting = sorted(actions, key=lambda action: order.index(self._group(action)))
        self._clear()
        self._made = 0
        self._make_some()

    def rows(self) -> list[ActionRow]:
        """The rows from top to bottom."""
        return [row for made in self._lists.values() for row in made.rows() if isinstance(row, ActionRow)]

    def forget_pages(self) -> None:
        """Begin with one page again."""
        self._limit = SHOWN

    def _group(self, action: ActionInfo) -> Group:
        """One that was ticked just now stays where it stood."""
        if action.id in self._asking:
            return replace(action, status="open").group(self._today)
        return action.group(self._today)

    def _clear(self) -> None:
        self._next.stop()
        self._lists.clear()
        while (item := self._box.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _make_some(self) -> None:
        for _ in range(min(AT_ONCE, len(self._waiting), self._limit - self._made)):
            self._make(self._waiting.pop(0))
        if self._waiting and self._made < self._limit:
            self._next.start(0)
            return
        if self._waiting:
            left = len(self._waiting)
            words = ntr("Show {n} more", "Show {n} more", left).format(n=left)
            more = button(words, lambda: self._show_more(more), "quiet")
            self._box.addWidget(more)
        self._box.addStretch(1)
        self.shown.emit()

    def _make(self, action: ActionInfo) -> None:
        group = self._group(action)
        if group not in self._lists:
            card = Card(group_words()[group])
            self._lists[group] = RowList()
            card.body.addWidget(self._lists[group])
            self._box.addWidget(card)
        row = ActionRow(action, self._today, team=self._teams, asks_outcome=action.id in self._asking)
        self._lists[group].add(row)
        self._made += 1
        self.row_made.emit(row)

    def _show_more(self, more: QWidget) -> None:
        more.hide()
        more.deleteLater()
        last = self._box.takeAt(self._box.count() - 1)  # the stretch
        del last
        self._limit += SHOWN
        self._make_some()
