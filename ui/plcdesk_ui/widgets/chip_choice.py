"""A row of chips of which one is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from plcdesk_ui.widgets.chip import Tone
from plcdesk_ui.widgets.chip_button import ChipButton
from plcdesk_ui.widgets.flow import FlowLayout
from plcdesk_ui.widgets.roving import next_by_arrow, one_stop

ChipOption = tuple[object, str, Tone]
"""A value, what people read for it, and its tone."""


class ChipChoice(QWidget):
    """Tells `chosen` with the value when a person chose one. Arrow keys choose; Tab goes past the whole row."""

    chosen = Signal(object)

    def __init__(
        self,
        options: Sequence[ChipOption],
        value: object = None,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._chips: list[ChipButton] = []
        self._values: list[object] = []
        self._flow = FlowLayout(self, spacing=2)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(name)
        self._group.idClicked.connect(self._tell)
        self.set_options(options, value)

    def set_options(self, options: Sequence[ChipOption], value: object = None) -> None:
        """Offer `options` and show the one whose value is `value`."""
        for chip in self._chips:
            self._group.removeButton(chip)
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._values = [option[0] for option in options]
        self._chips = [ChipButton(label, tone, parent=self) for _, label, tone in options]
        for index, chip in enumerate(self._chips):
            self._group.addButton(chip, index)
            self._flow.addWidget(chip)
        self.set_value(value)

    def value(self) -> object:
        """The chosen value, or None."""
        index = self._group.checkedId()
        return self._values[index] if index >= 0 else None

    def set_value(self, value: object) -> None:
        """Show the chip with `value` as chosen, or none; tells nobody."""
        self._group.setExclusive(False)
        for chip, own in zip(self._chips, self._values, strict=True):
            chip.setChecked(own == value)
        self._group.setExclusive(True)
        one_stop(self._chips, next((chip for chip in self._chips if chip.isChecked()), None))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An arrow key chooses the neighbour."""
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        chip = next_by_arrow(event.key(), self._chips, rtl)
        if isinstance(chip, ChipButton):
            chip.setFocus(Qt.FocusReason.TabFocusReason)
            chip.click()
        else:
            super().keyPressEvent(event)

    def _tell(self, index: int) -> None:
        one_stop(self._chips, self._chips[index])
        self.chosen.emit(self._values[index])
