"""The blocks of a document as reportlab's flowables, in the look of the minutes."""

from collections.abc import Callable, Iterable, Iterator
from itertools import zip_longest
from typing import Any, Protocol, cast

from reportlab.lib.colors import HexColor
from reportlab.platypus import (
    CondPageBreak,
    Flowable,
    HRFlowable,
    KeepTogether,
    PageBreak,
    Spacer,
)
from reportlab.platypus import Paragraph as FlowingParagraph

from plcdesk.minutes.document import (
    AtFoot,
    Block,
    Cards,
    Cell,
    ChartRow,
    Charts,
    CheckBox,
    Column,
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
from plcdesk.minutes.inks import INKS, LINE
from plcdesk.minutes.legible import Shown, one_line
from plcdesk.minutes.pdf_cards import card_pages, card_width
from plcdesk.minutes.pdf_styles import SMALL, flowing_table, look_at
from plcdesk.minutes.pdf_text import markup, pieces

_SMALLER_AND_SMALLER = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7)
_CHART_SHARES = (0.36, 0.4, 0.24)
_LINES_A_ROW = 30  # A longer cell goes on in a further row: reportlab cannot break a row over pages.


class PageFlow:
    """Makes the flowables of one document, for text `width` points wide at a scale."""

    def __init__(self, width: float, scale: float, shown: Shown, in_contents: bool = True) -> None:
        self._width = width
        self._in_contents = in_contents
        self._look = look_at(scale)
        self._small = SMALL * scale
        self._shown = shown

    def of(self, document: Document) -> list[Any]:
        """Everything in the document, its title first."""
        look = self._look
        return [
            *self._text((Run(document.title),), look.title),
            *self._text((Run(document.subtitle),), look.subtitle),
            HRFlowable("100%", look.points(1.8), "butt", HexColor(INKS["accent"]), 0, look.points(10)),
            *self._all(document.blocks),
        ]

    def blocks(self, blocks: Iterable[Block]) -> list[Any]:
        """Blocks without a title above them."""
        return self._all(blocks)

    def _all(self, blocks: Iterable[Block]) -> list[Any]:
        return [flowable for block in blocks for flowable in self._block(block)]

    def _block(self, block: Block) -> Iterable[Any]:
        look = self._look
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph(runs=runs, small=small, leads=leads):
                text = self._text(runs, look.small if small else look.body)
                return (CondPageBreak(look.points(34)), *text) if leads else text
            case ListOf(items=items, numbered=numbered):
                return self._list(items, numbered)
            case CheckBox(runs=runs, ticked=ticked):
                box = _Box(look.scale, ticked)
                return (CondPageBreak(look.points(30)), box, *self._text(runs, look.boxed))
            case Table():
                return self._table(block)
            case Charts(rows=rows):
                return (self._charts(rows),) if rows else ()
            case SideBySide(left=left, right=right):
                return (self._halves(left, right),)
            case OwnPage(blocks=blocks):
                return (PageBreak(), _Fitted(lambda smaller: self._smaller(smaller)._all(blocks)))
            case Rule(tone=tone):
                ink = LINE if tone == "quiet" else INKS[tone]
                return (HRFlowable("100%", look.points(0.6), "butt", HexColor(ink), 0, look.points(5)),)
            case Space(lines=lines):
                return (Spacer(1, look.body.leading * lines),)
            case WritingLines(count=count):
                gap = look.points(24)
                return [HRFlowable("100%", 0.6, "butt", HexColor(LINE), gap, 0) for _ in range(count)]
            case Together(blocks=blocks):
                return (KeepTogether(self._all(blocks)),)
            case AtFoot(blocks=blocks):
                flowables = self._all(blocks)
                return (_PushDown(flowables), *flowables)
            case Cards(cards=cards):
                inside = PageFlow(card_width(self._width), look.scale, self._shown)
                return card_pages([inside._all(card) for card in cards], self._width)

    def _smaller(self, scale: float) -> "PageFlow":
        return PageFlow(self._width, self._look.scale * scale, self._shown)

    def _text(self, runs: Runs, style: Any, bullet: str | None = None) -> Iterator[Any]:
        for piece in pieces(runs):
            yield FlowingParagraph(markup(piece, self._shown, self._small), style, bulletText=bullet)
            bullet = None

    def _heading(self, heading: Heading) -> Iterator[Any]:
        style = self._look.headings[heading.level - 1]
        yield CondPageBreak(style.spaceBefore + style.leading + self._look.body.leading * 2)
        if self._in_contents:
            yield Bookmark(heading.text.translate(self._shown), heading.level - 1)
        beside = (Run(" \u00a0" + heading.beside, tone="quiet", small=True),) if heading.beside else ()
        yield from self._text((Run(heading.text, strong=True, tone=heading.tone), *beside), style)

    def _list(self, items: tuple[Runs, ...], numbered: bool) -> Iterator[Any]:
        style = self._look.listed_wide if numbered and len(items) > 9 else self._look.listed
        for number, runs in enumerate(items, 1):
            yield from self._text(runs, style, str(number) if numbered else "•")

    def _table(self, table: Table) -> Iterator[Any]:
        look = self._look
        titled = any(column.title for column in table.columns)
        rows: list[list[Any]] = []
        hairlines: list[Any] = []
        if titled:
            rows.append([self._cell(((Run(column.title),),), column, head=True) for column in table.columns])
            hairlines.append(("LINEBELOW", (0, 0), (-1, 0), look.points(1.2), HexColor(INKS["accent"])))
        for row in table.rows:
            rows += self._row(row, table.columns)
            hairlines.append(("LINEBELOW", (0, len(rows) - 1), (-1, len(rows) - 1), 0.5, HexColor(LINE)))
        if not rows:
            return
        yield CondPageBreak(look.points(60))
        if table.name and self._in_contents:
            yield Bookmark(table.name, 0)
        widths = [column.share * self._width for column in table.columns]
        pad = look.points(4.5)
        frame: list[Any] = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0)]
        frame += [("TOPPADDING", (0, 0), (-1, -1), pad), ("BOTTOMPADDING", (0, 0), (-1, -1), pad)]
        frame += [("RIGHTPADDING", (0, 0), (-2, -1), look.points(10)), ("RIGHTPADDING", (-1, 0), (-1, -1), 0)]
        yield flowing_table(rows, widths, frame + hairlines, repeatRows=int(titled))

    def _charts(self, rows: tuple[ChartRow, ...]) -> Any:
        from plcdesk.minutes.charts import PAPER, drawing

        look = self._look
        label, middle, words = (share * self._width for share in _CHART_SHARES)
        cells = [
            [
                FlowingParagraph(markup(row.label, self._shown, self._small), look.cell),
                drawing(row.chart, middle - look.points(20), PAPER, look.scale),
                FlowingParagraph(markup(row.words, self._shown, self._small), look.cell_right),
            ]
            for row in rows
        ]
        pad = look.points(3)
        frame: list[Any] = [("VALIGN", (0, 0), (-1, -1), "MIDDLE"), ("LEFTPADDING", (0, 0), (0, -1), 0)]
        frame += [("TOPPADDING", (0, 0), (-1, -1), pad), ("BOTTOMPADDING", (0, 0), (-1, -1), pad)]
        frame += [("RIGHTPADDING", (-1, 0), (-1, -1), 0)]
        return flowing_table(cells, [label, middle, words], frame)

    def _halves(self, left: tuple[Block, ...], right: tuple[Block, ...]) -> Any:
        gap = self._look.points(18)
        half = (self._width - gap) / 2
        inside = PageFlow(half, self._look.scale, self._shown)
        frame: list[Any] = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("TOPPADDING", (0, 0), (-1, -1), 0)]
        frame += [("LEFTPADDING", (0, 0), (-1, -1), 0), ("BOTTOMPADDING", (0, 0), (-1, -1), 0)]
        frame += [("RIGHTPADDING", (0, 0), (0, 0), gap), ("RIGHTPADDING", (-1, 0), (-1, -1), 0)]
        return flowing_table([[inside._all(left), inside._all(right)]], [half + gap, half], frame)

    def _row(self, row: tuple[Cell, ...], columns: tuple[Column, ...]) -> Iterator[list[Any]]:
        """A row of the page for a row of the table, or several if a cell would be taller than a page."""
        cells = zip(row, columns, strict=True)
        cut = (pieces(_in_lines(cell), *self._room(column)) for cell, column in cells)
        for parts in zip_longest(*cut, fillvalue=()):
            yield [self._cell((part,), column) for part, column in zip(parts, columns, strict=True)]

    def _room(self, column: Column) -> tuple[int, int]:
        """How many characters a cell of this column may have, and how many of them a line takes, if all are wide."""
        a_line = max(1, int(column.share * self._width / self._look.cell.fontSize))
        return a_line * _LINES_A_ROW, a_line

    def _cell(self, cell: Cell, column: Column, head: bool = False) -> Any:
        right, look = column.align == "right", self._look
        if head:
            style = look.column_right if right else look.column
        else:
            style = look.cell_right if right else look.cell
        return FlowingParagraph(markup(_in_lines(cell), self._shown, self._small), style)


def _in_lines(cell: Cell) -> Runs:
    """The lines of a cell as one run of text, with breaks between."""
    runs: list[Run] = []
    for number, line in enumerate(cell):
        runs += (*((Run("\n"),) if number else ()), *line)
    return tuple(runs)


class _KeepsContents(Protocol):
    """What a canvas can do that keeps the contents of a document."""

    def add_to_contents(self, text: str, level: int) -> None: ...


class Bookmark(Flowable):
    """A place that the PDF's contents lead to; it takes no room."""

    def __init__(self, text: str, level: int) -> None:
        super().__init__()
        self._text = one_line(text)[:120]
        self._level = level

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        cast(_KeepsContents, self.canv).add_to_contents(self._text, self._level)


class _Box(Flowable):
    """The box of a line to tick, which stands at the left of the paragraph that comes next."""

    def __init__(self, scale: float, ticked: bool) -> None:
        super().__init__()
        self._side = 9.5 * scale
        self._ticked = ticked

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        side, pen = self._side, self.canv
        pen.saveState()
        pen.setStrokeColor(HexColor(INKS["quiet"]))
        pen.setLineWidth(0.9)
        pen.roundRect(0.5, -side * 1.27, side, side, 1.6)
        if self._ticked:
            pen.setLineWidth(1.4)
            pen.line(side * 0.27, -side * 0.8, side * 0.45, -side)
            pen.line(side * 0.45, -side, side * 0.87, -side * 0.5)
        pen.restoreState()


class _Fitted(Flowable):
    """Stands for flowables that are to fit in one frame: gives way to them at the largest scale at which they do."""

    def __init__(self, at_scale: Callable[[float], list[Any]]) -> None:
        super().__init__()
        self._at_scale = at_scale

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        return aW, aH + 1  # one more than there is, so that it is asked to split

    def split(self, aW: float, aH: float) -> list[Any]:
        flowables: list[Any] = []
        for scale in _SMALLER_AND_SMALLER:
            flowables = self._at_scale(scale)
            if _height(flowables, aW, aH) <= aH:
                break
        return flowables


def _height(flowables: list[Any], width: float, height: float) -> float:
    return sum(
        flowable.wrap(width, height)[1] + max(flowable.getSpaceBefore(), flowable.getSpaceAfter())
        for flowable in flowables
    )


class _PushDown(Flowable):
    """Takes up what room is left above the flowables that are to stand at the foot of the page."""

    def __init__(self, below: list[Any]) -> None:
        super().__init__()
        self._below = below

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        return 0, max(0, aH - _height(self._below, aW, aH) - 1)

    def draw(self) -> None:
        return
