"""How a norm was worded before, read from the change table."""

from dataclasses import dataclass
from datetime import date, datetime

from plcdesk.store.reader import Reader


@dataclass(frozen=True)
class Wording:
    """The words of a norm, and the day from which they held."""

    text: str
    since: date


def read_wordings(reader: Reader, norm_id: str) -> tuple[Wording, ...]:
    """All wordings of a norm, the newest first; of those of one day, only the last."""
    found: dict[date, str] = {}
    for row in reader.rows(
        "SELECT json_extract(after, '$.text') AS text, at FROM change"
        " WHERE row_table = 'norm' AND row_id = ? ORDER BY n",
        [norm_id],
    ):
        if row["text"]:
            found[datetime.fromisoformat(row["at"]).date()] = row["text"]
    wordings: list[Wording] = []
    for since, text in found.items():
        if not wordings or wordings[-1].text != text:
            wordings.append(Wording(text, since))
    return tuple(reversed(wordings))
