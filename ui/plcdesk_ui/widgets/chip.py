"""A chip: one or two words in a coloured pill."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from plcdesk_ui.theme.sizes import CHIP_CORNER
from plcdesk_ui.theme.theme import theme_of

Tone = Literal["neutral", "accent", "decision", "question", "warm", "cool", "parking", "danger", "warning"]


class Chip(QLabel):
    """A coloured pill. The word says what the colour means, so nobody needs to see the colour."""

    def __init__(self, text: str, tone: Tone = "neutral", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone: Tone = tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_chip(self, text: str, tone: Tone) -> None:
        """Change the word and the tone."""
        self._tone = tone
        self.setText(text)
        self.update()

    @property
    def tone(self) -> Tone:
        """The tone, such as 'decision'."""
        return self._tone

    def sizeHint(self) -> QSize:
        """The word and the round ends."""
        return chip_size(self, self.text())

    def minimumSizeHint(self) -> QSize:
        """A chip is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill and the word."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        text, ground = theme_of(self).tokens.tone(self._tone)
        draw_pill(painter, QRectF(self.rect()), ground)
        painter.setFont(theme_of(self).chip_font)
        painter.setPen(QColor(text))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


def chip_size(widget: QWidget, text: str, extra: int = 0) -> QSize:
    """The size of a chip with `text` and `extra` pixels of width beside it."""
    metrics = QFontMetrics(theme_of(widget).chip_font)
    return QSize(metrics.horizontalAdvance(text) + 18 + extra, metrics.height() + 5)


def draw_pill(painter: QPainter, rect: QRectF, ground: str) -> None:
    """Fill `rect` with the colour `ground`, its ends round."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    corner = min(CHIP_CORNER, rect.height() / 2)
    painter.drawRoundedRect(rect, corner, corner)
