"""The strip over a rehearsal: that nothing is kept, and how fast the clock runs."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from plcdesk.text import tr
from plcdesk_ui.theme.sizes import EDGE, GAP, ROW
from plcdesk_ui.widgets.chip_choice import ChipChoice
from plcdesk_ui.widgets.label import Elided, plain

USUAL_SPEED = 10


class RehearsalStrip(QWidget):
    """Tells `speed_chosen` with how many times as fast as the real one the clock is to run; 0 stops it."""

    speed_chosen = Signal(int)

    def __init__(self, about: str) -> None:
        super().__init__()
        self.setProperty("ground", "sunk")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.words = plain(tr("Nothing here is kept"), "strong")
        self.more = Elided(about, "secondary")
        self.pace = plain("", "secondary")
        options = ((0, tr("Stopped")), (1, "×1"), (10, "×10"), (30, "×30"))
        self.speeds = ChipChoice(
            [(speed, words, "accent") for speed, words in options], name=tr("Speed of the clock")
        )
        self.speeds.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        box = QHBoxLayout(self)
        box.setContentsMargins(EDGE, ROW - 2, EDGE, ROW - 2)
        box.setSpacing(GAP - 4)
        for widget in (self.words, self.more):
            box.addWidget(widget)
        box.addStretch(1)
        for widget in (self.pace, self.speeds):
            box.addWidget(widget)
        self.speeds.chosen.connect(lambda value: self._choose(int(str(value))))
        self.show_speed(USUAL_SPEED)

    def show_speed(self, speed: int) -> None:
        """Show how fast the clock runs; tells nobody."""
        self.speeds.set_value(speed)
        self.pace.setText(_pace(speed))

    def show_clock(self, runs: bool) -> None:
        """Offer the speeds only while there is a clock."""
        self.pace.setVisible(runs)
        self.speeds.setVisible(runs)

    def _choose(self, speed: int) -> None:
        self.show_speed(speed)
        self.speed_chosen.emit(speed)


def _pace(speed: int) -> str:
    words = {
        0: tr("The clock stands still"),
        1: tr("As fast as in a meeting"),
        10: tr("A minute passes in 6 seconds"),
        30: tr("A minute passes in 2 seconds"),
    }
    return words[speed]
