"""How tick boxes and round choices are measured and drawn: the mark in the first line, the words wrapped beside it."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton

from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.icons import pixmap

_RING = 3
"""Pixels round the mark for the keyboard's ring; a mark without words has its ring inside, to stand flush."""
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


def mark_side(widget: QAbstractButton) -> int:
    """The side of the box or the diameter of the circle, in pixels."""
    return round(theme_of(widget).sizes.base * 18 / 14)


def one_line(widget: QAbstractButton, words: str) -> QSize:
    """The size with all words in one line."""
    side = mark_side(widget)
    if not words:
        return QSize(side, side)
    metrics = widget.fontMetrics()
    return QSize(_indent(side) + metrics.horizontalAdvance(words) + 2, _first_line(side, metrics))


def height_at(widget: QAbstractButton, words: str, width: int) -> int:
    """The height with the words wrapped to `width`."""
    line = one_line(widget, words)
    if "\n" not in words and line.width() <= width:
        return line.height()
    room = QRect(0, 0, width - _indent(mark_side(widget)), 10_000)
    return max(line.height(), widget.fontMetrics().boundingRect(room, _WRAP, words).height() + 2)


def paint_toggle(widget: QAbstractButton, words: str, circle: bool) -> None:
    """Draw the mark, the keyboard's ring and the words."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = mark_side(widget)
    ring = _RING if words else 0
    high = _first_line(side, widget.fontMetrics()) if words else widget.height()
    box = QRectF(ring, (high - side) / 2, side, side)
    if widget.isRightToLeft():
        box.moveRight(widget.width() - ring)
    _draw_mark(painter, widget, box, circle)
    if widget.hasFocus():
        _draw_ring(
            painter, widget, box.adjusted(-2, -2, 2, 2) if words else box.adjusted(1, 1, -1, -1), circle
        )
    _draw_words(painter, widget, words)
    painter.end()


def _draw_mark(painter: QPainter, widget: QAbstractButton, box: QRectF, circle: bool) -> None:
    tokens = theme_of(widget).tokens
    corner = box.width() / 2 if circle else 4.0
    on, able = widget.isChecked(), widget.isEnabled()
    edge = tokens.accent if on and able else tokens.edge if able else tokens.line
    fill = (tokens.accent if able else tokens.disabled) if on and not circle else tokens.card
    if able and not on and (widget.underMouse() or widget.isDown()):
        fill = tokens.hover
    painter.setPen(QPen(QColor(edge), 1.6))
    painter.setBrush(QColor(fill))
    painter.drawRoundedRect(box.adjusted(0.8, 0.8, -0.8, -0.8), corner, corner)
    if on and circle:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(edge))
        inset = box.width() * 0.28
        painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))
    elif on:
        side = round(box.width() - 4)
        painter.drawPixmap(QPointF(box.x() + 2, box.y() + 2), pixmap("check", side, "on_accent"))


def _draw_ring(painter: QPainter, widget: QAbstractButton, rect: QRectF, circle: bool) -> None:
    tokens = theme_of(widget).tokens
    filled_under = widget.isChecked() and not circle and rect.width() < mark_side(widget)
    painter.setPen(QPen(QColor(tokens.ink if filled_under else tokens.focus), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    corner = rect.width() / 2 if circle else 5.0
    painter.drawRoundedRect(rect, corner, corner)


def _draw_words(painter: QPainter, widget: QAbstractButton, words: str) -> None:
    tokens = theme_of(widget).tokens
    painter.setPen(QColor(tokens.ink if widget.isEnabled() else tokens.disabled))
    painter.setFont(widget.font())
    side, metrics = mark_side(widget), widget.fontMetrics()
    top = max(0, (_first_line(side, metrics) - metrics.height()) // 2)
    room = QRect(0, top, widget.width() - _indent(side), widget.height() - top)
    if widget.isRightToLeft():
        painter.drawText(room, int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignRight), words)
    else:
        painter.drawText(room.translated(_indent(side), 0), _WRAP, words)


def _first_line(side: int, metrics: QFontMetrics) -> int:
    return max(side + 2 * _RING, metrics.height() + 2)


def _indent(side: int) -> int:
    return side + 2 * _RING + ROW - 1
