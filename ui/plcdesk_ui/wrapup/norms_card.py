"""4 · How did we keep our norms? A show of fingers for the norm that was watched, typed as it is seen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from plcdesk.closing.fingers import mean, read_fingers
from plcdesk.errors import UserError
from plcdesk.text import tr
from plcdesk_ui.change import Change
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.chip import Chip
from plcdesk_ui.widgets.choice import Choice
from plcdesk_ui.widgets.flow import flow
from plcdesk_ui.widgets.label import plain, set_tone
from plcdesk_ui.widgets.line_field import LineField
from plcdesk_ui.wrapup.facts import WrapUp

if TYPE_CHECKING:
    from plcdesk.store.work import Work


class NormsCard(Card):
    """Asks for the watched norm; without one, which norm to look at can be chosen here.

    `all_wanted` asks for every norm, `talk_wanted` for the script of a talk about a norm that was broken.
    """

    all_wanted = Signal()
    talk_wanted = Signal()

    def __init__(self, change: Change) -> None:
        super().__init__(tr("4 · How did we keep our norms?"))
        self._change = change
        self._facts: WrapUp | None = None
        self.body.addWidget(plain(tr("Show of fingers, 1 to 5. Type what you see."), "secondary", wrap=True))
        self._norm = plain("", "strong", wrap=True)
        self._watched = Chip(tr("watched"), "accent")
        self.which = Choice(small=True)
        self.which.setAccessibleName(tr("Which norm"))
        self.which.chosen.connect(lambda norm: self._watch(str(norm)))
        self.fingers = LineField(placeholder="54435", limit=120)
        self.fingers.setMaximumWidth(150)
        self.fingers.committed.connect(self._rate)
        self._mean = plain("", "secondary")
        row = QHBoxLayout()
        row.setSpacing(ROW)
        for part in (self._norm, self._watched, self.which):
            row.addWidget(part, 1 if part is self._norm else 0)
        row.addStretch(0)
        row.addWidget(self.fingers)
        row.addWidget(self._mean)
        self.body.addLayout(row)
        self._none = plain(tr("The team has no norms yet."), "secondary", wrap=True)
        self.body.addWidget(self._none)
        self.all_norms = button(
            tr("All norms…"), self.all_wanted.emit, tip=tr("From paper, or with the laptop passed round")
        )
        self.talk = button(
            tr("A norm was broken…"),
            self.talk_wanted.emit,
            "link",
            tip=tr("A short script for a talk in private"),
        )
        self._more = flow(self.all_norms, self.talk, spacing=ROW)
        self.body.addWidget(self._more)

    def show_wrap_up(self, facts: WrapUp) -> None:
        """Show the norm that was watched, and the fingers typed so far."""
        self._facts = facts
        team, watched = facts.room.agenda.team, facts.room.meeting.watched_norm_id
        norm = team.norm(watched)
        has_norms = bool(team.active_norms)
        self._none.setVisible(not has_norms)
        self._more.setVisible(has_norms)
        self._norm.setVisible(norm is not None)
        self._norm.setText(norm.text if norm else "")
        self._watched.setVisible(norm is not None)
        self.which.setVisible(norm is None and has_norms)
        options = [(None, tr("Choose a norm")), *((each.id, each.text) for each in team.active_norms)]
        self.which.set_options(options, None)
        self.fingers.setVisible(norm is not None)
        self.fingers.setAccessibleName(tr("Fingers for {norm}").format(norm=norm.text if norm else ""))
        kept = facts.fingers.get(watched or "", ())
        self.fingers.set_value(" ".join(str(finger) for finger in kept))
        self._say(tr("mean {mean:.1f}").format(mean=mean(kept)) if kept else "", "secondary")

    def flush(self) -> None:
        """Hand over what is half typed."""
        self.fingers.flush()

    def _say(self, words: str, tone: str) -> None:
        self._mean.setText(words)
        set_tone(self._mean, tone)

    def _watch(self, norm_id: str) -> None:
        if self._facts is None or norm_id == "None":
            return
        meeting_id = self._facts.room.meeting.id

        def watch(work: "Work") -> None:
            from plcdesk.planning.agendas import change_meeting

            change_meeting(work, meeting_id, watched_norm_id=norm_id)

        self._change(watch)

    def _rate(self, text: str) -> None:
        norm_id = self._facts.room.meeting.watched_norm_id if self._facts else None
        if self._facts is None or norm_id is None:
            return
        try:
            fingers = read_fingers(text) or ()
        except UserError as wrong:
            self._say(str(wrong), "danger")
            return
        meeting_id = self._facts.room.meeting.id

        def rate(work: "Work") -> None:
            from plcdesk.closing.wrap_up import rate_norm

            rate_norm(work, meeting_id, norm_id, fingers)

        self._change(rate)
