"""When it is late: keep the planned end with less time for each topic, or end later."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from plcdesk.planning.reading import Agenda
from plcdesk.running.reading import local_of
from plcdesk.running.starting import End, Start
from plcdesk.text import ntr, tr
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.radio_list import RadioList
from plcdesk_ui.words import clock, day

KEEP, LATER = "keep", "later"


class EndChoice(Card):
    """Hidden while the meeting is in time."""

    def __init__(self, agenda: Agenda) -> None:
        super().__init__(look="warning")
        self._agenda = agenda
        self._shown: Start | None = None
        self.words = plain("", "card-title", wrap=True)
        self.more = plain("", wrap=True)
        self.choice = RadioList((), name=tr("When to end"))
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(ROW)
        for widget in (self.words, self.more, self.choice):
            box.addWidget(widget)
        self.body.addWidget(holder)
        self.hide()

    def take_agenda(self, agenda: Agenda) -> None:
        """Go on with the agenda as it is now."""
        self._agenda = agenda
        self._shown = None

    def show_start(self, start: Start) -> None:
        """Say what a start now means; what was chosen stays chosen."""
        if start == self._shown:
            return
        self._shown = start
        self.setVisible(start.asks or start.moved)
        self.choice.setVisible(start.asks and start.keep is not None)
        self.words.setText(self._question(start))
        self.more.setText(self._explanation(start))
        self.more.setVisible(bool(self.more.text()))
        if start.keep is not None and start.later is not None:
            before = self.choice.value() or KEEP
            self.choice.set_options(((KEEP, self._keep(start)), (LATER, self._later(start.later))), before)

    def chosen(self, start: Start) -> End:
        """The end to start towards, by the answer that was given."""
        if start.keep is None or (start.later is not None and self.choice.value() == LATER):
            assert start.later is not None
            return start.later
        return start.keep

    def _question(self, start: Start) -> str:
        planned = self._clock(End(start.planned_end, {}))
        if start.moved:
            meeting = self._agenda.meeting
            return tr("Planned for {day}, {time}").format(
                day=day(meeting.starts_at.date()), time=clock(meeting.starts_at)
            )
        late = ntr("{n} minute late", "{n} minutes late", start.minutes_late).format(n=start.minutes_late)
        if start.keep is None or start.later is None:
            return late
        return tr("{late}: keep {planned}, or end at {later}?").format(
            late=late, planned=planned, later=self._clock(start.later)
        )

    def _explanation(self, start: Start) -> str:
        if start.moved and start.keep is not None:
            return tr("Started now, it ends at {end}.").format(end=self._clock(start.keep))
        if start.keep is None and start.later is not None:
            planned, later = self._clock(End(start.planned_end, {})), self._clock(start.later)
            sentence = ntr(
                "{planned} cannot be kept: the agenda would need {n} minute more, however short."
                " It will end at {later}.",
                "{planned} cannot be kept: the agenda would need {n} minutes more, however short."
                " It will end at {later}.",
                start.short_by,
            )
            return sentence.format(planned=planned, n=start.short_by, later=later)
        return ""

    def _keep(self, start: Start) -> str:
        assert start.keep is not None
        shorter = start.keep.minutes
        parts = [
            tr("{topic} {now} instead of {before}").format(
                topic=item.title, now=shorter[item.id], before=item.minutes
            )
            for item in self._agenda.items
            if item.id in shorter
        ]
        return tr("Keep {end}: {minutes}").format(end=self._clock(start.keep), minutes=", ".join(parts))

    def _later(self, later: End) -> str:
        return tr("End at {end}: every topic keeps its minutes").format(end=self._clock(later))

    def _clock(self, end: End) -> str:
        return clock(local_of(end.ends_at, self._agenda.meeting.zone))
