"""The wall: step, who speaks, what to do and the time, large enough for the whole room."""

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QFont, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from plcdesk.running.clock import ClockState
from plcdesk.text import tr
from plcdesk_ui.run.capture.line import CaptureLine
from plcdesk_ui.run.capture.notebook import notebook_of
from plcdesk_ui.run.live import LiveMeeting
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.wall.blank import Blank
from plcdesk_ui.wall.question import BigQuestion
from plcdesk_ui.wall.ring import WallRing
from plcdesk_ui.wall.scene import Scene, question_of_wall
from plcdesk_ui.wall.stage import CORNER, Stage
from plcdesk_ui.wall.text import WallText
from plcdesk_ui.wall.views import View, scene_in
from plcdesk_ui.wall.words import WallWords

HIDE_CURSOR_AFTER = 2000
_LINE_TYPE = 18
_RING_SHARES = (1.0, 0.85, 0.7, 0.55)


class WallWindow(QWidget):
    """Full screen and without a frame. With `one_screen` it holds the line for notes.

    `left`: somebody wishes the desk back. `closed`: the window went away. `view_changed`: it shows something else.
    """

    left = Signal()
    closed = Signal()
    view_changed = Signal()

    def __init__(self, live: LiveMeeting, one_screen: bool = False) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.live = live
        self.setWindowTitle(tr("PLC Desk: the wall"))
        self.setAccessibleName(tr("The wall"))
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)  # it does not keep the app open
        self.setMouseTracking(True)
        self.view: View = "step"
        self._step = live.state.current
        self._scene: Scene | None = None
        self.about = WallText("ink2", parent=self)
        self.end = WallText("ink2", parent=self)
        self.words = WallWords(self)
        self.ring = WallRing(parent=self)
        self.we_watch = WallText("ink2", parent=self)
        self.norm = WallText("ink", QFont.Weight.DemiBold, self)
        self.place = WallText("ink2", parent=self)
        self.line = CaptureLine(notebook_of(live), compact=True, parent=self) if one_screen else None
        self.question = BigQuestion(self)
        self.blank = Blank(self)
        self.blank.pressed.connect(lambda: self.show_view("step"))
        for part in (self.words, self.ring):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._still = QTimer(self)
        self._still.setSingleShot(True)
        self._still.setInterval(HIDE_CURSOR_AFTER)
        self._still.timeout.connect(lambda: self.setCursor(Qt.CursorShape.BlankCursor))
        self._still.start()
        if self.line is not None:
            self.line.left.connect(self.go_back)
            self.line.edit.document().documentLayout().documentSizeChanged.connect(self._arrange_soon)
            self.line.kind_changed.connect(self._arrange_soon)
        live.ticked.connect(self._tick)
        live.changed.connect(self.refresh)
        self.refresh()

    @property
    def stage(self) -> Stage:
        """Where things stand at the present size."""
        line = self.line.sizeHint().height() if self.line is not None and not self.line.isHidden() else 0
        return Stage(self.width(), self.height(), line)

    def refresh(self) -> None:
        """Show the meeting as it stands; there is no line for what is written in private."""
        if self.line is not None:
            facts = self.live.facts
            self.line.setHidden(facts is not None and facts.is_private)
        if self._step != self.live.state.current:
            self._step = self.live.state.current
            self.question.put_away()
            if self.view != "blank":
                self.show_view("step")
        self._show(scene_in(self.live, self.view))

    def show_view(self, view: View) -> None:
        """Show the step, or something else in its place until the next step; a blank wall stays blank."""
        if view == self.view:
            return
        self.view = view
        self.question.put_away()
        self.blank.setVisible(view == "blank")
        self._show(scene_in(self.live, view))
        self._place_blank(self.stage)
        self.view_changed.emit()

    def bring_question_back(self) -> None:
        """Show very large what we are talking about, until it is put away."""
        if not self.question.isHidden():
            self.question.put_away()
            return
        self.show_view("step")
        self.question.bring(question_of_wall(self.live))
        self.question.arrange(self.stage)

    def go_back(self) -> None:
        """Esc: the question goes away first, then what was shown on request, then the wall."""
        if not self.question.isHidden():
            self.question.put_away()
        elif self.view != "step":
            self.show_view("step")
        else:
            self.left.emit()

    def flush(self) -> None:
        """Store what is half typed."""
        if self.line is not None:
            self.line.flush()

    def let_go(self) -> None:
        """Follow the meeting no more."""
        self.flush()
        self.live.ticked.disconnect(self._tick)
        self.live.changed.disconnect(self.refresh)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything follows the size of the wall."""
        super().resizeEvent(event)
        self._arrange()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The pointer is seen while it moves."""
        super().mouseMoveEvent(event)
        self.unsetCursor()
        self._still.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell who opened it."""
        self.flush()
        super().closeEvent(event)
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The white ground, and the hairline above the foot."""
        del event
        tokens = theme_of(self).tokens
        stage = self.stage
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.card))
        if self.norm.text or self.place.text:
            rule = QRectF(stage.margin, stage.rule, stage.inner, max(1.0, 2 * stage.unit))
            painter.fillRect(rule, QColor(tokens.line))
        painter.end()

    def _tick(self, _state: ClockState) -> None:
        scene = scene_in(self.live, self.view)
        if scene != self._scene:
            self._show(scene)

    def _show(self, scene: Scene) -> None:
        before, self._scene = self._scene, scene
        dial = scene.dial
        if dial is not None:
            self.ring.show_time(dial.left, dial.big, dial.small, dial.over, dial.paused)
        if before is not None and _but_dial(before) == _but_dial(scene):
            return
        self.about.set_text(scene.about)
        self.end.set_text(scene.end)
        self.words.show_scene(scene)
        self.we_watch.set_text(tr("We watch:") if scene.norm else "")
        self.norm.set_text(scene.norm)
        self.place.set_text(scene.place)
        self._arrange()
        self.update()

    def _arrange_soon(self) -> None:
        QTimer.singleShot(0, self, self._arrange)

    def _arrange(self) -> None:
        if self._scene is None:
            return
        ring = self._scene.dial is not None
        stage = self._stage_for_all(ring)
        self.ring.setVisible(ring)
        self.words.arrange(stage, ring)
        if ring:
            self._place_ring(stage)
        self._place_corners(stage)
        if self.line is not None:
            self._place_line(self.line, stage)
        if not self.question.isHidden():
            self.question.arrange(stage)
        self._place_blank(stage)

    def _place_blank(self, stage: Stage) -> None:
        """Over everything but the line, which somebody may be typing in."""
        height = self.line.y() - round(12 * stage.unit) if self.line is not None else self.height()
        self.blank.setGeometry(0, 0, self.width(), height)
        self.blank.raise_()

    def _stage_for_all(self, ring: bool) -> Stage:
        """On a narrow wall the ring below the words gives way to them, if they need it."""
        stage = self.stage
        if not (ring and stage.stacked):
            return stage
        smaller = [replace(stage, ring_share=share) for share in _RING_SHARES]
        return next((each for each in smaller if self.words.fits(each, ring)), smaller[-1])

    def _place_ring(self, stage: Stage) -> None:
        side = round(stage.ring)
        if stage.stacked:
            x, y = (stage.width - side) / 2, stage.bottom - side
        else:
            x, y = stage.width - stage.margin - side, (stage.top + stage.bottom - side) / 2
        self.ring.setGeometry(round(x), round(y), side, side)

    def _place_corners(self, stage: Stage) -> None:
        size, inner = stage.type(CORNER), stage.inner
        self.end.fit(size, inner, 1)
        self._put(self.end, stage, 40 * stage.unit, right=True)
        self.about.fit(size, inner - self.end.width() - stage.gap, 1)
        self._put(self.about, stage, 40 * stage.unit)
        y = stage.rule + 22 * stage.unit
        self.place.fit(size, inner, 1)
        self._put(self.place, stage, y, right=True)
        self.we_watch.fit(size, inner, 1)
        self._put(self.we_watch, stage, y)
        start = self.we_watch.width() + size * 0.24 if self.we_watch.text else 0.0
        room = inner - start - self.place.width() - (stage.gap if self.place.text else 0.0)
        self.norm.fit(size, room, 1)
        self._put(self.norm, stage, y, start)

    def _put(self, text: WallText, stage: Stage, y: float, start: float = 0.0, right: bool = False) -> None:
        width = text.block_width
        x = stage.margin + (stage.inner - width if right else start)
        text.setGeometry(round(x), round(y), round(width) + 2, round(text.block_height) + 2)

    def _place_line(self, line: CaptureLine, stage: Stage) -> None:
        pixels = max(theme_of(self).sizes.base, round(_LINE_TYPE * min(stage.unit, 1.5)))
        line.edit.set_type(pixels)
        high = line.sizeHint().height()
        y = stage.rule - 12 * stage.unit - high
        line.setGeometry(round(stage.margin), round(y), round(stage.inner), high)


def _but_dial(scene: Scene) -> tuple[object, ...]:
    return (*(getattr(scene, name) for name in Scene.__slots__ if name != "dial"), scene.dial is None)
