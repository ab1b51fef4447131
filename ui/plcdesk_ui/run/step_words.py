"""What the facilitator says and does in a step, and what the others do meanwhile."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from plcdesk.running.turn_words import turn_words
from plcdesk.text import tr
from plcdesk_ui.run.step_facts import StepFacts
from plcdesk_ui.theme.sizes import GAP
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.label import plain

BESIDE_FROM = 380
"""Pixels of width from which two parts stand side by side, at the usual size of type."""


class Words(QWidget):
    """A small heading over some words; hidden while there are none."""

    def __init__(self, heading: str, tone: str | None = None) -> None:
        super().__init__()
        self.heading: QLabel = plain(heading, "caption")
        self.words: QLabel = plain("", tone, wrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(1)
        box.addWidget(self.heading)
        box.addWidget(self.words)

    def show_words(self, words: str) -> None:
        """Show `words`, or nothing at all."""
        if words != self.words.text():
            self.words.setText(words)
        self.setVisible(bool(words))


def prompt_heading(facts: StepFacts) -> str:
    """'PROMPT 3 OF 5', over what this turn of the loop is about."""
    turn = next((turn for turn in facts.loops if turn.prompt), None)
    return turn_words([turn]).upper() if turn is not None and turn.count > 1 else tr("THIS TIME")


class StepWords(QWidget):
    """What matters now: the prompt of this turn, what to say, what to do."""

    def __init__(self) -> None:
        super().__init__()
        self.prompt = Words(tr("THIS TIME"), "strong")
        self.say = Words(tr("SAY"), "say")
        self.do = Words(tr("DO"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GAP)
        for part in (self.prompt, self.say, self.do):
            box.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_step(self, facts: StepFacts | None) -> None:
        """Show the words of the step."""
        if facts is not None and facts.prompt:
            self.prompt.heading.setText(prompt_heading(facts))
        self.prompt.show_words(facts.prompt if facts is not None else "")
        self.say.show_words(tr("“{sentence}”").format(sentence=facts.say) if facts and facts.say else "")
        self.do.show_words(facts.do if facts is not None else "")


class StepHelp(QWidget):
    """What is good to have at hand. A private note is shown only if the room cannot see it."""

    def __init__(self) -> None:
        super().__init__()
        self.note = Words(tr("YOUR NOTE"))
        self.instead = Words(tr("MEANWHILE"))
        self.stems = Words(tr("WAYS TO BEGIN"), "secondary")
        self.questions = Words(tr("QUESTIONS THAT HELP"), "secondary")
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2 * GAP)
        self._columns = ((self.note, self.instead), (self.stems, self.questions))
        self._holders: list[QWidget] = []
        for parts in self._columns:
            holder = QWidget()
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(GAP)
            for part in parts:
                column.addWidget(part)
            column.addStretch(1)
            self._box.addWidget(holder, 1)
            self._holders.append(holder)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_step(self, facts: StepFacts | None, room_sees_screen: bool) -> None:
        """Show what belongs to the step."""
        step = facts.step if facts is not None else None
        note = facts.item.private_note if facts is not None and not room_sees_screen else ""
        self.note.show_words(note)
        self.instead.show_words(facts.instead if facts is not None else "")
        self.stems.show_words("\n".join(step.stems) if step is not None else "")
        self.questions.show_words("\n".join(step.prompts) if step is not None else "")
        for holder, parts in zip(self._holders, self._columns, strict=True):
            holder.setVisible(any(not part.isHidden() for part in parts))

    @property
    def has_words(self) -> bool:
        """Whether there is anything to show."""
        return any(not part.isHidden() for part in (self.note, self.instead, self.stems, self.questions))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side, or one below the other."""
        super().resizeEvent(event)
        beside = self.width() >= BESIDE_FROM * theme_of(self).sizes.base / 14
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if way != self._box.direction():
            self._box.setDirection(way)
