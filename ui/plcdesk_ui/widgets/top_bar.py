"""The bar at the top of a screen: its title, one line of context, at most three buttons."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from plcdesk_ui.theme.sizes import EDGE
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.label import Elided

_ABOVE = 10
_BETWEEN = 12


class TopBar(QWidget):
    """Title and context stand left, what `add` gets stands right. `back` names where the link goes back to.

    Where there is little room the context is cut first; `least_letters` of the title are always kept.
    """

    back_requested = Signal()

    def __init__(
        self,
        title: str,
        context: str = "",
        *right: QWidget,
        back: str | None = None,
        least_letters: int = 20,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("ground", "paper")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(EDGE, _ABOVE, EDGE, _ABOVE + 1)
        self._box.setSpacing(_BETWEEN)
        if back is not None:
            self.back_link = button(back, self.back_requested.emit, "quiet", "chevron-left")
            self._box.addWidget(self.back_link)
        self.title_label = Elided(title, "title", letters=least_letters)
        self.context_label = Elided(context, "secondary")
        self._box.addWidget(self.title_label, 0, Qt.AlignmentFlag.AlignVCenter)
        self._box.addWidget(self.context_label, 0, Qt.AlignmentFlag.AlignVCenter)
        self._left_end = self._box.count()
        self._box.addStretch(1)
        for widget in right:
            self.add(widget)
        self.setAccessibleName(title)
        self._set_height()

    def set_title(self, title: str) -> None:
        """Change the title."""
        self.title_label.setText(title)
        self.setAccessibleName(title)

    def set_context(self, context: str) -> None:
        """Change the line of context."""
        self.context_label.setText(context)

    def add_left(self, widget: QWidget) -> None:
        """Put `widget` after the context, such as the choice of team."""
        self._box.insertWidget(self._left_end, widget)
        self._left_end += 1

    def add(self, widget: QWidget) -> None:
        """Put `widget` at the right, after those before."""
        self._box.addWidget(widget)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the type."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._set_height()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the hairline below."""
        del event
        tokens = theme_of(self).tokens
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.paper))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(tokens.line))
        painter.end()

    def _set_height(self) -> None:
        """The same height on every screen, whether or not it has buttons."""
        self.setMinimumHeight(round(theme_of(self).sizes.base * 2.57) + 2 * _ABOVE + 1)
