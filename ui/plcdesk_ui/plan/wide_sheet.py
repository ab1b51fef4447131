"""A sheet to read in: as wide and high as asked, as far as the window has room."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from plcdesk_ui.widgets.sheet import Sheet

_ALONE = QSize(940, 660)


class WideSheet(Sheet):
    """`lines` gives width and height in line heights of the type in use."""

    def __init__(self, title: str, lines: tuple[int, int], parent: QWidget | None = None) -> None:
        super().__init__(title, parent=parent)
        self._lines = lines
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Not larger than the window that it lies over."""
        above = self.parentWidget()
        most = above.window().size() if above is not None else _ALONE
        line = self.fontMetrics().height()
        wide, high = self._lines
        return QSize(min(wide * line, most.width() - 40), min(high * line, most.height() - 90))
