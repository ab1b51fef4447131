"""The ring of the wall: calm also when the time is over, because people should look at each other."""

from PySide6.QtGui import QPainter, QPaintEvent

from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.ring import Ring


class WallRing(Ring):
    """The same shapes as at the desk, without the colour of danger."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw with amber in place of red."""
        del event
        tokens = theme_of(self).tokens
        calm = tokens._replace(danger=tokens.question)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_arc(painter, calm)
        self._draw_text(painter, calm)
        painter.end()
