"""The laptop is passed round: each person answers alone, the answers before stay hidden."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from plcdesk.running.standing import ANSWERS, LIVES_WITH_IT, Way, answer_word
from plcdesk.text import tr
from plcdesk_ui.widgets.buttons import Button, button
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.line_field import LineField
from plcdesk_ui.widgets.sheet import Sheet


class Ballot(Sheet):
    """Tells `answered` once everybody has, with a (number, objection) for each; closed before, it keeps nothing."""

    answered = Signal(object)

    def __init__(self, decision: str, names: Sequence[str], way: Way, parent: QWidget | None = None) -> None:
        super().__init__(tr("Pass the laptop round"), parent=parent)
        self._names = list(names)
        self._way: Way = way
        self._ballots: list[tuple[int, str]] = []
        self._low: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.body.addWidget(plain(decision, "say", wrap=True))
        self.whose = plain("", "step", wrap=True)
        self.hint = plain("", "secondary", wrap=True)
        self.body.addWidget(self.whose)
        self.body.addWidget(self.hint)
        self.choices: dict[int, Button] = {}
        for hand in reversed(ANSWERS[way]):
            words = answer_word(hand, way)
            words = f"{hand}  {words}" if way == "fist" else words
            self.choices[hand] = button(words, lambda hand=hand: self._choose(hand))
            self.body.addWidget(self.choices[hand])
        self.reason = LineField(placeholder=tr("What would have to change? One line, or leave it empty."))
        self.reason.setAccessibleName(tr("Your objection"))
        self.reason.returnPressed.connect(self._give)
        self.body.addWidget(self.reason)
        self.give = button(tr("Done, pass it on"), self._give, "primary")
        self.body.addWidget(self.give)
        self.body.addStretch(1)
        self.add_cancel(tr("Stop, keep nothing"))
        self._begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A number chooses fingers."""
        typed = event.text()
        if self._low is None and typed.isdigit() and int(typed) in self.choices and self._way == "fist":
            self._choose(int(typed))
        else:
            super().keyPressEvent(event)

    def _begin(self) -> None:
        """The next person's turn; nothing of the others' is on the screen."""
        self._low = None
        name = self._names[len(self._ballots)]
        self.whose.setText(tr("{name}, how do you stand?").format(name=name))
        left = len(self._names) - len(self._ballots)
        last = tr("You are the last one. Then everybody sees the result.")
        self.hint.setText(last if left == 1 else tr("Nobody sees what the others chose until all have."))
        for made in self.choices.values():
            made.show()
        self.reason.clear_written()
        self.reason.hide()
        self.give.hide()
        self.setFocus(Qt.FocusReason.OtherFocusReason)  # on no answer: Enter must not choose one by accident

    def _choose(self, hand: int) -> None:
        if hand >= LIVES_WITH_IT[self._way]:
            self._take(hand, "")
            return
        self._low = hand
        for made in self.choices.values():
            made.hide()
        self.hint.setText(tr("Thank you for saying so. What would have to change for you?"))
        self.reason.show()
        self.give.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        if self._low is not None:
            self._take(self._low, self.reason.text().strip())

    def _take(self, hand: int, reason: str) -> None:
        self._ballots.append((hand, reason))
        if len(self._ballots) == len(self._names):
            self.answered.emit(list(self._ballots))
            self.accept()
        else:
            self._begin()
