"""The frame of the app: a window that paints the next meeting at once, before anything else is loaded.

Qt's own namespace of enumerations takes a tenth of the whole start to load, so nothing here names it until
the first sight was painted; whoever gives a QPainter a colour does name it, so a style sheet has the colours.
"""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QPointF, QSize, QTimer
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QMainWindow, QWidget

from plcdesk.store.first_sight import NextSight
from plcdesk.text import tr

RAIL = 168
TITLE_BAR = 32  # what the system adds to a window's height, at most
BAR = 56
CARD = (190, 78, 624, 236)  # where the home screen has the card of the next meeting
_LINE, _BASELINE = 34, 24
_SHEET = """
    QFrame {{ border: 0; }}
    #paper {{ background: {paper}; }}
    #rail {{ background: {sunk}; border-right: 1px solid {line}; }}
    #bar {{ background: {line}; }}
    #card {{ background: {card}; border: 1px solid {line}; border-radius: 12px; }}
"""


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


class FirstSight(QFrame):
    """The next meeting, where the home screen will have it; `then` is called once it was painted."""

    def __init__(self, sight: NextSight | None, colours: dict[str, str], then: Callable[[], None]) -> None:
        super().__init__()
        self.sight = sight
        self._then: Callable[[], None] | None = then
        self.setAccessibleName(sight.title if sight else tr("PLC Desk is opening"))
        self.setObjectName("paper")
        self.setStyleSheet(_SHEET.format(**colours))
        self._rail = self._part("rail")
        self._bar = self._part("bar")
        self._card = self._part("card") if sight is not None else None
        if sight is not None:
            lines = (
                (f"{sight.starts_at[11:16]} · {sight.room}".rstrip(" ·"), "accent", 13, True),
                (sight.title, "ink", 22, True),
                (_result(sight), "ink2", 14, False),
            )
            for (text, colour, size, bold), baseline in zip(lines, (30, 64, 90), strict=True):
                SightLine(text, colours[colour], size, bold, self._card).move(17, baseline - _BASELINE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The parts stand where those of the app will."""
        super().resizeEvent(event)
        self._rail.setGeometry(0, 0, RAIL, self.height())
        self._bar.setGeometry(RAIL, BAR, self.width() - RAIL, 1)
        if self._card is not None:
            left, top, width, height = CARD
            width = max(width, round((self.width() - RAIL - 62) * 0.6))
            self._card.setGeometry(left, top, width + 1, height + 1)
            for line in self._card.findChildren(SightLine):
                line.resize(width - 33, _LINE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Once all of it is painted, the rest follows."""
        super().paintEvent(event)
        if self._then is not None:
            QTimer.singleShot(0, self._then)
            self._then = None

    def _part(self, name: str) -> QFrame:
        part = QFrame(self)
        part.setObjectName(name)
        return part


class SightLine(QWidget):
    """A line of plain text in one colour."""

    def __init__(self, text: str, colour: str, pixels: int, bold: bool, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.text = text
        self.setStyleSheet(f"color: {colour}")
        font = self.font()
        font.setPixelSize(pixels)
        font.setBold(bold)
        self.setFont(font)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it, whatever it looks like, as it is written."""
        del event
        painter = QPainter(self)
        painter.drawText(QPointF(0, _BASELINE), self.text)
        painter.end()


def _result(sight: NextSight) -> str:
    return f"{tr('By the end we will have')} {sight.result_wanted}" if sight.result_wanted else ""
