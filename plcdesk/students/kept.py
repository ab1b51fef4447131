"""What the store keeps of students: each team's list, and what stands for a name in what leaves a meeting."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from plcdesk.store.reader import Reader
from plcdesk.students.guard import Choice, Choices, FoundName, Known, T, all_replaced, found_names, texts_in
from plcdesk.students.names import ListedStudent


@dataclass(frozen=True)
class StudentInfo:
    """A student on a team's list; the code may be empty."""

    id: str
    name: str
    code: str


def read_students(reader: Reader, team_id: str) -> tuple[StudentInfo, ...]:
    """A team's list in the order of the alphabet."""
    found = reader.each(
        lambda row: StudentInfo(row["id"], row["name"], row["code"]),
        "SELECT id, name, code FROM student WHERE team_id = ? AND deleted_at IS NULL",
        [team_id],
    )
    return tuple(sorted(found, key=lambda student: (student.name.casefold(), student.id)))


def read_known(reader: Reader, team_id: str) -> Known:
    """Whom the guard knows on a team: also those who left it."""
    members = reader.each(
        lambda row: str(row["name"]), "SELECT name FROM member WHERE team_id = ? ORDER BY n", [team_id]
    )
    students = tuple(ListedStudent(student.name, student.code) for student in read_students(reader, team_id))
    return Known(members, students)


def read_choices(reader: Reader, meeting_id: str) -> Choices:
    """What stands for names in what leaves a meeting."""
    rows = reader.rows("SELECT name, way, code FROM name_choice WHERE meeting_id = ?", [meeting_id])
    return {row["name"]: Choice(row["way"], row["code"]) for row in rows}


@dataclass(frozen=True)
class LeavingNames:
    """The likely names in what is about to leave.

    `choices` holds what was chosen for some of them; `places` the meetings that each stands in, by its key.
    """

    found: tuple[FoundName, ...]
    choices: Choices
    places: Mapping[str, Sequence[str]]

    @property
    def new(self) -> tuple[FoundName, ...]:
        """Those that nobody has chosen for yet."""
        return tuple(name for name in self.found if name.key not in self.choices)


def names_of_meeting(reader: Reader, meeting_id: str, value: object) -> LeavingNames:
    """The likely names in facts or a document of a meeting, also those that were chosen for."""
    choices = read_choices(reader, meeting_id)
    found = found_names(texts_in(value), _known_of(reader, meeting_id), choices)
    return LeavingNames(found, choices, {name.key: [meeting_id] for name in found})


def new_names_in(reader: Reader, pieces: Iterable[tuple[str, object]]) -> LeavingNames:
    """The likely names in pieces of meetings of whichever teams that nobody has chosen for yet.

    Each piece is a meeting's id and the facts or text of it. No code stands for two names.
    """
    by_team: dict[str, list[tuple[str, str]]] = {}
    for meeting_id, value in pieces:
        team_id = str(reader.value("SELECT team_id FROM meeting WHERE id = ?", [meeting_id]))
        by_team.setdefault(team_id, []).extend((meeting_id, text) for text in texts_in(value))
    found: dict[str, FoundName] = {}
    places: dict[str, Sequence[str]] = {}
    codes: dict[str, Choice] = {}
    for team_id, texts in by_team.items():
        names = _new_names(reader, texts, read_known(reader, team_id), codes)
        for name in names.found:
            found.setdefault(name.key, name)
            places[name.key] = [*places.get(name.key, ()), *names.places[name.key]]
    return LeavingNames(tuple(found.values()), {}, places)


def _new_names(
    reader: Reader, texts: Iterable[tuple[str, str]], known: Known, codes: dict[str, Choice]
) -> LeavingNames:
    """Those of one team; `codes` holds the codes that names have, and gets those that are given here."""
    kept: list[str] = []
    choices: dict[str, Choices] = {}
    places: dict[str, list[str]] = {}
    for meeting_id, text in texts:
        if meeting_id not in choices:
            choices[meeting_id] = read_choices(reader, meeting_id)
            codes.update(choices[meeting_id])
        new = [name for name in found_names([text], known) if name.key not in choices[meeting_id]]
        kept += [text] if new else []
        for name in new:
            if meeting_id not in places.setdefault(name.key, []):
                places[name.key].append(meeting_id)
    found = tuple(name for name in found_names(kept, known, codes) if name.key in places)
    codes.update((name.key, Choice("code", name.code)) for name in found)
    return LeavingNames(found, {}, places)


def as_it_leaves(reader: Reader, meeting_id: str, value: T) -> T:
    """Facts or a document of a meeting with what was chosen in the place of students' names."""
    choices = read_choices(reader, meeting_id)
    return all_replaced(value, _known_of(reader, meeting_id), choices) if choices else value


def _known_of(reader: Reader, meeting_id: str) -> Known:
    team_id = reader.value("SELECT team_id FROM meeting WHERE id = ?", [meeting_id])
    return read_known(reader, str(team_id))
