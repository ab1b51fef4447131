"""What a team vented in a meeting, by what it can do about it."""

from dataclasses import dataclass
from typing import Literal

from plcdesk.store.reader import Reader
from plcdesk.text import tr

Circle = Literal["", "control", "influence", "worry"]


@dataclass(frozen=True)
class GripeInfo:
    """Something vented. `circle` is empty until it is sorted; `entry_id` is the action that it became."""

    id: str
    text: str
    circle: Circle
    entry_id: str | None


def circle_words() -> dict[Circle, str]:
    """The three circles as people read them."""
    return {
        "control": tr("In our hands"),
        "influence": tr("We can influence it"),
        "worry": tr("We can only worry"),
    }


def read_gripes(reader: Reader, meeting_id: str) -> tuple[GripeInfo, ...]:
    """What was vented in a meeting, in the order it was."""
    return reader.each(
        lambda row: GripeInfo(row["id"], row["text"], row["circle"], row["entry_id"]),
        "SELECT gripe.id, gripe.text, circle, entry.id AS entry_id FROM gripe"
        " LEFT JOIN entry ON entry.id = gripe.entry_id AND entry.deleted_at IS NULL"
        " WHERE gripe.meeting_id = ? AND gripe.deleted_at IS NULL ORDER BY gripe.n",
        [meeting_id],
    )
