"""A chip that can be pressed."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.theme.tokens import mix
from plcdesk_ui.widgets.chip import Tone, chip_size, draw_pill

_RING = 3
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class ChipButton(QAbstractButton):
    """A chip to press or, by default, to switch on and off; an outline shows that it is on."""

    def __init__(
        self,
        text: str,
        tone: Tone = "neutral",
        on_click: Callable[[], object] | None = None,
        checkable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone: Tone = tone
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setCheckable(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if on_click is not None:
            self.clicked.connect(lambda _checked=False: on_click())

    def set_chip(self, text: str, tone: Tone) -> None:
        """Change the word and the tone."""
        self._tone = tone
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The chip and the room for its outline."""
        return chip_size(self, self.accessibleName()) + QSize(2 * _RING, 2 * _RING)

    def minimumSizeHint(self) -> QSize:
        """A chip is never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses; arrow keys belong to the row that the chip stands in."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill, its outline and the keyboard's ring."""
        del event
        tokens = theme_of(self).tokens
        text, ground = tokens.tone(self._tone)
        if not self.isEnabled():
            text = tokens.disabled
        elif self.isDown() or self.underMouse():
            ground = mix(ground, text, 0.16 if self.isDown() else 0.08)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pill = QRectF(self.rect()).adjusted(_RING, _RING, -_RING, -_RING)
        draw_pill(painter, pill, ground)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.isChecked():
            painter.setPen(QPen(QColor(text), 2))
            _round(painter, pill.adjusted(-0.5, -0.5, 0.5, 0.5))
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.focus if not self.isChecked() else tokens.ink), 1.5))
            _round(painter, pill.adjusted(-2.25, -2.25, 2.25, 2.25))
        painter.setFont(theme_of(self).chip_font)
        painter.setPen(QColor(text))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.accessibleName())
        painter.end()


def _round(painter: QPainter, rect: QRectF) -> None:
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
