"""The pause on the desk: why, in one click or in own words, and when we go on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from plcdesk.text import tr
from plcdesk_ui.run.live import LiveMeeting
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.chip_choice import ChipChoice, ChipOption
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.line_field import LineField

LENGTHS = (5, 10, 15, 20, 30)  # minutes
NOBODY_KNOWS = 0


def break_word() -> str:
    """What a break is called; the only reason that the wall may say."""
    return tr("Break")


class PausePart(QWidget):
    """Hidden while the meeting does not pause. What is said here reaches the minutes.

    `left`: it goes away while the keyboard is in it.
    """

    left = Signal()

    def __init__(self, live: LiveMeeting) -> None:
        super().__init__()
        self._live = live
        self._pause: object = None
        words = (break_word(), tr("Fire drill"), tr("Interruption"))
        self.reasons = ChipChoice([(word, word, "accent") for word in words], name=tr("Why we pause"))
        self.own = LineField(placeholder=tr("or in your own words"), limit=120)
        self.own.setAccessibleName(tr("Why we pause, in your own words"))
        options: list[ChipOption] = [(NOBODY_KNOWS, tr("nobody knows"), "accent")]
        for minutes in LENGTHS:
            options.append((minutes, tr("{n} min").format(n=minutes), "accent"))
        self.lengths = ChipChoice(options, name=tr("When we go on"))
        self.reasons.chosen.connect(self._choose_reason)
        self.own.committed.connect(live.explain_pause)
        self.lengths.chosen.connect(lambda minutes: live.be_back_in(int(str(minutes))))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(ROW - 2)
        box.addWidget(plain(tr("Why? It goes into the minutes."), "secondary", wrap=True))
        box.addWidget(self.reasons)
        box.addWidget(self.own)
        box.addSpacing(ROW - 4)
        box.addWidget(plain(tr("We go on in"), "secondary"))
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.lengths, 1)
        box.addLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.hide()

    def refresh(self) -> None:
        """Show what is known of the pause now."""
        state = self._live.state
        paused = state.status == "paused"
        focus = self.focusWidget()
        had_focus = not paused and focus is not None and focus.hasFocus()
        self.setVisible(paused)
        if had_focus:
            self.left.emit()
        if not paused:
            return
        pause = state.pauses[-1]
        if pause.began != self._pause:
            self._pause = pause.began
            self.lengths.set_value(NOBODY_KNOWS)
        if pause.length is None:
            self.lengths.set_value(NOBODY_KNOWS)
        elif self.lengths.value() == NOBODY_KNOWS:
            self.lengths.set_value(None)  # said in an earlier run of the app
        self.reasons.set_value(pause.reason)
        ready_made = self.reasons.value() is not None
        self.own.set_value("" if ready_made else pause.reason)

    def flush(self) -> None:
        """Hand over what is half typed."""
        self.own.flush()

    def _choose_reason(self, word: object) -> None:
        self.own.clear_written()
        self._live.explain_pause(str(word))
