"""The ring of the time that is left, with what to say and do beside it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from plcdesk_ui.run.step_words import StepWords
from plcdesk_ui.theme.sizes import GAP
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.ring import Ring

RING = 200
SMALL_RING = 150
NARROW_RING = 124
LOW_RING = 100
LEAST_RING = 64
"""Diameters in pixels at the usual size of type; the smaller ones for little room and for much below it."""
WIDE_FROM = 480
BESIDE_FROM = 284
"""Widths in pixels from which the ring is large, and from which the words stand beside it."""
_WORDS_MOST = 440


class RingAndWords(QWidget):
    """The words stand below the ring where it is narrow."""

    def __init__(self) -> None:
        super().__init__()
        self._small = False
        self._low = False
        self._room = 0
        self.ring = Ring(RING)
        self.words = StepWords()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2 * GAP + 6)
        self._box.addStretch(1)
        self._box.addWidget(self.ring, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self._box.addWidget(self.words, 100, Qt.AlignmentFlag.AlignVCenter)
        self._box.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._fit()

    def use_small_ring(self, small: bool) -> None:
        """Leave more room for what stands below."""
        if small != self._small:
            self._small = small
            self._fit()

    def use_low_ring(self, low: bool) -> None:
        """Make do with little height."""
        if low != self._low:
            self._low = low
            self._fit()

    def use_room(self, height: int) -> None:
        """Show the whole ring where only so many pixels of height are in view."""
        if height != self._room:
            self._room = height
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another ring."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the type."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        scale = theme_of(self).sizes.base / 14
        beside = self.width() >= BESIDE_FROM * scale
        wide = self.width() >= WIDE_FROM * scale
        side = LOW_RING if self._low else NARROW_RING if not wide else SMALL_RING if self._small else RING
        if self._room:
            side = max(LEAST_RING, min(side, self._room / scale))
        self.ring.setFixedSize(round(side * scale), round(side * scale))
        self.words.setMaximumWidth(round(_WORDS_MOST * scale) if beside else 16_777_215)
        self._box.setSpacing(2 * GAP + 6 if wide else GAP + 4)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if way != self._box.direction():
            self._box.setDirection(way)
