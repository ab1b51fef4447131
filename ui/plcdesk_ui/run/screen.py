"""The meeting room: the way in, the desk while the meeting runs, and the question when it was left running."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from plcdesk.planning.reading import read_agenda
from plcdesk.running.lateness import left_running
from plcdesk.running.reading import Room, read_room
from plcdesk.store.changes import Changes
from plcdesk_ui.context import Context
from plcdesk_ui.navigator import Place
from plcdesk_ui.run.desk import Desk
from plcdesk_ui.run.left_running import LeftRunning
from plcdesk_ui.run.live import LiveMeeting
from plcdesk_ui.run.start_sheet import StartSheet
from plcdesk_ui.screen import Screen


class RunScreen(Screen):
    """Shows one meeting. A desk once open stays, with what is half typed, until its meeting has ended."""

    rail_key = "meetings"
    folds_rail = True

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._meeting_id = ""
        self._goes_on: set[str] = set()
        self.shown: QWidget | None = None

    @property
    def desk(self) -> Desk | None:
        """The desk, while a meeting is shown running."""
        return self.shown if isinstance(self.shown, Desk) else None

    @property
    def undo_list(self) -> str:
        return self._meeting_id

    def enter(self, place: Place) -> None:
        self._meeting_id = place.about
        if self.desk is not None and self.desk.live.meeting_id != place.about:
            self._show(None)
        room = read_room(self.context.reader, place.about)
        if room is None:
            self._later(self.context.go.home)
        elif room.meeting.status == "planned":
            self._ask_before_start()
        elif room.meeting.was_held:
            self._later(lambda: self.context.go.minutes(place.about))
        elif room.meeting.wrapping_up:
            self._later(lambda: self.context.go.wrap_up(place.about))
        elif self._was_left(room):
            self._ask_when_it_ended(room)
        else:
            self._open_desk()

    def heard(self, changes: Changes, initiator: object) -> None:
        del initiator
        if self.desk is not None:
            self.desk.heard(changes)
        elif isinstance(self.shown, StartSheet) and self._meeting_id in changes.meetings:
            room = read_room(self.context.reader, self._meeting_id)
            if room is not None and room.meeting.status == "planned":
                self.shown.take_agenda(room.agenda)

    def leave(self) -> None:
        if self.desk is not None:
            self.desk.flush()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to what is shown."""
        super().focusInEvent(event)
        if self.desk is not None:
            self.desk.focus_notes()
        elif self.shown is not None:
            self.shown.setFocus(event.reason())

    def _was_left(self, room: Room) -> bool:
        if self.desk is not None:
            return self.desk.live.was_left
        if self._meeting_id in self._goes_on:
            return False
        return left_running(room.last_seen, self.context.moment(), room.plan.planned_end)

    def _ask_before_start(self) -> None:
        agenda = read_agenda(self.context.reader, self._meeting_id)
        if agenda is None:
            return
        sheet = StartSheet(self.context, agenda)
        sheet.started.connect(self._open_desk)
        self._show(sheet)

    def _ask_when_it_ended(self, room: Room) -> None:
        page = LeftRunning(self.context, room)
        page.still_on.connect(self._go_on)
        self._show(page)

    def _go_on(self) -> None:
        self._goes_on.add(self._meeting_id)
        self._open_desk()

    def _open_desk(self) -> None:
        if self.desk is not None:
            self.desk.live.read_again()
        else:
            live = LiveMeeting(self.context, self._meeting_id)
            if self._meeting_id in self._goes_on:
                live.say_it_goes_on()
            desk = Desk(live)
            live.changed.connect(self._close_if_over)
            live.left_alone.connect(self._left_alone)
            self._show(desk)
        self._later(self._focus_notes)

    def _close_if_over(self) -> None:
        if self.desk is not None and not self.desk.live.is_on:
            self._show(None)

    def _left_alone(self) -> None:
        """The app stayed open long after the meeting: ask, in place of the desk."""
        if self.desk is None:
            return
        room = read_room(self.context.reader, self.desk.live.meeting_id)
        self.desk.flush()
        if room is not None:
            self._ask_when_it_ended(room)

    def _show(self, widget: QWidget | None) -> None:
        """Show a page in place of the one before."""
        before, self.shown = self.shown, widget
        if before is not None:
            if isinstance(before, Desk):
                before.let_go()
            self.page.removeWidget(before)
            before.hide()
            before.deleteLater()
        if widget is not None:
            self.page.addWidget(widget, 1)

    def _focus_notes(self) -> None:
        if self.desk is not None:
            self.desk.focus_notes()

    def _later(self, go: Callable[[], None]) -> None:
        """Once the shell has done with coming here."""
        QTimer.singleShot(0, self, go)
