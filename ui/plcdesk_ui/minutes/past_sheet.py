"""The sheet for a meeting that was held on paper."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from plcdesk.planning.infos import TeamInfo
from plcdesk.text import tr
from plcdesk_ui.context import Context
from plcdesk_ui.minutes.past_agenda import PastAgenda
from plcdesk_ui.minutes.past_meeting import PastMeeting
from plcdesk_ui.theme.sizes import EDGE, GAP, ROW
from plcdesk_ui.widgets.fields import DateField, LineField, TimeField, field
from plcdesk_ui.widgets.flow import flow
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.scroll import page_scroll
from plcdesk_ui.widgets.sheet import Sheet
from plcdesk_ui.widgets.stepper import MinutesStepper
from plcdesk_ui.widgets.toggles import CheckBox

LONGEST = 480
_WIDTH, _HEIGHT = 820, 560
"""Pixels that it takes at the usual size of type, where the window has them."""


class PastSheet(Sheet):
    """Tells `ready` with a `PastMeeting` once everything needed is there; closes only when it was written."""

    ready = Signal(object)

    def __init__(
        self, context: Context, team: TeamInfo, start: datetime, now: datetime, parent: QWidget
    ) -> None:
        super().__init__(
            tr("Write up a past meeting"),
            tr("For a meeting held on paper. What you decided and noted comes next."),
            parent,
        )
        self._now = now
        self.title_field = LineField(placeholder=tr("Team meeting"), limit=200)
        self.day = DateField(start.date().isoformat())
        self.day.setMinimumWidth(self.day.sizeHint().width() + GAP)  # else larger type meets the icon
        self.time = TimeField(f"{start:%H:%M}")
        self.minutes = MinutesStepper(team.minutes, 5, LONGEST, tr("Length"), step=5)
        self.wanted = LineField(placeholder=tr("a re-teach plan for Thursday"))
        self.people = {member.id: CheckBox(member.name, checked=True) for member in team.active_members}
        self.agenda = PastAgenda(context, team)
        self.problem = plain("", "danger", wrap=True)
        self.problem.hide()
        self._fill()
        self.add_cancel()
        self.accept_button = self.add_accept(tr("Go on"))
        self.agenda.read.connect(self._take_from_text)
        self.title_field.setFocus()
        self.fit_into_window(_WIDTH, _HEIGHT)

    def accept(self) -> None:
        """Say what is there, if it can be so."""
        if datetime.fromisoformat(self._starts_at()) > self._now:
            self.refuse(tr("That is still to come. Choose the day on which you met."))
            return
        self.accept_button.setEnabled(False)
        here = tuple(member_id for member_id, box in self.people.items() if box.isChecked())
        away = tuple(member_id for member_id in self.people if member_id not in here)
        self.ready.emit(
            PastMeeting(
                self._said(self.title_field),
                self._starts_at(),
                self.minutes.value(),
                self._said(self.wanted) if self.wanted.text().strip() or self.agenda.result_wanted else "",
                here,
                away if here else (),
                self.agenda.text(),
            )
        )

    def refuse(self, sentence: str) -> None:
        """Say why it could not be written."""
        self.problem.setText(sentence)
        self.problem.show()
        self.accept_button.setEnabled(True)

    def close_written(self) -> None:
        """Close: it is written."""
        super().accept()

    def _starts_at(self) -> str:
        return f"{self.day.value()}T{self.time.value()}"

    def _said(self, line: LineField) -> str:
        """What was typed, or else what the field shows in its place: what the agenda says."""
        return line.text().strip() or line.placeholderText()

    def _take_from_text(self) -> None:
        """What the pasted text says besides its topics stands in the fields, until somebody types there."""
        self.title_field.setPlaceholderText(self.agenda.title or tr("Team meeting"))
        self.wanted.setPlaceholderText(self.agenda.result_wanted or tr("a re-teach plan for Thursday"))

    def _fill(self) -> None:
        self.minutes.setMinimumHeight(self.time.sizeHint().height())  # so that the labels stand in line
        when = (
            field(tr("Day"), self.day),
            field(tr("Started"), self.time),
            field(tr("Length"), self.minutes),
        )
        left = QVBoxLayout()
        left.setSpacing(GAP)
        left.addWidget(field(tr("Title"), self.title_field))
        left.addWidget(flow(*when, spacing=GAP))
        left.addWidget(field(tr("By the end we would have"), self.wanted))
        if self.people:
            left.addWidget(plain(tr("Who was there?"), "secondary"))
            left.addWidget(flow(*self.people.values(), spacing=ROW + 4))
        left.addStretch(1)
        holder = QWidget()
        both = QHBoxLayout(holder)
        both.setContentsMargins(0, 0, ROW, 0)
        both.setSpacing(EDGE)
        both.addLayout(left, 1)
        both.addWidget(self.agenda, 1)
        self.body.addWidget(page_scroll(holder), 1)
        self.body.addWidget(self.problem)
