"""Before a meeting begins, all at once: who is here, whether the room sees the screen, and when to end if late."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from plcdesk.planning.reading import Agenda
from plcdesk.running.reading import read_running
from plcdesk.running.starting import room_saw_screen, start_of
from plcdesk.text import tr
from plcdesk_ui.context import Context
from plcdesk_ui.run.end_choice import EndChoice
from plcdesk_ui.run.who_is_here import WhoIsHere
from plcdesk_ui.theme.sizes import EDGE, GAP, PAD, ROW
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.banner import Banner
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.card import Card, hairline
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.radio_list import RadioList
from plcdesk_ui.widgets.scroll import page_scroll
from plcdesk_ui.widgets.top_bar import TopBar
from plcdesk_ui.words import near_day, span

if TYPE_CHECKING:
    from plcdesk.store.work import Work

LOOK_AGAIN = 5000  # milliseconds
_WIDTH = 620


class StartSheet(QWidget):
    """The page before the room. Enter starts; `started` comes when the meeting runs."""

    started = Signal()

    def __init__(self, context: Context, agenda: Agenda) -> None:
        super().__init__()
        self._context = context
        self._agenda = agenda
        meeting = agenda.meeting
        self.bar = TopBar(meeting.title, back=tr("Agenda"))
        self.bar.back_requested.connect(lambda: context.go.plan(meeting.id))
        day = near_day(meeting.starts_at.date(), context.local_now(meeting.zone).date())
        self.bar.set_context(f"{day}, {span(meeting.starts_at, meeting.minutes)}")
        self.other = Banner()
        self.people = WhoIsHere(agenda.team.active_members)
        options = ((True, tr("Yes: show nothing private")), (False, tr("No, only I see it")))
        seen = room_saw_screen(context.reader, agenda.team.id)
        self.sees = RadioList(options, seen, tr("Can the room see this screen?"))
        self.end = EndChoice(agenda)
        self.start = button(tr("Start meeting"), self.begin, "primary", "play", grade="large")
        self._lay_out()
        for key in ("Return", "Enter"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(self.begin)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_AGAIN)
        self._timer.timeout.connect(self.look_again)
        self._timer.start()
        self.look_again()
        self.setFocusProxy(self.start)

    def take_agenda(self, agenda: Agenda) -> None:
        """Go on with the agenda as it is now."""
        self._agenda = agenda
        self.end.take_agenda(agenda)
        self.bar.set_title(agenda.meeting.title)
        self.look_again()

    def look_again(self) -> None:
        """See how late it is by now, and whether another meeting is running."""
        self.end.show_start(start_of(self._agenda, self._context.moment()))
        running = read_running(self._context.reader)
        if running is None or running == self._agenda.meeting.id:
            self.other.show_message("")
        elif self.other.isHidden():
            go = (tr("Go to that meeting"), lambda: self._context.go.run(running))
            self.other.show_message(tr("Another meeting is still running"), actions=(go,))

    def begin(self) -> None:
        """Start the meeting."""
        if not self.start.isEnabled():
            return
        self.start.setEnabled(False)
        now = self._context.moment()
        start = start_of(self._agenda, now)
        end = self.end.chosen(start)
        meeting, here = self._agenda.meeting, self.people.here()
        absent = tuple(member.id for member in self._agenda.team.active_members if member.id not in here)
        sees, talk = bool(self.sees.value()), None if self._agenda.items else tr("Our talk")
        starts_at = _stored(start.starts_at) if start.moved else None

        def begin(work: "Work") -> None:
            from plcdesk.planning.agendas import NewItem, add_item
            from plcdesk.running.room import start_meeting

            if talk is not None:
                add_item(work, meeting.id, NewItem("topic", talk, meeting.minutes))
            start_meeting(
                work,
                meeting.id,
                now,
                present=here,
                absent=absent,
                room_sees_screen=sees,
                ends_at=end.ends_at,
                minutes=end.minutes,
                starts_at=starts_at,
            )

        self._context.do(begin, then=lambda _none: self.started.emit(), failed=self._not_started)

    def _not_started(self, sentence: str) -> None:
        self.start.setEnabled(True)
        self._context.bus.problem_arose.emit(sentence)

    def _lay_out(self) -> None:
        card = Card()
        card.set_margins(PAD + 6, PAD + 2, PAD + 6, PAD + 6)
        card.body.setSpacing(GAP)
        card.body.addWidget(plain(tr("Who is here?"), "card-title"))
        card.body.addWidget(self.people)
        card.body.addWidget(hairline())
        card.body.addWidget(plain(tr("Can the room see this screen?"), "card-title"))
        card.body.addWidget(self.sees)
        card.body.addWidget(self.end)
        card.body.addSpacing(ROW - 4)
        row = QHBoxLayout()
        row.addWidget(self.start)
        row.addStretch(1)
        card.body.addLayout(row)
        card.setMaximumWidth(round(_WIDTH * theme_of(self).sizes.base / 14))
        card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.other.setMaximumWidth(card.maximumWidth())
        self.other.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        content = QWidget()
        box = QVBoxLayout(content)
        box.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        box.setSpacing(GAP)
        for widget in (self.other, card):
            line = QHBoxLayout()
            line.addStretch(1)
            line.addWidget(widget, 100)
            line.addStretch(1)
            box.addLayout(line)
        box.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.bar)
        outer.addWidget(page_scroll(content), 1)


def _stored(local: datetime | None) -> str | None:
    return local.strftime("%Y-%m-%dT%H:%M") if local is not None else None
