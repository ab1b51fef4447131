"""One place in the rail."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from plcdesk_ui.theme.sizes import CONTROL_CORNER
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.icons import pixmap
from plcdesk_ui.widgets.tips import set_tip, tip_with_shortcut

_START = 10
_GAP = 9
_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End)


class RailItem(QAbstractButton):
    """An icon and a word, or the icon alone; the one where people are stands on a white card."""

    def __init__(self, key: str, text: str, icon: str, shortcut: str | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = key
        self._text, self._icon, self._shortcut = text, icon, shortcut
        self._folded = False
        self._words_width: int | None = None
        self.setCheckable(True)
        self.setAccessibleName(text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.fold(False)

    def fold(self, folded: bool) -> None:
        """Show the icon alone; the word is then the tool tip."""
        self._folded = folded
        tip = tip_with_shortcut(self._text, self._shortcut)
        set_tip(self, tip if folded or self._shortcut else "")
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:
        """A click asks for the place; the shell says when people are there."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses; arrow keys belong to the rail."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """As high as a control."""
        height = round(theme_of(self).sizes.base * 2.75)
        if self._words_width is None:
            self._words_width = QFontMetrics(self._bold()).horizontalAdvance(self._text)
        wide = _START + theme_of(self).sizes.icon + _GAP + self._words_width + _START
        return QSize(height if self._folded else wide, height)

    def minimumSizeHint(self) -> QSize:
        """The icon."""
        return QSize(self.sizeHint().height(), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Other type is of another width."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._words_width = None
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card, the icon and the word."""
        del event
        tokens = theme_of(self).tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setPen(QPen(QColor(tokens.line), 1))
            painter.setBrush(QColor(tokens.card))
            painter.drawRoundedRect(card, CONTROL_CORNER, CONTROL_CORNER)
        elif self.underMouse():
            painter.setBrush(QColor(tokens.pressed))
            painter.drawRoundedRect(card, CONTROL_CORNER, CONTROL_CORNER)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), CONTROL_CORNER, CONTROL_CORNER)
        self._draw_words(painter, tokens.ink if self.isChecked() else tokens.ink2)
        painter.end()

    def _draw_words(self, painter: QPainter, colour: str) -> None:
        side = theme_of(self).sizes.icon
        top = (self.height() - side) // 2
        left = (self.width() - side) // 2 if self._folded else _START
        picture = pixmap(self._icon, side, "ink" if self.isChecked() else "ink2")
        if self.isRightToLeft() and not self._folded:
            left = self.width() - side - left
        painter.drawPixmap(left, top, picture)
        if self._folded:
            return
        font = self._bold() if self.isChecked() else self.font()
        painter.setFont(font)
        painter.setPen(QColor(colour))
        start = _START + side + _GAP
        room = QRect(start, 0, self.width() - start - 8, self.height())
        if self.isRightToLeft():
            room.moveLeft(8)
        words = QFontMetrics(font).elidedText(self._text, Qt.TextElideMode.ElideRight, room.width())
        align = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, align | Qt.AlignmentFlag.AlignVCenter, words)

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font
