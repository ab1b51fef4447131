"""The three columns of the plan: what can be added, the agenda, the chosen topic. Each scrolls by itself."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from plcdesk_ui.theme.sizes import EDGE, GAP
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.scroll import page_scroll

_ROOM = 12
"""Pixels at the right of a column for its scroll bar, so that nothing moves when it comes."""
_HALO = 3
_NARROW = 62
"""Width, in base sizes of type, under which what can be added stands below the chosen topic."""


class ScrollColumn(QWidget):
    """Cards one below the other that scroll; `head` stays in view above them."""

    def __init__(self, *cards: QWidget, head: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(GAP)
        inner = QWidget()
        self._box = QVBoxLayout(inner)
        self._box.setContentsMargins(_HALO, 0, _ROOM, EDGE)
        self._box.setSpacing(GAP)
        self.area: QScrollArea = page_scroll(inner)
        if head is not None:
            top = QVBoxLayout()
            top.setContentsMargins(_HALO, 0, _ROOM, 0)
            outer.addLayout(top)
            top.addWidget(head)
        outer.addWidget(self.area, 1)
        for card in cards:
            self._box.addWidget(card)
        self._box.addStretch(1)
        self.area.verticalScrollBar().installEventFilter(self)

    def add(self, card: QWidget) -> None:
        """Put `card` last."""
        self._box.removeWidget(card)  # it may be here already, and would count
        self._box.insertWidget(self._box.count() - 1, card)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The scroll bar comes into the room that was kept for it."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            bar = self.area.verticalScrollBar()
            shown = event.type() == QEvent.Type.Show
            self._box.setContentsMargins(_HALO, 0, _ROOM - (bar.sizeHint().width() if shown else 0), EDGE)
        return super().eventFilter(watched, event)


class PlanColumns(QWidget):
    """Side by side where there is room; else the agenda beside one column of all the rest."""

    def __init__(self, left: list[QWidget], middle: ScrollColumn, right: list[QWidget]) -> None:
        super().__init__()
        self._left_cards = left
        self._middle = middle
        self._left = ScrollColumn(*left, parent=self)
        middle.setParent(self)  # Tab goes through them in the order in which they come here
        self._right = ScrollColumn(*right, parent=self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(EDGE - _HALO, EDGE - 2, EDGE - _ROOM, 0)
        self._grid.setHorizontalSpacing(GAP + 4 - _ROOM - _HALO)
        self._narrow: bool | None = None
        self._arrange(narrow=False)

    @property
    def is_narrow(self) -> bool:
        """Whether there are two columns only."""
        return bool(self._narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew where the width calls for it."""
        super().resizeEvent(event)
        self._arrange(self.width() < theme_of(self).sizes.base * _NARROW)

    def _arrange(self, narrow: bool) -> None:
        if narrow == self._narrow:
            return
        self._narrow = narrow
        for part in (self._left, self._middle, self._right):
            self._grid.removeWidget(part)
        for card in self._left_cards:
            (self._right if narrow else self._left).add(card)
        self._left.setVisible(not narrow)
        places = (self._middle, self._right) if narrow else (self._left, self._middle, self._right)
        stretches = (60, 40, 0) if narrow else (22, 48, 26)
        for number, stretch in enumerate(stretches):
            self._grid.setColumnStretch(number, stretch)
        for number, part in enumerate(places):
            policy = part.sizePolicy()
            policy.setHorizontalPolicy(policy.Policy.Ignored)
            part.setSizePolicy(policy)
            self._grid.addWidget(part, 0, number)
