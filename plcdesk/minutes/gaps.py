"""What the minutes of a meeting still lack, so that somebody can mend it while all remember."""

from dataclasses import dataclass

from plcdesk.planning.infos import ENTRY_COLUMNS, EntryInfo, entry_from
from plcdesk.planning.reading import read_meeting
from plcdesk.store.reader import Reader


@dataclass(frozen=True)
class Gaps:
    """What is missing. `result` is the result wanted, if nobody said whether it was reached; else empty."""

    result: str = ""
    actions: tuple[EntryInfo, ...] = ()
    still_open: tuple[EntryInfo, ...] = ()

    @property
    def count(self) -> int:
        """How many things are missing."""
        return bool(self.result) + len(self.actions) + len(self.still_open)


def read_gaps(reader: Reader, meeting_id: str) -> Gaps:
    """The gaps of a draft; nothing for minutes that are final, or that are not there."""
    meeting = read_meeting(reader, meeting_id)
    if meeting is None or meeting.status != "draft":
        return Gaps()
    entries = reader.each(
        entry_from,
        f"SELECT {ENTRY_COLUMNS} FROM entry WHERE meeting_id = ? AND deleted_at IS NULL AND status = 'open'"
        " AND NOT hidden AND kind IN ('action', 'parked', 'question') ORDER BY position, n",
        [meeting_id],
    )
    return Gaps(
        meeting.result_wanted.strip() if meeting.result_reached is None else "",
        tuple(entry for entry in entries if _lacks_something(entry)),
        tuple(entry for entry in entries if _lacks_answer(entry)),
    )


def _lacks_something(entry: EntryInfo) -> bool:
    """Whether an action has nobody or no date."""
    if entry.kind != "action":
        return False
    return entry.due_on is None or not (entry.owners or entry.owner_names)


def _lacks_answer(entry: EntryInfo) -> bool:
    """Whether nobody said what becomes of something parked or asked."""
    return entry.kind != "action" and entry.becomes is None
