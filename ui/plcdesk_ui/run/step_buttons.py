"""The buttons of the step: back, pause, a minute less or more, skip, next."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from plcdesk.running.clock import ClockState
from plcdesk.text import tr
from plcdesk_ui.run.live import LiveMeeting
from plcdesk_ui.shell import commands
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.buttons import Button, button
from plcdesk_ui.widgets.look import set_look
from plcdesk_ui.widgets.tips import set_tip, tip_with_shortcut

_AROUND = 32
_WIDEST_NEXT = 300  # pixels at the usual size of type


class NextButton(Button):
    """Takes the room that is left; what is too long is said more shortly, and told in full by the tool tip."""

    def __init__(self) -> None:
        super().__init__("", "primary")
        self.setAutoDefault(False)
        self._words = ""
        self._short = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_words(self, words: str, short: str = "") -> None:
        """Show what comes next; `short` where `words` do not fit."""
        self._words, self._short = words, short or words
        self.setAccessibleName(words)
        self._fit()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for all words."""
        whole = self.fontMetrics().horizontalAdvance(self._shown(self._words)) + _AROUND
        return QSize(whole, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Room for the usual words: where they stand must not hang on what comes next."""
        usual = self.fontMetrics().horizontalAdvance(self._shown(tr("Next speaker")))
        return QSize(usual + _AROUND, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the words anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        room = self.width() - _AROUND + 2 - metrics.horizontalAdvance(self._shown(""))
        words = self._words if metrics.horizontalAdvance(self._words) <= room else self._short
        self.set_text(self._shown(metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)))

    def _shown(self, words: str) -> str:
        return tr("{words} ›").format(words=words)


class StepButtons(QWidget):
    """In one row, or Next in a row of its own. A click leaves the keyboard where it is: with the notes."""

    next_wished = Signal()
    skip_wished = Signal()

    def __init__(self, live: LiveMeeting) -> None:
        super().__init__()
        self._live = live
        self.back = button(tr("‹ Back"), live.back, grade="room")
        self.pause = button(tr("Pause"), live.pause_or_go_on, icon="pause", grade="room")
        self.less = button(tr("− 1 min"), lambda: live.extend(-1), grade="room")
        self.more = button(tr("+ 1 min"), lambda: live.extend(1), grade="room")
        self.skip = button(tr("Skip"), self.skip_wished.emit, grade="room")
        self.next = NextButton()
        self.next.clicked.connect(lambda _checked=False: self.next_wished.emit())
        self._lay_out()
        self.refresh()

    def refresh(self) -> None:
        """Say what each does now."""
        state = self._live.state
        running = state.status == "running"
        self.back.setEnabled(state.previous_key is not None)
        self.skip.setEnabled(state.next_key is not None)
        set_look(self.pause, "role", "plain" if running else "primary")
        set_look(self.next, "role", "primary" if running else "plain")
        self._name_next()
        self._fit()
        self.show_time(state)

    def show_time(self, state: ClockState) -> None:
        """A step cannot have less than no time."""
        able = state.current_planned > 0
        if able != self.less.isEnabled():
            self.less.setEnabled(able)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Next beside the others, or below them; with fewer words where even that is too narrow."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def minimumSizeHint(self) -> QSize:
        """It can be narrow."""
        return QSize(160, super().minimumSizeHint().height())

    def _fit(self) -> None:
        self._use_words(short=False)
        others = self._others.sizeHint().width()
        beside = self.width() >= others + ROW + self.next.minimumSizeHint().width()
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if way != self._box.direction():
            self._box.setDirection(way)
        widest = round(_WIDEST_NEXT * theme_of(self).sizes.base / 14) if beside else 16_777_215
        self.next.setMaximumWidth(widest)
        if others > self.width():
            self._use_words(short=True)

    def _use_words(self, *, short: bool) -> None:
        running = self._live.state.status == "running"
        pause = tr("Pause") if running else tr("Go on")
        self.back.set_text("‹" if short else tr("‹ Back"))
        self.pause.set_text("" if short and running else pause)  # to go on is what one looks for in a pause
        self.pause.setAccessibleName(pause)
        self.pause.set_icon("pause" if running else "play")
        self.less.set_text("− 1" if short else tr("− 1 min"))
        self.more.set_text("+ 1" if short else tr("+ 1 min"))

    def _lay_out(self) -> None:
        self._others = QWidget()
        row = QHBoxLayout(self._others)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(ROW - 1)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(ROW - 1)
        for made, tip, key in (
            (self.back, tr("Back to the step before"), commands.BACK_KEY),
            (self.pause, tr("Pause, and go on"), commands.PAUSE_KEY),
            (self.less, tr("One minute less for this step"), commands.LESS_KEY),
            (self.more, tr("One minute more for this step"), commands.MORE_KEY),
            (self.skip, tr("Leave this step out"), commands.SKIP_KEY),
        ):
            set_tip(made, tip_with_shortcut(tip, key))
            made.setAccessibleName(tip)
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            row.addWidget(made)
        self.next.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._box.addStretch(1)
        self._box.addWidget(self._others)
        self._box.addWidget(self.next, 100)
        self._box.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _name_next(self) -> None:
        up = self._live.next_up()
        short = ""
        if up.what == "speaker":
            words, tip = tr("Next speaker"), self._live.name_of(up.name)
        elif up.what == "step":
            words = tip = tr("Next: {step}").format(step=up.name)
            short = tr("Next step")
        else:
            words = tip = tr("Wrap up")
        self.next.show_words(words, short)
        set_tip(self.next, tip_with_shortcut(tip, commands.NEXT_KEY))
