"""Choosing what goes along: one meeting, some days or everything, with files and letters or without."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from plcdesk.planning.infos import MeetingInfo
from plcdesk.planning.reading import read_meetings
from plcdesk.sharing.selection import Scope, meetings_between
from plcdesk.store.reader import Reader
from plcdesk.text import tr
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.fields import Choice, DateField, field
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.radio_list import RadioList
from plcdesk_ui.widgets.toggles import CheckBox
from plcdesk_ui.words import day


class PurposeCard(Card):
    """What the file is for: to go on working with it on another laptop, or only to be read."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(tr("What it is for"))
        self.purpose = RadioList(
            [
                ("to_work_with", tr("To go on working with it, for a colleague")),
                ("to_read", tr("To read it, for the coach or whoever was absent")),
            ],
            "to_work_with",
            tr("What it is for"),
        )
        self._words = plain("", "secondary", wrap=True)
        self.body.addWidget(self.purpose)
        self.body.addWidget(self._words)
        self.purpose.chosen.connect(lambda _purpose: self._show_words())
        self._show_words()

    @property
    def to_read(self) -> bool:
        return self.purpose.value() == "to_read"

    def _show_words(self) -> None:
        self._words.setText(
            tr(
                "What you choose stands in it in the place of students' names; what is here stays as it is. It never"
                " changes anything on the team's laptops: only a letter can come back. Attached files go along as"
                " they are."
            )
            if self.to_read
            else tr("Both laptops then hold the same words, so students' names go along as they are written.")
        )
        self.changed.emit()


class ScopeCard(Card):
    """Tells `changed` whenever something else would go along."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(tr("What to share"))
        self._team_id = ""
        self.which = RadioList(
            [("one", tr("One meeting")), ("span", tr("Some days")), ("all", tr("The whole team"))],
            "all",
            tr("What to share"),
        )
        self.which.chosen.connect(lambda _which: self._show_fields())
        self.meeting = Choice()
        self.meeting.chosen.connect(lambda _meeting: self.changed.emit())
        self._meeting_field = field(tr("Meeting"), self.meeting)
        self.first, self.last = DateField(), DateField()
        for each in (self.first, self.last):
            each.committed.connect(lambda _day: self.changed.emit())
        self._days = QWidget()
        row = QHBoxLayout(self._days)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(ROW)
        row.addWidget(field(tr("From"), self.first), 1)
        row.addWidget(field(tr("To"), self.last), 1)
        self.files = CheckBox(tr("Attached files too"), checked=True)
        self.letters = CheckBox(tr("Letters between team and coach too"), checked=True)
        for box in (self.files, self.letters):
            box.toggled.connect(lambda _on: self.changed.emit())
        for widget in (self.which, self._meeting_field, self._days, self.files, self.letters):
            self.body.addWidget(widget)
        self._show_fields()

    def show_team(self, reader: Reader, team_id: str, meeting_id: str, today: date) -> None:
        """Offer a team's meetings; one that is named is chosen."""
        self._team_id = team_id
        meetings = read_meetings(reader, team_id)
        self.meeting.set_options([(meeting.id, _title(meeting)) for meeting in meetings])
        ids = [meeting.id for meeting in meetings]
        if meeting_id in ids:
            self.which.set_value("one")
            self.meeting.set_value(meeting_id)
        elif ids:
            held = next((meeting.id for meeting in meetings if meeting.starts_at.date() <= today), ids[0])
            self.meeting.set_value(held)
        self.last.set_value(today.isoformat())
        self.first.set_value(today.replace(day=1).isoformat())
        self._show_fields()

    def scope(self, reader: Reader) -> Scope:
        """What was chosen."""
        leave_out = frozenset[str]() if self.files.isChecked() else frozenset({"attachment"})
        meetings: tuple[str, ...] | None = None
        if self.which.value() == "one":
            meetings = (str(self.meeting.value()),) if self.meeting.value() else ()
        elif self.which.value() == "span":
            meetings = meetings_between(reader, self._team_id, _day(self.first), _day(self.last))
        return Scope(self._team_id, meetings, leave_out, self.letters.isChecked())

    def _show_fields(self) -> None:
        self._meeting_field.setVisible(self.which.value() == "one")
        self._days.setVisible(self.which.value() == "span")
        self.changed.emit()


def _day(field_: DateField) -> date | None:
    value = field_.value()
    return date.fromisoformat(value) if value else None


def _title(meeting: MeetingInfo) -> str:
    return f"{day(meeting.starts_at.date())}  {meeting.title}"
