"""The base of the small sheets that open beside a chip: Esc changes nothing, closing tells what was chosen."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from plcdesk_ui.theme.sizes import PAD, ROW
from plcdesk_ui.theme.theme import theme_of


class ChipSheet(QFrame):
    """Put things into `box`, and say what `tell` tells when it is closed with something to tell."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("ground", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(name)
        self._settled = False
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(PAD, PAD - 2, PAD, PAD)
        self.box.setSpacing(ROW)

    def tell(self) -> None:
        """Tell what was chosen, if anything was changed."""
        raise NotImplementedError

    def first(self) -> QWidget:
        """What has the keyboard first."""
        raise NotImplementedError

    def open_at(self, anchor: QRect) -> None:
        """Show below `anchor` (global), or above it where the screen ends."""
        self.adjustSize()
        screen = QGuiApplication.screenAt(anchor.center()) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        x = max(room.left(), min(anchor.left(), room.right() - self.width()))
        y = anchor.bottom() + 4
        if y + self.height() > room.bottom():
            y = max(room.top(), anchor.top() - 4 - self.height())
        self.move(QPoint(x, y))
        self.show()
        self.first().setFocus(Qt.FocusReason.PopupFocusReason)

    def close_untold(self) -> None:
        """Close and change nothing."""
        self._settled = True
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is done, Esc takes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_untold()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sheet with the border of a menu."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QPen(QColor(theme_of(self).tokens.line), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def hideEvent(self, event: QHideEvent) -> None:
        """Closing tells what was chosen."""
        super().hideEvent(event)
        if not self._settled:
            self._settled = True
            self.tell()
