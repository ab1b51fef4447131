"""The kinds that can be written down, as chips below the line."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from plcdesk.text import tr
from plcdesk_ui.run.capture.offers import Offer
from plcdesk_ui.widgets.chip_button import ChipButton
from plcdesk_ui.widgets.flow import FlowLayout
from plcdesk_ui.widgets.roving import next_by_arrow
from plcdesk_ui.widgets.tips import set_tip, tip_with_shortcut


class KindChips(QWidget):
    """Tells `chosen(offer)`. A click leaves the keyboard where it is; Tab stops once, arrow keys choose.

    `typing_wished`: Enter on a chip, so back to the line.
    """

    chosen = Signal(object)
    typing_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers: tuple[Offer, ...] = ()
        self._chips: list[ChipButton] = []
        self._flow = FlowLayout(self, spacing=0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(tr("What it is"))

    def show_offers(self, offers: Sequence[Offer], current: Offer | None) -> None:
        """Offer these, `current` outlined; chips that are there already stay."""
        if tuple(offers) != self._offers:
            self._offers = tuple(offers)
            self._fill()
        for offer, chip in zip(self._offers, self._chips, strict=True):
            chip.setChecked(offer == current)
        self._set_stop()

    def focus_current(self) -> None:
        """Take the keyboard, on the chip that is outlined."""
        stop = next((chip for chip in self._chips if chip.focusPolicy() != Qt.FocusPolicy.NoFocus), None)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An arrow key chooses the neighbour."""
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        chip = next_by_arrow(event.key(), self._chips, rtl)
        if chip is None:
            super().keyPressEvent(event)
            return
        self.chosen.emit(self._offers[self._chips.index(chip)])  # type: ignore[arg-type]
        chip.setFocus(Qt.FocusReason.TabFocusReason)

    def _fill(self) -> None:
        for chip in self._chips[len(self._offers) :]:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        del self._chips[len(self._offers) :]
        for place, offer in enumerate(self._offers):
            if place < len(self._chips):
                self._chips[place].set_chip(offer.short, offer.tone)
                continue
            chip = _Chip(offer.short, offer.tone, parent=self)
            chip.clicked.connect(lambda _checked=False, place=place: self.chosen.emit(self._offers[place]))
            chip.entered.connect(self.typing_wished)
            set_tip(chip, tip_with_shortcut(tr("Write it down as this; the next one"), "Tab"))
            self._chips.append(chip)
            self._flow.addWidget(chip)
        self.updateGeometry()

    def _set_stop(self) -> None:
        stop = next((chip for chip in self._chips if chip.isChecked()), next(iter(self._chips), None))
        for chip in self._chips:
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus if chip is stop else Qt.FocusPolicy.NoFocus)


class _Chip(ChipButton):
    """Enter goes back to the line; Space and a click choose."""

    entered = Signal()

    def nextCheckState(self) -> None:
        """Which chip is outlined follows from the line alone."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is for typing on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)
