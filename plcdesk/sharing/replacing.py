"""What stands for students' names in a copy to read, as it was chosen for each meeting."""

from collections.abc import Mapping
from typing import Any, cast

import msgspec

from plcdesk.sharing.kinds import MEETING, MEMBER, TEAM, Kind
from plcdesk.sharing.rows import canonical
from plcdesk.store.reader import Reader
from plcdesk.students.guard import Choices, replaced
from plcdesk.students.kept import read_choices, read_known

NOT_WRITTEN = frozenset(
    {"is", "at", "align", "becomes", "kind", "language", "level", "status", "tone", "zone"}
)
"""In frozen minutes: what says which part of the document something is."""


def written_in(kind: Kind) -> tuple[str, ...]:
    """The columns in which people write."""
    return (*kind.texts, *(("fields", "owner_names") if kind.table == "entry" else ()))


def meeting_of(kind: Kind, key: str, content: Mapping[str, Any]) -> str:
    """The meeting that a record belongs to; empty for what is the team's, and where only an entry knows."""
    if kind is MEETING:
        return key
    return str(content.get("meeting_id", "")) if kind.by_id else key.split("/", 1)[0]


class Replacing:
    """Replaces names in records of a team. Grown-ups' names and the team's own stay."""

    def __init__(self, reader: Reader, team_id: str) -> None:
        self._reader = reader
        self._known = read_known(reader, team_id)
        self._choices: dict[str, Choices] = {}
        # What belongs to the team has no meeting of its own: what was chosen last in any of them holds.
        self._of_team: Choices = {}
        for row in reader.rows(
            "SELECT DISTINCT meeting_id FROM name_choice JOIN meeting ON meeting.id = meeting_id"
            " WHERE team_id = ? ORDER BY starts_at, meeting.n",
            [team_id],
        ):
            self._of_team = {**self._of_team, **read_choices(reader, row["meeting_id"])}

    def content(self, kind: Kind, key: str, held: bytes) -> bytes:
        """A record's content, canonical JSON, with what was chosen in the place of names."""
        if not self._of_team or kind in (TEAM, MEMBER) or not written_in(kind):
            return held
        content: dict[str, Any] = msgspec.json.decode(held)
        choices = self._choices_of(meeting_of(kind, key, content))
        changed = {name: self._replaced(content[name], choices) for name in written_in(kind)}
        if all(content[name] == value for name, value in changed.items()):
            return held
        return canonical(content | changed)

    def _choices_of(self, meeting_id: str) -> Choices:
        if meeting_id not in self._choices:
            self._choices = {meeting_id: {**self._of_team, **read_choices(self._reader, meeting_id)}}
        return self._choices[meeting_id]

    def _replaced(self, value: Any, choices: Choices) -> Any:
        if isinstance(value, str):
            return replaced(value, self._known, choices)
        if isinstance(value, list):
            return [self._replaced(each, choices) for each in cast("list[Any]", value)]
        if isinstance(value, dict):
            held = cast("dict[str, Any]", value)
            return {
                name: each if name in NOT_WRITTEN else self._replaced(each, choices)
                for name, each in held.items()
            }
        return value
