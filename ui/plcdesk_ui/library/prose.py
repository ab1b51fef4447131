"""Text to read at length: one widget for all of it, where a label for each line would hold the window up.

Everything in it is shown exactly as it is written: it is inserted as plain text, never as HTML.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from plcdesk_ui.theme.theme import theme_of

Look = Literal["plain", "strong", "secondary", "caption"]
_LINED = 1
_SPACE = 0.35
"""Of a line, between two paragraphs."""


@dataclass(frozen=True)
class Words:
    """Words in one look."""

    text: str
    look: Look = "plain"


@dataclass(frozen=True)
class Passage:
    """A paragraph. `above` is the room over it in lines, `indent` its distance from the left in lines.

    A `hanging` one has all lines but the first set in further, for a dash before it. With `line` a hairline
    is drawn over it.
    """

    words: tuple[Words, ...]
    above: float = _SPACE
    indent: int = 0
    line: bool = False
    hanging: bool = False


def said(text: str, look: Look = "plain", above: float = _SPACE, indent: int = 0) -> Passage:
    """A paragraph in one look."""
    return Passage((Words(text, look),), above, indent)


def listed(title: str, lines: Sequence[str]) -> list[Passage]:
    """A title over lines, with a dash before each if there are several; nothing without lines."""
    if not lines:
        return []
    dashed = len(lines) > 1
    found = [Passage((Words(title, "strong"),), above=0.9)]
    for line in lines:
        text = f"–\u2002{line}" if dashed else line
        found.append(Passage((Words(text),), above=0.15, hanging=dashed))
    return found


class Prose(QTextEdit):
    """As high as its text; selected with the mouse or the keyboard, changed by nobody."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._passages: tuple[Passage, ...] = ()
        self._heights: dict[int, int] = {}
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("look", "prose")
        self.viewport().setAutoFillBackground(False)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def passages(self) -> tuple[Passage, ...]:
        """What is shown."""
        return self._passages

    def set_passages(self, passages: Sequence[Passage]) -> None:
        """Show these paragraphs in place of those before."""
        if tuple(passages) == self._passages:
            return
        self._passages = tuple(passages)
        self._write()

    def hasHeightForWidth(self) -> bool:
        """Narrower text is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in pixels of all lines at `width`."""
        if width not in self._heights:
            document = self.document()
            before = document.textWidth()
            if width != before:
                document.setTextWidth(width)
            # Qt lays out long text bit by bit; asking for the last block makes it finish.
            end = document.documentLayout().blockBoundingRect(document.lastBlock())
            self._heights[width] = ceil(end.bottom())
            if width != before:
                document.setTextWidth(before)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """As high as it is at its width."""
        return QSize(200, self.heightForWidth(max(80, self.width())))

    def minimumSizeHint(self) -> QSize:
        """It can be narrow."""
        return QSize(80, self.heightForWidth(max(80, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the layout the height at the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, not this."""
        event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Write it anew in other colours or another size of type."""
        super().changeEvent(event)
        if self._passages and event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._write()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, and hairlines over the paragraphs that have one."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        colour = QColor(theme_of(self).tokens.line)
        layout = self.document().documentLayout()
        block = self.document().begin()
        while block.isValid():
            if block.userState() == _LINED:
                top = layout.blockBoundingRect(block).top() - block.blockFormat().topMargin() / 2
                painter.fillRect(QRectF(0, round(top), self.viewport().width(), 1), colour)
            block = block.next()
        painter.end()

    def _write(self) -> None:
        self._heights.clear()
        document = self.document()
        document.clear()
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        for number, passage in enumerate(self._passages):
            if number:
                cursor.insertBlock()
            cursor.setBlockFormat(self._block(passage, number))
            for words in passage.words:
                cursor.insertText(" ".join(words.text.split(" ")).replace("\n", " "), self._look(words.look))
            cursor.block().setUserState(_LINED if passage.line else 0)
        cursor.endEditBlock()
        self.updateGeometry()

    def _block(self, passage: Passage, number: int) -> QTextBlockFormat:
        line = self.fontMetrics().height()
        block = QTextBlockFormat()
        block.setTopMargin(passage.above * line if number else 0)
        dash = self.fontMetrics().horizontalAdvance("–\u2002") if passage.hanging else 0
        block.setLeftMargin(passage.indent * line + dash)
        block.setTextIndent(-dash)
        block.setLineHeight(108, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        return block

    def _look(self, look: Look) -> QTextCharFormat:
        theme = theme_of(self)
        sizes, tokens = theme.sizes, theme.tokens
        pixels = {"secondary": sizes.small, "caption": sizes.caption}.get(look, sizes.base)
        font = QFont(self.font())
        font.setPixelSize(pixels)
        font.setWeight(QFont.Weight.DemiBold if look == "strong" else QFont.Weight.Normal)
        written = QTextCharFormat()
        written.setFont(font)
        written.setForeground(QColor(tokens.ink2 if look in ("secondary", "caption") else tokens.ink))
        return written
