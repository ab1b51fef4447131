"""Dragging a card of the agenda to another place: it follows the pointer, a line shows where it would go."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsOpacityEffect, QScrollArea, QWidget

_LINE = 3
_EDGE = 44
"""Pixels at the top and bottom of the page in which a drag scrolls it."""
_SCROLL = 14


class Ghost(QWidget):
    """A picture of the card, under the pointer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._picture = QPixmap()
        self.hide()

    def show_picture(self, picture: QPixmap, at: QRect) -> None:
        """Show `picture` at `at`."""
        self._picture = picture
        self.setGeometry(at)
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it so that one sees what lies below."""
        del event
        painter = QPainter(self)
        painter.setOpacity(0.82)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()


class DropLine(QFrame):
    """The line that shows where the card would go."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.palette().ColorRole.Highlight)
        self.hide()

    def show_at(self, left: int, y: int, width: int) -> None:
        """Lie at height `y`."""
        self.setGeometry(left, max(0, y - _LINE // 2), width, _LINE)
        self.show()
        self.raise_()


class Drag(QObject):
    """Watches the cards of `ground`; `cards` gives them from top to bottom. Esc leaves all as it was.

    `dropped` tells the card and the place, counted among the others, that it was dropped at.
    """

    dropped = Signal(QWidget, int)

    def __init__(self, ground: QWidget, cards: Callable[[], Sequence[QWidget]]) -> None:
        super().__init__(ground)
        self._ground = ground
        self._cards = cards
        self._pressed: tuple[QWidget, QPoint] | None = None
        self._dragged: QWidget | None = None
        self._place = 0
        self._ghost = Ghost(ground)
        self.line = DropLine(ground)
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(30)
        self._scrolling.timeout.connect(self._scroll)

    @property
    def is_on(self) -> bool:
        """Whether a card is being dragged."""
        return self._dragged is not None

    def watch(self, card: QWidget) -> None:
        """Let `card` be dragged."""
        card.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press that moves far enough becomes a drag; its release drops the card."""
        if isinstance(event, QMouseEvent) and isinstance(watched, QWidget):
            return self._mouse(watched, event)
        if self.is_on and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.cancel()
            return True
        return super().eventFilter(watched, event)

    def cancel(self) -> None:
        """Put everything back."""
        if self._dragged is not None:
            self._dragged.setGraphicsEffect(None)  # type: ignore[arg-type]
            self._dragged.unsetCursor()
        self._pressed = self._dragged = None
        self._scrolling.stop()
        self._ghost.hide()
        self.line.hide()

    def _mouse(self, card: QWidget, event: QMouseEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = (card, event.position().toPoint())
        elif event.type() == QEvent.Type.MouseMove and self._pressed is not None:
            return self._moved(event)
        elif event.type() == QEvent.Type.MouseButtonRelease and self._pressed is not None:
            return self._released()
        return False

    def _moved(self, event: QMouseEvent) -> bool:
        assert self._pressed is not None
        card, at = self._pressed
        if self._dragged is None:
            far = (event.position().toPoint() - at).manhattanLength()
            if far < QApplication.startDragDistance():
                return False
            self._begin(card)
        self._follow(card.mapTo(self._ground, event.position().toPoint()))
        return True

    def _begin(self, card: QWidget) -> None:
        self._dragged = card
        self._ghost.show_picture(card.grab(), QRect(card.mapTo(self._ground, QPoint(0, 0)), card.size()))
        pale = QGraphicsOpacityEffect(card)
        pale.setOpacity(0.35)
        card.setGraphicsEffect(pale)
        card.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._scrolling.start()

    def _follow(self, at: QPoint) -> None:
        if self._pressed is None or self._dragged is None:
            return
        card, pressed = self._pressed
        left = card.mapTo(self._ground, QPoint(0, 0)).x()
        self._ghost.move(left, at.y() - pressed.y())
        self._place_line(at.y())

    def _place_line(self, y: int) -> None:
        others = self._rects()
        place = self._place = sum(1 for rect in others if y > rect.center().y())
        if not others:
            return
        if place < len(others):
            above = others[place - 1].bottom() if place else others[place].top() - 8
            height = (above + others[place].top()) // 2
        else:
            height = others[-1].bottom() + 7
        self.line.show_at(others[0].left(), height, others[0].width())

    def _rects(self) -> list[QRect]:
        return [
            QRect(card.mapTo(self._ground, QPoint(0, 0)), card.size())
            for card in self._cards()
            if card is not self._dragged
        ]

    def _released(self) -> bool:
        card = self._dragged
        if card is None:
            self._pressed = None
            return False
        place = self._place
        self.cancel()
        self.dropped.emit(card, place)
        return True

    def _scroll(self) -> None:
        area = self._scroll_area()
        if area is None:
            return
        viewport = area.viewport()
        at = viewport.mapFromGlobal(QCursor.pos())
        bar = area.verticalScrollBar()
        if at.y() < _EDGE:
            bar.setValue(bar.value() - _SCROLL)
        elif at.y() > viewport.height() - _EDGE:
            bar.setValue(bar.value() + _SCROLL)

    def _scroll_area(self) -> QScrollArea | None:
        above = self._ground.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        return above
