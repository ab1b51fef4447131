"""The bar that offers to take something back, instead of asking before."""

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPoint, QPropertyAnimation, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QHBoxLayout, QWidget

from plcdesk.text import tr
from plcdesk_ui.theme.sizes import EDGE, ROW
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.buttons import button, icon_button
from plcdesk_ui.widgets.label import Elided

SHOWN_FOR = 8000
"""Milliseconds that the bar stays, not counting the time with the pointer or the keyboard on it."""
_SLIDE = 160


class UndoBar(QFrame):
    """Lies at the bottom of `parent`, over what is there. Tells `undo_requested` when somebody takes it back."""

    undo_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "floating")
        self._message = Elided()
        self._undo = button(tr("Undo"), self._take_back, "link")
        self._close = icon_button("x", tr("Close"), self.dismiss)
        self._box = box = QHBoxLayout(self)
        box.setContentsMargins(16, 5, 6, 5)
        box.setSpacing(2 * ROW)
        for part in (self._message, self._undo, self._close):
            box.addWidget(part)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_FOR)
        self._timer.timeout.connect(self._time_is_over)
        self._slide = QPropertyAnimation(self, b"pos", self)
        self._slide.setDuration(_SLIDE)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._cast_shadow()
        parent.installEventFilter(self)
        self.hide()

    def show_message(self, message: str, can_undo: bool = True) -> None:
        """Slide in with `message`, such as 'Action deleted'; a second message takes the place of the first."""
        self._message.setText(message)
        self._undo.setVisible(can_undo)
        self._place()
        below = QPoint(self.pos().x(), self._parent().height())
        self.show()
        self.raise_()
        self._slide.stop()
        self._slide.setStartValue(below)
        self._slide.setEndValue(self._rest())
        self._slide.start()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, message))

    @property
    def message(self) -> str:
        """What the bar says."""
        return self._message.text()

    def dismiss(self) -> None:
        """Go away."""
        self._timer.stop()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the bottom when the window changes its size."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._slide.stop()
            self._place()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """The shadow follows the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._cast_shadow()

    def _parent(self) -> QWidget:
        parent = self.parentWidget()
        assert parent is not None
        return parent

    def _take_back(self) -> None:
        self.dismiss()
        self.undo_requested.emit()

    def _time_is_over(self) -> None:
        if self.underMouse() or self._undo.hasFocus() or self._close.hasFocus():
            self._timer.start()
        else:
            self.hide()

    def _rest(self) -> QPoint:
        parent = self._parent()
        return QPoint((parent.width() - self.width()) // 2, parent.height() - self.height() - EDGE)

    def _place(self) -> None:
        self._box.activate()
        widest = max(200, self._parent().width() - 2 * EDGE)
        hint = self.sizeHint()
        self.resize(min(hint.width(), widest), hint.height())
        self.move(self._rest())

    def _cast_shadow(self) -> None:
        shadow = self.graphicsEffect()
        if not isinstance(shadow, QGraphicsDropShadowEffect):
            shadow = QGraphicsDropShadowEffect(self)
            self.setGraphicsEffect(shadow)
        colour = QColor(theme_of(self).tokens.shade)
        colour.setAlpha(70)
        shadow.setBlurRadius(24)
        shadow.setOffset(0, 4)
        shadow.setColor(colour)
