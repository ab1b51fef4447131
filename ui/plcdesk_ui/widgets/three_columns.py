"""Three columns: what narrows a list, the list, what is chosen in it. Each scrolls by itself."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from plcdesk_ui.theme.sizes import EDGE, GAP
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.scroll import Column, page_scroll

_NARROW = 66
"""Width, in base sizes of type, under which the left column becomes a line above the list."""
_LEFT = 13
"""Width of the left column, in base sizes of type."""


class ThreeColumns(QWidget):
    """`beside` is what narrows the list as a card at the left, `above` the same as a line; one of them is shown.

    `arranged` tells whether it has become narrow. `shares` are how the list and what is chosen share the rest of the width.
    """

    arranged = Signal(bool)

    def __init__(
        self,
        beside: QWidget,
        above: QWidget,
        middle: QWidget,
        right: QWidget,
        shares: tuple[int, int] = (52, 48),
    ) -> None:
        super().__init__()
        self._left = page_scroll(Column(beside))
        self._above = above
        rows = QVBoxLayout(self)
        rows.setContentsMargins(EDGE, EDGE - 2, EDGE, EDGE)
        rows.setSpacing(GAP)
        line = QHBoxLayout()
        line.setSpacing(GAP + 4)
        for part in (middle, right):
            policy = part.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
            policy.setVerticalPolicy(QSizePolicy.Policy.Ignored)
            part.setSizePolicy(policy)
        line.addWidget(self._left)
        line.addWidget(middle, shares[0])
        line.addWidget(right, shares[1])
        rows.addWidget(above)
        rows.addLayout(line, 1)
        self._narrow: bool | None = None
        self._arrange(narrow=False)

    @property
    def is_narrow(self) -> bool:
        """Whether what narrows the list stands in a line."""
        return bool(self._narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew where the width calls for it."""
        super().resizeEvent(event)
        base = theme_of(self).sizes.base
        self._left.setFixedWidth(_LEFT * base)
        self._arrange(self.width() < base * _NARROW)

    def _arrange(self, narrow: bool) -> None:
        if narrow != self._narrow:
            self._narrow = narrow
            self._left.setVisible(not narrow)
            self._above.setVisible(narrow)
            self.arranged.emit(narrow)
