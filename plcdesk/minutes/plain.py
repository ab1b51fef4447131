"""A document as plain text, for the clipboard and for mail."""

import re
from collections.abc import Iterable, Iterator

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
    Runs,
    SideBySide,
    Space,
    Table,
    Together,
    WritingLines,
    joined,
    text_of,
)
from plcdesk.minutes.legible import clean, one_line


def to_text(document: Document) -> str:
    """The whole document as lines of text, with a blank line before each heading."""
    lines = [one_line(document.title), one_line(document.subtitle), "", *_all(document.blocks)]
    if any(document.footer):
        lines += ["", one_line(joined(*document.footer))]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


def _all(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from _block(block)


def _block(block: Block) -> Iterable[str]:
    match block:
        case Heading(text=text, beside=beside):
            return ("", one_line(text) + (f" ({one_line(beside)})" if beside else ""))
        case Paragraph(runs=runs):
            return (_runs(runs),)
        case ListOf(items=items, numbered=numbered):
            signs = (f"{number}. " if numbered else "- " for number in range(1, len(items) + 1))
            return (_hung(sign, runs) for sign, runs in zip(signs, items, strict=True))
        case CheckBox(runs=runs, ticked=ticked):
            return (_hung("[x] " if ticked else "[ ] ", runs),)
        case Table(name=name, rows=rows):
            return ("", *((one_line(name),) if name else ()), *(_row(row) for row in rows), "")
        case Charts():
            return _block(block.as_table())
        case SideBySide(left=left, right=right):
            return _all((*left, *right))
        case Together(blocks=blocks) | AtFoot(blocks=blocks) | OwnPage(blocks=blocks):
            return _all(blocks)
        case Cards(cards=cards):
            return _all(block for card in cards for block in card)
        case Rule():
            return ("",)
        case Space() | WritingLines():
            return ()


def _hung(sign: str, runs: Runs) -> str:
    return sign + _runs(runs).replace("\n", "\n" + " " * len(sign))


def _runs(runs: Runs) -> str:
    return clean(text_of(runs)).strip()


def _row(row: tuple[Cell, ...]) -> str:
    return "- " + " | ".join(one_line("\n".join(text_of(line) for line in cell)) for cell in row)
