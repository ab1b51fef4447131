"""The versions of a meeting's minutes: frozen when they are marked as final and whenever they are amended.

A version is what the minutes could tell then, and how they read. Nothing that changes in the meeting later
changes it, and no version is ever overwritten.
"""

import json
import sqlite3
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from zoneinfo import ZoneInfo

from plcdesk.errors import UserError
from plcdesk.minutes.content import MeetingFacts
from plcdesk.minutes.document import Document
from plcdesk.minutes.gather import gather
from plcdesk.minutes.stored import from_plain
from plcdesk.store.reader import Reader
from plcdesk.text import tr

Kind = Literal["final", "amended"]
_COLUMNS = "minutes_version.id, number, kind, reason, addendum, at, meeting.zone"


@dataclass(frozen=True)
class VersionInfo:
    """One version: its number from 1, the day it was made on (local), why, and what it added."""

    id: str
    number: int
    kind: Kind
    on: date
    reason: str
    addendum: str


def read_versions(reader: Reader, meeting_id: str) -> tuple[VersionInfo, ...]:
    """The versions of a meeting's minutes, oldest first."""
    return reader.each(
        _info,
        f"SELECT {_COLUMNS} FROM minutes_version JOIN meeting ON meeting.id = meeting_id"
        " WHERE meeting_id = ? ORDER BY number",
        [meeting_id],
    )


def read_version(reader: Reader, version_id: str) -> Document:
    """How the minutes read in a version. Raises UserError when it is not there."""
    row = reader.row("SELECT document FROM minutes_version WHERE id = ?", [version_id])
    if row is None:
        raise UserError(tr("That version is not there any more."))
    return from_plain(json.loads(row["document"])["tree"])


def facts_of(reader: Reader, meeting_id: str) -> MeetingFacts:
    """What the minutes of a meeting tell: a draft as it stands, final minutes as they were frozen.

    Minutes that became final before versions were kept are told as they stand.
    """
    row = reader.row(
        "SELECT document FROM minutes_version JOIN meeting ON meeting.id = meeting_id"
        " WHERE meeting_id = ? AND meeting.status = 'final' ORDER BY number DESC LIMIT 1",
        [meeting_id],
    )
    return gather(reader, meeting_id) if row is None else from_plain(json.loads(row["document"])["facts"])


def _info(row: sqlite3.Row) -> VersionInfo:
    at = datetime.fromisoformat(row["at"]).astimezone(ZoneInfo(row["zone"]))
    return VersionInfo(row["id"], row["number"], row["kind"], at.date(), row["reason"], row["addendum"])
