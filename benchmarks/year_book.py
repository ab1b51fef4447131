"""A book of 400 meetings against one of 40: what each further meeting takes in memory, against its bytes in the PDF.

Each page is written to the file when it is done. What still grows is what a PDF holds to find them: the places of
its objects, the contents, the bookmarks. The figures are kibibytes, not milliseconds.
"""

import tracemalloc
from datetime import date
from io import BytesIO
from pathlib import Path

from benchmarks.ratio import Ratio
from plcdesk.minutes.year_book import book_of
from plcdesk.sample.making import make_sample
from plcdesk.store.reader import Reader

FEW, MANY = 40, 400
LIMIT = 2.5


def run(folder: Path) -> list[Ratio]:
    """Both books from the same workspace, after one that loads fonts and code."""
    file = folder / "years.plcdb"
    make_sample(file, teams=1, meetings=MANY + 1, today=date(2026, 11, 24))
    with Reader(file) as reader:
        rows = reader.rows(
            "SELECT id, team_id FROM meeting WHERE status IN ('draft', 'final') ORDER BY starts_at"
        )
        ids, team = [row["id"] for row in rows], rows[0]["team_id"]
        book_of(reader, team, "warm", ids[:3], BytesIO())
        few, many = (highest(reader, team, ids[:count], folder / "book.pdf") for count in (FEW, MANY))
    name = f"Memory from {FEW} to {MANY} meetings in a book / its bytes, in KiB"
    return [Ratio(name, many[0] - few[0], many[1] - few[1], LIMIT)]


def highest(reader: Reader, team: str, ids: list[str], file: Path) -> tuple[float, float]:
    """The most memory that making the book took at once, and what the book weighs, in KiB."""
    tracemalloc.start()
    try:
        with file.open("wb") as to:
            book_of(reader, team, "all", ids, to)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    return peak / 1024, file.stat().st_size / 1024
