"""Changing what is kept of students. Each function is one piece of work for the writer."""

from collections.abc import Mapping

from sqlalchemy import select

from plcdesk.errors import UserError
from plcdesk.running.capture_names import fold
from plcdesk.store.tables import NameChoice, Student
from plcdesk.store.work import Work
from plcdesk.students.guard import Choice
from plcdesk.text import tr


def add_students(work: Work, team_id: str, lines: str) -> int:
    """Add students to a team's list, one a line as 'Name' or 'Name, code'; returns how many are new.

    Who is on the list already is not added again. Raises UserError when no line has a name.
    """
    here = select(Student).where(Student.team_id == team_id, Student.deleted_at.is_(None))
    names = {fold(student.name) for student in work.all(here)}
    pairs = [_pair(line) for line in lines.splitlines() if line.strip()]
    if not any(name for name, _ in pairs):
        raise UserError(tr("Write the student's name first."))
    added = 0
    for name, code in pairs:
        if name and fold(name) not in names:
            names.add(fold(name))
            work.add(Student(team_id=team_id, name=name, code=code))
            added += 1
    work.session.flush()
    return added


def change_student(work: Work, student_id: str, *, typing: str | None = None, **values: str) -> None:
    """Change the name or the code of a student. Raises UserError for an empty name."""
    if not values.get("name", "-").strip():
        raise UserError(tr("Write the student's name first."))
    work.typing = typing
    work.change(work.get(Student, student_id), **{column: value.strip() for column, value in values.items()})


def remove_student(work: Work, student_id: str) -> None:
    """Take a student off the list."""
    work.delete(work.get(Student, student_id))


def choose_names(work: Work, meeting_id: str, choices: Mapping[str, Choice]) -> None:
    """Keep what stands for names in what leaves a meeting, by their keys."""
    rows = work.all(select(NameChoice).where(NameChoice.meeting_id == meeting_id))
    kept = {row.name: row for row in rows}
    for key, choice in choices.items():
        if key in kept:
            work.change(kept[key], way=choice.way, code=choice.code)
        else:
            work.add(NameChoice(meeting_id=meeting_id, name=key, way=choice.way, code=choice.code))


def _pair(line: str) -> tuple[str, str]:
    """Name and code of a line, however they are set apart: a comma, a semicolon or a tab."""
    for between in ("\t", ";", ","):
        name, found, code = line.partition(between)
        if found:
            return name.strip(), code.strip()
    return line.strip(), ""
