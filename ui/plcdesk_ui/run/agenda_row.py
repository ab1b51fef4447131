"""One line of the agenda on the desk."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from plcdesk.text import tr
from plcdesk_ui.run.agenda_lines import AgendaLine
from plcdesk_ui.theme.sizes import CONTROL_CORNER, ROW
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.icons import pixmap
from plcdesk_ui.widgets.rows import show_in_scroll_area
from plcdesk_ui.widgets.tips import set_tip

_PAD = 8
_INDENT = 12
_ABOVE = 6
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class AgendaRow(QAbstractButton):
    """A click only picks the line out; Enter, a double click or its button 'Go' goes there.

    So a slip of the mouse never moves the meeting. `with_unit` writes 'min' behind the minutes.
    """

    go_requested = Signal(str)

    def __init__(self, line: AgendaLine, with_unit: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._with_unit = with_unit
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.go_button = button(tr("Go"), self._go, grade="small", parent=self)
        self.go_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.go_button.hide()
        self.toggled.connect(lambda _on: self._show_go())
        self.show_line(line)

    def show_line(self, line: AgendaLine) -> None:
        """Show `line`."""
        self.line = line
        self.setAccessibleName(line.spoken)
        tip = line.time_words
        if self._leads_on:
            tip += "\n" + tr("Double-click or press Enter to go there")
            self.go_button.setAccessibleName(tr("Go to {step}").format(step=line.title))
        set_tip(self, f"{line.title}: {tip}")
        self._show_go()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """One line of words."""
        width = self._metrics().horizontalAdvance(self.line.title) + self._left() + self._right()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """It can be narrow: its words wrap."""
        return QSize(90, self.heightForWidth(max(90, self.width())))

    def hasHeightForWidth(self) -> bool:
        """A narrower line is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in pixels with the title wrapped."""
        room = QRect(0, 0, max(40, width - self._left() - self._right()), 10_000)
        return self._metrics().boundingRect(room, _WRAP, self.line.title).height() + 2 * _ABOVE

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes there; Space picks the line out."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()  # arrow keys belong to the list

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click goes there."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._go()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come into view."""
        super().focusInEvent(event)
        show_in_scroll_area(self)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button at the right."""
        super().resizeEvent(event)
        self._place_go()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another size of type."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground of the current line, the mark, the words and the minutes."""
        del event
        tokens = theme_of(self).tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect()).adjusted(0, 0.5, 0, -0.5)
        ground = tokens.accent_soft if self.line.is_current else None
        if ground is None and (self.isChecked() or self.underMouse()):
            ground = tokens.hover
        painter.setPen(QPen(QColor(tokens.focus), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
        if ground or self.hasFocus():
            painter.drawRoundedRect(whole.adjusted(1, 1, -1, -1), CONTROL_CORNER, CONTROL_CORNER)
        self._draw_words(painter)
        painter.end()

    @property
    def _leads_on(self) -> bool:
        return not self.line.is_current and not self.line.heads_steps

    def _go(self) -> None:
        if self._leads_on:
            self.setChecked(False)
            self.go_requested.emit(self.line.key)

    def _show_go(self) -> None:
        self.go_button.setVisible(self.isChecked() and self._leads_on)
        self._place_go()

    def _place_go(self) -> None:
        size = self.go_button.sizeHint().boundedTo(QSize(self.width(), self.height()))
        self.go_button.resize(size)
        self.go_button.move(self.width() - size.width(), (self.height() - size.height()) // 2)

    def _draw_words(self, painter: QPainter) -> None:
        tokens = theme_of(self).tokens
        dim = self.line.standing in ("done", "skipped")
        colour = QColor(tokens.accent if self.line.is_current else tokens.ink2 if dim else tokens.ink)
        painter.setPen(colour)
        painter.setFont(self._font())
        inner = self.rect().adjusted(self._left(), 0, -self._right(), 0)
        painter.drawText(inner, _WRAP, self.line.title)
        side = theme_of(self).sizes.small
        if self.line.mark == "done":
            top = (self.height() - side) // 2
            painter.drawPixmap(self._left() - side - 3, top, pixmap("check", side, "ink2"))
        elif self.line.mark == "skipped":
            painter.drawText(self._left() - side, 0, side, self.height(), Qt.AlignmentFlag.AlignVCenter, "–")
        if self.go_button.isHidden() and self.line.mark != "skipped":
            right = self.rect().adjusted(0, 0, -_PAD, 0)
            align = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(right, align, self._minutes())

    def _minutes(self) -> str:
        return tr("{n} min").format(n=self.line.minutes) if self._with_unit else str(self.line.minutes)

    def _left(self) -> int:
        step = _INDENT if self.line.is_step else 0
        return _PAD + step + (theme_of(self).sizes.small + 3 if self.line.mark != "none" else 0)

    def _right(self) -> int:
        if not self.go_button.isHidden():
            return self.go_button.sizeHint().width() + ROW // 2
        return _PAD + self._metrics().horizontalAdvance(self._minutes()) + ROW // 2

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(theme_of(self).sizes.small)
        strong = self.line.is_current or self.line.heads_steps
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        return font

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._font())
