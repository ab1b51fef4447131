"""'You said, we changed': what the last meeting's feedback asked for, and what was done about it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from plcdesk.store.reader import Reader

if TYPE_CHECKING:
    from plcdesk.store.work import Work


@dataclass(frozen=True)
class Said:
    """One meeting's line on what to change, and the answer to it.

    Either may be empty: the answer travels between laptops, what was said never does.
    """

    meeting_id: str
    on: date
    helped: str
    change: str
    answer: str


def read_said(reader: Reader, team_id: str, before: str) -> Said | None:
    """What was said at the end of the last meeting held before a local start 'YYYY-MM-DDTHH:MM'.

    None if nobody said what to change and nothing was done about it.
    """
    row = reader.row(
        "SELECT meeting.id, meeting.starts_at, feedback.helped, feedback.change, feedback.answer FROM meeting"
        " LEFT JOIN feedback ON feedback.meeting_id = meeting.id WHERE meeting.team_id = ?"
        " AND meeting.status IN ('draft', 'final') AND meeting.deleted_at IS NULL AND meeting.starts_at < ?"
        " ORDER BY meeting.starts_at DESC, meeting.n DESC LIMIT 1",
        [team_id, before],
    )
    if row is None or not f"{row['change'] or ''}{row['answer'] or ''}".strip():
        return None
    on = datetime.fromisoformat(row["starts_at"]).date()
    return Said(row["id"], on, row["helped"], row["change"], row["answer"])


def answer_said(work: "Work", meeting_id: str, text: str) -> None:
    """Keep what was done about the feedback of a meeting; a spell of typing is one step to undo."""
    from plcdesk.closing.wrap_up import give_feedback

    give_feedback(work, meeting_id, typing=f"{meeting_id}:answer", answer=text.strip())
