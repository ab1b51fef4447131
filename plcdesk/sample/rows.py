"""The rows of one team's tables while they are made up, and ids that are the same each time."""

import random
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import insert

from plcdesk.store.tables import (
    Attendance,
    ClockEvent,
    Entry,
    Feedback,
    Item,
    Meeting,
    Member,
    Norm,
    NormRating,
    Role,
    Row,
    Snapshot,
    Team,
)
from plcdesk.store.work import Work

# Each table after those that it points to.
TABLES: tuple[type[Row], ...] = (
    Team,
    Member,
    Norm,
    Meeting,
    Item,
    Snapshot,
    ClockEvent,
    Attendance,
    Role,
    Entry,
    NormRating,
    Feedback,
)


class Rows:
    """Rows by their table. `chance` decides all that a script leaves open."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self._found: dict[type[Row], list[dict[str, Any]]] = {table: [] for table in TABLES}

    def new_id(self) -> str:
        """A uuid drawn from `chance`."""
        return str(UUID(int=self.chance.getrandbits(128), version=4))

    def add(self, table: type[Row], values: Mapping[str, Any]) -> str:
        """Keep a row; returns its id."""
        row_id = self.new_id()
        self._found[table].append({"id": row_id, **values})
        return row_id

    def of(self, table: type[Row]) -> list[dict[str, Any]]:
        """The rows of a table so far."""
        return self._found[table]


def write_rows(work: Work, rows: Rows) -> None:
    """Write everything as one piece of work.

    The rows go straight into their tables: a made-up past has no history of changes to be undone, and writing
    one would take longer than the rows themselves.
    """
    for table in TABLES:
        if rows.of(table):
            work.session.execute(insert(table), rows.of(table))


def utc(local: datetime, zone: str) -> datetime:
    """A local time of a place as UTC."""
    return local.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
