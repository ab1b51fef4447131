"""The opening on the desk: the norms with the one that we watch, and the actions that are due."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from plcdesk.planning.carry_over import read_open_actions
from plcdesk.planning.infos import EntryInfo
from plcdesk.text import tr
from plcdesk_ui.home.cards import owners_and_date
from plcdesk_ui.run.last_time_part import LastTimePart
from plcdesk_ui.run.live import LiveMeeting
from plcdesk_ui.theme.sizes import GAP, ROW
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.flow import flow
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.radio_list import RadioList
from plcdesk_ui.widgets.rows import Row, RowList

if TYPE_CHECKING:
    from plcdesk.store.work import Work


class DueAction(Row):
    """An action that is due, with what became of it. Its id is told with the answer: done, open or dropped."""

    answered = Signal(str, str)

    def __init__(self, action: EntryInfo, said: str) -> None:
        self.done = button(tr("Done"), lambda: self.answered.emit(action.id, "done"), grade="small")
        self.not_yet = button(
            tr("Not yet"), lambda: self.answered.emit(action.id, "open"), "quiet", grade="small"
        )
        self.drop = button(
            tr("Drop"), lambda: self.answered.emit(action.id, "dropped"), "quiet", grade="small"
        )
        for made in (self.done, self.not_yet, self.drop):
            made.setAccessibleName(f"{made.text()}: {action.text}")
        super().__init__(action.text, said, trailing=[flow(self.done, self.not_yet, self.drop, spacing=0)])
        self.action = action


class OpeningPart(QWidget):
    """Hidden in every other item."""

    def __init__(self, live: LiveMeeting) -> None:
        super().__init__()
        self._live = live
        self._put_aside: set[str] = set()
        self._actions: tuple[EntryInfo, ...] = ()
        self._said: list[str] = []
        self._options: list[tuple[object, str]] = []
        self.last_time = LastTimePart(live)
        self._norms_heading = plain(tr("Which norm do we watch today?"), "card-title", wrap=True)
        self.norms = RadioList((), name=tr("Norm that we watch"))
        self.norms.chosen.connect(self._watch)
        self._no_norms = plain(
            tr("No norms yet. The Norms Construction protocol helps to write them."), "secondary", wrap=True
        )
        self._due_heading = plain(tr("What was due"), "card-title", wrap=True)
        self.due = RowList(dense=True)
        self._all_done = plain(tr("Nothing is due."), "secondary", wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(ROW - 4)
        for widget in (self.last_time, self._norms_heading, self.norms, self._no_norms):
            box.addWidget(widget)
        box.addSpacing(GAP)
        for widget in (self._due_heading, self.due, self._all_done):
            box.addWidget(widget)

    def refresh(self) -> None:
        """Show the norms and what is due now."""
        facts = self._live.facts
        opening = facts is not None and facts.item.kind == "opening"
        self.setVisible(opening)
        if not opening:
            return
        self.last_time.refresh()
        self._show_norms()
        self._show_actions()

    def _show_norms(self) -> None:
        room = self._live.room
        options: list[tuple[object, str]] = [(norm.id, norm.text) for norm in room.agenda.team.active_norms]
        if options != self._options:
            self._options = options
            self.norms.set_options(options)
        self.norms.set_value(room.meeting.watched_norm_id)
        self.norms.setVisible(bool(options))
        self._norms_heading.setVisible(bool(options))
        self._no_norms.setVisible(not options)

    def _show_actions(self) -> None:
        room = self._live.room
        today = self._today()
        due = read_open_actions(self._live.context.reader, room.agenda.team.id, today)
        actions = tuple(action for action in due if action.id not in self._put_aside)
        said = [self._line(action, today) for action in actions]
        self._all_done.setVisible(not actions)
        if (actions, said) == (self._actions, self._said):
            return
        self._actions, self._said = actions, said
        rows: list[QWidget] = []
        for action, line in zip(actions, said, strict=True):
            row = DueAction(action, line)
            row.answered.connect(self._answer)
            rows.append(row)
        self.due.set_rows(rows)

    def _line(self, action: EntryInfo, today: date) -> str:
        """Who and when; where the room reads along, nobody's name stands beside what is late."""
        room = self._live.room
        if room.meeting.room_sees_screen and action.days_late(today):
            return tr("still open")
        return owners_and_date(action, room.agenda.team, today)

    def _today(self) -> date:
        return self._live.context.local_now(self._live.room.meeting.zone).date()

    def _watch(self, norm_id: object) -> None:
        meeting_id = self._live.meeting_id

        def watch(work: "Work") -> None:
            from plcdesk.planning.agendas import change_meeting

            change_meeting(work, meeting_id, watched_norm_id=str(norm_id))

        self._live.context.do(watch)

    def _answer(self, action_id: str, status: str) -> None:
        action = next((found for found in self._actions if found.id == action_id), None)
        if action is None:
            return
        if status == "open":
            self._put_aside.add(action_id)
            self._show_actions()
            return
        today = self._today()

        def answer(work: "Work") -> None:
            from plcdesk.running.entries import set_action

            set_action(work, action_id, status, today)

        told = tr("Done: {what}") if status == "done" else tr("Dropped: {what}")
        told = told.format(what=action.text)
        self._live.context.do(answer, told=told, undo_list=action.meeting_id)
