"""All minutes of a year as one PDF: which year, how far it is, and Cancel."""

from pathlib import Path
from threading import Event

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget
from shiboken6 import isValid

from plcdesk.minutes.forms import Wanted
from plcdesk.minutes.year import SchoolYear, read_years, year_of
from plcdesk.planning.infos import MeetingInfo
from plcdesk.planning.reading import read_team
from plcdesk.store.reader import Reader
from plcdesk.students.kept import LeavingNames
from plcdesk.text import ntr, tr
from plcdesk_ui.context import Context
from plcdesk_ui.minutes.names_guard import NamesGuard
from plcdesk_ui.widgets.fields import Choice, field
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.sheet import Sheet


class YearBookSheet(Sheet):
    """Makes the book in the background. Cancel, Esc and closing stop it; nothing is written then."""

    _moved = Signal(int, int)

    def __init__(self, parent: QWidget, context: Context, meeting: MeetingInfo, wanted: Wanted) -> None:
        super().__init__(
            tr("Year book"),
            tr("All minutes of a year in one PDF, with contents and a list of all decisions and actions."),
            parent,
        )
        self._context = context
        self._team_id = meeting.team_id
        self._wanted = wanted
        self._stop = Event()
        self._years = read_years(context.reader, meeting.team_id)
        self.year = Choice([(year, _called(year)) for year in self._years])
        self.year.set_value(
            next((year for year in self._years if year.begins == year_of(meeting.starts_at.date())), None)
        )
        self.body.addWidget(field(tr("School year"), self.year))
        words = tr("It holds the parts that are ticked, and students’ names as you chose for each meeting.")
        self.body.addWidget(plain(words, "secondary", wrap=True))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Meetings done"))
        self.bar.hide()
        self.told = plain("", "secondary")
        self.told.hide()
        self.body.addWidget(self.bar)
        self.body.addWidget(self.told)
        self.add_cancel()
        self.accept_button = self.add_accept(tr("Save as PDF…"))
        self._moved.connect(self._show_progress)
        self.finished.connect(lambda _result: self._stop.set())

    def accept(self) -> None:
        """Ask where to, then make the book."""
        from plcdesk_ui.minutes.saving import ask_for_file

        year = self.year.value()
        if not isinstance(year, SchoolYear):
            return
        team = read_team(self._context.reader, self._team_id)
        name = tr("{team}, minutes {year}").format(team=team.name if team else "", year=year.name)
        file = ask_for_file(self, tr("Save the year book"), name, ".pdf", tr("PDF"))
        if file is not None:
            self.accept_button.setEnabled(False)
            self.year.setEnabled(False)
            self._look_for_names(year, file)

    def _look_for_names(self, year: SchoolYear, file: Path) -> None:
        """Ask about the likely students' names that nobody has looked at, then go on."""
        team_id = self._team_id
        self.told.setText(tr("Looking for students’ names…"))
        self.bar.setRange(0, 0)
        for shown in (self.bar, self.told):
            shown.show()

        def find(reader: Reader) -> LeavingNames:
            from plcdesk.minutes.year_book import names_in_year

            return names_in_year(reader, team_id, year)

        guard = NamesGuard(self, self._context)
        guard.before_all(find, lambda: self._start(year, file), otherwise=self.reject)

    def _start(self, year: SchoolYear, file: Path) -> None:
        if self._stop.is_set():
            return
        self._show_progress(0, year.meetings)
        context, stop, wanted, team_id = self._context, self._stop, self._wanted, self._team_id

        def progress(done: int, of: int) -> bool:
            if not stop.is_set():
                self._moved.emit(done, of)
            return not stop.is_set()

        def make() -> bool:
            from plcdesk.minutes.whole_file import writing_whole
            from plcdesk.minutes.year_book import Stopped, year_book

            form = (wanted.parts, wanted.paper, wanted.locale)
            try:
                with context.workspace.reader() as reader, writing_whole(file) as to:
                    year_book(reader, team_id, year, to, *form, progress)
                    if stop.is_set():
                        raise Stopped
            except Stopped:
                return False
            return True

        def done(written: bool) -> None:
            if written:
                context.bus.told.emit(tr("Saved as {file}").format(file=file.name), "")
            if written and isValid(self):
                self.done(1)

        def failed(sentence: str) -> None:
            context.bus.problem_arose.emit(sentence)
            if isValid(self):
                self.reject()

        context.in_background(make, done, failed)

    def _show_progress(self, done: int, of: int) -> None:
        self.bar.show()
        self.told.show()
        self.bar.setRange(0, max(1, of))
        self.bar.setValue(done)
        words = ntr("{done} of {n} meeting", "{done} of {n} meetings", of)
        self.told.setText(words.format(done=done, n=of))


def _called(year: SchoolYear) -> str:
    count = ntr("{n} meeting", "{n} meetings", year.meetings).format(n=year.meetings)
    return f"{year.name} · {count}"
