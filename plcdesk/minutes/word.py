"""A document as a Word file: real headings, lists and tables, with the same bytes for the same document."""

# The type hints for python-docx are incomplete.
# pyright: reportUnknownMemberType=false, reportPrivateUsage=false

import zipfile
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from typing import Any

from docx import Document as new_word_file

from plcdesk.minutes.document import (
    AtFoot,
    Block,
    Cards,
    Cell,
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
    joined,
)
from plcdesk.minutes.legible import one_line
from plcdesk.minutes.paper import Paper
from plcdesk.minutes.word_look import Look

_MADE = datetime.fromisoformat("2000-01-01T00:00:00")
_ZIPPED = (1980, 1, 1, 0, 0, 0)


def word_bytes(document: Document, paper: Paper) -> bytes:
    """The Word file as bytes: always the same for the same document."""
    made = new_word_file()
    _say_what_it_is(made, document)
    look = Look(made, paper, document.language)
    look.footer(one_line(joined(*document.footer)))
    _Writer(made, look).write(document)
    to = BytesIO()
    made.save(to)
    return _without_times(to.getvalue())


def _say_what_it_is(made: Any, document: Document) -> None:
    facts = made.core_properties
    facts.title = one_line(document.title)[:200]
    facts.author = facts.last_modified_by = one_line(document.author)[:200]
    facts.subject = one_line(document.subtitle)[:200]
    facts.language = document.language
    facts.comments = ""
    facts.created = facts.modified = _MADE


def _without_times(packed: bytes) -> bytes:
    """The same file without the moment at which each of its parts was packed."""
    to = BytesIO()
    with zipfile.ZipFile(BytesIO(packed)) as old, zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _ZIPPED), old.read(name), zipfile.ZIP_DEFLATED)
    return to.getvalue()


class _Writer:
    """Writes the blocks of one document, one after the other."""

    def __init__(self, made: Any, look: Look) -> None:
        self._made = made
        self._look = look
        self._above = 0.0
        self._new_page = self._stays = False
        self._last: Any = None

    def write(self, document: Document) -> None:
        self._text((Run(document.title),), "Title")
        self._look.underline(self._text((Run(document.subtitle),), "Subtitle"), "accent", 12)
        self._all(document.blocks)

    def _all(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            self._block(block)

    def _block(self, block: Block) -> None:
        match block:
            case Heading():
                self._heading(block)
            case Paragraph(runs=runs, small=small, leads=leads):
                paragraph = self._text(runs, "Small" if small else "Normal")
                if leads:
                    paragraph.paragraph_format.keep_with_next = True
            case ListOf(items=items, numbered=numbered):
                self._list(items, numbered)
            case CheckBox(runs=runs, ticked=ticked):
                paragraph = self._text((Run("☑" if ticked else "☐"),), "To do")
                paragraph.add_run("\t")
                self._look.fill(paragraph, runs)
            case Table():
                self._table(block)
            case Charts():
                self._table(block.as_table())
            case Rule(tone=tone):
                self._look.underline(self._text((), "Small"), tone, 4)
            case Space(lines=lines):
                self._above += lines * 14
            case WritingLines(count=count):
                for _ in range(count):
                    self._look.underline(self._text((), "To write on"), "quiet", 4)
            case SideBySide(left=left, right=right):
                self._all((*left, *right))
            case OwnPage(blocks=blocks):
                self._new_page = True
                self._all(blocks)
            case Together(blocks=blocks) | AtFoot(blocks=blocks):
                self._together(blocks)
            case Cards(cards=cards):
                self._all(block for card in cards for block in card)

    def _together(self, blocks: Iterable[Block]) -> None:
        """Blocks on one page, as far as Word can: each paragraph but the last stays with the next."""
        self._stays = True
        self._all(blocks)
        self._stays = False
        if self._last is not None:
            self._last.paragraph_format.keep_with_next = False

    def _text(self, runs: Runs, style: str, within: Any = None) -> Any:
        """A new paragraph with these runs, below the space that is due and on a new page if that is."""
        paragraph = (within or self._made).add_paragraph(style=style)
        look = paragraph.paragraph_format
        if self._above and within is None:
            look.space_before = self._look.points(self._above)
        if self._new_page and within is None:
            look.page_break_before = True
        self._above, self._new_page = 0.0, False
        self._last = paragraph
        if self._stays:
            look.keep_with_next = True
        self._look.fill(paragraph, runs)
        return paragraph

    def _heading(self, heading: Heading) -> None:
        own = Run(one_line(heading.text), tone=heading.tone)
        beside = Run(f"  {one_line(heading.beside)}", tone="quiet", small=True) if heading.beside else None
        self._above = 0.0  # headings keep their own distance
        self._text((own, beside) if beside else (own,), f"Heading {heading.level}")

    def _list(self, items: tuple[Runs, ...], numbered: bool) -> None:
        number = self._look.new_numbers() if numbered else None
        for runs in items:
            paragraph = self._text(runs, "List Number" if numbered else "List Bullet")
            if number is not None:
                self._look.number(paragraph, number)

    def _table(self, table: Table) -> None:
        titled = any(column.title for column in table.columns)
        rows: list[tuple[Cell, ...]] = list(table.rows)
        if titled:
            rows.insert(0, tuple(((Run(column.title),),) for column in table.columns))
        if not rows:
            return
        if self._last is not None:  # a table has no space above it of its own
            self._last.paragraph_format.space_after = self._look.points(max(6.0, self._above))
        self._above = 0.0
        made = self._made.add_table(len(rows), len(table.columns))
        self._look.shape(made, table, titled)
        for place, (row, cells) in enumerate(zip(made.rows, rows, strict=True)):
            head = titled and place == 0
            for cell, told, column in zip(row.cells, cells, table.columns, strict=True):
                self._cell(cell, told, head, column.align == "right")
        self._above = 6.0

    def _cell(self, cell: Any, told: Cell, head: bool, right: bool) -> None:
        cell._element.remove(cell.paragraphs[0]._element)
        above, self._above = self._above, 0.0
        for line in told or ((),):
            runs = tuple(replace(run, strong=True, tone="accent") for run in line) if head else line
            paragraph = self._text(runs, "Cell", cell)
            if right:
                paragraph.alignment = 2
        self._above = above
