"""A share file read without being brought in: a workspace in memory that is gone when it is put away."""

from dataclasses import dataclass
from pathlib import Path

from plcdesk.sharing.merging import import_share
from plcdesk.sharing.opening import ShareFile
from plcdesk.sharing.waiting import Watch
from plcdesk.store.engine import carry_out, engine_on
from plcdesk.store.migrating import make_in_memory
from plcdesk.store.reader import Reader
from plcdesk.store.writer import utc_now


@dataclass(frozen=True)
class Hit:
    """A place where the words that were looked for stand: in which meeting, what it is, and its text."""

    meeting_id: str
    kind: str
    text: str


def look_into(share: ShareFile, watch: Watch | None = None) -> Reader:
    """Everything in a share file, to read. Nothing is written to the disk, also not of a file under a passphrase.

    Raises Refused.
    """
    connection = make_in_memory()
    carry_out(
        engine_on(connection),
        utc_now(),
        lambda work: import_share(work, share, deletions_agreed=True, watch=watch),
    )
    connection.execute("PRAGMA query_only=ON")
    return Reader(share.path, connection)


def nothing_yet() -> Reader:
    """An empty workspace in memory, to compare a file with where nothing has been set up."""
    return Reader(Path(), make_in_memory())


def find(reader: Reader, words: str) -> tuple[Hit, ...]:
    """Where all of the words stand, newest meeting first. Upper and lower case are the same."""
    wanted = words.casefold().split()
    if not wanted:
        return ()
    found: list[Hit] = []
    for row in reader.rows(_TEXTS):
        text = str(row["text"])
        folded = text.casefold()
        if all(word in folded for word in wanted):
            found.append(Hit(row["meeting_id"], row["kind"], text))
    return tuple(found)


_TEXTS = (
    "SELECT meeting_id, kind, text FROM ("
    " SELECT id AS meeting_id, 'meeting' AS kind, trim(title || '. ' || result_wanted) AS text, -1 AS place FROM meeting"
    " WHERE deleted_at IS NULL"
    " UNION ALL SELECT meeting_id, 'item', trim(title || ' ' || purpose), position FROM item WHERE deleted_at IS NULL"
    " UNION ALL SELECT meeting_id, kind, trim(text || ' ' || why || ' ' || outcome), 1000 + position FROM entry"
    " WHERE deleted_at IS NULL AND hidden = 0"
    ") JOIN meeting ON meeting.id = meeting_id WHERE meeting.deleted_at IS NULL"
    " ORDER BY meeting.starts_at DESC, meeting_id, place"
)
