"""The lines of a pasted agenda as rows and parts, with what only the whole of it can tell about bare numbers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plcdesk.planning.paste_cells import cells_of, header_roles, read_header, row_parts
from plcdesk.planning.paste_kinds import everyday_kind
from plcdesk.planning.paste_lines import Parts, take_apart, take_head, take_tail
from plcdesk.planning.paste_text import LONGEST_READ, CleanLine
from plcdesk.planning.paste_words import AGENDA_LABEL, DIVIDER, is_prose

_COUNTED = re.compile(
    r"\b(?:unit|grade|grades|chapter|lesson|module|period|room|rm|week|day|part|section|question|quarter|topic|standard"
    r"|level|page|pages|cycle|semester|term|year|algebra|math|english|spanish|biology|version|test|quiz|cfa|no|nr|top|phase"
    r"|step|session|round|set|group|and|to|title|tier|band|stage|block|form)\.?\s+\d+$",
    re.IGNORECASE,
)

_MOST_ITEMS = 20  # on one line


@dataclass
class Read:
    """One line with its parts. `row`: it is a row of a table; `header`: the row that names the columns;
    `piece`: it is one of several topics on its line.
    """

    line: CleanLine
    parts: Parts
    row: bool = False
    header: bool = False
    piece: bool = False

    @property
    def marked(self) -> bool:
        return bool(self.line.style) and not self.line.style.startswith("#") and not self.row

    @property
    def lone_time(self) -> bool:
        """A time or minutes on a line of their own."""
        return self.parts.timed and not self.parts.title.strip()

    @property
    def opens_empty(self) -> bool:
        """A row whose first cell is empty, as under a cell that spans rows."""
        return self.row and self.line.text.startswith("|") and not self.line.text[1:].split("|")[0].strip()

    @property
    def timed(self) -> bool:
        return self.parts.timed

    @property
    def divider(self) -> bool:
        return bool(DIVIDER.fullmatch(self.line.text))


def read_lines(lines: Sequence[CleanLine], names: Sequence[str]) -> list[Read]:
    """Read each line as a row of a table or as running text, then settle what bare numbers mean."""
    reads: list[Read] = []
    roles: list[str] | None = None
    divided_by: str | None = None  # what divides the columns, if a header row shows it
    for line in lines:
        if roles is None and (several := _several(line, names)):
            reads += [Read(line, parts, piece=True) for parts in several]
            continue
        cells = cells_of(line, divided_by)
        if cells is None and (header := read_header(line.body)):
            roles, divided_by = header.roles or roles, header.divided_by
            reads.append(Read(line, Parts(line.body), header=True))
        elif cells is None:
            reads.append(Read(line, take_apart(line.body, names)))
        elif found := header_roles(cells):
            roles, divided_by = found, divided_by or " "
            reads.append(Read(line, Parts(line.body), row=True, header=True))
        else:
            reads.append(Read(line, row_parts(cells, roles, names), row=True))
    _settle_heads(reads)
    _settle_tails(reads)
    return reads


def _several(line: CleanLine, names: Sequence[str]) -> list[Parts]:
    """The items of a line that holds more than one, each with its time: 'Opening 5 min; Data 25 min'."""
    label = AGENDA_LABEL.match(line.body)
    body = line.body[label.end() if label else 0 :]
    if len(body) > LONGEST_READ or is_prose(body):
        return []
    for mark in (";", "•", "→", "|", ","):
        pieces = [piece.strip() for piece in body.split(mark)] if mark in body else []
        pieces = [piece for piece in pieces if piece]
        found = [take_apart(piece, names) for piece in pieces] if 1 < len(pieces) <= _MOST_ITEMS else []
        if found and all(parts.timed and any(map(str.isalnum, parts.title)) for parts in found):
            return found
    return []


def _settle_heads(reads: Sequence[Read]) -> None:
    """'1 Opening, 2 Data' is counting; '5 Opening, 25 Data' are minutes if most lines are like that."""
    headed = [read for read in reads if read.parts.head is not None]
    counts = [read.parts.head for read in headed]
    counting = len(counts) > 1 and counts == list(range(1, len(counts) + 1))
    topics = sum(1 for read in reads if not read.divider and not read.header and not is_prose(read.line.body))
    many = len(headed) > 1 and len(headed) * 3 >= topics * 2
    for read in headed:
        if read.parts.head_in_brackets:
            if counting and read.parts.minutes == read.parts.head:
                read.parts.minutes = None
        elif read.row:
            if not counting and read.parts.minutes is None:
                read.parts.minutes = read.parts.head
        elif counting:
            take_head(read.parts)
        elif many and not read.timed and (read.parts.head or 0) > 0:
            read.parts.minutes = read.parts.head
            take_head(read.parts)


def _settle_tails(reads: Sequence[Read]) -> None:
    """'Opening 5, Data 25, Wrap up 5' are minutes if most lines end so; 'Unit 2' and a lone number are not.

    Behind words such as 'News' or 'Wrap up' a lone number can be nothing else.
    """
    untimed = [read for read in reads if not read.timed and not read.divider and not is_prose(read.line.body)]
    tailed = [
        read
        for read in untimed
        if read.parts.tail and not read.row and not _COUNTED.search(read.parts.title[-40:])
    ]
    counts = [read.parts.tail for read in tailed]
    counting = counts == list(range(1, len(counts) + 1))
    most = len(tailed) > 2 and len(tailed) * 3 >= len(untimed) * 2 and not counting
    for read in tailed:
        plain = everyday_kind(read.parts.title.rstrip("0123456789 ")) in ("opening", "news", "wrap_up")
        if most or plain:
            read.parts.minutes = read.parts.tail
            take_tail(read.parts)
