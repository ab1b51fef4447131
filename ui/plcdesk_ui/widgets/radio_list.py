"""A short list of which one is chosen, one below the other."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from plcdesk_ui.widgets.choice import Option
from plcdesk_ui.widgets.toggles import RadioButton


class RadioList(QWidget):
    """Tells `chosen` with the value when a person chose; `set_value` tells nobody."""

    chosen = Signal(object)

    def __init__(
        self, options: Sequence[Option], value: object = None, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._values: list[object] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(name)
        self._group.idClicked.connect(lambda index: self.chosen.emit(self._values[index]))
        self.set_options(options, value)

    def set_options(self, options: Sequence[Option], value: object = None) -> None:
        """Offer `options` and show the one whose value is `value`."""
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._box.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._values = [option for option, _ in options]
        for index, (_, label) in enumerate(options):
            button = RadioButton(label, self)
            self._group.addButton(button, index)
            self._box.addWidget(button)
        self.set_value(value)

    def value(self) -> object:
        """The chosen value, or None."""
        index = self._group.checkedId()
        return self._values[index] if index >= 0 else None

    @property
    def chosen_button(self) -> QAbstractButton | None:
        """The button that is chosen, so that it can be scrolled to."""
        return self._group.checkedButton()

    def set_value(self, value: object) -> None:
        """Show the option with `value` as chosen, or none."""
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(self._values[self._group.id(button)] == value)
        self._group.setExclusive(True)
