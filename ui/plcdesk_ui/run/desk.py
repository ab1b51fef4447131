"""The facilitator's desk: the agenda at the left, the step in the middle, the notes at the right."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from plcdesk.running.clock import ClockState
from plcdesk.store.changes import Changes
from plcdesk.text import tr
from plcdesk_ui.run.agenda_card import AgendaCard
from plcdesk_ui.run.announcing import TimeAnnouncer
from plcdesk_ui.run.bar import RunBar
from plcdesk_ui.run.behind import BehindBanner
from plcdesk_ui.run.capture.panel import CapturePanel
from plcdesk_ui.run.fitting_scroll import settle_layouts
from plcdesk_ui.run.keys import RoomActions, bind_room_keys
from plcdesk_ui.run.live import LiveMeeting
from plcdesk_ui.run.neighbours import wall_control
from plcdesk_ui.run.people_popup import PeoplePopup
from plcdesk_ui.run.step_card import StepCard
from plcdesk_ui.theme.sizes import EDGE, GAP
from plcdesk_ui.theme.theme import theme_of

if TYPE_CHECKING:
    from plcdesk.store.work import Work

_BETWEEN = GAP + 4
_SHARES = (182, 526, 292)
_LEFT_LEAST, _LEFT_MOST, _LEFT_EDITING = 164, 280, 270
_RIGHT_LEAST, _RIGHT_MOST = 240, 480
_MIDDLE_LEAST = 400
"""Widths of the columns in pixels, at the usual size of type."""


class Desk(QWidget):
    """Everything that the facilitator needs in a running meeting. `let_go` before it is dropped."""

    def __init__(self, live: LiveMeeting) -> None:
        super().__init__()
        self.live = live
        self.bar = RunBar(live)
        self.agenda = AgendaCard(live)
        self.behind = BehindBanner(live)
        self.step = StepCard(live)
        self.notes = CapturePanel(live)
        self.wall = None
        self._announcer = TimeAnnouncer(self)
        self._step_key = live.state.current
        self._lay_out()
        self._wire()
        bind_room_keys(self, self._actions())
        self.behind.refresh()

    def heard(self, changes: Changes) -> None:
        """Take in news that do not come from this meeting, such as an action ticked elsewhere."""
        if changes.touches("entry"):
            self.step.opening.refresh()

    def focus_notes(self) -> None:
        """Put the keyboard into the line for notes."""
        self.notes.focus_line()

    def flush(self) -> None:
        """Hand over what is half typed."""
        self.notes.flush()

    def let_go(self) -> None:
        """Close the wall and stop following the meeting."""
        if self.wall is not None:
            self.wall.let_go()
            self.wall = None
        self.notes.let_go()
        self.live.ticked.disconnect(self._tick)
        self.live.changed.disconnect(self._refresh)
        self.live.let_go()

    def showEvent(self, event: QShowEvent) -> None:
        """Come up laid out, not in three jumps."""
        super().showEvent(event)
        settle_layouts()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for the agenda's editor where there is little."""
        super().resizeEvent(event)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        """Wider columns for larger type."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._limit_widths()

    def _lay_out(self) -> None:
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(GAP)
        left.addWidget(self.agenda)
        left.addWidget(self.behind)
        left.addStretch(1)
        row = QHBoxLayout()
        row.setContentsMargins(EDGE, EDGE - 2, EDGE, EDGE - 2)
        row.setSpacing(_BETWEEN)
        for column, share in zip((self._left, self.step, self.notes), _SHARES, strict=True):
            policy = column.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
            column.setSizePolicy(policy)
            row.addWidget(column, share)
        self._limit_widths()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.bar)
        box.addLayout(row, 1)

    def _wire(self) -> None:
        self.live.ticked.connect(self._tick)
        self.live.changed.connect(self._refresh)
        self.bar.wall_wished.connect(self.toggle_wall)
        self.bar.people_wished.connect(self.show_people)
        self.bar.wrap_up_wished.connect(self.wrap_up)
        self.bar.agenda_wished.connect(lambda: self.agenda.edit(True))
        self.bar.mistake_told.connect(self._take_start_back)
        self.agenda.go_requested.connect(self._go_to)
        self.agenda.editing_changed.connect(lambda _on: self._limit_widths())
        self.step.next_wished.connect(self.next)
        self.step.skip_wished.connect(self.skip)
        self.step.agenda_wished.connect(lambda: self.agenda.edit(True))
        self.step.foot.park_wished.connect(self.park)
        self.step.foot.question_wished.connect(self.bring_question_back)

    def _actions(self) -> RoomActions:
        return RoomActions(
            next=self._unless_editing(self.next),
            back=self._unless_editing(self.live.back),
            pause=self.live.pause_or_go_on,
            more=lambda: self.live.extend(1),
            less=lambda: self.live.extend(-1),
            skip=self.skip,
            passes=self.live.pass_turn,
            wall=self.toggle_wall,
            capture=self.focus_notes,
            park=self.park,
            question=self.bring_question_back,
            wrap_up=self.wrap_up,
        )

    def _unless_editing(self, action: Callable[[], object]) -> Callable[[], None]:
        """A page key pressed in the agenda's editor is not meant for the meeting."""

        def act() -> None:
            if not (self.agenda.editing and self.agenda.isAncestorOf(self.focusWidget() or self)):
                action()

        return act

    # What the facilitator does

    def next(self) -> None:
        """The next speaker, the next step, or the wrap-up."""
        if self.live.next().what == "wrap_up":
            self.wrap_up()

    def skip(self) -> None:
        """Leave the step out; from the last one that leads to the wrap-up."""
        following = self.live.state.plan.step(self.live.state.next_key)
        self.live.skip()
        if following is not None and following.item_kind == "wrap_up":
            self.wrap_up()

    def wrap_up(self) -> None:
        """Leave the agenda for the wrap-up."""
        self.flush()
        self.live.begin_wrap_up(lambda: self.live.context.go.wrap_up(self.live.meeting_id))

    def toggle_wall(self) -> None:
        """Show the meeting on the wall, or take it away."""
        if self.wall is None:
            self.wall = wall_control(self.live, self.window())
            if self.wall is None:
                return
            self.wall.closed.connect(lambda: self.bar.show_wall(False))
        if self.wall.is_shown:
            self.wall.hide()
        else:
            self.wall.show()
        self.bar.show_wall(self.wall.is_shown)

    def show_people(self) -> None:
        """Open the list of who is here."""
        PeoplePopup(self.live, self).open_below(self.bar.people)

    def park(self) -> None:
        """Park what is half typed, or begin to type what is parked."""
        self.notes.park_it()

    def bring_question_back(self) -> None:
        """Show large what we are talking about: on the wall, or here if that is not shown."""
        if self.wall is not None and self.wall.is_shown:
            self.wall.bring_question_back()
        else:
            self.step.bring_question_back()

    def _go_to(self, key: str) -> None:
        step = self.live.state.plan.step(key)
        if step is not None and step.item_kind == "wrap_up":
            self.wrap_up()
        else:
            self.live.go_to(key)

    def _take_start_back(self) -> None:
        self.flush()
        meeting_id, context = self.live.meeting_id, self.live.context

        def take_back(work: "Work") -> None:
            from plcdesk.closing.wrap_up import abandon

            abandon(work, meeting_id)

        told = tr("Back in planning. What was written down is kept.")
        context.do(take_back, told=told, undo_list=meeting_id, then=lambda _none: context.go.plan(meeting_id))

    # Keeping up

    def _tick(self, state: ClockState) -> None:
        self.bar.show_time(state)
        self.step.show_time(state)
        self.behind.show_time(state)
        self._announcer.hear(state)

    def _refresh(self) -> None:
        state = self.live.state
        if state.current != self._step_key:
            self._step_key = state.current
            self.step.put_question_away()
            if state.step is not None:
                self._announcer.say(state.step.title)
        self.bar.refresh()
        self.agenda.refresh()
        self.step.refresh()
        self.behind.refresh()
        if self.isVisible():
            settle_layouts()

    def _limit_widths(self) -> None:
        scale = theme_of(self).sizes.base / 14
        least, most = (_LEFT_EDITING, _LEFT_EDITING) if self.agenda.editing else (_LEFT_LEAST, _LEFT_MOST)
        self._left.setMinimumWidth(round(least * scale))
        self._left.setMaximumWidth(round(most * scale))
        self.notes.setMinimumWidth(round(_RIGHT_LEAST * scale))
        self.notes.setMaximumWidth(round(_RIGHT_MOST * scale))
        self._make_room()

    def _make_room(self) -> None:
        """Where three columns are too narrow, the notes wait while the agenda is changed."""
        scale = theme_of(self).sizes.base / 14
        needed = (_LEFT_EDITING + _MIDDLE_LEAST + _RIGHT_LEAST) * scale + 2 * EDGE + 2 * _BETWEEN
        narrow = self.agenda.editing and self.width() < needed
        if narrow:
            self.notes.flush()
        self.notes.setVisible(not narrow)
