"""The next meeting in one glance, for the first thing that the window paints.

Plain SQLite and nothing else of ours: it is read before the workspace is opened for writing.
"""

import sqlite3
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from plcdesk.store.numbers import APPLICATION_ID, SCHEMA

PASSED, SOON = timedelta(hours=12), timedelta(minutes=30)
NEXT = (
    "starts_at >= ? ORDER BY starts_at > ?,"
    " CASE WHEN starts_at <= ? THEN starts_at END DESC, starts_at, n LIMIT 1"
)
"""Which planned meeting is the next: of those that begin soon, or began today and were not held, the last one."""


def around(now: datetime) -> list[str]:
    """What `NEXT` is asked with; `now` is local."""
    soon = f"{now + SOON:%Y-%m-%dT%H:%M}"
    return [f"{now - PASSED:%Y-%m-%dT%H:%M}", soon, soon]


class NextSight(NamedTuple):
    """The next planned meeting of a team; `starts_at` is local 'YYYY-MM-DDTHH:MM'."""

    title: str
    starts_at: str
    minutes: int
    result_wanted: str
    room: str


def read_next_sight(file: Path, team_id: str | None, now: datetime) -> NextSight | None:
    """The team's next meeting at `now`, which is local; None if nothing can be said quickly."""
    if not file.is_file() or file.stat().st_size == 0:
        return None
    connection = sqlite3.connect(file, timeout=0.2)
    try:
        if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            return None
        if connection.execute("PRAGMA user_version").fetchone()[0] != SCHEMA:
            return None
        row = connection.execute(
            "SELECT title, starts_at, minutes, result_wanted, room FROM meeting"
            " WHERE team_id = coalesce((SELECT id FROM team WHERE id = ? AND deleted_at IS NULL),"
            "   (SELECT id FROM team WHERE deleted_at IS NULL ORDER BY n LIMIT 1))"
            f" AND status = 'planned' AND deleted_at IS NULL AND {NEXT}",
            [team_id, *around(now)],
        ).fetchone()
    except sqlite3.Error:
        return None  # whatever is wrong is told when the workspace is opened
    finally:
        connection.close()
    return NextSight(*row) if row else None
