"""How a line of the agenda is measured and drawn: mark, words, minutes."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from plcdesk.text import tr
from plcdesk_ui.run.agenda_lines import AgendaLine
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.icons import pixmap

_PAD = 8
_INDENT = 12
_ABOVE = 6
_LEAST_WORDS = 40
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_AT_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class LineLook:
    """Lengths are in pixels. `button_width` is that of the button which stands in place of the minutes, or 0."""

    def __init__(self, widget: QWidget, line: AgendaLine, with_unit: bool) -> None:
        self._widget = widget
        self._line = line
        self._minutes = tr("{n} min").format(n=line.minutes) if with_unit else str(line.minutes)
        self.button_width = 0
        self._heights: dict[tuple[int, int], int] = {}

    def width(self) -> int:
        """What the line needs without wrapping."""
        return self._metrics().horizontalAdvance(self._line.title) + self._left() + self._right()

    def height_for(self, width: int) -> int:
        """What it needs at `width`, its words wrapped: layouts ask for it again and again."""
        known = self._heights.get((width, self.button_width))
        if known is None:
            known = self._heights[width, self.button_width] = self._measured(width)
        return known

    def measure_anew(self) -> None:
        """Forget what was measured in another type."""
        self._heights.clear()

    def _measured(self, width: int) -> int:
        room = QRect(0, 0, max(_LEAST_WORDS, width - self._left() - self._right()), 10_000)
        words = self._metrics().boundingRect(room, _WRAP, self._line.title).height()
        return words + self._below() + 2 * _ABOVE

    def paint(self, painter: QPainter) -> None:
        """Draw it all, without its ground."""
        tokens, rect = theme_of(self._widget).tokens, self._widget.rect()
        if self._line.until_words:
            painter.setPen(QColor(tokens.ink2))
            painter.setFont(self._until_font())
            below = rect.adjusted(self._left(), 0, -_PAD, -_ABOVE)
            painter.drawText(below, int(Qt.AlignmentFlag.AlignBottom), self._line.until_words)
            rect = rect.adjusted(0, 0, 0, -self._below())
        dim = self._line.standing in ("done", "skipped")
        painter.setPen(QColor(tokens.accent if self._line.is_current else tokens.ink2 if dim else tokens.ink))
        painter.setFont(self._font())
        painter.drawText(rect.adjusted(self._left(), 0, -self._right(), 0), _WRAP, self._line.title)
        side = theme_of(self._widget).sizes.small
        if self._line.mark == "done":
            top = (rect.height() - side) // 2
            painter.drawPixmap(self._left() - side - 3, top, pixmap("check", side, "ink2"))
        elif self._line.mark == "skipped":
            painter.drawText(self._left() - side, 0, side, rect.height(), Qt.AlignmentFlag.AlignVCenter, "–")
        if not self.button_width and self._line.mark != "skipped":
            painter.drawText(rect.adjusted(0, 0, -_PAD, 0), _AT_RIGHT, self._minutes)

    def _below(self) -> int:
        """The height of what stands under the title."""
        return QFontMetrics(self._until_font()).height() if self._line.until_words else 0

    def _until_font(self) -> QFont:
        font = QFont(self._widget.font())
        font.setPixelSize(theme_of(self._widget).sizes.caption)
        return font

    def _left(self) -> int:
        step = _INDENT if self._line.is_step else 0
        return _PAD + step + (theme_of(self._widget).sizes.small + 3 if self._line.mark != "none" else 0)

    def _right(self) -> int:
        if self.button_width:
            return self.button_width + ROW // 2
        return _PAD + self._metrics().horizontalAdvance(self._minutes) + ROW // 2

    def _font(self) -> QFont:
        font = QFont(self._widget.font())
        font.setPixelSize(theme_of(self._widget).sizes.small)
        strong = self._line.is_current or self._line.heads_steps
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        return font

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._font())
