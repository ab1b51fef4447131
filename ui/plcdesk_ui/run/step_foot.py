"""The foot of the step: two moves that are always at hand, the way to more, and the norm that we watch."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from plcdesk.text import tr
from plcdesk_ui.run.live import LiveMeeting
from plcdesk_ui.shell.commands import MOVES_KEY, PARK_KEY, QUESTION_KEY
from plcdesk_ui.theme.sizes import GAP, ROW
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.card import hairline
from plcdesk_ui.widgets.label import Elided, plain
from plcdesk_ui.widgets.tips import tip_with_shortcut

BESIDE_FROM = 620
"""Pixels of width from which the norm stands beside the moves, at the usual size of type."""


_LEGIBLE = 0.6
"""The share of a norm that has to be seen in a low window; less of it says nothing."""


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
        self.norm.setAccessibleName(tr("Norm we watch: {norm}").format(norm=text))
        self.setVisible(bool(text))

    def use_lines(self, lines: int, *, heading: bool = True) -> None:
        """Stand in one line or in two; without its heading where there is very little room."""
        self._heading.setVisible(heading)
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
    moves_wished = Signal()

    def __init__(self, live: LiveMeeting) -> None:
        super().__init__()
        self._live = live
        tip = tr("Put what was said into the parking lot, and go on")
        self.park = button(tr("Park it"), self.park_wished.emit, tip=tip_with_shortcut(tip, PARK_KEY))
        tip = tip_with_shortcut(tr("Show large what we are talking about"), QUESTION_KEY)
        self.question = button("", self.question_wished.emit, tip=tip)
        tip = tr("What to do and say when the talk drifts, heats up or falls silent")
        self.more = button("", self.moves_wished.emit, "quiet", tip=tip_with_shortcut(tip, MOVES_KEY))
        self.norm = WatchedNorm()
        self._question_shown = self._moves_shown = self._low = False
        moves = QHBoxLayout()
        moves.setSpacing(ROW + 2)
        for made in (self.park, self.question, self.more):
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
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
        self._fit()

    def refresh(self) -> None:
        """Show the norm that is watched now."""
        room = self._live.room
        norm = room.agenda.team.norm(room.meeting.watched_norm_id)
        self.norm.show_norm(norm.text if norm is not None else "")
        self._place_norm()

    def show_question_shown(self, shown: bool) -> None:
        """Say what the button of the question does now."""
        self._question_shown = shown
        self._fit()

    def show_moves_shown(self, shown: bool) -> None:
        """Say what the button of the moves does now."""
        self._moves_shown = shown
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """It can be narrow."""
        return QSize(160, super().minimumSizeHint().height())

    def use_low(self, low: bool) -> None:
        """Make do with little height: one line for all."""
        if low != self._low:
            self._low = low
            self._place_norm()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The norm beside the moves, or below them."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()
            self._place_norm()

    def _place_norm(self) -> None:
        wide = self.width() >= BESIDE_FROM * theme_of(self).sizes.base / 14
        beside = wide or self._low
        self._row.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        )
        self.norm.use_lines(2 if beside else 1, heading=wide or not beside)
        whole = self.norm.norm.fontMetrics().horizontalAdvance(self.norm.norm.text())
        legible = not self._low or wide or self.width() - self._moves_width() >= _LEGIBLE * whole
        self.norm.setVisible(bool(whole) and legible)

    def _fit(self) -> None:
        """Fewer words on the moves where all of them are too wide."""
        self._use_words(short=False)
        if self._moves_width() > self.width() > 0:
            self._use_words(short=True)

    def _moves_width(self) -> int:
        return sum(each.sizeHint().width() + ROW + 2 for each in (self.park, self.question, self.more))

    def _use_words(self, *, short: bool) -> None:
        question = tr("Put the question away") if self._question_shown else tr("Bring the question back")
        away = tr("Put away") if self._question_shown else tr("Question")
        moves = tr("Close moves") if self._moves_shown else tr("More moves…")
        self.park.set_text(tr("Park") if short else tr("Park it"))
        self.question.set_text(away if short else question)
        self.more.set_text(tr("Close") if short and self._moves_shown else tr("Moves…") if short else moves)
        for made, words in ((self.park, tr("Park it")), (self.question, question), (self.more, moves)):
            made.setAccessibleName(words)
