"""The small timer: the step, its time, who speaks and what comes next, over whatever else is on the screen."""

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QGuiApplication,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from plcdesk.running.clock import ClockState
from plcdesk.text import tr
from plcdesk_ui.run.live import LiveMeeting
from plcdesk_ui.run.time_words import count_up, countdown
from plcdesk_ui.shell import commands
from plcdesk_ui.theme.sizes import CARD_CORNER, PAD, ROW
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.wall.ring import WallRing
from plcdesk_ui.wall.scene import scene_of
from plcdesk_ui.widgets.buttons import button, icon_button
from plcdesk_ui.widgets.label import Elided
from plcdesk_ui.widgets.tips import set_tip, tip_with_shortcut

_RING = 92
_WIDTH = 430
"""Pixels at the usual size of type."""
_PLACE = "timer"


class TimerWindow(QWidget):
    """Frameless and always on top; it is moved by dragging it anywhere, and remembers where it stood.

    It shows what the wall may show and nothing else. `back_wished`: Esc or its button; `next_wished`: Next.
    """

    back_wished = Signal()
    next_wished = Signal()

    def __init__(self, live: LiveMeeting) -> None:
        flags = Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint | Qt.WindowType.Window
        super().__init__(None, flags)
        self.live = live
        self._grip: QPoint | None = None
        self.setWindowTitle(tr("PLC Desk: timer"))
        self.setAccessibleName(tr("The small timer"))
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        scale = theme_of(self).sizes.base / 14
        self.ring = WallRing(round(_RING * scale), self)
        self.ring.setFixedSize(round(_RING * scale), round(_RING * scale))
        self.title = Elided("", "title")
        self.who = Elided("", "say-accent")
        self.following = Elided("", "secondary")
        self.pause = icon_button("pause", tr("Pause"), live.pause_or_go_on)
        tip = tip_with_shortcut(tr("One minute more"), commands.MORE_KEY)
        self.more = button(tr("+ 1"), lambda: live.extend(1), tip=tip, grade="small")
        self.more.setAccessibleName(tr("One minute more"))
        tip = tip_with_shortcut(tr("Next speaker, or next step"), commands.NEXT_KEY)
        self.next = button(tr("Next ›"), self.next_wished.emit, "primary", tip=tip, grade="small")
        self.back = icon_button("x", tr("Back to the meeting"), self.back_wished.emit)
        set_tip(self.back, tip_with_shortcut(tr("Back to the meeting"), "Esc"))
        self._lay_out()
        self.setFixedWidth(round(_WIDTH * scale))
        live.ticked.connect(self._tick)
        live.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the meeting as it stands."""
        scene, state = scene_of(self.live), self.live.state
        self.title.setText(scene.title)
        self.who.setText(scene.who)
        following = state.plan.step(state.next_key)
        self.following.setText(
            tr("Then: {step}").format(step=following.title) if following is not None else ""
        )
        running = state.status == "running"
        self.pause.set_icon("pause" if running else "play", tr("Pause") if running else tr("Go on"))
        words = tr("Pause") if running else tr("Go on")
        set_tip(self.pause, tip_with_shortcut(words, commands.PAUSE_KEY))
        self._tick(state)

    def let_go(self) -> None:
        """Follow the meeting no more, and remember where it stood."""
        self._remember()
        self.live.ticked.disconnect(self._tick)
        self.live.changed.disconnect(self.refresh)

    def showEvent(self, event: QShowEvent) -> None:
        """Stand where it stood last, if that is still on a screen; else in a corner."""
        super().showEvent(event)
        self.adjustSize()
        self.move(self._place())
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closed by the system's own key: that is going back."""
        super().closeEvent(event)
        self.back_wished.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """It can be taken anywhere."""
        if event.button() == Qt.MouseButton.LeftButton:
            handle = self.windowHandle()
            if handle is None or not handle.startSystemMove():
                self._grip = event.globalPosition().toPoint() - self.pos()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """It follows the hand where the system does not move it itself."""
        if self._grip is not None:
            self.move(event.globalPosition().toPoint() - self._grip)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """It stays where it was let go."""
        super().mouseReleaseEvent(event)
        self._grip = None
        self._remember()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A card with an edge that stands out on any ground."""
        del event
        tokens = theme_of(self).tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.edge), 1))
        painter.setBrush(QColor(tokens.card))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), CARD_CORNER, CARD_CORNER)
        painter.end()

    def _tick(self, state: ClockState) -> None:
        paused, over = state.status == "paused", state.left <= 0
        words = count_up(-state.left) if over else countdown(state.left)
        self.ring.show_time(
            state.fraction_left, words, tr("over") if over else tr("left"), over and not paused, paused
        )
        scene = scene_of(self.live)
        if (scene.title, scene.who) != (self.title.text(), self.who.text()):
            self.title.setText(scene.title)
            self.who.setText(scene.who)

    def _place(self) -> QPoint:
        x, _, y = self.live.context.settings.windows.get(_PLACE, "").partition(",")
        try:
            wanted = QPoint(int(x), int(y))
        except ValueError:
            wanted = None
        if wanted is not None and self._is_in_sight(wanted):
            return wanted
        room = (self.screen() or QGuiApplication.primaryScreen()).availableGeometry()
        return QPoint(room.right() - self.width() - 2 * PAD, room.top() + 2 * PAD)

    def _is_in_sight(self, at: QPoint) -> bool:
        middle = at + self.rect().center()
        return any(screen.availableGeometry().contains(middle) for screen in QGuiApplication.screens())

    def _remember(self) -> None:
        settings, place = self.live.context.settings, f"{self.x()},{self.y()}"
        if settings.windows.get(_PLACE) != place:
            self.live.context.remember(windows={**settings.windows, _PLACE: place})

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(ROW)
        for widget in (self.pause, self.more, self.next):
            buttons.addWidget(widget)
        buttons.addStretch(1)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addLayout(head)
        words.addWidget(self.who)
        words.addWidget(self.following)
        words.addSpacing(4)
        words.addLayout(buttons)
        box = QHBoxLayout(self)
        box.setContentsMargins(PAD + 4, PAD, PAD - 4, PAD)
        box.setSpacing(PAD + 2)
        box.addWidget(self.ring)
        box.addLayout(words, 1)
