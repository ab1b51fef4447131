"""The steps of a protocol as boxes side by side, as wide as they are long."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from plcdesk.text import tr
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.share_widths import lines_of, share

_GAP = 4
_PAD_X = 6
_PAD_Y = 6
_CORNER = 6
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter)


@dataclass(frozen=True, slots=True)
class TimelineStep:
    """A step: its title and its minutes."""

    title: str
    minutes: int


class StepTimeline(QWidget):
    """Titles wrap between words and never leave their box; what does not fit a line goes on in the next."""

    def __init__(
        self, steps: Sequence[TimelineStep] = (), current: int | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._steps: tuple[TimelineStep, ...] = ()
        self._current: int | None = None
        self._laid_out: dict[int, list[QRect]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_steps(steps, current)

    def set_steps(self, steps: Sequence[TimelineStep], current: int | None = None) -> None:
        """Show `steps`; the one at index `current` is outlined."""
        self._steps, self._current = tuple(steps), current
        self._laid_out.clear()
        spoken = (tr("{step}, {n} min").format(step=step.title, n=step.minutes) for step in self._steps)
        self.setAccessibleName("; ".join(spoken))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Narrower boxes have more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in pixels of all lines of boxes at `width`."""
        rects = self._rects(width)
        return rects[-1].bottom() + 1 if rects else 0

    def sizeHint(self) -> QSize:
        """Wide enough for one line."""
        width = round(sum(self._least()) * 1.3) + _GAP * len(self._steps)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """It can be narrow; its height follows the width."""
        width = max(60, self.width())
        return QSize(60, self.heightForWidth(width))

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another size of type."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._laid_out.clear()
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the boxes with their titles and minutes."""
        del event
        tokens = theme_of(self).tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._step_font())
        for index, (step, rect) in enumerate(zip(self._steps, self._rects(self.width()), strict=True)):
            current = index == self._current
            painter.setPen(QPen(QColor(tokens.accent), 2) if current else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent_soft))
            painter.drawRoundedRect(
                QRectF(rect).adjusted(1, 1, -1, -1) if current else rect, _CORNER, _CORNER
            )
            painter.setPen(QColor(tokens.accent))
            inner = rect.adjusted(_PAD_X // 2, _PAD_Y, -_PAD_X // 2, -_PAD_Y)
            painter.drawText(inner, _WRAP, self._text(step, inner.width()))
        painter.end()

    def _step_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(theme_of(self).sizes.caption)
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _text(self, step: TimelineStep, width: int) -> str:
        metrics = QFontMetrics(self._step_font())
        words = step.title.split()
        fitting = (metrics.elidedText(word, Qt.TextElideMode.ElideRight, width) for word in words)
        return " ".join(fitting) + f"\n{step.minutes}"

    def _least(self) -> list[float]:
        metrics = QFontMetrics(self._step_font())
        longest = (
            max((metrics.horizontalAdvance(w) for w in step.title.split()), default=0) for step in self._steps
        )
        return [float(max(wide, metrics.horizontalAdvance("00")) + 2 * _PAD_X) for wide in longest]

    def _rects(self, width: int) -> list[QRect]:
        """The boxes at a width; a layout asks for the same few widths again and again."""
        if width not in self._laid_out:
            self._laid_out[width] = self._lay_out(width)
        return self._laid_out[width]

    def _lay_out(self, width: int) -> list[QRect]:
        least = self._least()
        rects: list[QRect] = []
        top = 0
        lines = lines_of(least, width, _GAP)
        minutes = [max(1, step.minutes) for step in self._steps]
        rooms = [width - _GAP * (len(line) - 1) for line in lines]
        # A minute is as wide in a short last line as in the others.
        scale = min(
            (room / sum(minutes[i] for i in line) for room, line in zip(rooms, lines, strict=True)), default=1
        )
        for line, room in zip(lines, rooms, strict=True):
            needed = max(sum(minutes[i] for i in line) * scale, sum(least[i] for i in line))
            widths = share([minutes[i] for i in line], [least[i] for i in line], min(room, needed))
            height = max(self._height(self._steps[i], round(w)) for i, w in zip(line, widths, strict=True))
            x = 0.0
            for wide in widths:
                left = round(x)
                rects.append(QRect(left, top, round(x + wide) - left, height))
                x += wide + _GAP
            top += height + _GAP
        return rects

    def _height(self, step: TimelineStep, width: int) -> int:
        inner = width - _PAD_X
        bounds = QFontMetrics(self._step_font()).boundingRect(
            QRect(0, 0, inner, 10_000), _WRAP, self._text(step, inner)
        )
        return bounds.height() + 2 * _PAD_Y
