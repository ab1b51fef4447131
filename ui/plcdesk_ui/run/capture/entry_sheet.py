"""How something written down looks in the list: its chips and its text, drawn as a whole, so that hundreds are light."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from plcdesk.planning.infos import EntryInfo
from plcdesk.text import tr
from plcdesk_ui.run.capture.entry_parts import INSET, NameOf, Pill, Places, places, spoken
from plcdesk_ui.theme.sizes import CONTROL_CORNER, ROW
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.theme.tokens import mix
from plcdesk_ui.widgets.chip import draw_pill
from plcdesk_ui.widgets.icons import pixmap

_WIDTHS_KEPT = 4
_BAR = 3


class EntrySheet(QWidget):
    """Shows an entry; `field_height` keeps room for a field in place of the text, which is then not drawn.

    `is_selected` is shown by a soft ground and a bar at its side. `hovered` is the chip under the pointer; while the pointer is on the row, dots at its end offer a menu.

    `resized`: it may need another height.
    """

    resized = Signal()

    def __init__(self, entry: EntryInfo, name_of: NameOf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self.hovered: Pill | None = None
        self.field_height: int | None = None
        self.is_selected = False
        self._name_of = name_of
        self._column = 0
        self._has_line = True
        self._places: dict[int, Places] = {}  # by width: with and without the scroll bar
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(spoken(entry, name_of))

    def show_entry(self, entry: EntryInfo, column: int, has_line: bool) -> bool:
        """Show `entry`, and say whether that changed anything; what is being typed in the row is left alone.

        `column` is the width of the first chips, `has_line` asks for a hairline above.
        """
        if (entry, column, has_line) == (self.entry, self._column, self._has_line):
            return False
        self.entry, self._column, self._has_line = entry, column, has_line
        self._say_what_it_is()
        self.lay_out_anew()
        return True

    def set_selected(self, selected: bool) -> None:
        """Show that it is one of those chosen."""
        if selected != self.is_selected:
            self.is_selected = selected
            self._say_what_it_is()
            self.update()

    def places(self) -> Places:
        """Where things stand at the present width."""
        return self._at(self.width())

    def lay_out_anew(self) -> None:
        """Something has another size now."""
        self._places.clear()
        self.updateGeometry()
        self.update()
        self.resized.emit()

    def pill_at(self, point: QPointF) -> Pill | None:
        """The chip at a point."""
        return next((pill for pill, rect in self.places().pills if rect.contains(point)), None)

    def dots(self) -> QRect:
        """Where the dots are."""
        side = theme_of(self).sizes.icon + 6
        return QRect(QPoint(self.width() - side - INSET, 5), QSize(side, side))

    def sizeHint(self) -> QSize:
        """As high as the text is at this width."""
        width = self.width() or 240
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow; the height follows the width."""
        return QSize(80, 0)

    def heightForWidth(self, width: int) -> int:
        """The height in pixels with the text wrapped."""
        return self._at(width).height

    def changeEvent(self, event: QEvent) -> None:
        """Larger type needs higher rows."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.lay_out_anew()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the dots."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Take them away."""
        super().leaveEvent(event)
        self.hovered = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The hairline, the chips, the text, the ring."""
        del event
        tokens = theme_of(self).tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.is_selected:
            painter.fillRect(QRectF(0, 1, self.width(), self.height() - 1), QColor(tokens.sunk))
            painter.fillRect(QRectF(0, 1, _BAR, self.height() - 1), QColor(tokens.accent))
        if self._has_line:
            painter.fillRect(QRectF(INSET, 0, self.width() - 2 * INSET, 1), QColor(tokens.line))
        where = self.places()
        self._draw_pills(painter, where)
        if self.field_height is None:
            painter.setPen(QColor(tokens.ink))
            where.block.draw(painter, where.text.x(), where.text.y())
        painter.setPen(QColor(tokens.ink2))
        where.why.draw(painter, where.text.x(), where.text.bottom() + 2)
        if self.underMouse() and self.field_height is None:
            self._draw_dots(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.focus), 2))
            ring = QRectF(self.rect()).adjusted(1, 3, -1, -2)
            painter.drawRoundedRect(ring, CONTROL_CORNER, CONTROL_CORNER)
        painter.end()

    def _say_what_it_is(self) -> None:
        words = spoken(self.entry, self._name_of)
        self.setAccessibleName(tr("selected: {words}").format(words=words) if self.is_selected else words)

    def _at(self, width: int) -> Places:
        found = self._places.get(width)
        if found is None:
            if len(self._places) > _WIDTHS_KEPT:
                self._places.clear()
            found = places(self, self.entry, self._name_of, width, self._column, self.field_height)
            self._places[width] = found
        return found

    def _draw_pills(self, painter: QPainter, where: Places) -> None:
        tokens = theme_of(self).tokens
        font = theme_of(self).chip_font
        for pill, rect in where.pills:
            text, ground = tokens.tone(pill.tone)
            if pill is self.hovered:
                ground = mix(ground, text, 0.08)
            draw_pill(painter, rect, ground)
            painter.setFont(font)
            painter.setPen(QColor(text))
            room = round(rect.width()) - 2 * ROW + 4
            words = painter.fontMetrics().elidedText(pill.text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)

    def _draw_dots(self, painter: QPainter) -> None:
        tokens = theme_of(self).tokens
        dots = QRectF(self.dots())
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.setBrush(QColor(tokens.card))
        painter.drawRoundedRect(dots.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        side = theme_of(self).sizes.icon
        painter.drawPixmap(round(dots.x()) + 3, round(dots.y()) + 3, pixmap("ellipsis", side, "ink2"))
