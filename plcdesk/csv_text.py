"""Tables as CSV that spreadsheets read rightly, and in which no cell can start a formula."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def csv_bytes(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A table with its head, in UTF-8 with the mark by which spreadsheets know it."""
    to = StringIO(newline="")
    writer = csv.writer(to, lineterminator="\r\n")
    for row in (head, *rows):
        writer.writerow([safe_cell(cell) for cell in row])
    return to.getvalue().encode("utf-8-sig", "replace")


def safe_cell(text: str) -> str:
    """People's text as a cell that is text, whatever it begins with."""
    text = text.replace("\x00", "")
    starts = text.startswith(_STARTS_A_FORMULA) or text.lstrip().startswith(_STARTS_A_FORMULA)
    return f"'{text}" if starts else text
