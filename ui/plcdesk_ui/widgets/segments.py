"""A bar that shows how a time is shared out, and what of it is left."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from plcdesk.text import ntr, tr
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.theme.tokens import Tokens, mix

_GAP = 2.0


class Segment(NamedTuple):
    """A part of the bar: its name, its minutes, and how much it stands out."""

    name: str
    minutes: float
    weight: float = 1.0
    """From 0 (pale) to 1 (the full colour)."""


class SegmentBar(QWidget):
    """Segments in proportion to their minutes on a track of `total` minutes.

    What goes beyond the total is hatched in the colour of warnings. The bar says all of it to screen readers.
    """

    def __init__(
        self,
        segments: Sequence[Segment] = (),
        total: float = 0,
        thickness: int = 12,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._thickness = thickness
        self._segments: tuple[Segment, ...] = ()
        self._total = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_segments(segments, total)

    def set_segments(self, segments: Sequence[Segment], total: float) -> None:
        """Show `segments` on `total` minutes."""
        self._segments, self._total = tuple(segments), total
        self.setAccessibleName(_spoken(self._segments, total))
        self.update()

    def sizeHint(self) -> QSize:
        """As thick as asked for."""
        return QSize(200, self._thickness)

    def minimumSizeHint(self) -> QSize:
        """It can be short."""
        return QSize(40, self._thickness)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the track and the segments on it."""
        del event
        tokens = theme_of(self).tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        path = QPainterPath()
        path.addRoundedRect(whole, whole.height() / 2, whole.height() / 2)
        painter.setClipPath(path)
        painter.fillRect(whole, QColor(mix(tokens.track, tokens.card, 0.3)))
        self._draw_segments(painter, tokens, whole)
        painter.end()

    def _draw_segments(self, painter: QPainter, tokens: Tokens, whole: QRectF) -> None:
        used = sum(segment.minutes for segment in self._segments)
        scale = whole.width() / max(self._total, used, 0.001)
        x = 0.0
        for index, segment in enumerate(self._segments):
            width = segment.minutes * scale
            last = index == len(self._segments) - 1
            part = QRectF(x, 0, max(1.0, width - (0 if last else _GAP)), whole.height())
            painter.fillRect(part, QColor(mix(tokens.card, tokens.accent, 0.45 + 0.55 * segment.weight)))
            x += width
        if used > self._total:
            over = QRectF(self._total * scale, 0, whole.width(), whole.height())
            painter.fillRect(over, QColor(tokens.question_soft))
            painter.fillRect(over, QBrush(QColor(tokens.question), Qt.BrushStyle.BDiagPattern))


def _spoken(segments: Sequence[Segment], total: float) -> str:
    parts = [_minutes(segment.name, segment.minutes) for segment in segments]
    used = round(sum(segment.minutes for segment in segments))
    parts.append(tr("{used} of {total} min").format(used=used, total=round(total)))
    return ", ".join(parts)


def _minutes(name: str, minutes: float) -> str:
    number = round(minutes)
    return ntr("{name} {n} minute", "{name} {n} minutes", number).format(name=name, n=number)
