"""Welcome: a team, its people, its usual time, and the first meeting is ready.

What is typed is kept on this laptop as it is typed, so the page can be left and gone on with later.
"""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QHBoxLayout, QWidget

from plcdesk.text import ntr, tr
from plcdesk_ui.context import Context
from plcdesk_ui.navigator import Place
from plcdesk_ui.screen import Screen
from plcdesk_ui.theme.sizes import GAP, ROW
from plcdesk_ui.welcome.people_field import names_in
from plcdesk_ui.welcome.sample import open_sample
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.fields import Choice, LineField, TextField, TimeField, field
from plcdesk_ui.widgets.label import plain, set_tone
from plcdesk_ui.widgets.radio_list import RadioList
from plcdesk_ui.widgets.scroll import Column, Columns, page_scroll
from plcdesk_ui.widgets.stepper import MinutesStepper
from plcdesk_ui.widgets.top_bar import TopBar
from plcdesk_ui.words import clock, long_day
from plcdesk_ui.zones import local_zone

if TYPE_CHECKING:
    from plcdesk.store.work import Work


class WelcomeScreen(Screen):
    """One page in four steps; 'Make our first meeting' makes the team and goes to its agenda."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        kept = context.settings.welcome
        self.name = LineField(kept.get("name", ""), tr("Grade 7 Science"))
        self.school = LineField(kept.get("school", ""))
        self.subject = LineField(kept.get("subject", ""))
        self.people = TextField(kept.get("people", ""), tr("One name a line"), lines=6)
        weekdays = [(str(day), QLocale().dayName(day + 1)) for day in range(7)]
        self.weekday = Choice([("", tr("It differs")), *weekdays], kept.get("weekday", ""))
        self.time = TimeField(kept.get("time", "15:30"))
        self.minutes = MinutesStepper(int(kept.get("minutes", "45")), 10, 240, tr("Length of a meeting"))
        self.room = LineField(kept.get("room", ""))
        self.norms_how = RadioList(
            [
                ("together", tr("We will write them together in our first meeting")),
                ("have", tr("We have norms already")),
            ],
            kept.get("norms_how", "together"),
            tr("Norms"),
        )
        self.norms = TextField(kept.get("norms", ""), tr("One norm a line"), lines=4)
        self.problem = plain("", "danger", wrap=True)
        self.ready = plain("", "secondary", wrap=True)
        self.make = button(tr("Make our first meeting"), self._make, "primary")
        bar = TopBar(tr("Welcome to PLC Desk"), tr("Two minutes, then your first meeting is ready."))
        bar.add(
            button(
                tr("Open a shared file…"),
                lambda: self.context.go.to("open_share"),
                tip=tr("If somebody on your team has shared it with you"),
            )
        )
        bar.add(
            button(tr("Look around first"), lambda: open_sample(self.context), tip=tr("Opens a sample team"))
        )
        self.page.addWidget(bar)
        self.page.addWidget(page_scroll(self._columns()), 1)
        self._wire()
        self._show_state()

    def enter(self, place: Place) -> None:
        self.name.setFocus()

    def leave(self) -> None:
        self._keep()

    def _columns(self) -> QWidget:
        left = Column(self._team_card(), self._people_card())
        right = Column(self._time_card(), self._norms_card(), self._make_card())
        return Columns((left, 1), (right, 1))

    def _team_card(self) -> Card:
        card = Card(tr("1 · Your team"))
        card.body.addWidget(field(tr("Name of the team"), self.name))
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(field(tr("School, if you like"), self.school))
        row.addWidget(field(tr("Subject or grade, if you like"), self.subject))
        card.body.addLayout(row)
        return card

    def _people_card(self) -> Card:
        card = Card(tr("2 · Who is on it"))
        card.body.addWidget(
            field(tr("Names"), self.people, tr("One a line, or apart by commas. You can paste a list."))
        )
        self.counted = plain("", "secondary")
        card.body.addWidget(self.counted)
        return card

    def _time_card(self) -> Card:
        card = Card(tr("3 · When you usually meet"))
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(field(tr("Day"), self.weekday), 2)
        row.addWidget(field(tr("Time"), self.time), 2)
        row.addWidget(field(tr("Length"), self.minutes), 2)
        row.addWidget(field(tr("Room"), self.room), 2)
        card.body.addLayout(row)
        return card

    def _norms_card(self) -> Card:
        card = Card(tr("4 · Your norms"))
        card.body.addWidget(
            plain(tr("Norms are the few things that you promise each other."), "secondary", wrap=True)
        )
        card.body.addWidget(self.norms_how)
        self.norms_field = field(tr("Our norms"), self.norms)
        card.body.addWidget(self.norms_field)
        return card

    def _make_card(self) -> Card:
        card = Card()
        card.body.addWidget(self.ready)
        card.body.addWidget(self.problem)
        row = QHBoxLayout()
        row.setSpacing(ROW)
        row.addWidget(self.make)
        row.addStretch(1)
        card.body.addLayout(row)
        return card

    def _wire(self) -> None:
        for line in (self.name, self.school, self.subject, self.room, self.people, self.norms):
            line.textChanged.connect(lambda *_text: self._show_state())
            line.committed.connect(lambda _text: self._keep())
        for choice in (self.weekday.chosen, self.norms_how.chosen, self.time.committed, self.minutes.changed):
            choice.connect(lambda _value: (self._keep(), self._show_state()))

    def _show_state(self) -> None:
        """Say what will be made, and show only what is asked for."""
        people = names_in(self.people.text())
        self.counted.setText(ntr("{n} person", "{n} people", len(people)).format(n=len(people)))
        self.norms_field.setVisible(self.norms_how.value() == "have")
        set_tone(self.counted, "secondary")
        self.problem.setVisible(False)
        at = self._first_slot()
        if self.norms_how.value() == "together":
            sentence = tr("Your first meeting: {day}, {time}. You will write your norms together in it.")
        else:
            sentence = tr("Your first meeting: {day}, {time}, with an agenda that you can change.")
        self.ready.setText(sentence.format(day=long_day(at.date()), time=clock(at)))

    def _first_slot(self) -> datetime:
        from plcdesk.planning.slots import next_slot

        day = str(self.weekday.value() or "")
        return next_slot(int(day) if day else None, self.time.value(), self.context.local_now(local_zone()))

    def _keep(self) -> None:
        values = {
            "name": self.name.text(),
            "school": self.school.text(),
            "subject": self.subject.text(),
            "people": self.people.text(),
            "weekday": str(self.weekday.value() or ""),
            "time": self.time.value(),
            "minutes": str(self.minutes.value()),
            "room": self.room.text(),
            "norms_how": str(self.norms_how.value() or "together"),
            "norms": self.norms.text(),
        }
        if values != self.context.settings.welcome:
            self.context.remember(welcome=values)

    def _complain(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(True)

    def _make(self) -> None:
        people = names_in(self.people.text())
        if not self.name.text().strip():
            self.name.setFocus()
            self._complain(tr("Give your team a name first."))
            return
        if len(people) < 2:
            self.people.setFocus()
            self._complain(tr("A team has at least two people. Write their names, one a line."))
            return
        self._begin(people)

    def _begin(self, people: tuple[str, ...]) -> None:
        together = self.norms_how.value() == "together"
        norms = (
            () if together else tuple(line.strip() for line in self.norms.text().splitlines() if line.strip())
        )
        day, zone = str(self.weekday.value() or ""), local_zone()
        name, school, subject, room = (
            line.text().strip() for line in (self.name, self.school, self.subject, self.room)
        )
        time, minutes, now = self.time.value(), self.minutes.value(), self.context.local_now(zone)
        catalogue = self.context.catalogue

        def begin(work: "Work") -> str:
            from plcdesk.library.templates import templates
            from plcdesk.planning.beginnings import FirstAnswers, begin_team

            wanted = "first-meeting" if together else "weekly-45"
            template = next(each for each in templates() if each.id == wanted)
            answers = FirstAnswers(
                name, school, subject, people, norms, int(day) if day else None, time, minutes, room, zone
            )
            return begin_team(work, answers, template, catalogue.get, now)

        self.make.setEnabled(False)
        self.context.do(begin, then=self._made, failed=self._failed)

    def _failed(self, sentence: str) -> None:
        self.make.setEnabled(True)
        self._complain(sentence)

    def _made(self, meeting_id: str) -> None:
        self.make.setEnabled(True)
        team = self.context.reader.value("SELECT team_id FROM meeting WHERE id = ?", [meeting_id])
        self.context.remember(last_team=team, welcome={})
        self.context.go.plan(meeting_id)
