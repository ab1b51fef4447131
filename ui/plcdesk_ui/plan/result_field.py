"""What the team will have by the end: text in a sentence until the pointer or the keyboard is on it."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from plcdesk_ui.theme.sizes import CONTROL_CORNER
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.text_field import TextField

_BESIDE, _ABOVE = 7, 5
_FRAME = 12
"""Pixels that a text field counts for the frame and padding which this one does not have."""


class _Words(TextField):
    """One line that wraps; Enter is no new line but says that it is complete."""

    def __init__(self, placeholder: str) -> None:
        super().__init__(placeholder=placeholder, lines=1, most_lines=4)
        self.setProperty("look", "bare")
        self.viewport().setAutoFillBackground(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.flush()
            self.submitted.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.font().weight() != QFont.Weight.DemiBold:
            font = QFont(self.font())
            font.setWeight(QFont.Weight.DemiBold)
            self.setFont(font)

    def _height(self) -> int:
        return super()._height() - _FRAME


class ResultField(QWidget):
    """Tells `committed` as it is typed. A frame shows while it is used, a dotted line while it is empty."""

    committed = Signal(str)

    def __init__(self, name: str, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = _Words(placeholder)
        self.words.setAccessibleName(name)
        self.words.committed.connect(lambda text: self.committed.emit(" ".join(text.split())))
        self.words.installEventFilter(self)
        self.setFocusProxy(self.words)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        box = QHBoxLayout(self)
        box.setContentsMargins(_BESIDE, _ABOVE, _BESIDE, _ABOVE - 2)
        box.addWidget(self.words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_value(self, text: str) -> None:
        """Show `text`; what is being typed is left alone."""
        if text != self.words.text():
            self.words.set_value(text)
            self.update()

    def text(self) -> str:
        """The words as they stand."""
        return self.words.text()

    def flush(self) -> None:
        """Hand over what is half typed."""
        self.words.flush()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The frame follows the keyboard."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what shows where one can type."""
        del event
        tokens = theme_of(self).tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.words.hasFocus():
            painter.setPen(QPen(QColor(tokens.focus), 2))
            painter.drawRoundedRect(frame, CONTROL_CORNER, CONTROL_CORNER)
        elif self.underMouse():
            painter.setPen(QPen(QColor(tokens.edge), 1))
            painter.drawRoundedRect(frame, CONTROL_CORNER, CONTROL_CORNER)
        elif not self.words.text():
            painter.setPen(QPen(QColor(tokens.edge), 1, Qt.PenStyle.DotLine))
            painter.drawLine(_BESIDE, self.height() - 2, self.width() - _BESIDE, self.height() - 2)
        painter.end()
