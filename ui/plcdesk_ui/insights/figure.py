"""A number with what it counts below it; a press shows the records behind it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from plcdesk.text import tr
from plcdesk_ui.theme.sizes import CONTROL_CORNER
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.tips import set_tip


class Figure(QAbstractButton):
    """'25 of 30' above 'actions done'."""

    pressed_to_look = Signal()

    def __init__(self, number: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = QVBoxLayout(self)
        box.setContentsMargins(6, 4, 6, 4)
        box.setSpacing(0)
        box.addWidget(plain(number, "heading"))
        box.addWidget(plain(words, "secondary", wrap=True))
        box.addStretch(1)
        self.setAccessibleName(f"{number} {words}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        set_tip(self, tr("Show what is counted"))
        self.clicked.connect(self.pressed_to_look)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter shows the records as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A soft ground under the pointer, a ring with the keyboard's focus."""
        del event
        if not self.underMouse() and not self.hasFocus():
            return
        tokens = theme_of(self).tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(tokens.hover) if self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tokens.focus), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), CONTROL_CORNER, CONTROL_CORNER)
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Draw the ground as the pointer comes and goes."""
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)
