"""The foot of the step: two moves that are always at hand, and the norm that we watch."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from plcdesk.text import tr
from plcdesk_ui.run.live import LiveMeeting
from plcdesk_ui.shell.commands import PARK_KEY, QUESTION_KEY
from plcdesk_ui.theme.sizes import GAP, ROW
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.card import hairline
from plcdesk_ui.widgets.label import Elided, plain
from plcdesk_ui.widgets.tips import tip_with_shortcut

BESIDE_FROM = 420
"""Pixels of width from which the norm stands beside the moves, at the usual size of type."""


class WatchedNorm(QWidget):
    """The norm that we watch, in two lines or, where there is room for only one, in one."""

    def __init__(self) -> None:
        super().__init__()
        self._heading = plain(tr("Norm we watch:"), "secondary")
        self.norm = Elided("", "strong")
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(1)
        self._box.addWidget(self._heading)
        self._box.addWidget(self.norm)

    def show_norm(self, text: str) -> None:
        """Show `text`, or nothing at all."""
        self.norm.setText(text)
        self.setVisible(bool(text))

    def use_lines(self, lines: int) -> None:
        """Stand in one line or in two."""
        align = Qt.AlignmentFlag.AlignRight if lines == 2 else Qt.AlignmentFlag.AlignLeft
        for label in (self._heading, self.norm):
            label.setAlignment(align | Qt.AlignmentFlag.AlignVCenter)
        two = lines == 2
        self._box.setDirection(QBoxLayout.Direction.TopToBottom if two else QBoxLayout.Direction.LeftToRight)
        self._box.setSpacing(1 if two else ROW - 2)
        self._box.setStretchFactor(self.norm, 0 if two else 1)


class StepFoot(QWidget):
    """Tells which move is wished."""

    park_wished = Signal()
    question_wished = Signal()

    def __init__(self, live: LiveMeeting) -> None:
        super().__init__()
        self._live = live
        tip = tr("Put what was said into the parking lot, and go on")
        self.park = button(tr("Park it"), self.park_wished.emit, tip=tip_with_shortcut(tip, PARK_KEY))
        tip = tip_with_shortcut(tr("Show large what we are talking about"), QUESTION_KEY)
        self.question = button("", self.question_wished.emit, tip=tip)
        self.norm = WatchedNorm()
        moves = QHBoxLayout()
        moves.setSpacing(ROW + 2)
        for made in (self.park, self.question):
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            moves.addWidget(made)
        moves.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(ROW + 2)
        self._row.addLayout(moves)
        self._row.addWidget(self.norm, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GAP)
        box.addWidget(hairline())
        box.addLayout(self._row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_question_shown(False)

    def refresh(self) -> None:
        """Show the norm that is watched now."""
        room = self._live.room
        norm = room.agenda.team.norm(room.meeting.watched_norm_id)
        self.norm.show_norm(norm.text if norm is not None else "")

    def show_question_shown(self, shown: bool) -> None:
        """Say what the button of the question does now."""
        self.question.set_text(tr("Put the question away") if shown else tr("Bring the question back"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The norm beside the moves, or below them."""
        super().resizeEvent(event)
        if event.oldSize().width() == event.size().width():
            return
        beside = self.width() >= BESIDE_FROM * theme_of(self).sizes.base / 14
        self._row.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        )
        self.norm.use_lines(2 if beside else 1)
