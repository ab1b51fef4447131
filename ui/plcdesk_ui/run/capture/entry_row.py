"""A row of the list: something written down, with its chips. Drawn as a whole, so that hundreds are light."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from plcdesk.planning.infos import EntryInfo
from plcdesk.text import tr
from plcdesk_ui.run.capture.entry_field import EntryField
from plcdesk_ui.run.capture.entry_parts import INSET, NameOf, Pill, Places, places, spoken
from plcdesk_ui.theme.sizes import CONTROL_CORNER, ROW
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.theme.tokens import mix
from plcdesk_ui.widgets.chip import chip_font, draw_pill
from plcdesk_ui.widgets.icons import pixmap
from plcdesk_ui.widgets.rows import show_in_scroll_area
from plcdesk_ui.widgets.tips import set_tip

_FIELD_EDGE = 9
_WIDTHS_KEPT = 4


class EntryRow(QWidget):
    """Tells what somebody wishes: `asked(what, rect)` with what one of edit, kind, who_when, menu, delete, copy,
    and the global place of it; `text_typed(text)` while mending, `mended(to_line)` when done with it.
    """

    asked = Signal(str, object)
    text_typed = Signal(str)
    mended = Signal(str, bool)

    def __init__(self, entry: EntryInfo, name_of: NameOf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self.has_line = True
        self._name_of = name_of
        self._column = 0
        self._field: EntryField | None = None
        self._places: dict[int, Places] = {}  # by width: with and without the scroll bar
        self._hovered: Pill | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(spoken(entry, name_of))
        self.setAccessibleDescription(tr("Enter mends it, the menu key offers more"))

    def show_entry(self, entry: EntryInfo, column: int, has_line: bool) -> bool:
        """Show `entry`, and say whether that changed anything; what is being typed in the row is left alone.

        `column` is the width of the first chips.
        """
        if (entry, column, has_line) == (self.entry, self._column, self.has_line):
            return False
        self.entry, self._column, self.has_line = entry, column, has_line
        self.setAccessibleName(spoken(entry, self._name_of))
        self._lay_out_anew()
        return True

    # Mending in place

    @property
    def is_mended(self) -> bool:
        """Whether somebody is typing in the row."""
        return self._field is not None

    def mend(self) -> None:
        """Let the text be typed in, where it stands."""
        if self._field is not None:
            return
        field = EntryField(self.entry.text, self)
        field.committed.connect(self._typed)
        field.finished.connect(self._finish)
        field.grown.connect(self._lay_out_anew)
        self._field = field
        self._lay_out_anew()
        field.show()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Tell now what was typed, if anything."""
        if self._field is not None:
            self._field.flush()

    def _typed(self, text: str) -> None:
        if text.strip():
            self.text_typed.emit(text)

    def _finish(self, to_line: bool) -> None:
        field, self._field = self._field, None
        if field is None:
            return
        field.flush()
        text = field.text()
        field.hide()
        field.deleteLater()
        self._lay_out_anew()
        self.mended.emit(text, to_line)

    # Where things stand

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the field where the text stands."""
        super().resizeEvent(event)
        self._place_field()

    def changeEvent(self, event: QEvent) -> None:
        """Larger type needs higher rows."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._lay_out_anew()

    def _at(self, width: int) -> Places:
        found = self._places.get(width)
        if found is None:
            if len(self._places) > _WIDTHS_KEPT:
                self._places.clear()
            high = self._field.minimumHeight() if self._field is not None else None
            found = places(self, self.entry, self._name_of, width, self._column, high)
            self._places[width] = found
        return found

    def _lay_out_anew(self) -> None:
        self._places.clear()
        self.updateGeometry()
        self._place_field()
        self.update()

    def _place_field(self) -> None:
        if self._field is not None:
            text = self._at(self.width()).text.toRect()
            self._field.setGeometry(text.adjusted(-_FIELD_EDGE, 0, 0, 0))

    # Pressing and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A chip opens what changes it, the dots the menu; the keyboard stays where it was but for the text."""
        event.accept()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        pill = self._pill_at(event.position())
        if self._dots().contains(event.position().toPoint()):
            self._ask("menu", self._dots())
        elif pill is not None:
            self._ask_for(pill)
        else:
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Twice on the text mends it."""
        if event.button() == Qt.MouseButton.LeftButton and self._pill_at(event.position()) is None:
            self._ask("edit", self.rect())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The hand over what can be pressed."""
        pill = self._pill_at(event.position())
        if pill != self._hovered:
            self._hovered = pill
            self.update()
        pressable = pill is not None and pill.what in ("kind", "who", "when")
        over = pressable or self._dots().contains(event.position().toPoint())
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Everything that can be done with it."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        self._ask("menu", QRect(event.pos(), QSize(1, 1)) if by_mouse else self.rect())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and F2 mend, Del deletes, Ctrl+C copies; arrow keys belong to the list."""
        key, control = event.key(), event.modifiers() == Qt.KeyboardModifier.ControlModifier
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self._ask("edit", self.rect())
        elif plain and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._ask("delete", self.rect())
        elif plain and key == Qt.Key.Key_Menu:
            self._ask("menu", self.rect())
        elif control and key == Qt.Key.Key_C:
            self._ask("copy", self.rect())
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        """The tool tip of what lies under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            pill = self._pill_at(QPointF(event.pos()))
            tips = {"kind": tr("Make it something else"), "who": tr("Change who and when")}
            tips |= {"when": tips["who"]}
            dots = self._dots().contains(event.pos())
            set_tip(self, tr("More") if dots else tips.get(pill.what, "") if pill is not None else "")
        return super().event(event)

    def _ask_for(self, pill: Pill) -> None:
        where = next(rect for other, rect in self._at(self.width()).pills if other is pill)
        what = {"kind": "kind", "who": "who_when", "when": "who_when"}.get(pill.what)
        if what is not None:
            self._ask(what, where.toRect())

    def _ask(self, what: str, rect: QRect) -> None:
        self.asked.emit(what, QRect(self.mapToGlobal(rect.topLeft()), rect.size()))

    def _pill_at(self, point: QPointF) -> Pill | None:
        return next((pill for pill, rect in self._at(self.width()).pills if rect.contains(point)), None)

    def _dots(self) -> QRect:
        side = theme_of(self).sizes.icon + 6
        return QRect(QPoint(self.width() - side - INSET, 5), QSize(side, side))

    # Drawing

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the dots."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Take them away."""
        super().leaveEvent(event)
        self._hovered = None
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        show_in_scroll_area(self)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The hairline, the chips, the text, the ring."""
        del event
        tokens = theme_of(self).tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.has_line:
            painter.fillRect(QRectF(INSET, 0, self.width() - 2 * INSET, 1), QColor(tokens.line))
        where = self._at(self.width())
        self._draw_pills(painter, where)
        if self._field is None:
            painter.setPen(QColor(tokens.ink))
            where.block.draw(painter, where.text.x(), where.text.y())
        painter.setPen(QColor(tokens.ink2))
        where.why.draw(painter, where.text.x(), where.text.bottom() + 2)
        if self.underMouse() and self._field is None:
            self._draw_dots(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.focus), 2))
            ring = QRectF(self.rect()).adjusted(1, 3, -1, -2)
            painter.drawRoundedRect(ring, CONTROL_CORNER, CONTROL_CORNER)
        painter.end()

    def _draw_pills(self, painter: QPainter, where: Places) -> None:
        tokens = theme_of(self).tokens
        font = chip_font(self)
        for pill, rect in where.pills:
            text, ground = tokens.tone(pill.tone)
            if pill is self._hovered:
                ground = mix(ground, text, 0.08)
            draw_pill(painter, rect, ground)
            painter.setFont(font)
            painter.setPen(QColor(text))
            room = rect.adjusted(ROW - 1, 0, 1 - ROW, 0)
            words = painter.fontMetrics().elidedText(
                pill.text, Qt.TextElideMode.ElideRight, round(room.width()) + 2
            )
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)

    def _draw_dots(self, painter: QPainter) -> None:
        tokens = theme_of(self).tokens
        dots = QRectF(self._dots())
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.setBrush(QColor(tokens.card))
        painter.drawRoundedRect(dots.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        side = theme_of(self).sizes.icon
        painter.drawPixmap(round(dots.x()) + 3, round(dots.y()) + 3, pixmap("ellipsis", side, "ink2"))
