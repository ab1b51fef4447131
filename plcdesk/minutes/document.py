"""A document as a tree that knows no format: what stands in it, in order, with what each part is.

Everything in it is plain text, as people typed it. Each writer (PDF, Markdown, web page) escapes it at one
place of its own; nothing here may be escaped, and nothing here is ever markup.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Tone = Literal["plain", "quiet", "accent", "decision", "question", "warm", "cool", "parking"]


@dataclass(frozen=True)
class Run:
    """Text in one look. A line break in `text` breaks the line. Tone never says what words do not say too."""

    text: str
    strong: bool = False
    em: bool = False
    small: bool = False
    tone: Tone = "plain"


DOT = " · "
Runs = tuple[Run, ...]
Cell = tuple[Runs, ...]


@dataclass(frozen=True)
class Heading:
    """The title of a section (level 1) or of a part in it (2, 3); `beside` stands quietly after it."""

    text: str
    level: Literal[1, 2, 3] = 1
    tone: Tone = "accent"
    beside: str = ""


@dataclass(frozen=True)
class Paragraph:
    """Running text; `small` for what is looked up and not read; `leads` keeps it with what comes next."""

    runs: Runs
    small: bool = False
    leads: bool = False


@dataclass(frozen=True)
class ListOf:
    """A list, with dots or numbers from 1."""

    items: tuple[Runs, ...]
    numbered: bool = False


@dataclass(frozen=True)
class CheckBox:
    """A line with a box before it, to tick by hand or ticked."""

    runs: Runs
    ticked: bool = False


@dataclass(frozen=True)
class Column:
    """A column of a table: its title (may be empty) and its share of the width."""

    title: str
    share: float
    align: Literal["left", "right"] = "left"


@dataclass(frozen=True)
class Table:
    """Rows of cells, each cell one or more lines. `name` is what the contents of a document call it."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    name: str = ""


@dataclass(frozen=True)
class BarChart:
    """A bar on a track: `share` of it, from 0 to 1, is full."""

    share: float


@dataclass(frozen=True)
class LineChart:
    """A line through points (along, value): along from 0 to 1, values from `low` to `high`.

    `first` and `last` say what stands at the two ends of it, such as months.
    """

    points: tuple[tuple[float, float], ...]
    low: float
    high: float
    first: str = ""
    last: str = ""


Chart = BarChart | LineChart


@dataclass(frozen=True)
class ChartRow:
    """A chart between what it is of and its numbers in words: no chart is without them."""

    label: Runs
    chart: Chart
    words: Runs


@dataclass(frozen=True)
class Charts:
    """Charts below each other, on one scale."""

    rows: tuple[ChartRow, ...]

    def as_table(self) -> Table:
        """The labels and the numbers, for what cannot draw."""
        columns = (Column("", 0.6), Column("", 0.4, "right"))
        return Table(columns, tuple(((row.label,), (row.words,)) for row in self.rows))


@dataclass(frozen=True)
class SideBySide:
    """Blocks in two halves of the page; what cannot set them beside each other has the left ones first."""

    left: tuple["Block", ...]
    right: tuple["Block", ...]


@dataclass(frozen=True)
class OwnPage:
    """Blocks that have one page to themselves, made smaller if they need to be."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True)
class Rule:
    """A line across."""

    tone: Tone = "quiet"


@dataclass(frozen=True)
class Space:
    """Room between blocks, in lines of text."""

    lines: float = 0.5


@dataclass(frozen=True)
class WritingLines:
    """Empty ruled lines to write on by hand."""

    count: int


@dataclass(frozen=True)
class Together:
    """Blocks that stay on one page if they fit on one."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True)
class AtFoot:
    """Blocks at the foot of the page; the last of a document."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True)
class Cards:
    """Cards to cut out, all of one size, four to a page; a paged format makes what is too long for one smaller."""

    cards: tuple[tuple["Block", ...], ...]


Block = (
    Heading
    | Paragraph
    | ListOf
    | CheckBox
    | Table
    | Charts
    | Rule
    | Space
    | SideBySide
    | OwnPage
    | WritingLines
    | Together
    | AtFoot
    | Cards
)


@dataclass(frozen=True)
class Document:
    """A whole document. `language` is a tag such as 'en-US'.

    `footer` stands on each page, beside its number; where there is little room, its first part is shortened.
    With `one_page` a paged format makes it a little smaller, if that brings it on one page. `letters` is the
    size of all type on a page: 1 for what is read at a table, about 3 for a wall.
    """

    title: str
    author: str
    language: str
    blocks: tuple[Block, ...]
    subtitle: str = ""
    footer: tuple[str, ...] = ()
    one_page: bool = False
    letters: float = 1.0


def plain_runs(text: str, tone: Tone = "plain") -> Runs:
    """One run of text in one tone."""
    return (Run(text, tone=tone),)


def joined(*parts: str) -> str:
    """What there is of `parts` on one line, with dots between."""
    return DOT.join(part.strip() for part in parts if part.strip())


def text_of(runs: Runs) -> str:
    """The words of runs without their look."""
    return "".join(run.text for run in runs)


def words_in(blocks: Iterable[Block]) -> int:
    """How many words stand in these blocks."""
    return sum(len(piece.split()) for block in blocks for piece in _texts(block))


def _texts(block: Block) -> Iterable[str]:
    match block:
        case Heading(text=text, beside=beside):
            yield from (text, beside)
        case Paragraph(runs=runs) | CheckBox(runs=runs):
            yield text_of(runs)
        case ListOf(items=items):
            yield from (text_of(item) for item in items)
        case Table(columns=columns, rows=rows):
            yield from (column.title for column in columns)
            yield from (text_of(line) for row in rows for cell in row for line in cell)
        case Charts():
            yield from _texts(block.as_table())
        case SideBySide(left=left, right=right):
            for inner in (*left, *right):
                yield from _texts(inner)
        case Together(blocks=blocks) | AtFoot(blocks=blocks) | OwnPage(blocks=blocks):
            for inner in blocks:
                yield from _texts(inner)
        case Cards(cards=cards):
            for card in cards:
                for inner in card:
                    yield from _texts(inner)
        case Rule() | Space() | WritingLines():
            return
