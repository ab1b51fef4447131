"""Parts of which nothing is cut: where there is too little room, something else has to scroll."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget as _Widget
else:
    _Widget = object


class Uncut(_Widget):
    """Goes before the kind of widget it is: never lower than what is in it needs at its width."""

    def minimumSizeHint(self) -> QSize:
        """The height for its width."""
        least = super().minimumSizeHint()
        return QSize(least.width(), max(least.height(), self.heightForWidth(self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrower one is higher."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()
