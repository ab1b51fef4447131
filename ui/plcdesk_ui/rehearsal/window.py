"""A rehearsal: a protocol or a whole meeting in the real meeting room, in a window of its own, with nothing kept."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from plcdesk.planning.from_library import Chosen
from plcdesk.planning.reading import Agenda
from plcdesk.running.times import Instant
from plcdesk.text import tr
from plcdesk_ui.context import Context
from plcdesk_ui.navigator import Place
from plcdesk_ui.rehearsal.end_page import EndPage
from plcdesk_ui.rehearsal.stage import Prepared, Rehearsed, Stage, prepare
from plcdesk_ui.rehearsal.strip import USUAL_SPEED, RehearsalStrip
from plcdesk_ui.run.screen import RunScreen
from plcdesk_ui.shell.notices import Notices
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.zones import local_zone

if TYPE_CHECKING:
    from plcdesk.store.work import Work


def open_rehearsal(context: Context, chosen: Chosen) -> "RehearsalWindow":
    """Open the meeting room on this protocol alone, for these minutes and so many made-up people.

    The caller keeps the window; closing it, or the app, deletes all that the rehearsal wrote.
    """
    zone = local_zone()

    def begin(work: "Work", now: Instant) -> str:
        from plcdesk.running.rehearsal import begin_rehearsal

        return begin_rehearsal(work, chosen, now, zone)

    title = tr("Trying out: {name}").format(name=chosen.protocol.name)
    return _open(context, Rehearsed(title, tr("Made-up people, this protocol only."), begin))


def open_meeting_rehearsal(context: Context, agenda: Agenda) -> "RehearsalWindow":
    """Open the meeting room on a copy of a planned meeting with its team; else as `open_rehearsal`."""

    def begin(work: "Work", now: Instant) -> str:
        from plcdesk.running.rehearsal import begin_meeting_rehearsal

        return begin_meeting_rehearsal(work, agenda, now)

    title = tr("Rehearsal: {name}").format(name=agenda.meeting.title)
    return _open(context, Rehearsed(title, tr("A copy of the meeting, with everyone there."), begin))


def _open(context: Context, what: Rehearsed) -> "RehearsalWindow":
    window = RehearsalWindow(context, what)
    window.show()
    window.begin()
    return window


class RehearsalWindow(QWidget):
    """Stands beside the app, which stays usable. `ready` comes when the room is open, `over` after its end."""

    ready = Signal()
    over = Signal()

    def __init__(self, context: Context, what: Rehearsed) -> None:
        super().__init__()
        self._context = context
        self._what = what
        self._closed = False
        self.stage: Stage | None = None
        self.screen_shown: RunScreen | None = None
        self._notices: Notices | None = None
        self.setWindowTitle(what.title)
        self.setProperty("ground", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)  # it does not keep the app open
        self.setMinimumSize(900, 600)
        self.resize(1180, 760)
        self.strip = RehearsalStrip(what.about)
        self.strip.speed_chosen.connect(self._set_speed)
        self.waiting = plain(tr("Getting the room ready…"), "secondary")
        self.waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.end_page = EndPage()
        self.end_page.again_wished.connect(self.begin)
        self.end_page.close_wished.connect(self.close)
        self.pages = QStackedWidget()
        self.strip.show_clock(False)
        for page in (self.waiting, self.end_page):
            self.pages.addWidget(page)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addWidget(self.strip)
        self._box.addWidget(self.pages, 1)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self._end)

    def begin(self) -> None:
        """Begin, or begin again, at the usual speed."""
        self._end()
        self.strip.show_speed(USUAL_SPEED)
        self.pages.setCurrentWidget(self.waiting)
        what, moment, begin = self._what, self._context.moment, self._context.now()
        self._context.in_background(
            lambda: prepare(what, lambda: moment().monotonic, begin), self._open_room, self._failed
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        """Delete what the rehearsal wrote."""
        self._closed = True
        self._end()
        super().closeEvent(event)

    def _open_room(self, prepared: Prepared) -> None:
        if self._closed or self.stage is not None:
            prepared.discard()
            return
        self.stage = stage = Stage(prepared, self._context.settings)
        self.screen_shown = screen = RunScreen(stage.context)
        self._notices = Notices(stage.context, self)
        self._box.addWidget(self._notices)
        stage.context.bus.changed.connect(screen.heard)
        stage.context.go.went.connect(self._went)
        self.pages.addWidget(screen)
        screen.enter(Place("run", stage.meeting_id))
        self.pages.setCurrentWidget(screen)
        if screen.desk is not None:
            screen.desk.live.say_it_goes_on()  # a fast clock is soon hours past the end: nobody has to be asked
        screen.setFocus(Qt.FocusReason.OtherFocusReason)
        self.strip.show_clock(True)
        self._set_speed(USUAL_SPEED)
        self.ready.emit()

    def _failed(self, sentence: str) -> None:
        self._context.bus.problem_arose.emit(sentence)
        self.close()

    def _set_speed(self, speed: int) -> None:
        if self.stage is not None:
            self.stage.clock.set_speed(speed)
            if self.screen_shown is not None and self.screen_shown.desk is not None:
                self.screen_shown.desk.live.tick()

    def _went(self, place: Place) -> None:
        """The room leads elsewhere at its end, to the wrap-up or back to planning: here it just ends."""
        if self.stage is None or place.screen == "run":
            return
        self._end()
        if not self._closed:
            self.pages.setCurrentWidget(self.end_page)
            self.end_page.setFocus(Qt.FocusReason.OtherFocusReason)
            self.over.emit()

    def _end(self) -> None:
        """Take the room down and delete its workspace."""
        stage, screen, self.stage, self.screen_shown = self.stage, self.screen_shown, None, None
        if stage is None or screen is None:
            return
        screen.leave()
        if screen.desk is not None:
            screen.desk.let_go()
        stage.context.bus.changed.disconnect(screen.heard)
        self.pages.setCurrentWidget(self.waiting)
        self.strip.show_clock(False)
        for old in (screen, self._notices):
            if old is not None:
                old.hide()
                old.setParent(None)
                old.deleteLater()
        self._notices = None
        stage.close()
