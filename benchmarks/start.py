"""From starting the process to the first window, painted with the next meeting on it, on 200 meetings."""

import os
import sqlite3
from datetime import date
from functools import partial
from pathlib import Path

from benchmarks.ratio import Ratio, child_milliseconds, interleaved
from plcdesk.sample.making import make_sample

ROUNDS = 21
MEETINGS = 200


def run(folder: Path) -> list[Ratio]:
    """The two ratios of the start; minima of interleaved runs."""
    file = folder / "start.plcdb"
    make_sample(file, teams=1, meetings=MEETINGS, today=date.today())
    with sqlite3.connect(file) as raw:
        title = raw.execute(
            "SELECT title FROM meeting WHERE status = 'planned' ORDER BY starts_at LIMIT 1"
        ).fetchone()[0]
    raw.close()
    os.environ["PLCDESK_HOME"] = str(folder / "home")
    bare, orm, app = interleaved(
        ROUNDS,
        partial(child_milliseconds, "bare_window.py"),
        partial(child_milliseconds, "window_and_orm.py"),
        partial(child_milliseconds, "app_start.py", str(file), title),
    )
    first_sight, filled = (min(moments) for moments in zip(*app, strict=True))
    bare_window, window_and_orm = min(bare)[0], min(orm)[0]
    return [
        Ratio("first window with the next meeting on it / bare window", first_sight, bare_window, 1.5),
        Ratio("home filled / empty window and SQLAlchemy's ORM", filled, window_and_orm, 0.6),
    ]
