"""Whether a workspace is sound: its file, its meetings, its protocols. Each finding is a sentence."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plcdesk.store.reader import Reader
from plcdesk.text import ntr, tr

if TYPE_CHECKING:
    from plcdesk.library.catalogue import Catalogue

MOST_TOLD = 5


@dataclass(frozen=True)
class Finding:
    """Something that was looked at, and whether it is as it should be."""

    well: bool
    sentence: str


def examine(reader: Reader, library: "Catalogue") -> Iterator[Finding]:
    """Look at everything, one finding after the other. Raises sqlite3.DatabaseError if the file is unreadable."""
    yield from _file(reader)
    yield from _references(reader)
    yield from _meetings(reader)
    yield from _protocols(library)


def _file(reader: Reader) -> Iterator[Finding]:
    told = [str(row[0]) for row in reader.rows(f"PRAGMA integrity_check({MOST_TOLD})")]
    if told == ["ok"]:
        yield Finding(True, tr("The file is whole."))
    for problem in told if told != ["ok"] else ():
        yield Finding(False, tr("The file is damaged: {problem}.").format(problem=problem))


def _references(reader: Reader) -> Iterator[Finding]:
    broken = reader.rows("PRAGMA foreign_key_check")
    if not broken:
        yield Finding(True, tr("Everything points to something that is there."))
        return
    tables = ", ".join(sorted({str(row[0]) for row in broken}))
    sentence = ntr(
        "{n} row points to something that is not there, in: {tables}.",
        "{n} rows point to something that is not there, in: {tables}.",
        len(broken),
    )
    yield Finding(False, sentence.format(n=len(broken), tables=tables))


def _meetings(reader: Reader) -> Iterator[Finding]:
    """Each meeting's agenda with its protocols as they were, and its clock."""
    ids = [row["id"] for row in reader.rows("SELECT id FROM meeting WHERE deleted_at IS NULL ORDER BY n")]
    bad = [finding for meeting_id in ids if (finding := _meeting(reader, meeting_id)) is not None]
    yield from bad
    if not bad:
        sentence = ntr(
            "{n} meeting can be read, with its clock and its protocols.",
            "{n} meetings can be read, with their clocks and their protocols.",
            len(ids),
        )
        yield Finding(True, sentence.format(n=len(ids)))


def _meeting(reader: Reader, meeting_id: str) -> Finding | None:
    from plcdesk.running.clock import fold
    from plcdesk.running.reading import read_room

    try:
        room = read_room(reader, meeting_id)
        if room is None:
            sentence = tr("Meeting {id} belongs to a team that is not there.")
            return Finding(False, sentence.format(id=meeting_id))
        if not room.events:
            return None
        state = fold(room.plan, room.events, room.events[-1].at, room.last_seen)
    except Exception as fault:
        # Whatever is stored where something else belongs; what it is matters less than where.
        sentence = tr("Meeting {id} cannot be read ({fault}).")
        return Finding(False, sentence.format(id=meeting_id, fault=type(fault).__name__))
    if room.meeting.was_held and state.status != "ended":
        return Finding(
            False, tr("The clock of meeting {id} has not ended, but it was held.").format(id=meeting_id)
        )
    return None


def _protocols(library: "Catalogue") -> Iterator[Finding]:
    faults = library.faults()
    for fault in faults:
        yield Finding(False, str(fault))
    if not faults:
        number = len(library.summaries())
        sentence = ntr("{n} protocol can be used.", "{n} protocols can be used.", number)
        yield Finding(True, sentence.format(n=number))
