"""The ground on which pages lie."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from plcdesk_ui.theme.sizes import CARD_CORNER
from plcdesk_ui.theme.theme import theme_of

_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class Ground(QWidget):
    """Holds `pages`, sunk below the paper of the window, with a ring when the keyboard goes there."""

    def __init__(self, pages: QWidget) -> None:
        super().__init__()
        self._pages = pages
        self._ring = False
        box = QVBoxLayout(self)
        box.setContentsMargins(2, 2, 2, 2)
        box.addWidget(pages)
        pages.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show and hide the ring."""
        if isinstance(event, QFocusEvent):
            self._ring = event.gotFocus() and event.reason() in _BY_KEYBOARD
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the ring."""
        del event
        tokens = theme_of(self).tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(tokens.track))
        painter.setPen(QPen(QColor(tokens.focus), 2) if self._ring else Qt.PenStyle.NoPen)
        inset = 1.0 if self._ring else 0.0
        rect = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(rect, CARD_CORNER, CARD_CORNER)
        painter.end()
