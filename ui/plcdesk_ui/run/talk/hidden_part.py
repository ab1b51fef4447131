"""Private lines at the desk: how many there are, never what they say, and the button that shows them all."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget
from shiboken6 import isValid

from plcdesk.text import ntr, tr
from plcdesk_ui.run.live import LiveMeeting
from plcdesk_ui.run.step_facts import StepFacts
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.flow import FlowLayout
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.tips import set_tip

if TYPE_CHECKING:
    from plcdesk.store.work import Work


def hidden_steps(live: LiveMeeting, facts: StepFacts) -> dict[str, int]:
    """The steps whose hidden lines can be shown now, with how many: this one, and those of its topic that are
    meant to be revealed together. Private lines of another step stay where they are."""
    found: dict[str, int] = {}
    for key, lines in live.room.hidden.items():
        if key == facts.key or _is_revealed_together(live, facts, key):
            found[key] = lines
    return found


def _is_revealed_together(live: LiveMeeting, facts: StepFacts, key: str) -> bool:
    plan_step, snapshot = live.state.plan.step(key), facts.item.snapshot
    if plan_step is None or snapshot is None or plan_step.item_id != facts.item.id:
        return False
    step = snapshot.steps.get(plan_step.step_id or "")
    return step is not None and step.notes == "reveal-together"


def hidden_words(lines: int) -> str:
    """'3 lines written, hidden until they are shown together'."""
    if not lines:
        return tr("What is written now is hidden.")
    return ntr("{n} line written, hidden", "{n} lines written, hidden", lines).format(n=lines)


class HiddenPart(QWidget):
    """Hidden itself while nothing is written in private.

    `revealed(here)`: lines are shown to all from now on, those of this step or of one before.
    """

    revealed = Signal(bool)

    def __init__(self, live: LiveMeeting) -> None:
        super().__init__()
        self._live = live
        self.words = plain("", "secondary")
        self.reveal = button(tr("Reveal together"), self._reveal)
        self.reveal.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        flow = FlowLayout(self, align=Qt.AlignmentFlag.AlignHCenter)
        flow.addWidget(self.words)
        flow.addWidget(self.reveal)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def refresh(self) -> None:
        """Say how many lines are hidden in this topic."""
        facts = self._live.facts
        steps = hidden_steps(self._live, facts) if facts is not None else {}
        lines = sum(steps.values())
        self.setVisible(facts is not None and (lines > 0 or facts.is_private))
        self.words.setText(hidden_words(lines))
        private = facts is not None and facts.step is not None and facts.step.notes == "private"
        self.reveal.set_text(tr("Put them among the notes") if private else tr("Reveal together"))
        tip = tr("Show all hidden lines at once, in the order of the alphabet; from then on they are notes")
        set_tip(self.reveal, tip)
        self.reveal.setVisible(lines > 0)

    def _reveal(self) -> None:
        facts, live = self._live.facts, self._live
        if facts is None:
            return
        steps, meeting_id = tuple(hidden_steps(live, facts)), live.meeting_id

        def reveal(work: "Work") -> None:
            from plcdesk.running.private_lines import reveal

            reveal(work, meeting_id, steps)

        together = facts.step is not None and facts.step.notes != "private"
        here = facts.key in steps
        live.context.do(
            reveal,
            then=lambda _none: self.revealed.emit(here) if together and isValid(self) else None,
            told=tr("All lines are among the notes now"),
            undo_list=meeting_id,
        )
