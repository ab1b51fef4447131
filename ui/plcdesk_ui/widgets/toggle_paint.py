"""How tick boxes and round choices are measured and drawn: the mark in the first line, the words wrapped beside it."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton

from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.icons import pixmap

_RING = 3
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


def mark_side(widget: QAbstractButton) -> int:
    """The side of the box or the diameter of the circle, in pixels."""
    return round(theme_of(widget).sizes.base * 18 / 14)


def one_line(widget: QAbstractButton, words: str) -> QSize:
    """The size with all words in one line."""
    side = mark_side(widget) + 2 * _RING
    wide = ROW - 1 + widget.fontMetrics().horizontalAdvance(words) + 2 if words else 0
    return QSize(side + wide, max(side, widget.fontMetrics().height() + 2))


def height_at(widget: QAbstractButton, words: str, width: int) -> int:
    """The height with the words wrapped to `width`."""
    room = QRect(0, 0, width - _indent(widget), 10_000)
    return max(
        mark_side(widget) + 2 * _RING, widget.fontMetrics().boundingRect(room, _WRAP, words).height() + 2
    )


def paint_toggle(widget: QAbstractButton, words: str, circle: bool) -> None:
    """Draw the mark, the keyboard's ring and the words."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = mark_side(widget)
    box = QRectF(_RING, (_first_line(widget) - side) / 2, side, side)
    if widget.isRightToLeft():
        box.moveRight(widget.width() - _RING)
    _draw_mark(painter, widget, box, circle)
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
        inner = round(box.width() - 4)
        painter.drawPixmap(
            box.center().toPoint() - QRect(0, 0, inner, inner).center(), pixmap("check", inner, "on_accent")
        )
    if widget.hasFocus():
        painter.setPen(QPen(QColor(tokens.focus), 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), corner + 2, corner + 2)


def _draw_words(painter: QPainter, widget: QAbstractButton, words: str) -> None:
    tokens = theme_of(widget).tokens
    painter.setPen(QColor(tokens.ink if widget.isEnabled() else tokens.disabled))
    painter.setFont(widget.font())
    top = max(0, (_first_line(widget) - widget.fontMetrics().height()) // 2)
    room = QRect(0, top, widget.width() - _indent(widget), widget.height() - top)
    if widget.isRightToLeft():
        painter.drawText(room, int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignRight), words)
    else:
        painter.drawText(room.translated(_indent(widget), 0), _WRAP, words)


def _first_line(widget: QAbstractButton) -> int:
    return max(mark_side(widget) + 2 * _RING, widget.fontMetrics().height() + 2)


def _indent(widget: QAbstractButton) -> int:
    return mark_side(widget) + 2 * _RING + ROW - 1
