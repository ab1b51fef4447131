"""The cards at the right of the minutes."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from plcdesk_ui.theme.sizes import EDGE
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.scroll import Column, page_scroll

_WIDTH = 264
"""Pixels at the usual size of type."""
_MOST = 0.36
"""The share of the screen that is theirs at most: the pages are what people look at."""


class SideColumn(QWidget):
    """Cards that scroll for themselves, as wide as their words need in this size of type."""

    def __init__(self, *cards: QWidget) -> None:
        super().__init__()
        self._screen_width = 0
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        holder = Column(*cards)
        layout = holder.layout()
        assert layout is not None
        layout.setContentsMargins(0, 0, EDGE, EDGE)
        box.addWidget(page_scroll(holder))

    def fit(self, screen_width: int) -> None:
        """Take the width that is right on a screen so many pixels wide."""
        self._screen_width = screen_width
        wanted = round(_WIDTH * theme_of(self).sizes.base / 14) + EDGE
        self.setFixedWidth(min(wanted, max(round(screen_width * _MOST), 200)))

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the type."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.isVisible():
            self.fit(self._screen_width)
