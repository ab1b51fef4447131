"""Runs the benchmarks by name, or all; exits 1 when a ratio is over its limit."""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks import archive, autosave, growth, library, pdf, room, sharing, start, typing_speed, year_book
from benchmarks.ratio import Limit, Ratio

BENCHMARKS: dict[str, Callable[[Path], list[Ratio] | list[Ratio | Limit]]] = {
    "start": start.run,
    "autosave": autosave.run,
    "typing": typing_speed.run,
    "pdf": pdf.run,
    "year-book": year_book.run,
    "archive": archive.run,
    "sharing": sharing.run,
    "growth": growth.run,
    "room": room.run,
    "library": library.run,
}


def main(words: list[str]) -> int:
    unknown = [word for word in words if word not in BENCHMARKS]
    if unknown:
        print(f"No such benchmark: {', '.join(unknown)}. There are: {', '.join(BENCHMARKS)}.")
        return 2
    over = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, run in BENCHMARKS.items():
            if words and name not in words:
                continue
            for ratio in run(Path(folder)):
                print(ratio)
                over += not ratio.holds
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
