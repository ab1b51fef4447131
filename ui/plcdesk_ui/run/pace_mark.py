"""A small mark beside the words of the end: a disc in time, a wedge forward when ahead, backward when behind."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from plcdesk_ui.theme.theme import theme_of


class PaceMark(QWidget):
    """Says by its shape what the words beside it say; so it has no name of its own."""

    def __init__(self) -> None:
        super().__init__()
        self._minutes = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_behind(self, minutes: int) -> None:
        """Show that we are so many minutes behind; ahead, if negative."""
        if minutes != self._minutes:
            self._minutes = minutes
            self.update()

    @property
    def shape(self) -> str:
        """'disc', 'forward' or 'backward'."""
        return "disc" if not self._minutes else "backward" if self._minutes > 0 else "forward"

    def sizeHint(self) -> QSize:
        """As high as a letter."""
        side = round(theme_of(self).sizes.base * 0.8)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the disc or the wedge."""
        del event
        tokens = theme_of(self).tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.question if self._minutes > 0 else tokens.accent))
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.shape == "disc":
            painter.drawEllipse(rect.adjusted(1.5, 1.5, -1.5, -1.5))
        else:
            tip, base = (
                (rect.right(), rect.left()) if self.shape == "forward" else (rect.left(), rect.right())
            )
            corners = [
                QPointF(tip, rect.center().y()), QPointF(base, rect.top()), QPointF(base, rect.bottom()),
            ]  # fmt: skip
            painter.drawPolygon(QPolygonF(corners))
        painter.end()
