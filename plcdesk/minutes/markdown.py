"""A document as Markdown (CommonMark, with tables as on GitHub)."""

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
    Run,
    Runs,
    SideBySide,
    Space,
    Table,
    Together,
    WritingLines,
    joined,
)
from plcdesk.minutes.legible import clean, one_line

_SPECIAL = re.compile(r"([\\`*_\[\]<>&|~$])")
_BARE_END = re.compile(r"(?<!\\)((?:\\\\)*)#$")  # A last '#' of a heading would be taken for decoration.
_LINE_START = re.compile(r"^(\s*)([#+=-]|\d{1,9}(?=[.)]))", re.MULTILINE)


def to_markdown(document: Document) -> str:
    """The whole document. It ends with the line that stands at the foot of each page of the PDF."""
    parts = [_heading(1, document.title)]
    if document.subtitle:
        parts.append(escaped(document.subtitle))
    parts += _all(document.blocks)
    if any(document.footer):
        parts += ["---", escaped(joined(*document.footer))]
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """People's text so that it reads as it was typed. The one place where text is escaped for Markdown."""
    lines = (" ".join(line.split()) for line in clean(text).strip().split("\n"))
    marked = _SPECIAL.sub(r"\\\1", "\n".join(lines))
    return _LINE_START.sub(_unmarked, marked).replace("\n", "\\\n")


def _unmarked(start: re.Match[str]) -> str:
    """The start of a line that would begin a list, a heading or a rule, so that it does not."""
    sign = start[2]
    return start[1] + (f"{sign}\\" if sign.isdigit() else f"\\{sign}")


def _line(text: str) -> str:
    return escaped(one_line(text))


def _all(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from _block(block)


def _block(block: Block) -> Iterable[str]:
    match block:
        case Heading(text=text, level=level, beside=beside):
            return (_heading(level + 1, f"{text} ({beside})" if beside else text),)
        case Paragraph(runs=runs):
            return tuple(filter(None, (_runs(runs),)))
        case ListOf(items=items, numbered=numbered):
            signs = (f"{number}. " if numbered else "- " for number in range(1, len(items) + 1))
            return ("\n".join(_hung(sign, _runs(runs)) for sign, runs in zip(signs, items, strict=True)),)
        case CheckBox(runs=runs, ticked=ticked):
            return (_hung("- [x] " if ticked else "- [ ] ", _runs(runs), 2),)
        case Table():
            return _table(block)
        case Charts():
            return _table(block.as_table())
        case Rule():
            return ("---",)
        case SideBySide(left=left, right=right):
            return _all((*left, *right))
        case Together(blocks=blocks) | AtFoot(blocks=blocks) | OwnPage(blocks=blocks):
            return _all(blocks)
        case Cards(cards=cards):
            return _all(block for card in cards for block in card)
        case Space() | WritingLines():
            return ()


def _heading(level: int, text: str) -> str:
    return f"{'#' * level} {_BARE_END.sub(_escaped_sign, _line(text))}"


def _escaped_sign(end: re.Match[str]) -> str:
    return f"{end[1]}\\#"


def _hung(sign: str, text: str, indent: int | None = None) -> str:
    return sign + text.replace("\n", "\n" + " " * (len(sign) if indent is None else indent))


def _runs(runs: Runs) -> str:
    """Runs with their stress. Blanks stay outside the stars, for inside they would stop them from working."""
    return "".join(_run(run) for run in runs).strip()


def _run(run: Run) -> str:
    core = run.text.strip()
    if not core:
        return " " if run.text else ""
    stars = "**" * run.strong + "*" * run.em
    before = " " if run.text[0].isspace() else ""
    after = " " if run.text[-1].isspace() else ""
    return f"{before}{stars}{escaped(core)}{stars}{after}"


def _table(table: Table) -> Iterable[str]:
    if table.name:
        yield _heading(2, table.name)
    if table.rows:
        marks = ("---:" if column.align == "right" else "---" for column in table.columns)
        lines = [_row(_line(column.title) for column in table.columns), _row(marks)]
        lines += (_row(_cell(cell) for cell in row) for row in table.rows)
        yield "\n".join(lines)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    return "<br>".join(_runs(line).replace("\\\n", "<br>") for line in cell)
