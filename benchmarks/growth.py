"""Hostile and huge texts: twice as much may take little more than twice as long.

A ratio of two is work in proportion, four is work by the square, which a long enough text turns into a
window that stands still.
"""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.ratio import Ratio, interleaved
from plcdesk.library.faults import ProtocolFaults
from plcdesk.library.reading import read_text
from plcdesk.minutes.document import (
    Block,
    Column,
    Document,
    Heading,
    ListOf,
    Paragraph,
    Run,
    Table,
    Together,
    plain_runs,
)
from plcdesk.minutes.pdf import pdf_bytes
from plcdesk.planning.paste import read_agenda

ROUNDS = 3
LIMIT = 2.8
LETTERS = 50_000
AN_AGENDA = 18_000
PIECES = ("a", "- ", "(", "1 ", "10:50 ", "5 min ", "| ", "\t", ".", "a – ", "**", "norms ", "½", ">")

Work = Callable[[int], object]


def run(folder: Path) -> list[Ratio]:
    """The time of twice the text against that of the text, minima of interleaved runs."""
    del folder
    return [_growth(name, work, size) for name, work, size in _works()]


def _growth(name: str, work: Work, size: int) -> Ratio:
    work(size)
    once, twice = interleaved(ROUNDS, lambda: _timed(work, size), lambda: _timed(work, 2 * size))
    return Ratio(f"twice as much {name}", min(twice), min(once), LIMIT)


def _timed(work: Work, size: int) -> float:
    began = time.process_time()
    work(size)
    return (time.process_time() - began) * 1000


def _works() -> Iterator[tuple[str, Work, int]]:
    for name, block in _blocks().items():
        yield f"in a PDF: {name}", lambda size, block=block: _pdf(block(size)), LETTERS
    for piece in PIECES:
        yield f"pasted: {piece!r}", lambda size, piece=piece: _paste(piece, size), AN_AGENDA
    for name, text in _files().items():
        yield f"in a protocol's file: {name}", lambda size, text=text: _refused(text(size)), 4_000


def _blocks() -> dict[str, Callable[[int], Block]]:
    wide = (Column("Action", 0.6), Column("Who", 0.2), Column("By", 0.2))

    def words(size: int) -> tuple[Run, ...]:
        return plain_runs("lorem ipsum dolor " * (size // 18))

    return {
        "paragraph": lambda size: Paragraph(words(size)),
        "list": lambda size: ListOf((words(size),)),
        "wide cell": lambda size: Table(wide, (((words(size),), (plain_runs("Jo"),), (plain_runs("Thu"),)),)),
        "together": lambda size: Together((Paragraph(words(size)), Paragraph(plain_runs("end")))),
        "no spaces": lambda size: Paragraph(plain_runs("x" * size)),
        "heading": lambda size: Heading("lorem ipsum dolor " * (size // 18)),
        "emoji": lambda size: Paragraph(plain_runs("🎉" * size)),
        "accents": lambda size: Paragraph(plain_runs("a" + "\u0301\u0323" * (size // 2))),
        "empty lines": lambda size: Paragraph(plain_runs("\n" * size)),
        "many runs": lambda size: Paragraph(
            tuple(Run("lorem ipsum " * 8, strong=number % 2 == 0) for number in range(size // 100))
        ),
    }


def _pdf(block: Block) -> None:
    pdf_bytes(Document("Title", "Team", "en-US", (block,), footer=("Foot",)), "letter")


def _paste(piece: str, size: int) -> None:
    line = "x" + piece * (370 // len(piece)) + "x"
    read_agenda("\n".join([line] * (size // len(line))), lambda _name: None)


def _files() -> dict[str, Callable[[int], str]]:
    return {
        "dots": lambda size: ".".join(["a"] * size) + " = 1",
        "steps": lambda size: "".join(f"[[steps]]\nid='s{number}'\n" for number in range(size // 8)),
        "a long list": lambda size: "x = [" + "1," * size + "]",
        "control characters": lambda size: 'x = "' + "\\u0007" * size + '"',
        "deep names": lambda size: "".join(f"a{number}.b.c = 1\n" for number in range(size // 4)),
    }


def _refused(text: str) -> None:
    try:
        read_text(text, "x.toml")
    except ProtocolFaults:
        return
    raise AssertionError("A hostile file was taken.")
