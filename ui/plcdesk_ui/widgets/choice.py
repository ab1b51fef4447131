"""A choice among a few, in one line."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.icons import pixmap

Option = tuple[object, str]
"""A value and what people read for it."""


class Choice(QComboBox):
    """Tells `chosen` with the value when a person chose; `set_value` tells nobody.

    The mouse wheel changes nothing until the box has the keyboard, so that scrolling a page is safe.
    """

    chosen = Signal(object)

    def __init__(
        self,
        options: Sequence[Option] = (),
        value: object = None,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.options: tuple[Option, ...] = ()
        if small:
            self.setProperty("grade", "small")
        self.setFocusPolicy(
            Qt.FocusPolicy.StrongFocus
        )  # Qt would give it the keyboard for a turn of the wheel
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMinimumContentsLength(4)
        self.setMaxVisibleItems(14)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_options(options, value)
        self.activated.connect(lambda index: self.chosen.emit(self.options[index][0]))

    def set_options(self, options: Sequence[Option], value: object = None) -> None:
        """Offer `options` and show the one whose value is `value`."""
        self.options = tuple(options)
        self.clear()
        self.addItems([label for _, label in options])
        self.set_value(value)

    def value(self) -> object:
        """The value that is shown, or None when there is none."""
        index = self.currentIndex()
        return self.options[index][0] if 0 <= index < len(self.options) else None

    def set_value(self, value: object) -> None:
        """Show the option with `value`; nothing when there is no such option."""
        values = [option for option, _ in self.options]
        self.setCurrentIndex(values.index(value) if value in values else -1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only with the keyboard's focus; else the page scrolls."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The style's own box, with the arrow of our icons."""
        super().paintEvent(event)
        side = theme_of(self).sizes.icon - 3
        painter = QPainter(self)
        arrow = pixmap("chevron-down", side, "ink2" if self.isEnabled() else "disabled")
        x = 9 if self.isRightToLeft() else self.width() - side - 9
        painter.drawPixmap(x, (self.height() - side) // 2, arrow)
        painter.end()
