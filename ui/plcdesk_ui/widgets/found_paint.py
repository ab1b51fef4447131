"""How a row of what was found is laid out and drawn."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from plcdesk_ui.theme.sizes import CONTROL_CORNER
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.chip import chip_size, draw_pill
from plcdesk_ui.widgets.marked_label import mark_format
from plcdesk_ui.widgets.painted_list import RowLook
from plcdesk_ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from plcdesk_ui.widgets.found_list import FoundRow

PAD_X, PAD_Y = 14, 10
LINES = 2
_INSET = 4
_BETWEEN = 12


class FoundPaint:
    """Lays out and draws rows for one widget at one width; make a new one when either changes."""

    def __init__(self, widget: QWidget, width: int) -> None:
        self._widget = widget
        self._width = width
        sizes = theme_of(widget).sizes
        self._title = _font(widget, sizes.base, QFont.Weight.DemiBold)
        self._small = _font(widget, sizes.small)
        self._heading = _font(widget, sizes.small, QFont.Weight.DemiBold)
        self._marked = mark_format(widget, ground=True)
        self._blocks: dict[FoundRow, TextBlock] = {}

    def height(self, row: "FoundRow") -> int:
        """How high a row is."""
        block = self._block(row)
        text = block.height + 2 if block.lines else 0
        line = max(
            QFontMetrics(self._title).height(), chip_size(self._widget, row.chip).height() if row.chip else 0
        )
        return round(self._above(row) + line + text + 2 * PAD_Y)

    def draw(self, painter: QPainter, rect: QRect, row: "FoundRow", look: RowLook) -> None:
        """Draw a row."""
        tokens = theme_of(self._widget).tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        above = self._above(row)
        if not look.first:
            painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), QColor(tokens.line))
        if above:
            painter.setFont(self._heading)
            painter.setPen(QColor(tokens.ink2))
            painter.drawText(
                rect.adjusted(PAD_X, PAD_Y, -PAD_X, 0), int(Qt.AlignmentFlag.AlignTop), row.heads
            )
        body = rect.adjusted(0, above, 0, 0)
        self._draw_ground(painter, body, look)
        right = self._draw_aside(painter, body, row)
        self._draw_title(painter, body, row, right)
        painter.setPen(QColor(tokens.ink2))
        top = body.top() + PAD_Y + QFontMetrics(self._title).height() + 2
        self._block(row).draw(painter, body.left() + PAD_X, top)

    def _draw_title(self, painter: QPainter, body: QRect, row: "FoundRow", right: int) -> None:
        width = right - body.left() - PAD_X
        text = " ".join(row.title.text.split())
        shown = QFontMetrics(self._title).elidedText(text, Qt.TextElideMode.ElideRight, width)
        marks = row.title.marks if text == row.title.text else ()
        kept = tuple((start, min(end, len(shown))) for start, end in marks if start < len(shown))
        painter.setPen(QColor(theme_of(self._widget).tokens.ink))
        TextBlock(shown, self._title, width + 4.0, marks=kept, marked=self._marked).draw(
            painter, body.left() + PAD_X, body.top() + PAD_Y
        )

    def _draw_aside(self, painter: QPainter, body: QRect, row: "FoundRow") -> int:
        """The date and the chip; returns where the title must end."""
        tokens = theme_of(self._widget).tokens
        right = body.right() - PAD_X
        line = QFontMetrics(self._title).height()
        if row.aside:
            width = QFontMetrics(self._small).horizontalAdvance(row.aside) + 1
            painter.setFont(self._small)
            painter.setPen(QColor(tokens.ink2))
            place = QRect(right - width, body.top() + PAD_Y, width, line)
            painter.drawText(
                place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), row.aside
            )
            right -= width + _BETWEEN
        if row.chip:
            size = chip_size(self._widget, row.chip)
            at = QPoint(right - size.width(), body.top() + PAD_Y + (line - size.height()) // 2)
            ink, ground = tokens.tone(row.tone)
            draw_pill(painter, QRectF(QRect(at, size)), ground)
            painter.setFont(theme_of(self._widget).chip_font)
            painter.setPen(QColor(ink))
            painter.drawText(QRect(at, size), int(Qt.AlignmentFlag.AlignCenter), row.chip)
            right -= size.width() + _BETWEEN
        return right

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

    def _block(self, row: "FoundRow") -> TextBlock:
        """The line below the title."""
        if row not in self._blocks:
            about = f"{row.about} " if row.about and row.text.text else row.about
            moved = tuple((start + len(about), end + len(about)) for start, end in row.text.marks)
            self._blocks[row] = TextBlock(
                about + row.text.text,
                self._small,
                float(self._width - 2 * PAD_X),
                LINES,
                marks=moved,
                marked=self._marked,
            )
        return self._blocks[row]

    def _above(self, row: "FoundRow") -> int:
        return QFontMetrics(self._heading).height() + PAD_Y if row.heads else 0


def _font(widget: QWidget, pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    font = QFont(widget.font())
    font.setPixelSize(pixels)
    font.setWeight(weight)
    return font
