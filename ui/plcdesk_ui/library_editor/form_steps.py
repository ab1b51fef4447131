"""The steps as a form has them: each in or left out, with its own or other minutes and words."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from plcdesk.library.draft_forms import usual_minutes
from plcdesk.library.schema import Change, Form, Step
from plcdesk.library.step_checks import LONGEST_STEP, MOST_TURNS
from plcdesk.text import ntr, tr
from plcdesk_ui.library_editor.words import field_word
from plcdesk_ui.theme.sizes import PAD, ROW
from plcdesk_ui.widgets.buttons import icon_button
from plcdesk_ui.widgets.fields import field
from plcdesk_ui.widgets.stepper import MinutesStepper, Stepper
from plcdesk_ui.widgets.text_field import TextField
from plcdesk_ui.widgets.toggles import CheckBox

TEXTS = ("say", "do", "instead")
"""The words of a step that a form may have otherwise, by the names of their fields."""
_COUNTED = ("items", "stations", "turns", "prompts")


class FormStep(QWidget):
    """Tells `typed(step_id, name, value, is_text)` when a person changed what the form makes of a step."""

    typed = Signal(str, str, object, bool)

    def __init__(self, number: str, step: Step, watch: Callable[[QWidget], None]) -> None:
        super().__init__()
        self.step = step
        self._watch = watch
        self._depth = number.count(".")
        self._usual = usual_minutes(step)
        said = {"number": number, "title": step.title}
        self.inside = CheckBox(
            tr("{number} {title}").format(**said), name=tr("Step {number} is in, {title}").format(**said)
        )
        self.together = CheckBox(tr("All together"), name=tr("All together, step {number}").format(**said))
        self.number = self._stepper(tr("Minutes of step {number}").format(**said))
        words = tr("Other words, step {number}").format(**said)
        self.pencil = icon_button("pencil", words, self.open_words, tip=tr("Other words"))
        self.texts: dict[str, TextField] = {}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(2 * PAD * self._depth, 0, 0, 0)
        self._box.setSpacing(ROW - 2)
        line = QHBoxLayout()
        line.setSpacing(ROW)
        line.addWidget(self.inside, 1, Qt.AlignmentFlag.AlignVCenter)
        for part in (self.together, self.number, self.pencil):
            if part is not None:
                line.addWidget(part)
        self._box.addLayout(line)
        self._texts_box = QVBoxLayout()
        self._box.addLayout(self._texts_box)
        self.inside.clicked.connect(lambda checked: self._tell("in", checked))
        self.together.clicked.connect(lambda checked: self._tell("together", checked))

    def show_form(self, form: Form, step: Step) -> None:
        """Show what the form makes of the step; what is being typed is left alone."""
        self.step, self._usual = step, usual_minutes(step)
        change = form.changes.get(step.id, Change())
        inside = step.id not in form.without
        self.inside.setChecked(inside)
        self.together.setChecked(step.id in form.together)
        self.together.setVisible(inside and form.parallel is not None and not self._depth)
        self.pencil.setVisible(inside)
        if self.number is not None:
            self.number.setVisible(inside)
            own = step.repeat.count if step.repeat is not None else self._usual
            changed = change.turns if step.repeat is not None else form.minutes.get(step.id)
            self.number.set_value(own if changed is None else changed)
        if any(getattr(change, name) for name in TEXTS):
            self._make_texts()
        for name, text in self.texts.items():
            text.set_value(getattr(change, name) or "")
            text.setPlaceholderText(getattr(step, name))

    def open_words(self) -> None:
        """Show the fields for other words, and bring the keyboard to them."""
        self._make_texts()
        self.texts["say"].setFocus()

    def field_for(self, name: str) -> QWidget:
        """The field that a place such as 'minutes' or 'say' is about."""
        if name in TEXTS:
            self._make_texts()
            return self.texts[name]
        return self.number if name in ("minutes", "turns") and self.number is not None else self.inside

    def _stepper(self, name: str) -> Stepper | None:
        """Minutes; for a loop how often it runs, where that does not follow from the people."""
        repeat = self.step.repeat
        if repeat is None:
            made: Stepper = MinutesStepper(self._usual, 1, LONGEST_STEP, name)
            made.changed.connect(lambda minutes: self._tell("minutes", minutes))
            return made
        if repeat.over not in _COUNTED:
            return None
        most = max(1, len(repeat.prompts)) if repeat.over == "prompts" else MOST_TURNS
        made = Stepper(repeat.count, 1, most, lambda n: ntr("time", "times", n), name)
        made.changed.connect(lambda turns: self._tell("turns", turns))
        return made

    def _make_texts(self) -> None:
        if self.texts:
            return
        for name in TEXTS:
            self.texts[name] = made = TextField(lines=1)
            made.committed.connect(lambda text, name=name: self._tell(name, text.strip(), True))
            self._texts_box.addWidget(field(field_word(name), made))
        self._texts_box.setContentsMargins(2 * PAD, 0, 0, ROW)
        self._watch(self)

    def _tell(self, name: str, value: object, is_text: bool = False) -> None:
        self.typed.emit(self.step.id, name, value, is_text)


def numbered(steps: Sequence[Step], above: str = "") -> list[tuple[str, Step]]:
    """Each step with its number, those of loops behind them: '2', '2.1'."""
    found: list[tuple[str, Step]] = []
    for index, step in enumerate(steps):
        number = f"{above}{index + 1}"
        found += [(number, step), *numbered(step.steps, f"{number}.")]
    return found
