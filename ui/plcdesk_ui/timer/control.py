"""Puts the small timer in the place of the app's window, and that back again."""

from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from plcdesk_ui.run.keys import Action, RoomActions, bind_room_keys
from plcdesk_ui.run.live import LiveMeeting
from plcdesk_ui.timer.window import TimerWindow


class TimerControl(QObject):
    """`shown` and `closed` tell when it came and went."""

    shown = Signal()
    closed = Signal()

    def __init__(self, live: LiveMeeting, desk: QWidget, actions: RoomActions) -> None:
        super().__init__(desk)
        self.live = live
        self.window: TimerWindow | None = None
        self._desk = desk
        self._actions = self._with_app(actions)
        self._was = Qt.WindowState.WindowNoState

    def show(self) -> None:
        """The timer comes, and the app's window makes room for what is to be seen."""
        if self.window is not None:
            self.window.raise_()
            return
        self.window = TimerWindow(self.live)
        self.window.back_wished.connect(self.hide)
        self.window.next_wished.connect(self._actions.next)
        bind_room_keys(self.window, self._actions)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self.window, self.hide)
        app_window = self._desk.window()
        self._was = app_window.windowState()
        self.window.show()
        self.window.activateWindow()
        app_window.showMinimized()
        self.shown.emit()

    @property
    def is_shown(self) -> bool:
        """Whether the timer is there."""
        return self.window is not None

    def _with_app(self, actions: RoomActions) -> RoomActions:
        """What is done in the app's window brings that back first."""

        def back(act: Action) -> Action:
            return lambda: (self.hide(), act())

        return replace(
            actions,
            capture=back(actions.capture),
            park=back(actions.park),
            question=back(actions.question),
            moves=back(actions.moves),
            wrap_up=back(actions.wrap_up),
            wall_menu=back(actions.wall_menu),
            attach=back(actions.attach),
            timer=self.hide,
        )

    def hide(self) -> None:
        """The app's window comes back as it was."""
        if self.window is None:
            return
        self.let_go()
        app_window = self._desk.window()
        app_window.setWindowState(self._was & ~Qt.WindowState.WindowMinimized)
        app_window.show()
        app_window.raise_()
        app_window.activateWindow()
        self.closed.emit()

    def let_go(self) -> None:
        """Take the timer away."""
        window, self.window = self.window, None
        if window is not None:
            window.let_go()
            window.blockSignals(True)
            window.close()
            window.deleteLater()
