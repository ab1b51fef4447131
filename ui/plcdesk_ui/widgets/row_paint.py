"""How a row is drawn: hairline, ground and ring."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from plcdesk_ui.theme.sizes import CARD_CORNER, CONTROL_CORNER
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.theme.tokens import Tokens


@dataclass(slots=True)
class RowState:
    """What the drawing of a row depends on. `on_card`: the card draws the marks, a little wider than the row."""

    first: bool = True
    line: bool = False
    last: bool = True
    hovered: bool = False
    focused: bool = False
    selected: bool = False
    on_card: bool = False
    padding: int = 0


def paint_row(row: QWidget, state: RowState) -> None:
    """Draw what lies behind the words of `row`."""
    tokens = theme_of(row).tokens
    painter = QPainter(row)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ground = _ground(tokens, state)
    if ground:
        painter.fillPath(_shape(row, state), QColor(ground))
    if state.line:
        painter.fillRect(QRectF(0, 0, row.width(), 1), QColor(tokens.line))
    if state.focused and not state.on_card:
        painter.setPen(QPen(QColor(tokens.focus), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        ring = QRectF(row.rect()).adjusted(2, 2, -2, -2)
        painter.drawRoundedRect(ring, CONTROL_CORNER, CONTROL_CORNER)
    painter.end()


def _ground(tokens: Tokens, state: RowState) -> str | None:
    if state.on_card:
        return None
    if state.selected:
        return tokens.accent_soft
    return tokens.hover if state.hovered else None


def _shape(row: QWidget, state: RowState) -> QPainterPath:
    """The row's rectangle; at the ends of a list that fills its card the corners are round like the card's."""
    rect = QRectF(row.rect())
    path = QPainterPath()
    if not state.padding:
        path.addRoundedRect(rect, CONTROL_CORNER, CONTROL_CORNER)
        return path
    corner = CARD_CORNER - 1.0
    if state.first or state.last:
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRoundedRect(rect, corner, corner)
        if not state.first:
            path.addRect(rect.adjusted(0, 0, 0, -corner))
        if not state.last:
            path.addRect(rect.adjusted(0, corner, 0, 0))
    else:
        path.addRect(rect)
    return path
