"""A document as a small web page, for the clipboard's rich text and for mail."""

from collections.abc import Iterable, Iterator
from html import escape

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


def to_html(document: Document) -> str:
    """The whole document: no scripts, no styles but stress, nothing that would be fetched from anywhere."""
    title = _escaped(one_line(document.title))
    body = [f"<h1>{title}</h1>", f"<p>{_escaped(document.subtitle)}</p>" if document.subtitle else ""]
    body += _all(document.blocks)
    if any(document.footer):
        body.append(f"<hr><p><small>{_escaped(joined(*document.footer))}</small></p>")
    head = f'<meta charset="utf-8"><title>{title}</title>'
    language = _escaped(document.language)
    inside = "\n".join(filter(None, body))
    return f'<!DOCTYPE html>\n<html lang="{language}"><head>{head}</head><body>\n{inside}\n</body></html>\n'


def _escaped(text: str) -> str:
    """People's text so that it shows as it was typed. The one place where text is escaped for the web."""
    return escape(clean(text), quote=True).replace("\n", "<br>")


def _all(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from _block(block)


def _block(block: Block) -> Iterable[str]:
    match block:
        case Heading(text=text, level=level, beside=beside):
            after = f" <small>{_escaped(beside)}</small>" if beside else ""
            return (f"<h{level + 1}>{_escaped(text)}{after}</h{level + 1}>",)
        case Paragraph(runs=runs, small=small):
            return (f"<p><small>{_runs(runs)}</small></p>" if small else f"<p>{_runs(runs)}</p>",)
        case ListOf(items=items, numbered=numbered):
            tag = "ol" if numbered else "ul"
            return (f"<{tag}>", *(f"<li>{_runs(item)}</li>" for item in items), f"</{tag}>")
        case CheckBox(runs=runs, ticked=ticked):
            return (f"<p>{'☑' if ticked else '☐'} {_runs(runs)}</p>",)
        case Table():
            return _table(block)
        case Charts():
            return _table(block.as_table())
        case Rule():
            return ("<hr>",)
        case SideBySide(left=left, right=right):
            return _all((*left, *right))
        case Together(blocks=blocks) | AtFoot(blocks=blocks) | OwnPage(blocks=blocks):
            return _all(blocks)
        case Cards(cards=cards):
            return _all(block for card in cards for block in card)
        case Space() | WritingLines():
            return ()


def _runs(runs: Runs) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    text = _escaped(run.text)
    for tag, wanted in (("strong", run.strong), ("em", run.em), ("small", run.small)):
        text = f"<{tag}>{text}</{tag}>" if wanted else text
    return text


def _table(table: Table) -> Iterator[str]:
    if table.name:
        yield f"<h2>{_escaped(table.name)}</h2>"
    yield "<table>"
    if any(column.title for column in table.columns):
        yield _row("th", (_escaped(column.title) for column in table.columns))
    for row in table.rows:
        yield _row("td", map(_cell, row))
    yield "</table>"


def _row(tag: str, cells: Iterable[str]) -> str:
    return f"<tr>{''.join(f'<{tag}>{cell}</{tag}>' for cell in cells)}</tr>"


def _cell(cell: Cell) -> str:
    return "<br>".join(_runs(line) for line in cell)
