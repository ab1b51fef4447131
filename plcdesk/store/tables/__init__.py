"""The tables of a workspace, typed. One SQLite file holds them all.

Each row has `n`, an integer key for SQLite and full text, and `id`, a uuid by which two laptops' files can be
merged later. Rows with `deleted_at` are never removed, only hidden: nobody's words are ever lost. Instants are
UTC in ISO form with a Z; planned starts are local time beside an IANA zone; dates are ISO dates.
"""

from plcdesk.store.tables.base import Deletable, Row, Table, new_id
from plcdesk.store.tables.closing import (
    AnonymousRound,
    CoachLetter,
    Feedback,
    MinutesVersion,
    NameChoice,
    NormRating,
)
from plcdesk.store.tables.entries import Draft, Entry, Postponement
from plcdesk.store.tables.meetings import AttachedBytes, Attachment, Item, Meeting, Snapshot
from plcdesk.store.tables.record import Change, Transaction, Version
from plcdesk.store.tables.room import Attendance, ClockEvent, Gripe, Grouping, Pulse, Role, Vote
from plcdesk.store.tables.teams import DayOff, Member, Norm, Student, Team

__all__ = [
    "LOGGED",
    "AnonymousRound",
    "AttachedBytes",
    "Attachment",
    "Attendance",
    "Change",
    "ClockEvent",
    "CoachLetter",
    "DayOff",
    "Deletable",
    "Draft",
    "Entry",
    "Feedback",
    "Gripe",
    "Grouping",
    "Item",
    "Meeting",
    "Member",
    "MinutesVersion",
    "NameChoice",
    "Norm",
    "NormRating",
    "Postponement",
    "Pulse",
    "Role",
    "Row",
    "Snapshot",
    "Student",
    "Table",
    "Team",
    "Transaction",
    "Version",
    "Vote",
    "new_id",
]

LOGGED: dict[str, type[Row]] = {
    mapper.class_.__tablename__: mapper.class_
    for mapper in Table.registry.mappers
    if issubclass(mapper.class_, Row) and mapper.class_.logged
}
