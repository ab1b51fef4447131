"""A label of plain text with places marked in it, such as the words that were looked for."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QTextCharFormat
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.text_block import TextBlock

Marks = Sequence[tuple[int, int]]


class MarkedLabel(QLabel):
    """Shows `text` exactly as it is written and wraps it; `marks` count characters. Tones as in `plain`."""

    def __init__(
        self, text: str = "", marks: Marks = (), tone: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._marks = tuple(marks)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setWordWrap(True)
        if tone:
            self.setProperty("tone", tone)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def marks(self) -> tuple[tuple[int, int], ...]:
        """The places that are marked."""
        return self._marks

    def heightForWidth(self, width: int) -> int:
        """The height in pixels with the text wrapped, marks in bold and all."""
        return round(self._block(width).height + 0.5)

    def sizeHint(self) -> QSize:
        """As wide as a label of this text would be."""
        return QSize(super().sizeHint().width(), self.heightForWidth(max(1, self.width())))

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        return QSize(self.fontMetrics().averageCharWidth() * 6, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text and its marks."""
        del event
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        self._block(self.width()).draw(painter, 0, 0)
        painter.end()

    def _block(self, width: int) -> TextBlock:
        return TextBlock(
            self.text(), self.font(), float(width), marks=self._marks, marked=mark_format(self, ground=True)
        )


def mark_format(widget: QWidget, *, ground: bool) -> QTextCharFormat:
    """The look of a marked place: heavier, and on the ground of a highlighter where `ground` is asked for."""
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.DemiBold)
    tokens = theme_of(widget).tokens
    if ground:
        look.setBackground(QColor(tokens.found))
    look.setForeground(QColor(tokens.ink))
    return look
