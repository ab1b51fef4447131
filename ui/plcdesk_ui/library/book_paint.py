"""How a row of the list of protocols is laid out and drawn."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from plcdesk.text import tr
from plcdesk_ui.library.row import BookRow
from plcdesk_ui.theme.sizes import CONTROL_CORNER, ROW
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.chip import chip_size, draw_pill
from plcdesk_ui.widgets.icons import pixmap
from plcdesk_ui.widgets.painted_list import RowLook

PAD_X, PAD_Y = 14, 10
_INSET = 4
_BETWEEN = 12
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_WIDE = 26
"""Width, in base sizes of type, from which people and minutes have a column of their own, if no name is cut for it."""
_LEAST = 60
"""Pixels that a name has at least beside its chip."""
DOT = " · "


class BookPaint:
    """Lays out and draws rows for one widget at one width; make a new one when either changes.

    `rows` are all that are shown: the widest chip among them says where the facts stand.
    """

    def __init__(self, widget: QWidget, width: int, rows: Sequence[BookRow]) -> None:
        self._widget = widget
        self._width = width
        self._heights: dict[BookRow, int] = {}
        self._chip_sizes: dict[str, QSize] = {}
        self._chips = max((self._chip_size(row).width() for row in rows if not row.wrong), default=0)
        sizes = theme_of(widget).sizes
        self._name = _font(widget, sizes.base, QFont.Weight.DemiBold)
        self._small = _font(widget, sizes.small)
        self._caption = _font(widget, sizes.caption)
        facts = (text for row in rows for text in _facts(row))
        self._facts = max(map(QFontMetrics(self._small).horizontalAdvance, facts), default=0) + 2
        words = (word for row in rows if not row.wrong for word in row.name.split())
        longest = max(map(QFontMetrics(self._name).horizontalAdvance, words), default=0)
        names = self._facts_left() - _BETWEEN - PAD_X
        self._in_columns = width >= _WIDE * sizes.base and names >= longest
        self._star = sizes.icon

    def height(self, row: BookRow) -> int:
        """How high a row is."""
        if row not in self._heights:
            self._heights[row] = self._height(row)
        return self._heights[row]

    def _height(self, row: BookRow) -> int:
        texts = self._texts(row)[-1][1].bottom() + 1 + self._heading(row)
        chip = PAD_Y + self._chip_size(row).height() + ROW + self._star + self._heading(row)
        return max(texts, chip) + PAD_Y

    def star(self, row: BookRow, rect: QRect) -> QRect:
        """Where the star of a row is, in the row's rectangle."""
        top = rect.top() + PAD_Y + self._heading(row) + self._chip_size(row).height() + ROW - 2
        return QRect(QPoint(rect.right() - PAD_X - self._star, top), QSize(self._star, self._star))

    def draw(self, painter: QPainter, rect: QRect, row: BookRow, look: RowLook) -> None:
        """Draw a row."""
        tokens = theme_of(self._widget).tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not look.first:
            painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), QColor(tokens.line))
        heading = self._heading(row)
        if heading:
            self._draw_heading(painter, rect, row.heads)
        body = rect.adjusted(0, heading, 0, 0)
        self._draw_ground(painter, body, look)
        for text, place, (font, colour) in self._texts(row):
            painter.setFont(font)
            painter.setPen(QColor(getattr(tokens, colour)))
            painter.drawText(place.translated(body.topLeft()), _WRAP, text)
        self._draw_chip(painter, body, row)
        if self._in_columns and not row.wrong:
            self._draw_facts(painter, body, row)
        if not row.wrong and (row.favourite or look.hovered or look.selected):
            side = self._star
            name, colour = ("star-filled", "question") if row.favourite else ("star", "ink2")
            painter.drawPixmap(self.star(row, rect).topLeft(), pixmap(name, side, colour))

    def _draw_ground(self, painter: QPainter, rect: QRect, look: RowLook) -> None:
        tokens = theme_of(self._widget).tokens
        inside = QRectF(rect).adjusted(_INSET, _INSET, -_INSET, -_INSET + 1)
        ground = tokens.accent_soft if look.selected else tokens.hover if look.hovered else None
        if ground is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(inside, CONTROL_CORNER, CONTROL_CORNER)
        if look.focused:
            painter.setPen(QPen(QColor(tokens.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inside.adjusted(1, 1, -1, -1), CONTROL_CORNER, CONTROL_CORNER)

    def _draw_chip(self, painter: QPainter, rect: QRect, row: BookRow) -> None:
        text, ground = theme_of(self._widget).tokens.tone(row.tone)
        pill = self._chip(row).translated(rect.topLeft())
        draw_pill(painter, QRectF(pill), ground)
        painter.setFont(theme_of(self._widget).chip_font)
        painter.setPen(QColor(text))
        painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), row.chip)

    def _draw_facts(self, painter: QPainter, rect: QRect, row: BookRow) -> None:
        painter.setFont(self._small)
        painter.setPen(QColor(theme_of(self._widget).tokens.ink2))
        place = QRect(self._facts_left(), PAD_Y, self._facts, rect.height()).translated(rect.topLeft())
        painter.drawText(place, _WRAP, "\n".join(_facts(row)))

    def _draw_heading(self, painter: QPainter, rect: QRect, text: str) -> None:
        painter.setFont(_font(self._widget, theme_of(self._widget).sizes.small, QFont.Weight.DemiBold))
        painter.setPen(QColor(theme_of(self._widget).tokens.ink2))
        place = rect.adjusted(PAD_X, PAD_Y, -PAD_X, 0)
        painter.drawText(place, _WRAP, text)

    def _heading(self, row: BookRow) -> int:
        return QFontMetrics(self._small).height() + PAD_Y if row.heads else 0

    def _facts_left(self) -> int:
        """Where people and minutes stand: left of the chips."""
        return self._width - PAD_X - self._chips - _BETWEEN - self._facts

    def _chip_size(self, row: BookRow) -> QSize:
        if row.chip not in self._chip_sizes:
            self._chip_sizes[row.chip] = chip_size(self._widget, row.chip)
        return self._chip_sizes[row.chip]

    def _chip(self, row: BookRow) -> QRect:
        size = self._chip_size(row)
        return QRect(QPoint(self._width - PAD_X - size.width(), PAD_Y), size)

    def _text_place(self, row: BookRow) -> tuple[int, int]:
        """Where name and summary begin and how wide they are: left of what stands beside them, else below the chip."""
        right = self._chip(row).left() - _BETWEEN
        if self._in_columns and not row.wrong:
            right = self._facts_left() - _BETWEEN
        if right - PAD_X >= _LEAST:
            return PAD_Y, right - PAD_X
        return self._chip(row).bottom() + ROW, self._width - 2 * PAD_X - self._star - _BETWEEN

    def _texts(self, row: BookRow) -> list[tuple[str, QRect, tuple[QFont, str]]]:
        """Each text of the left side with its place in the row and its look."""
        parts = [(row.name, self._name, "ink"), (row.summary, self._small, "ink2")]
        if row.wrong:
            parts[1] = (row.summary, self._small, "danger")
        elif not self._in_columns:
            parts.append((DOT.join(_facts(row)), self._small, "ink2"))
        note = DOT.join(part for part in (tr("yours") if row.own else "", row.note) if part)
        parts.append((note, self._caption, "accent"))
        top, width = self._text_place(row)
        found: list[tuple[str, QRect, tuple[QFont, str]]] = []
        for text, font, colour in parts:
            if text:
                bounds = QFontMetrics(font).boundingRect(QRect(0, 0, width, 10_000), _WRAP, text)
                found.append((text, QRect(PAD_X, top, width, bounds.height()), (font, colour)))
                top += bounds.height() + 1
        return found


def _facts(row: BookRow) -> tuple[str, ...]:
    """'4–10 people' and '45 min'."""
    return (row.people, row.minutes) if not row.wrong else ()


def _font(widget: QWidget, pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    font = QFont(widget.font())
    font.setPixelSize(pixels)
    font.setWeight(weight)
    return font
