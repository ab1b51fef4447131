"""A text on the wall: as large as it is told, never wider than its place."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.text_block import TextBlock, widest_word


class WallText(QWidget):
    """Plain text in one weight and one colour (a token's name). Give it a size with `fit`, then a place."""

    def __init__(
        self, colour: str, weight: QFont.Weight = QFont.Weight.Normal, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._colour, self._weight = colour, weight
        self._text = ""
        self._pixels = 10
        self._block: TextBlock | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def text(self) -> str:
        """What it says."""
        return self._text

    @property
    def pixels(self) -> int:
        """The size of its type."""
        return self._pixels

    @property
    def block_height(self) -> float:
        """The height in pixels of its lines, once it was fitted."""
        return self._block.height if self._block is not None else 0.0

    @property
    def block_width(self) -> float:
        """The width in pixels of its longest line, once it was fitted."""
        return self._block.width if self._block is not None else 0.0

    @property
    def is_cut(self) -> bool:
        """Whether it ends in '…' for want of room."""
        return self._block is not None and self._block.is_cut

    def set_text(self, text: str) -> None:
        """Say something else; `fit` it anew."""
        if text != self._text:
            self._text, self._block = text, None
            self.setAccessibleName(text)
            self.update()

    def set_look(self, colour: str, weight: QFont.Weight) -> None:
        """Change colour and weight; `fit` it anew."""
        if (colour, weight) != (self._colour, self._weight):
            self._colour, self._weight, self._block = colour, weight, None

    def font_at(self, pixels: float) -> QFont:
        """Its type at a size."""
        font = QFont(self.font())
        font.setPixelSize(max(1, round(pixels)))
        font.setWeight(self._weight)
        return font

    def block_at(self, pixels: float, width: float, most_lines: int | None = None) -> TextBlock:
        """Its lines at a size and a width."""
        return TextBlock(self._text, self.font_at(pixels), width, most_lines)

    def widest_word_at(self, pixels: float) -> float:
        """Pixels of its widest word at a size."""
        return widest_word(self._text, self.font_at(pixels))

    def fit(self, pixels: float, width: float, most_lines: int | None = None) -> float:
        """Take this size and width; returns the height in pixels."""
        self._pixels = max(1, round(pixels))
        self._block = self.block_at(pixels, width, most_lines)
        self.update()
        return self._block.height

    def changeEvent(self, event: QEvent) -> None:
        """The colours follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines."""
        del event
        if self._block is None:
            return
        painter = QPainter(self)
        painter.setPen(QColor(getattr(theme_of(self).tokens, self._colour)))
        x = max(0.0, self.width() - self._block.width) if self.isRightToLeft() else 0.0
        self._block.draw(painter, x, 0)
        painter.end()
