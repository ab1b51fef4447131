"""The facilitator's desk: what she can do in a running meeting, by button and by key."""

import gc
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from plcdesk.planning.infos import EntryInfo
from plcdesk.running.clock import ClockState
from plcdesk.running.reading import Room
from plcdesk.running.standing import Way
from plcdesk.store.changes import Changes
from plcdesk.text import tr
from plcdesk_ui.run.announcing import TimeAnnouncer
from plcdesk_ui.run.chimes import Chimes, mute_or_unmute
from plcdesk_ui.run.desk_outside import DeskOutside
from plcdesk_ui.run.fitting_scroll import settle_layouts
from plcdesk_ui.run.keys import RoomActions, bind_room_keys
from plcdesk_ui.run.live import LiveMeeting
from plcdesk_ui.run.people_popup import PeoplePopup
from plcdesk_ui.run.talk.ballot import Ballot
from plcdesk_ui.sound import play_chime

if TYPE_CHECKING:
    from plcdesk.store.work import Work


class Desk(DeskOutside):
    """Everything that the facilitator needs in a running meeting. `let_go` before it is dropped."""

    def __init__(self, live: LiveMeeting) -> None:
        super().__init__(live)
        self._announcer = TimeAnnouncer(self)
        self._chimes = Chimes()
        self._step_key = live.state.current
        self._room = live.room
        self._wire()
        bind_room_keys(self, self._actions())
        self.behind.refresh()
        # A look through all that was there before would hold the room up for a tenth of a second each time.
        gc.freeze()
        self._show_files()

    def heard(self, changes: Changes) -> None:
        """Take in news that do not come from this meeting, such as an action ticked elsewhere."""
        if changes.touches("entry"):
            self.step.opening.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Whoever types while the keyboard is on something that takes no text writes a note."""
        keys = Qt.KeyboardModifier
        held = event.modifiers() & (keys.ControlModifier | keys.AltModifier | keys.MetaModifier)
        text = event.text()
        if held or not text.isprintable() or not text.strip() or self.agenda.editing:
            super().keyPressEvent(event)
        else:
            self.show_agenda(False)
            self.notes.type_on(text)

    def let_go(self) -> None:
        """Close the wall and the timer, and stop following the meeting."""
        self.take_all_away()
        self.notes.let_go()
        self.live.ticked.disconnect(self._tick)
        self.live.changed.disconnect(self._refresh)
        self.live.let_go()
        gc.unfreeze()

    def _wire(self) -> None:
        self.live.ticked.connect(self._tick)
        self.live.changed.connect(self._refresh)
        self.bar.wall_wished.connect(self.toggle_wall)
        self.bar.wall_menu_wished.connect(self.open_wall_menu)
        self.bar.timer_wished.connect(self.show_timer)
        self.bar.file_wished.connect(self.attach_file)
        self.bar.people_wished.connect(self.show_people)
        self.bar.wrap_up_wished.connect(self.wrap_up)
        self.bar.agenda_wished.connect(lambda: self.agenda.edit(True))
        self.bar.step_time_wished.connect(self.set_step_time)
        self.question.asked.connect(self._show_question_of_time)
        for gone in (self.question.answered, self.behind.answered, self.step.pause.left):
            gone.connect(self.focus_notes)  # or the keyboard would be wherever Qt finds a place for it
        self.question.ask_if_closed()
        self.bar.mistake_told.connect(self._take_start_back)
        self.agenda.go_requested.connect(self._go_to)
        self.step.next_wished.connect(self.next)
        self.step.skip_wished.connect(self.skip)
        self.step.agenda_wished.connect(lambda: self.agenda.edit(True))
        self.behind.details_wished.connect(self.fit_what_is_left)
        self.step.foot.park_wished.connect(self.park)
        self.step.foot.question_wished.connect(self.bring_question_back)
        self.step.foot.moves_wished.connect(self.step.more_moves)
        self.step.keyboard_lost.connect(self.focus_notes)
        self.step.hidden.revealed.connect(self._show_what_was_hidden)
        self.step.vote.decision_wished.connect(self.notes.write_decision)
        self.notes.stand_wished.connect(self.step.show_hands_for)
        self.step.vote.closed.connect(self.focus_notes)
        self.step.vote.ballot_wished.connect(self._pass_round)

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
            moves=self.step.more_moves,
            wrap_up=self.wrap_up,
            wall_view=lambda view: self.the_wall().show_view(view),
            wall_menu=self.open_wall_menu,
            timer=self.show_timer,
            sound=lambda: mute_or_unmute(self.live.context),
            attach=self.attach_file,
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

    def fit_what_is_left(self) -> None:
        """Show what could be shortened, step by step."""
        from plcdesk_ui.run.catch_up_sheet import CatchUpSheet

        if self.live.catch_up() is not None or self.live.short_forms():
            CatchUpSheet(self.live, self).open()

    def set_step_time(self) -> None:
        """Give the step that is on any time, from seconds to hours."""
        from plcdesk_ui.run.step_time import StepTimeSheet

        if self.live.state.step is not None:
            StepTimeSheet(self.live, self).open()

    def wrap_up(self) -> None:
        """Leave the agenda for the wrap-up."""
        if self.timer is not None:
            self.timer.hide()
        self.flush()
        self.live.begin_wrap_up(lambda: self.live.context.go.wrap_up(self.live.meeting_id))

    def show_people(self) -> None:
        """Open the list of who is here."""
        PeoplePopup(self.live, self).open_below(self.bar.people)

    def park(self) -> None:
        """Park what is half typed, or begin to type what is parked."""
        self.notes.park_it()

    def _pass_round(self, decision: EntryInfo, way: Way) -> None:
        """Let everyone who is here answer on the laptop, one after the other."""
        names = [self.live.name_of(member) for member in self.live.room.present]
        if not names:
            return
        ballot = Ballot(decision.text, names, way, self.window())
        ballot.answered.connect(lambda ballots: self.live.keep_ballot(decision.id, way, ballots))
        ballot.answered.connect(lambda _ballots: self.focus_notes())  # or Enter would pass it round again
        ballot.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ballot.open()

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
        self.agenda.show_time(state)
        self.step.show_time(state)
        self.behind.show_time(state)
        self.offer_the_other_side()
        self._announcer.hear(state)
        self.question.show_time(state)
        chime = self._chimes.due(state)
        if chime is not None:
            play_chime(self.live.context, chime)

    def _refresh(self) -> None:
        state, before = self.live.state, self._room
        self._room = self.live.room
        if _only_notes(before, self._room):
            self.step.refresh_notes()
            return
        focus = QApplication.focusWidget()
        focus = focus if focus is not None and self.isAncestorOf(focus) else None
        if state.current != self._step_key:
            self._step_key = state.current
            self.step.put_question_away()
            if state.step is not None:
                self._announcer.say(state.step.title)
        self.bar.refresh()
        self.agenda.refresh()
        self.step.refresh()
        self._show_files()
        self.behind.refresh()
        self.offer_the_other_side()
        if self.isVisible():
            settle_layouts()
            if focus is not None and not (isValid(focus) and focus.isVisible()):
                self.focus_notes()  # it went with the step


def _only_notes(before: Room, now: Room) -> bool:
    """Whether nothing but what is written down has changed: many notes come in a minute."""
    same = before.agenda is now.agenda and before.events is now.events and before.attendance is now.attendance
    return same and before.entries is not now.entries
