"""Shows the wall and takes it away: on the second display, or on the only one."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QScreen, QShortcut
from PySide6.QtWidgets import QWidget

from plcdesk.text import tr
from plcdesk_ui.run.chimes import mute_or_unmute
from plcdesk_ui.run.keys import RoomActions, bind_room_keys
from plcdesk_ui.run.live import LiveMeeting
from plcdesk_ui.run.pause_part import break_word
from plcdesk_ui.wall.screens import Display, wall_display
from plcdesk_ui.wall.views import View
from plcdesk_ui.wall.window import WallWindow


class WallControl(QObject):
    """`closed`: the wall went away, also when its display was unplugged; `shown`: it is there, also when that
    display came back. `wrap_up_wished`: Next was pressed on the wall at the end of the agenda; `moves_wished`: More moves, at the desk.
    """

    shown = Signal()
    closed = Signal()
    wrap_up_wished = Signal()
    view_changed = Signal()
    menu_wished = Signal()
    timer_wished = Signal()
    file_wished = Signal()
    moves_wished = Signal()

    def __init__(self, live: LiveMeeting, desk_window: QWidget) -> None:
        super().__init__(desk_window)
        self.live = live
        self.window: WallWindow | None = None
        self._desk = desk_window
        self._display = ""
        self._comes_back = False
        self._back_as: View = "step"
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self._added)
        app.screenRemoved.connect(self._removed)

    @property
    def is_shown(self) -> bool:
        """Whether the wall is there."""
        return self.window is not None

    @property
    def is_one_screen(self) -> bool:
        """Whether the wall covers the desk, on the only display."""
        return self.window is not None and self.window.line is not None

    @property
    def view(self) -> View:
        """What the wall shows, or would."""
        return self.window.view if self.window is not None else "step"

    @property
    def display(self) -> str:
        """The name of the display that the wall is on, or was last."""
        return self._display or self.live.context.settings.wall_screen or ""

    def displays(self) -> tuple[tuple[str, str], ...]:
        """The displays beside the desk's, each with the words for it."""
        desk = self._desk.screen()
        screens = [each for each in QGuiApplication.screens() if each is not desk]
        return tuple((each.name(), _words_for(each)) for each in screens)

    def use_display(self, name: str) -> None:
        """Show the wall on this display from now on."""
        self.live.context.remember(wall_screen=name)
        view = self.view
        if self.window is not None:
            self.hide()
        self.show()
        if self.window is not None:
            self.window.show_view(view)

    def show_view(self, view: View) -> None:
        """Show something on the wall; asked for again, it gives way to the step."""
        was = self.view if self.is_shown else None
        if self.window is None:
            self.show()
        if self.window is not None:
            self.window.show_view("step" if view == was else view)

    def show_question(self) -> None:
        """Show the question on the wall, also when there was none yet."""
        if self.window is None:
            self.show()
        self.bring_question_back()

    def show_break(self, minutes: int) -> None:
        """Pause the meeting for a break, which the wall counts down."""
        self.live.take_break(minutes, break_word())
        if self.window is None:
            self.show()
        if self.window is not None:
            self.window.show_view("step")

    def show(self) -> None:
        """Show the wall: on another display than the desk's if there is one."""
        if self.window is not None:
            self.window.raise_()
            return
        desk = self._desk.screen()
        displays = {each.name(): each for each in QGuiApplication.screens()}
        remembered = self.live.context.settings.wall_screen
        chosen = wall_display([_display(each) for each in displays.values()], _display(desk), remembered)
        screen = displays[chosen.name] if chosen is not None else desk
        if chosen is not None and chosen.name != remembered:
            self.live.context.remember(wall_screen=chosen.name)
        self._display, self._comes_back = screen.name(), False
        self.window = self._made(one_screen=chosen is None)
        self._put_on(self.window, screen)
        self.shown.emit()

    def hide(self) -> None:
        """Take the wall away and come back to the desk."""
        self._comes_back = False
        self._take_away()

    def bring_question_back(self) -> None:
        """Show very large what we are talking about; once more takes it away."""
        if self.window is not None:
            self.window.bring_question_back()

    def let_go(self) -> None:
        """Take the wall away for good."""
        self.hide()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.disconnect(self._added)
            app.screenRemoved.disconnect(self._removed)

    def _made(self, one_screen: bool) -> WallWindow:
        window = WallWindow(self.live, one_screen)
        window.left.connect(self.hide)
        window.closed.connect(self.hide)
        window.view_changed.connect(self.view_changed)
        bind_room_keys(window, self._actions())
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), window)
        escape.activated.connect(window.go_back)
        return window

    def _put_on(self, window: WallWindow, screen: QScreen) -> None:
        # Beside the desk it never takes the keyboard: who types there types on.
        beside = window.line is None
        window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, beside)
        window.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus, beside)
        window.setScreen(screen)
        window.setGeometry(screen.geometry())
        window.setWindowState(Qt.WindowState.WindowFullScreen)
        window.show()
        if window.line is not None:
            window.activateWindow()
            window.line.focus()

    def _actions(self) -> RoomActions:
        live = self.live
        return RoomActions(
            next=self._next,
            back=live.back,
            pause=live.pause_or_go_on,
            more=lambda: live.extend(1),
            less=lambda: live.extend(-1),
            skip=self._skip,
            passes=live.pass_turn,
            wall=self.hide,
            capture=self._to_line,
            park=self._park,
            question=self.bring_question_back,
            moves=self._to_moves,
            wrap_up=self._wrap_up,
            wall_view=self.show_view,
            wall_menu=self.menu_wished.emit,
            timer=self.timer_wished.emit,
            sound=lambda: mute_or_unmute(live.context),
            attach=self.file_wished.emit,
        )

    def _next(self) -> None:
        if self.live.next().what == "wrap_up":
            self._wrap_up()

    def _skip(self) -> None:
        following = self.live.state.plan.step(self.live.state.next_key)
        self.live.skip()
        if following is not None and following.item_kind == "wrap_up":
            self._wrap_up()

    def _wrap_up(self) -> None:
        self.hide()
        self.wrap_up_wished.emit()

    def _to_line(self) -> None:
        if self.window is not None and self.window.line is not None:
            self.window.line.focus()
        else:
            self._desk.activateWindow()

    def _to_moves(self) -> None:
        """Moves are for the facilitator alone: they are never on the wall, and it does not go away for them."""
        if not self.is_one_screen:
            self.moves_wished.emit()

    def _park(self) -> None:
        if self.window is not None and self.window.line is not None:
            self.window.line.park()

    def _take_away(self) -> None:
        window, self.window = self.window, None
        if window is None:
            return
        one_screen = window.line is not None
        window.let_go()
        window.close()
        window.deleteLater()
        if one_screen:
            self._desk.activateWindow()
        self.closed.emit()

    def _removed(self, screen: QScreen) -> None:
        """The projector was unplugged: the desk must not be covered by its wall."""
        if self.window is not None and self.window.line is None and screen.name() == self._display:
            self._back_as = self.window.view
            self._take_away()
            self._comes_back = True

    def _added(self, screen: QScreen) -> None:
        if self._comes_back and self.window is None and screen.name() == self._display:
            self.show()
            if self.window is not None:
                self.window.show_view(self._back_as)  # above all, what was blank comes back blank


def _words_for(screen: QScreen) -> str:
    size = screen.size()
    name = " ".join(part for part in (screen.manufacturer(), screen.model()) if part) or screen.name()
    return tr("{name}, {width} × {height}").format(name=name, width=size.width(), height=size.height())


def _display(screen: QScreen) -> Display:
    return Display(screen.name(), screen.geometry())
