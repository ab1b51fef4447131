"""The ring that shows how much of a time is left."""

from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent, QStaticText
from PySide6.QtWidgets import QSizePolicy, QWidget

from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.theme.tokens import Tokens

RingState = Literal["calm", "warning", "urgent", "over", "paused"]
WARNING = 0.20
"""The share of the time left from which on the ring warns."""
URGENT = 0.05
"""The share of the time left from which on it is urgent."""
_STEPS = 1440
"""The arc moves in quarters of a degree; less would not be seen."""


class Ring(QWidget):
    """The arc is the time left, clockwise from the top. Each state has its own shape, not only its colour.

    calm: a round arc; warning: a thicker arc; urgent: an arc of dashes; over: a full circle of dashes, thin;
    paused: an outlined arc. Scales to any size; `diameter` is what it asks for, in pixels.
    """

    def __init__(self, diameter: int = 200, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._diameter = diameter
        self._left = 1.0
        self._state: RingState = "calm"
        self._big = QStaticText()
        self._small = QStaticText()
        self._big_font = QFont()
        self._small_font = QFont()
        for text in (self._big, self._small):
            text.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setSizePolicy(policy)

    @property
    def state(self) -> RingState:
        """What the ring shows by its shape."""
        return self._state

    def show_time(
        self, left: float, big: str, small: str = "", over: bool = False, paused: bool = False
    ) -> None:
        """Show `left` (0 to 1 of the time), `big` and `small` text; draws only when something changed."""
        left = round(min(1.0, max(0.0, left)) * _STEPS) / _STEPS
        state = _state(left, over, paused)
        if (big, small) != (self._big.text(), self._small.text()):
            refit = len(big) != len(self._big.text()) or len(small) != len(self._small.text())
            self._big.setText(big)
            self._small.setText(small)
            self.setAccessibleName(f"{big} {small}".strip())
            if refit:
                self._fit()
        elif (left, state) == (self._left, self._state):
            return
        self._left, self._state = left, state
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._diameter, self._diameter)

    def minimumSizeHint(self) -> QSize:
        """Not much smaller than asked for: the figures must be read from across a table."""
        side = max(64, round(self._diameter * 0.7))
        return QSize(side, side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the type to the ring."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fit the type anew when the font changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the track, the arc and the two texts."""
        del event
        tokens = theme_of(self).tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_arc(painter, tokens)
        self._draw_text(painter, tokens)
        painter.end()

    def _side(self) -> float:
        return float(min(self.width(), self.height()))

    def _draw_arc(self, painter: QPainter, tokens: Tokens) -> None:
        thick = self._side() * 0.078
        rect = QRectF(0, 0, self._side(), self._side())
        rect.moveCenter(QRectF(self.rect()).center())
        rect.adjust(thick * 0.65, thick * 0.65, -thick * 0.65, -thick * 0.65)
        span = -round(360 * 16 * self._left)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._state == "over":
            painter.setPen(_dashes(tokens.danger, thick * 0.45, (1.1, 0.8)))
            painter.drawEllipse(rect)
            return
        painter.setPen(QPen(QColor(tokens.track), thick))
        painter.drawEllipse(rect)
        colours = {"warning": tokens.question, "urgent": tokens.danger, "paused": tokens.ink2}
        colour = colours.get(self._state, tokens.accent)
        width = thick * (1.3 if self._state in ("warning", "urgent") else 1.0)
        pen = QPen(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        if self._state == "urgent":
            pen = _dashes(colour, width, (0.3, 0.2))
        painter.setPen(pen)
        painter.drawArc(rect, 90 * 16, span)
        if self._state == "paused":
            painter.setPen(
                QPen(QColor(tokens.card), width * 0.5, c=Qt.PenCapStyle.RoundCap, s=Qt.PenStyle.SolidLine)
            )
            painter.drawArc(rect, 90 * 16, span)

    def _draw_text(self, painter: QPainter, tokens: Tokens) -> None:
        centre = QRectF(self.rect()).center()
        big, small = self._big.size(), self._small.size()
        has_small = bool(self._small.text())
        # The letters' own room above and below is larger than they look: pull the two lines together.
        small_height = small.height() * 0.9 if has_small else 0.0
        top = centre.y() - (big.height() * 0.92 + small_height) / 2
        painter.setFont(self._big_font)
        late = self._state in ("urgent", "over")
        painter.setPen(QColor(tokens.danger if late else tokens.ink))
        painter.drawStaticText(QPointF(centre.x() - big.width() / 2, top), self._big)
        if has_small:
            painter.setFont(self._small_font)
            painter.setPen(QColor(tokens.ink2))
            painter.drawStaticText(
                QPointF(centre.x() - small.width() / 2, top + big.height() * 0.92), self._small
            )

    def _fit(self) -> None:
        side = self._side()
        room = side * 0.70
        smallest = theme_of(self).sizes.caption - 2
        self._big_font = _font(self.font(), side * 0.26, QFont.Weight.Bold, self._big.text(), room)
        self._small_font = _font(
            self.font(), max(smallest, side * 0.088), QFont.Weight.Normal, self._small.text(), room
        )
        self._big.prepare(font=self._big_font)
        self._small.prepare(font=self._small_font)
        self.update()


def _state(left: float, over: bool, paused: bool) -> RingState:
    if over:
        return "over"
    if paused:
        return "paused"
    if left <= URGENT:
        return "urgent"
    return "warning" if left <= WARNING else "calm"


def _dashes(colour: str, width: float, pattern: tuple[float, float]) -> QPen:
    pen = QPen(QColor(colour), width, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern(pattern)
    return pen


def _font(base: QFont, pixels: float, weight: QFont.Weight, text: str, room: float) -> QFont:
    """A font of `pixels`, smaller where `text` is wider than `room`."""
    font = QFont(base)
    font.setWeight(weight)
    font.setPixelSize(max(1, round(pixels)))
    wide = QFontMetricsF(font).horizontalAdvance(text)
    if wide > room:
        font.setPixelSize(max(1, int(pixels * room / wide)))
    return font
