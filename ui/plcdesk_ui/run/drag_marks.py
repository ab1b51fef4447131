"""What dragging needs: where an item is held, and the line where it would come to stand."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from plcdesk.text import tr
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.icons import pixmap
from plcdesk_ui.widgets.tips import set_tip


class Grip(QLabel):
    """Where an item is held to drag it. Tells `moved` with the pointer's height on the screen, then `dropped`."""

    moved = Signal(int)
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPixmap(pixmap("grip-vertical", theme_of(self).sizes.icon - 3, "ink2"))
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAccessibleName(tr("Drag to move"))
        set_tip(self, tr("Drag to move"))
        self._held = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold."""
        self._held = event.button() == Qt.MouseButton.LeftButton
        if self._held:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag."""
        if self._held:
            self.moved.emit(event.globalPosition().toPoint().y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        del event
        if self._held:
            self._held = False
            self.setCursor(Qt.CursorShape.OpenHandCursor)
            self.dropped.emit()


class DropMark(QWidget):
    """A line across a list, where what is dragged would be dropped."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, height: int) -> None:
        """Stand at `height` in pixels from the top of the list."""
        over = self.parentWidget()
        assert over is not None
        self.setGeometry(0, max(0, height - 1), over.width(), 3)
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme_of(self).tokens.accent))
        painter.end()
