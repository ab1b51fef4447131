"""A number between a minus and a plus: '– 25 min +'."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpinBox, QWidget

from plcdesk.text import ntr, tr
from plcdesk_ui.theme.sizes import CONTROL_CORNER
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.buttons import IconButton, icon_button


class _Number(QSpinBox):
    """The number itself, typed or moved by the arrow keys."""

    def __init__(self, unit: Callable[[int], str]) -> None:
        super().__init__()
        self._unit = unit
        self.setFocusPolicy(
            Qt.FocusPolicy.StrongFocus
        )  # Qt would give it the keyboard for a turn of the wheel
        self.setFrame(False)
        self.setKeyboardTracking(False)
        self.setFont(_strong(self))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.show_unit()

    def show_unit(self) -> None:
        self.setSuffix(" " + self._unit(self.value()))

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(_strong(self))
        widest = max(
            metrics.horizontalAdvance(f"{n} {self._unit(n)}") for n in (self.minimum(), self.maximum())
        )
        return QSize(widest + 6, metrics.height() + 8)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.font().weight() != QFont.Weight.DemiBold:
            self.setFont(_strong(self))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class Stepper(QWidget):
    """Tells `changed` with the number when a person changed it. `unit` gives the word behind it for a number.

    Up and Down go by `step`, Page Up and Page Down by ten times that; a number can be typed.
    """

    changed = Signal(int)

    def __init__(
        self,
        value: int,
        minimum: int,
        maximum: int,
        unit: Callable[[int], str],
        name: str,
        step: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._number = _Number(unit)
        self._number.setRange(minimum, maximum)
        self._number.setSingleStep(step)
        self._less = self._sign("minus", tr("Less"), -1)
        self._more = self._sign("plus", tr("More"), 1)
        box = QHBoxLayout(self)
        box.setContentsMargins(2, 2, 2, 2)
        box.setSpacing(0)
        for part in (self._less, self._number, self._more):
            box.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self._number)
        self.setAccessibleName(name)
        self._number.setAccessibleName(name)
        self._number.installEventFilter(self)
        self.set_value(value)
        self._number.valueChanged.connect(self._tell)

    def value(self) -> int:
        """The number."""
        return self._number.value()

    def set_value(self, value: int) -> None:
        """Show `value`, kept within the limits; tells nobody."""
        self._number.blockSignals(True)
        self._number.setValue(value)
        self._number.blockSignals(False)
        self._refresh()

    def set_limits(self, minimum: int, maximum: int) -> None:
        """Change the least and the greatest number."""
        self._number.blockSignals(True)
        self._number.setRange(minimum, maximum)
        self._number.blockSignals(False)
        self._refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The ring is drawn round the whole, not round the number."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame, or the keyboard's ring."""
        del event
        tokens = theme_of(self).tokens
        focused = self._number.hasFocus()
        width = 2 if focused else 1
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.focus if focused else tokens.line), width))
        painter.setBrush(QColor(tokens.card if self.isEnabled() else tokens.paper))
        frame = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(frame, CONTROL_CORNER, CONTROL_CORNER)
        painter.end()

    def _sign(self, icon: str, name: str, steps: int) -> IconButton:
        sign = icon_button(icon, name, lambda: self._number.stepBy(steps), grade="small")
        sign.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sign.setAutoRepeat(True)
        return sign

    def _tell(self, value: int) -> None:
        self._refresh()
        self.changed.emit(value)

    def _refresh(self) -> None:
        self._number.show_unit()
        self._less.setEnabled(self.value() > self._number.minimum())
        self._more.setEnabled(self.value() < self._number.maximum())


class MinutesStepper(Stepper):
    """A length of time in whole minutes."""

    def __init__(
        self,
        value: int,
        minimum: int = 1,
        maximum: int = 480,
        name: str | None = None,
        step: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(value, minimum, maximum, _minutes, name or tr("Minutes"), step, parent)


def _strong(widget: QWidget) -> QFont:
    font = QFont(widget.font())
    font.setWeight(QFont.Weight.DemiBold)
    return font


def _minutes(number: int) -> str:
    return ntr("min", "min", number)
