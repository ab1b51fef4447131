"""The names that the one being typed can be, in a small list at the cursor that never takes the keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from plcdesk_ui.theme.sizes import CONTROL_CORNER
from plcdesk_ui.theme.theme import theme_of

_INSET = 10
_ROW_PAD = 8
_RIM = 4


class NamesPopup(QWidget):
    """A child of the window, not a window: `picked(place)` tells which name was pressed."""

    picked = Signal(int)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._names: tuple[str, ...] = ()
        self._current = 0
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    @property
    def names(self) -> tuple[str, ...]:
        """The names on offer; none while it is hidden."""
        return self._names if not self.isHidden() else ()

    def offer(self, names: Sequence[str], current: int, below: QPoint, above: QPoint) -> None:
        """Show `names` below a global point, or above the other where the window ends; hide for fewer than two."""
        if len(names) < 2:
            self.hide()
            return
        if (tuple(names), current) != (self._names, self._current):
            self._names, self._current = tuple(names), current
            self.setAccessibleName(", ".join(names))
            self.update()
        window = self.parentWidget()
        assert window is not None
        size = self._size()
        at = window.mapFromGlobal(below)
        if at.y() + size.height() > window.height():
            at = window.mapFromGlobal(above) - QPoint(0, size.height())
        x = max(0, min(at.x(), window.width() - size.width()))
        self.setGeometry(x, at.y(), size.width(), size.height())
        if self.isHidden():
            self.show()
            self.raise_()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press takes the name."""
        place = (event.position().toPoint().y() - _RIM) // self._row()
        event.accept()
        if 0 <= place < len(self._names):
            self.picked.emit(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The names, the one that Tab takes on a soft ground."""
        del event
        tokens = theme_of(self).tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.edge), 1))
        painter.setBrush(QColor(tokens.card))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), CONTROL_CORNER, CONTROL_CORNER
        )
        row = self._row()
        for place, name in enumerate(self._names):
            line = QRectF(_RIM, _RIM + place * row, self.width() - 2 * _RIM, row)
            if place == self._current:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(tokens.accent_soft))
                painter.drawRoundedRect(line, CONTROL_CORNER - 3, CONTROL_CORNER - 3)
            painter.setPen(QColor(tokens.accent if place == self._current else tokens.ink))
            text = line.adjusted(_INSET - _RIM, 0, 0, 0)
            painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        painter.end()

    def _row(self) -> int:
        return QFontMetrics(self.font()).height() + _ROW_PAD

    def _size(self) -> QSize:
        metrics = QFontMetrics(self.font())
        widest = max(metrics.horizontalAdvance(name) for name in self._names)
        return QSize(widest + 2 * _INSET + _RIM, len(self._names) * self._row() + 2 * _RIM)
