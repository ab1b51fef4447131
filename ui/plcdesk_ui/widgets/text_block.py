"""A text broken into lines, to be drawn by a widget: plain text, never wider than it may be."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

_LINE_BREAK = "\u2028"


class TextBlock:
    """`text` in lines of at most `width` pixels; with `most_lines` the last of them ends in '…' where more follows.

    Words are broken only where one alone is wider than the line. `marks` are the places, in characters, that are
    drawn in the look `marked`.
    """

    def __init__(
        self,
        text: str,
        font: QFont,
        width: float,
        most_lines: int | None = None,
        spacing: float = 1.0,
        marks: Sequence[tuple[int, int]] = (),
        marked: QTextCharFormat | None = None,
    ) -> None:
        self._font = font
        self._spacing = spacing
        self._formats = _formats(text, marks, marked) if marked is not None else []
        self.is_cut = False
        self._layout = self._made(_with_breaks(text), width)
        if most_lines is not None and self._layout.lineCount() > most_lines:
            self.is_cut = True
            self._layout = self._made(self._cut(most_lines, width), width)

    @property
    def lines(self) -> int:
        """How many lines there are; 0 for an empty text."""
        return self._layout.lineCount() if self._layout.text() else 0

    @property
    def height(self) -> float:
        """Pixels from the top of the first line to the foot of the last."""
        return self._height if self.lines else 0.0

    @property
    def width(self) -> float:
        """Pixels of the longest line."""
        return max((self._layout.lineAt(line).naturalTextWidth() for line in range(self.lines)), default=0.0)

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw it in the painter's pen, its top left corner at (`x`, `y`)."""
        if self.lines:
            self._layout.draw(painter, QPointF(x, y))

    def _made(self, text: str, width: float) -> QTextLayout:
        layout = QTextLayout(text, self._font)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        if self._formats:
            layout.setFormats(self._formats)
        self._height = 0.0
        layout.beginLayout()
        line = layout.createLine()
        while line.isValid():
            line.setLineWidth(max(1.0, width))
            line.setPosition(QPointF(0, self._height))
            self._height += line.height() * self._spacing
            line = layout.createLine()
        layout.endLayout()
        return layout

    def _cut(self, most_lines: int, width: float) -> str:
        """The text up to the last line that there is room for, and of that what fits before '…'."""
        layout = self._layout
        units = layout.text().encode("utf-16-le", "surrogatepass")
        start = layout.lineAt(max(0, most_lines - 1)).textStart() * 2
        kept = units[:start].decode("utf-16-le", "replace")
        rest = units[start:].decode("utf-16-le", "replace").split(_LINE_BREAK)
        metrics = QFontMetricsF(self._font)
        last = rest[0] + "…" if len(rest) > 1 else rest[0]
        return kept + metrics.elidedText(last, Qt.TextElideMode.ElideRight, width)


def _formats(
    text: str, marks: Sequence[tuple[int, int]], marked: QTextCharFormat
) -> list[QTextLayout.FormatRange]:
    """The marks as Qt counts: in units of UTF-16."""
    formats: list[QTextLayout.FormatRange] = []
    for start, end in marks:
        one = QTextLayout.FormatRange()
        one.start, one.length = _units(text[:start]), _units(text[start:end])  # type: ignore[assignment]
        one.format = marked  # type: ignore[assignment]
        formats.append(one)
    return formats


def _units(text: str) -> int:
    return len(text) + sum(letter > "\uffff" for letter in text)


def widest_word(text: str, font: QFont) -> float:
    """Pixels of the widest word: what a line must have so that no word is broken."""
    metrics = QFontMetricsF(font)
    return max((metrics.horizontalAdvance(word) for word in text.split()), default=0.0)


def _with_breaks(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\n", _LINE_BREAK).replace("\t", " ")
