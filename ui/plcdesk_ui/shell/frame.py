"""The frame of the app: a window that paints the next meeting at once, before anything else is loaded.

Qt's own namespace of enumerations takes a tenth of the whole start to load, so nothing here names it until
the first sight was painted.
"""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, QTimer
from PySide6.QtGui import QCloseEvent, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMainWindow, QWidget

from plcdesk.store.first_sight import NextSight
from plcdesk.text import tr

RAIL = 168
TITLE_BAR = 32  # what the system adds to a window's height, at most
BAR = 56
CARD = (190, 78, 624, 252)  # where the home screen has the card of the next meeting


class Frame(QMainWindow):
    """Holds the first sight, then the app. `place` is where it stood last, as `place_as_text` gave it."""

    def __init__(self, place: str) -> None:
        super().__init__()
        self.setWindowTitle("PLC Desk")
        self.setMinimumSize(900, 600)
        room = self.screen().availableGeometry().adjusted(0, 0, 0, -TITLE_BAR)
        self.resize(QSize(1280, 800).boundedTo(room.size()))
        if place:
            self.restoreGeometry(QByteArray.fromBase64(place.encode("ascii", "ignore")))
        self._content: QWidget | None = None

    def show_app(self, content: QWidget) -> None:
        """Put the app in place of the first sight; the keyboard stays where the app has it."""
        from PySide6.QtCore import Qt

        focused = content.focusWidget()
        self._content = content
        self.setCentralWidget(content)
        if focused is not None:
            focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def place_as_text(self) -> str:
        """Where the window stands and how large it is."""
        return self.saveGeometry().toBase64().toStdString()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The app hands over what is half typed first."""
        if self._content is not None and not self._content.close():
            event.ignore()
            return
        super().closeEvent(event)


class FirstSight(QWidget):
    """The next meeting, drawn where the home screen will have it; `then` is called once it was painted."""

    def __init__(self, sight: NextSight | None, colours: dict[str, str], then: Callable[[], None]) -> None:
        super().__init__()
        self.sight = sight
        self._colours = colours
        self._then: Callable[[], None] | None = then
        self.setAccessibleName(sight.title if sight else tr("PLC Desk is opening"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, and the card with the meeting."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(self._colours["paper"]))
        painter.fillRect(0, 0, RAIL - 1, self.height(), QColor(self._colours["sunk"]))
        painter.fillRect(RAIL - 1, 0, 1, self.height(), QColor(self._colours["line"]))
        painter.fillRect(RAIL, BAR, self.width(), 1, QColor(self._colours["line"]))
        if self.sight is not None:
            self._draw_card(painter, self.sight)
        painter.end()
        if self._then is not None:
            QTimer.singleShot(0, self._then)
            self._then = None

    def _draw_card(self, painter: QPainter, sight: NextSight) -> None:
        left, top, width, height = CARD
        width = max(width, round((self.width() - RAIL - 62) * 0.6))
        painter.setPen(QPen(QColor(self._colours["line"]), 1))
        painter.setBrush(QColor(self._colours["card"]))
        painter.drawRoundedRect(QRectF(left + 0.5, top + 0.5, width, height), 12, 12)
        lines = (
            (f"{sight.starts_at[11:16]} · {sight.room}".rstrip(" ·"), "accent", 13, True),
            (sight.title, "ink", 22, True),
            (_result(sight), "ink2", 14, False),
        )
        painter.setClipRect(QRectF(left, top, width - 16, height))
        for (text, colour, size, bold), baseline in zip(lines, (110, 148, 177), strict=True):
            font = self.font()
            font.setPixelSize(size)
            font.setBold(bold)
            painter.setFont(font)
            painter.setPen(QColor(self._colours[colour]))
            painter.drawText(QPointF(left + 17, baseline), text)


def _result(sight: NextSight) -> str:
    return f"{tr('By the end we will have')} {sight.result_wanted}" if sight.result_wanted else ""
