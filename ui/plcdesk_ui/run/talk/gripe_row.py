"""Something vented, as a row: what was said, what the team can do about it, and the step that comes of it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from plcdesk.planning.infos import MemberInfo
from plcdesk.running.gripe_circles import GripeInfo, circle_words
from plcdesk.text import tr
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.buttons import button, icon_button
from plcdesk_ui.widgets.chip import Tone
from plcdesk_ui.widgets.chip_choice import ChipChoice
from plcdesk_ui.widgets.choice import Choice
from plcdesk_ui.widgets.date_field import DateField
from plcdesk_ui.widgets.flow import flow
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.line_field import LineField

_TONES: dict[str, Tone] = {"control": "accent", "influence": "question", "worry": "neutral"}


class StepForm(QWidget):
    """The step that comes of a gripe: what, who, by when. `made(text, member id or None, date or None)`."""

    made = Signal(str, object, object)

    def __init__(self, people: Sequence[MemberInfo], due: date | None) -> None:
        super().__init__()
        self.text = LineField(placeholder=tr("One small step that we can take"))
        self.text.setAccessibleName(tr("The step"))
        self.owner = Choice([(None, tr("Nobody yet")), *((each.id, each.name) for each in people)])
        self.owner.setAccessibleName(tr("Who does it"))
        self.due = DateField(due.isoformat() if due else None, optional=True)
        self.due.setAccessibleName(tr("By when"))
        self.make = button(tr("Make it an action"), self._make)
        self.text.returnPressed.connect(self._make)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(ROW - 2)
        box.addWidget(self.text)
        box.addWidget(flow(self.owner, self.due, self.make))

    def _make(self) -> None:
        if self.text.text().strip():
            due = self.due.value()
            self.made.emit(self.text.text(), self.owner.value(), date.fromisoformat(due) if due else None)


class GripeRow(QWidget):
    """Tells what a person wishes: `typed(text)`, `sorted_into(circle)`, `deleted()`, `step_made(...)` (see `StepForm`)."""

    typed = Signal(str)
    sorted_into = Signal(object)
    deleted = Signal()
    step_made = Signal(str, object, object)

    def __init__(self, gripe: GripeInfo, people: Sequence[MemberInfo], due: date | None) -> None:
        super().__init__()
        self.gripe = gripe
        self.text = LineField(gripe.text)
        self.text.setAccessibleName(tr("What was said"))
        self.text.committed.connect(self.typed)
        self.circle = ChipChoice(
            [(circle, words, _TONES[circle]) for circle, words in circle_words().items()],
            gripe.circle or None,
            name=tr("What we can do about it"),
        )
        self.circle.chosen.connect(self._sort)
        self._asks_for_step = False
        self.delete = icon_button("trash-2", tr("Delete this line"), self.deleted.emit, grade="small")
        self.form = StepForm(people, due)
        self.form.made.connect(self.step_made)
        self.done = plain("", "accent", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(ROW - 2)
        head.addWidget(self.text, 1)
        head.addWidget(self.delete)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 4, 0, 6)
        box.setSpacing(ROW - 4)
        box.addLayout(head)
        for widget in (self.circle, self.form, self.done):
            box.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.show_gripe(gripe)

    def show_gripe(self, gripe: GripeInfo) -> None:
        """Show it as it is now; what is being typed is left alone."""
        self.gripe = gripe
        self.text.set_value(gripe.text)
        self.circle.set_value(gripe.circle or None)
        can_act = gripe.circle == "control" and gripe.entry_id is None
        self.form.setVisible(can_act)
        if can_act and self._asks_for_step:
            self.form.text.setFocus()
        self._asks_for_step = False
        self.done.setText(tr("✓ It is among the actions.") if gripe.entry_id is not None else "")
        self.done.setVisible(gripe.entry_id is not None)

    def _sort(self, circle: object) -> None:
        """What is in our hands asks at once for the step: typed elsewhere, it would be a note for the minutes."""
        self._asks_for_step = True
        self.sorted_into.emit(circle)
