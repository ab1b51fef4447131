"""One line of the agenda on the desk."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
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
from plcdesk_ui.run.agenda_look import LineLook
from plcdesk_ui.theme.sizes import CONTROL_CORNER
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.rows import show_in_scroll_area
from plcdesk_ui.widgets.tips import set_tip


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
        self._look = LineLook(self, line, self._with_unit)
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
        width = self._look.width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """It can be narrow: its words wrap."""
        return QSize(90, self.heightForWidth(max(90, self.width())))

    def hasHeightForWidth(self) -> bool:
        """A narrower line is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in pixels with the title wrapped."""
        return self._look.height_for(width)

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
            self._look.measure_anew()
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
        self._look.paint(painter)
        painter.end()

    @property
    def _leads_on(self) -> bool:
        return not self.line.is_current and not self.line.heads_steps

    def _go(self) -> None:
        if self._leads_on:
            self.setChecked(False)
            self.go_requested.emit(self.line.key)

    def _show_go(self) -> None:
        shown = self.isChecked() and self._leads_on
        self.go_button.setVisible(shown)
        width = self.go_button.sizeHint().width() if shown else 0
        if width != self._look.button_width:
            self._look.button_width = width
            self.updateGeometry()  # the title may need a line more
        self._place_go()

    def _place_go(self) -> None:
        size = self.go_button.sizeHint().boundedTo(QSize(self.width(), self.height()))
        self.go_button.resize(size)
        self.go_button.move(self.width() - size.width(), (self.height() - size.height()) // 2)
