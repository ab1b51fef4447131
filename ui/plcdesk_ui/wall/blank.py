"""The wall with nothing on it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from plcdesk.text import tr


class Blank(QWidget):
    """Black, as if the projector were off. A press tells `pressed`."""

    pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("The wall is blank"))
        self.hide()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press anywhere brings the wall back."""
        super().mousePressEvent(event)
        self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.black)
        painter.end()
