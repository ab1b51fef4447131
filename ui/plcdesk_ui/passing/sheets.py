"""Where all norms, or an exit feedback form, are asked for: typed in from paper, or passed round."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from plcdesk.closing.anonymous import NORMS, Asked
from plcdesk.closing.fingers import read_fingers
from plcdesk.closing.questions import form_questions, norm_questions
from plcdesk.errors import UserError
from plcdesk.library.forms import FeedbackForm, feedback_forms
from plcdesk.text import tr
from plcdesk_ui.context import Context
from plcdesk_ui.passing.window import PassingWindow
from plcdesk_ui.theme.sizes import GAP
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.fields import LineField, field
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.radio_list import RadioList
from plcdesk_ui.widgets.scroll import page_scroll
from plcdesk_ui.widgets.sheet import Sheet
from plcdesk_ui.widgets.text_field import TextField
from plcdesk_ui.wrapup.facts import WrapUp

if TYPE_CHECKING:
    from plcdesk.store.work import Work

_MOST_HEIGHT = 380


def ask_all_norms(parent: QWidget, context: Context, facts: WrapUp) -> "AskSheet":
    """Ask for every norm of the team."""
    title = tr("How did we keep our norms?")
    questions = norm_questions(facts.room.agenda.team)
    sheet = AskSheet(context, facts, NORMS, title, questions, parent)
    sheet.open()
    return sheet


def ask_exit_feedback(parent: QWidget, context: Context, facts: WrapUp) -> "FormSheet":
    """Ask which form first."""
    sheet = FormSheet(context, facts, feedback_forms(), parent)
    sheet.open()
    return sheet


class FormSheet(Sheet):
    """Chooses an exit feedback form."""

    def __init__(
        self, context: Context, facts: WrapUp, forms: tuple[FeedbackForm, ...], parent: QWidget
    ) -> None:
        super().__init__(tr("Exit feedback"), parent=parent)
        self._context, self._facts, self._parent = context, facts, parent
        self._forms = {form.id: form for form in forms}
        options = [
            (form.id, tr("{name} · {minutes} min").format(name=form.name, minutes=form.minutes))
            for form in forms
        ]
        self.which = RadioList(options, forms[0].id, name=tr("Form"))
        self._when = plain("", "secondary", wrap=True)
        self.body.addWidget(self.which)
        self.body.addWidget(self._when)
        self.which.chosen.connect(lambda _id: self._tell())
        self.add_cancel()
        self.add_accept(tr("Go on"))
        self.accepted.connect(self._go_on)
        self._tell()

    @property
    def form(self) -> FeedbackForm:
        """The form that is chosen."""
        return self._forms[str(self.which.value())]

    def _tell(self) -> None:
        questions = "\n".join(f"– {question.text}" for question in self.form.questions)
        self._when.setText(f"{self.form.when}\n\n{questions}")

    def _go_on(self) -> None:
        form = self.form
        sheet = AskSheet(self._context, self._facts, form.id, form.name, form_questions(form), self._parent)
        sheet.open()


class AskSheet(Sheet):
    """Takes what stands on paper or what the room shows, or passes the laptop round instead."""

    def __init__(
        self,
        context: Context,
        facts: WrapUp,
        form: str,
        title: str,
        questions: tuple[Asked, ...],
        parent: QWidget,
    ) -> None:
        super().__init__(
            title, tr("Type what you see, or shuffle the papers and type what stands on them."), parent
        )
        self._context, self._facts, self._form, self._title = context, facts, form, title
        self._questions, self._parent = questions, parent
        self.fields: dict[str, LineField | TextField] = {}
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 0, 4, 0)
        box.setSpacing(GAP - 4)
        for asked in questions:
            box.addWidget(field(asked.text, self._field(asked)))
        area = page_scroll(holder)
        area.setMinimumHeight(min(_MOST_HEIGHT, holder.sizeHint().height()))
        self.body.addWidget(area, 1)
        self._wrong = plain("", "danger", wrap=True)
        self._wrong.hide()
        self.body.addWidget(self._wrong)
        self.add_left(button(tr("Pass the laptop round…"), self._pass_round))
        self.add_cancel()
        self.add_accept(tr("Keep"))

    def accept(self) -> None:
        """Keep what was typed; what cannot be read is said, and the sheet stays."""
        try:
            numbers, lines = self._read()
        except UserError as wrong:
            self._wrong.setText(str(wrong))
            self._wrong.show()
            return
        meeting_id, form = self._facts.room.meeting.id, self._form

        def keep(work: "Work") -> None:
            from plcdesk.closing.anonymous import count_papers
            from plcdesk.closing.wrap_up import rate_norm

            if form != NORMS:
                count_papers(work, meeting_id, form, numbers, lines)
                return
            for norm_id, fingers in numbers.items():
                rate_norm(work, meeting_id, norm_id, fingers)

        self._context.do(keep)
        super().accept()

    def _field(self, asked: Asked) -> LineField | TextField:
        if asked.is_number:
            made = LineField(placeholder="54435", limit=400)
            kept = self._facts.fingers.get(asked.key, ()) if self._form == NORMS else ()
            made.setText(" ".join(str(finger) for finger in kept))
        else:
            made = TextField(placeholder=tr("One answer a line"), lines=2, most_lines=6)
        self.fields[asked.key] = made
        return made

    def _read(self) -> tuple[dict[str, tuple[int, ...]], dict[str, list[str]]]:
        numbers: dict[str, tuple[int, ...]] = {}
        lines: dict[str, list[str]] = {}
        for asked in self._questions:
            typed = self.fields[asked.key].text()
            if asked.is_number:
                try:
                    numbers[asked.key] = read_fingers(typed, fist=asked.kind == "fingers") or ()
                except UserError as wrong:
                    raise UserError(f"{asked.text}: {wrong}") from wrong
            else:
                lines[asked.key] = typed.splitlines()
        return numbers, lines

    def _pass_round(self) -> None:
        self.reject()
        window = PassingWindow(
            self._context,
            self._facts.room.meeting.id,
            self._form,
            self._title,
            self._questions,
            len(self._facts.room.present),
            self._parent,
        )
        window.open()
