"""A document to read on the screen: the same tree that is printed, in large type on one calm page.

What people wrote is inserted as plain text, never as HTML.
"""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextLength,
    QTextListFormat,
    QTextTableFormat,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from plcdesk.minutes.document import (
    AtFoot,
    Block,
    Cards,
    Charts,
    CheckBox,
    Document,
    Heading,
    ListOf,
    OwnPage,
    Paragraph,
    Rule,
    Run,
    Runs,
    SideBySide,
    Space,
    Table,
    Together,
    WritingLines,
)
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.theme.tokens import Tokens

LARGER = 1.25
"""Than the usual size of type."""
_WIDEST = 46
"""Width of the text in sizes of its type: longer lines are tiring."""
_LEAST = 24
_TONES = {"accent", "decision", "question", "warm", "cool", "parking"}


class DocumentView(QTextEdit):
    """Scrolls by the keyboard and the wheel; the text can be selected and copied, and changed by nobody."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("look", "prose")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_document(self, document: Document) -> None:
        """Show it from its beginning."""
        self._document = document
        self._write()
        self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lines at a length that is easy to read, in the middle."""
        super().resizeEvent(event)
        self._set_margins()

    def changeEvent(self, event: QEvent) -> None:
        """Write it anew in other colours or another size of type."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and self._document:
            self._set_margins()
            self._write()

    def _set_margins(self) -> None:
        spare = self.width() - _WIDEST * self._pixels(1)
        side = max(_LEAST, spare // 2)
        self.setViewportMargins(side, _LEAST, side, 0)

    def _pixels(self, share: float) -> int:
        return round(theme_of(self).sizes.base * LARGER * share)

    def _write(self) -> None:
        assert self._document is not None
        self.clear()
        writer = _Writer(QTextCursor(self.document()), self.font(), self._pixels(1), theme_of(self).tokens)
        writer.write(self._document)


class _Writer:
    """Writes blocks where its cursor stands."""

    def __init__(self, cursor: QTextCursor, font: QFont, pixels: int, tokens: Tokens) -> None:
        self._cursor = cursor
        self._font = font
        self._size = pixels
        self._tokens = tokens
        self._begun = False
        self._room = 0.0

    def write(self, document: Document) -> None:
        """The title, what stands below it, and all blocks."""
        self._cursor.beginEditBlock()
        self._paragraph((Run(document.title, strong=True),), 1.5)
        if document.subtitle:
            self._paragraph((Run(document.subtitle, tone="quiet"),), 0.9, above=0.2)
        self._all(document.blocks)
        self._cursor.endEditBlock()

    def _all(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            self._block(block)

    def _block(self, block: Block) -> None:
        match block:
            case Heading(text=text, level=level, tone=tone, beside=beside):
                runs = (Run(text, strong=True, tone=tone), Run(f"  {beside}" if beside else "", tone="quiet"))
                self._paragraph(
                    runs, {1: 1.2, 2: 1.08}.get(level, 1.0), above={1: 1.3, 2: 0.9}.get(level, 0.6)
                )
            case Paragraph(runs=runs, small=small):
                self._paragraph(runs, 0.9 if small else 1.0)
            case ListOf(items=items, numbered=numbered):
                self._list(items, numbered=numbered)
            case CheckBox(runs=runs, ticked=ticked):
                self._paragraph((Run("☑ " if ticked else "☐ "), *runs), 1.0)
            case Table():
                self._table(block)
            case Charts():
                self._table(block.as_table())
            case Together(blocks=inner) | AtFoot(blocks=inner) | OwnPage(blocks=inner):
                self._all(inner)
            case SideBySide(left=left, right=right):
                self._all((*left, *right))
            case Cards(cards=cards):
                for card in cards:
                    self._all(card)
            case Space(lines=lines):
                self._room += lines * 0.6
            case Rule():
                self._room += 0.8
            case WritingLines():
                return

    def _paragraph(self, runs: Runs, size: float, above: float = 0.35) -> None:
        self._new_block(above)
        self._runs(runs, size)

    def _new_block(self, above: float) -> None:
        form = QTextBlockFormat()
        form.setTopMargin((above + self._room) * self._size if self._begun else 0)
        form.setLineHeight(125, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        self._room = 0.0
        if self._begun:
            self._cursor.insertBlock(form)
        else:
            self._cursor.setBlockFormat(form)
            self._begun = True
        self._cursor.setBlockCharFormat(self._look(Run(""), 1.0))  # the numbers of a list, too

    def _list(self, items: tuple[Runs, ...], *, numbered: bool) -> None:
        form = QTextListFormat()
        style = QTextListFormat.Style.ListDecimal if numbered else QTextListFormat.Style.ListDisc
        form.setStyle(style)
        made = None
        for item in items:
            self._new_block(0.3)
            if made is None:
                made = self._cursor.createList(form)
            else:
                made.add(self._cursor.block())
            self._runs(item, 1.0)

    def _table(self, table: Table) -> None:
        head = [((Run(column.title, tone="quiet"),),) for column in table.columns]
        rows = [head] if any(column.title for column in table.columns) else []
        rows += [list(row) for row in table.rows]
        if not rows:
            return
        self._new_block(0.2)
        form = QTextTableFormat()
        form.setBorder(0)
        form.setCellPadding(self._size * 0.25)
        form.setCellSpacing(0)
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        lengths = [
            QTextLength(QTextLength.Type.PercentageLength, column.share * 100) for column in table.columns
        ]
        form.setColumnWidthConstraints(lengths)
        made = self._cursor.insertTable(len(rows), len(table.columns), form)
        for y, row in enumerate(rows):
            for x, cell in enumerate(row):
                self._cursor = made.cellAt(y, x).firstCursorPosition()
                for number, line in enumerate(cell):
                    if number:
                        self._cursor.insertBlock()
                    self._runs(line, 0.95)
        self._cursor = QTextCursor(made.document())
        self._cursor.movePosition(QTextCursor.MoveOperation.End)

    def _runs(self, runs: Runs, size: float) -> None:
        for run in runs:
            if run.text:
                self._cursor.insertText(run.text.replace("\n", "\u2028"), self._look(run, size))

    def _look(self, run: Run, size: float) -> QTextCharFormat:
        font = QFont(self._font)
        font.setPixelSize(round(self._size * size * (0.9 if run.small else 1.0)))
        font.setWeight(QFont.Weight.DemiBold if run.strong else QFont.Weight.Normal)
        font.setItalic(run.em)
        colour = self._tokens.ink
        if run.tone in _TONES:
            colour = getattr(self._tokens, run.tone)
        elif run.tone == "quiet":
            colour = self._tokens.ink2
        written = QTextCharFormat()
        written.setFont(font)
        written.setForeground(QColor(colour))
        return written
