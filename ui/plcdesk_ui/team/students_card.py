"""The student list of a team: names, and the codes that may stand for them in what leaves this laptop."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from plcdesk.store.reader import Reader
from plcdesk.students.kept import StudentInfo, read_students
from plcdesk.text import ntr, tr
from plcdesk_ui.change import Change
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.buttons import button, icon_button
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.fields import TextField
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.line_field import LineField

if TYPE_CHECKING:
    from plcdesk.store.work import Work

AT_ONCE = 24
"""Lines that are shown at first and with each press: more of them would hold up the window."""


class StudentsCard(Card):
    """A line each, and room to paste many. The list never leaves this laptop."""

    def __init__(self, change: Change) -> None:
        super().__init__(tr("Student list"))
        self._change = change
        self._team_id = ""
        self._most = 0
        self._students: tuple[StudentInfo, ...] = ()
        self._lines: dict[str, StudentLine] = {}
        self._counted = plain("", "secondary")
        self.add_trailing(self._counted)
        words = tr(
            "It stays on this laptop. Names on it are found in what leaves, and codes can stand for them."
        )
        self.body.addWidget(plain(words, "secondary", wrap=True))
        self._box = QVBoxLayout()
        self._box.setSpacing(ROW)
        self.body.addLayout(self._box)
        self.more = button("", self._show_more, "link")
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.setSpacing(ROW)
        self.new_names = TextField(placeholder=tr("Name, code: one student a line"), lines=1, most_lines=6)
        self.new_names.setAccessibleName(tr("Names and codes of new students, one student a line"))
        self.new_names.submitted.connect(self._add)
        row.addWidget(self.new_names, 1)
        row.addWidget(button(tr("Add"), self._add), 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)

    def show_team(self, reader: Reader, team_id: str) -> None:
        """Show a team's list; a line that stays is kept, so that nobody is thrown out of a field."""
        if team_id != self._team_id:
            self._most = 0
        self._team_id = team_id
        self._students = read_students(reader, team_id)
        self._show()

    def flush(self) -> None:
        """Hand over what is half typed."""
        for line in self._lines.values():
            line.flush()

    def _show_more(self) -> None:
        self._most += AT_ONCE
        self._show()

    def _show(self) -> None:
        count = len(self._students)
        self._counted.setText(ntr("{n} student", "{n} students", count).format(n=count))
        shown = self._students[: self._most]
        for student_id in set(self._lines) - {student.id for student in shown}:
            line = self._lines.pop(student_id)
            self._box.removeWidget(line)
            line.hide()
            line.deleteLater()
        for place, student in enumerate(shown):
            line = self._lines.get(student.id)
            if line is None:
                line = self._lines[student.id] = StudentLine(student, self._change)
            if self._box.indexOf(line) != place:
                self._box.removeWidget(line)
                self._box.insertWidget(place, line)
            line.show_student(student)
        left = count - len(shown)
        self.more.setVisible(left > 0)
        words = tr("Show them") if not shown else ntr("{n} more", "{n} more", left).format(n=left)
        self.more.set_text(words)

    def _add(self) -> None:
        lines, team_id = self.new_names.text().strip(), self._team_id
        if not lines or not team_id:
            return
        self.new_names.setPlainText("")
        self._most = max(self._most, AT_ONCE)

        def add(work: "Work") -> None:
            from plcdesk.students.changing import add_students

            add_students(work, team_id, lines)

        self._change(add)


class StudentLine(QWidget):
    """A student: name and code as fields, and the way off the list."""

    def __init__(self, student: StudentInfo, change: Change) -> None:
        super().__init__()
        self._change = change
        self._student = student
        self.name = LineField(student.name, limit=120)
        self.code = LineField(student.code, tr("code"), limit=40)
        self.code.setFixedWidth(self.fontMetrics().averageCharWidth() * 14)
        self._remove = icon_button("trash-2", "", self._delete, tip=tr("Take off the list"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(ROW)
        row.addWidget(self.name, 1)
        row.addWidget(self.code)
        row.addWidget(self._remove)
        self.name.committed.connect(lambda text: self._set("name", text) if text.strip() else None)
        self.code.committed.connect(lambda text: self._set("code", text))

    def show_student(self, student: StudentInfo) -> None:
        """Show what is kept of the student; what is being typed is left alone."""
        self._student = student
        self.name.set_value(student.name)
        self.code.set_value(student.code)
        self.name.setAccessibleName(tr("Student’s name"))
        self.code.setAccessibleName(tr("Code of {name}").format(name=student.name))
        self._remove.setAccessibleName(tr("Take {name} off the list").format(name=student.name))

    def flush(self) -> None:
        """Hand over what is half typed."""
        self.name.flush()
        self.code.flush()

    def _set(self, column: str, text: str) -> None:
        student_id = self._student.id

        def change(work: "Work") -> None:
            from plcdesk.students.changing import change_student

            change_student(work, student_id, typing=f"{student_id}:{column}", **{column: text})

        self._change(change)

    def _delete(self) -> None:
        student = self._student

        def delete(work: "Work") -> None:
            from plcdesk.students.changing import remove_student

            remove_student(work, student.id)

        self._change(delete, tr("Taken off the list: {name}").format(name=student.name))
