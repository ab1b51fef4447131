"""A chart of a document on the screen: the shapes that the page has, in the colours of the window."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from plcdesk.minutes.document import Chart
from plcdesk_ui.theme.theme import theme_of

if TYPE_CHECKING:
    from reportlab.graphics.shapes import Drawing

WIDTH = 170
"""Pixels at the usual size of type."""
_LARGER = 1.3
"""How much larger than on paper letters and lines are."""


class ChartView(QWidget):
    """Draws `chart` and nothing else; `words` is what it shows, for those who do not see it.

    What draws it must have been imported before (`warm`), for that takes long the first time.
    """

    def __init__(self, chart: Chart, words: str) -> None:
        super().__init__()
        self._chart = chart
        self._drawing: Drawing | None = None
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The size of the drawing."""
        drawing = self._drawn()
        return QSize(round(drawing.width), round(drawing.height))

    def minimumSizeHint(self) -> QSize:
        """The same: a chart is not squeezed."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew in other colours or for another size of type."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._drawing = None
            self.updateGeometry()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the shapes one over the other."""
        del event
        drawing = self._drawn()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for shape in drawing.contents:
            _paint(painter, shape, drawing.height)
        painter.end()

    def _drawn(self) -> "Drawing":
        if self._drawing is None:
            from plcdesk.minutes.charts import Inks, drawing

            theme = theme_of(self)
            tokens, scale = theme.tokens, theme.sizes.base / 14
            inks = Inks(tokens.accent, tokens.track, tokens.ink2)
            self._drawing = drawing(self._chart, WIDTH * scale, inks, scale * _LARGER)
        return self._drawing


def warm() -> None:
    """Import what draws charts; to be called in a job before the first is made."""
    import plcdesk.minutes.charts  # noqa: F401


def _paint(painter: QPainter, shape: Any, height: float) -> None:
    """Paint one of reportlab's shapes, whose heights count from the foot."""
    match type(shape).__name__:
        case "Rect":
            _fill(painter, shape)
            box = QRectF(shape.x, height - shape.y - shape.height, shape.width, shape.height)
            painter.drawRoundedRect(box, shape.rx, shape.ry)
        case "Circle":
            _fill(painter, shape)
            painter.drawEllipse(QPointF(shape.cx, height - shape.cy), shape.r, shape.r)
        case "Line":
            painter.setPen(QPen(_colour(shape.strokeColor), shape.strokeWidth))
            painter.drawLine(QLineF(shape.x1, height - shape.y1, shape.x2, height - shape.y2))
        case "PolyLine":
            painter.setPen(QPen(_colour(shape.strokeColor), shape.strokeWidth))
            pairs = zip(shape.points[::2], shape.points[1::2], strict=True)
            painter.drawPolyline([QPointF(x, height - y) for x, y in pairs])
        case "String":
            _write(painter, shape, height)
        case unknown:
            raise TypeError(f"a chart has a shape that the screen cannot draw: {unknown}")


def _fill(painter: QPainter, shape: Any) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_colour(shape.fillColor))


def _write(painter: QPainter, shape: Any, height: float) -> None:
    font = painter.font()
    font.setPixelSize(round(shape.fontSize))
    painter.setFont(font)
    painter.setPen(_colour(shape.fillColor))
    left = shape.x - (QFontMetricsF(font).horizontalAdvance(shape.text) if shape.textAnchor == "end" else 0)
    painter.drawText(QPointF(left, height - shape.y), shape.text)


def _colour(colour: Any) -> QColor:
    return QColor.fromRgbF(colour.red, colour.green, colour.blue)
