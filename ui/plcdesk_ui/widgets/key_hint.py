"""A small keycap that names a shortcut."""

import re

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from plcdesk_ui.theme.theme import theme_of

_SIGNS = {"Up": "↑", "Down": "↓", "Left": "←", "Right": "→", "Return": "↵", "Enter": "↵"}


class KeyHint(QWidget):
    """Shows `shortcut`, given in portable text ('Ctrl+K'), as the platform writes it."""

    def __init__(self, shortcut: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        native = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        keys = re.split(r"\+(?=.)", native)  # a plus at the end is itself a key
        self.text = " ".join(_SIGNS.get(key, key) for key in keys)
        self.setAccessibleName(native)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The keys and the rim of the cap."""
        metrics = QFontMetrics(self._key_font())
        return QSize(metrics.horizontalAdvance(self.text) + 13, metrics.height() + 6)

    def minimumSizeHint(self) -> QSize:
        """A keycap is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cap, its lower rim thicker."""
        del event
        tokens = theme_of(self).tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cap = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.setBrush(QColor(tokens.line))
        painter.drawRoundedRect(cap, 5, 5)
        painter.setBrush(QColor(tokens.paper))
        painter.drawRoundedRect(cap.adjusted(0, 0, 0, -1), 5, 5)
        painter.setFont(self._key_font())
        painter.setPen(QColor(tokens.ink2))
        painter.drawText(cap.adjusted(0, 0, 0, -1), Qt.AlignmentFlag.AlignCenter, self.text)
        painter.end()

    def _key_font(self) -> QFont:
        return theme_of(self).key_font
