"""A button that shows its key on itself: 'Show on the wall [F5]'."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyleOptionButton, QStylePainter

from plcdesk_ui.widgets.buttons import Button
from plcdesk_ui.widgets.key_hint import KeyHint

_GAP = 7


class KeyButton(Button):
    """`key` is shown, not bound."""

    def __init__(self, text: str, key: str) -> None:
        super().__init__(text)
        self.setAutoDefault(False)
        self._hint = KeyHint(key, self)
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def key_width(self) -> int:
        """Pixels that the key takes when it is shown."""
        return self._hint.sizeHint().width() + _GAP

    @property
    def shown_key_width(self) -> int:
        """Pixels that the key takes now."""
        return 0 if self._hint.isHidden() else self.key_width

    def show_key(self, shown: bool) -> None:
        """Show the key, or leave it to the tool tip where there is little room."""
        if shown == self._hint.isHidden():
            self._hint.setVisible(shown)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for the words and the key."""
        return super().sizeHint() + QSize(self.shown_key_width, 0)

    def minimumSizeHint(self) -> QSize:
        """Neither is cut."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The key stands right."""
        super().resizeEvent(event)
        size = self._hint.sizeHint()
        margin = 13
        x = margin if self.isRightToLeft() else self.width() - size.width() - margin
        self._hint.setGeometry(x, (self.height() - size.height()) // 2, size.width(), size.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, and its words beside the key."""
        del event
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        words, option.text = option.text, ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        option.text = words
        room = self.shown_key_width
        shift = room if self.isRightToLeft() else -room
        inner = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self)
        painter.setPen(option.palette.buttonText().color())
        area = inner.adjusted(max(0, shift), 0, min(0, shift), 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.text().replace("&&", "&"))
