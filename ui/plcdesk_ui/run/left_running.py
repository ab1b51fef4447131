"""A meeting that was left running: when did it end?"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from plcdesk.running.lateness import likely_end
from plcdesk.running.reading import Room, local_of, utc_of
from plcdesk.running.times import named_moment
from plcdesk.text import tr
from plcdesk_ui.context import Context
from plcdesk_ui.theme.sizes import EDGE, GAP
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.date_field import TimeField
from plcdesk_ui.widgets.fields import field
from plcdesk_ui.widgets.flow import flow
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.top_bar import TopBar
from plcdesk_ui.words import clock, day

if TYPE_CHECKING:
    from plcdesk.store.work import Work

_WIDTH = 560


class LeftRunning(QWidget):
    """Has the likely end ready. `still_on` comes when it is going on after all."""

    still_on = Signal()

    def __init__(self, context: Context, room: Room) -> None:
        super().__init__()
        self._context = context
        self._room = room
        meeting = room.meeting
        began = room.events[0].at.wall if room.events else utc_of(meeting.starts_at, meeting.zone)
        self._began = local_of(began, meeting.zone)
        last = room.events[-1].at if room.events else named_moment(began)
        likely = local_of(likely_end(last, room.last_seen, room.plan.planned_end), meeting.zone)
        begun = tr("It began on {day} at {time}, and nobody ended it.").format(
            day=day(self._began.date()), time=clock(self._began)
        )
        self.time = TimeField(likely.strftime("%H:%M"))
        self.problem = plain("", "danger", wrap=True)
        self.problem.hide()
        self.wrap_up = button(tr("It ended then: wrap up"), lambda: self._end(self._wrap_up), "primary")
        self.draft = button(tr("Make the minutes as they are"), lambda: self._end(self._finish))
        self.going_on = button(tr("It is still going on"), self.still_on.emit, "quiet")
        card = Card(tr("This meeting was left running. When did it end?"))
        card.body.setSpacing(GAP)
        card.body.addWidget(plain(begun, "secondary", wrap=True))
        card.body.addWidget(field(tr("It ended at"), self.time))
        card.body.addWidget(self.problem)
        card.body.addWidget(flow(self.wrap_up, self.draft, self.going_on))
        card.setFixedWidth(round(_WIDTH * theme_of(self).sizes.base / 14))
        self.time.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(TopBar(meeting.title))
        box.addSpacing(EDGE)
        box.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(1)
        self.setFocusProxy(self.time)

    def ended_at(self) -> datetime:
        """The end that is shown, local: on the day of the beginning, or after midnight."""
        hour, minute = (int(part) for part in self.time.value().split(":"))
        end = self._began.replace(hour=hour, minute=minute, second=0, microsecond=0)
        return end if end >= self._began.replace(second=0, microsecond=0) else end + timedelta(days=1)

    def _end(self, finish: Callable[[datetime], None]) -> None:
        zone = self._room.meeting.zone
        end = max(self.ended_at(), self._began)
        if end > self._context.local_now(zone):
            self.problem.setText(tr("That is still to come. Choose a time between its beginning and now."))
            self.problem.show()
            return
        finish(utc_of(end, zone))

    def _wrap_up(self, end: datetime) -> None:
        meeting_id, go = self._room.meeting.id, self._context.go

        def wrap_up(work: "Work") -> None:
            from plcdesk.running.room import end_and_wrap_up

            end_and_wrap_up(work, meeting_id, named_moment(end))

        self._context.do(wrap_up, then=lambda _none: go.wrap_up(meeting_id))

    def _finish(self, end: datetime) -> None:
        meeting_id, go = self._room.meeting.id, self._context.go

        def make_draft(work: "Work") -> None:
            from plcdesk.closing.wrap_up import finish

            finish(work, meeting_id, named_moment(end), out_of_time=True)

        self._context.do(make_draft, then=lambda _none: go.minutes(meeting_id))
