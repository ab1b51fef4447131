"""A form as a card: a line when it is closed, all its fields when it is open."""

from collections.abc import Callable
from typing import Any, Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from plcdesk.library import schema
from plcdesk.library.checks import MOST_PEOPLE
from plcdesk.library.schema import Groups, Protocol
from plcdesk.library.steps import in_form
from plcdesk.text import ntr, tr
from plcdesk_ui.library_editor.form import Form
from plcdesk_ui.library_editor.form_steps import FormStep, numbered
from plcdesk_ui.library_editor.head import Head
from plcdesk_ui.library_editor.words import field_word, form_line, form_minutes, presenters
from plcdesk_ui.theme.sizes import PAD, ROW
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.flow import flow
from plcdesk_ui.widgets.label import plain

Wish = Literal["open", "duplicate", "delete"]


class FormFields(Form):
    """All about one form. Tells `typed_step` as its steps do."""

    typed_step = Signal(str, str, object, bool)

    def __init__(self, watch: Callable[[QWidget], None]) -> None:
        super().__init__()
        self._watch = watch
        self.steps: dict[str, FormStep] = {}
        self._shape: list[tuple[str, str, str]] = []
        self.put(
            self.line("name", field_word("name")),
            self.text("why", tr("When to choose it"), lines=1),
        )
        self.put_beside(
            self.number("people_least", tr("For at least"), 0, MOST_PEOPLE, _people),
            self.number("people_most", tr("For at most"), 0, MOST_PEOPLE, _people),
        )
        self.put(
            self.choice(
                "presenter", tr("Who brings something"), [(None, tr("As it is written")), *presenters()]
            )
        )
        self.put(self.tick("parallel", tr("Several groups run it side by side")))
        self.put_beside(
            self.number("parallel.least", tr("In a group at least"), 2, MOST_PEOPLE, _people),
            self.number("parallel.most", tr("At most"), 2, MOST_PEOPLE, _people),
        )
        self.put(
            plain(tr("Its steps: take away the tick from those that are left out"), "secondary", wrap=True)
        )
        self._steps_box = QVBoxLayout()
        self._steps_box.setSpacing(ROW - 2)
        self.box.addLayout(self._steps_box)

    def show_form(self, form: schema.Form, protocol: Protocol) -> None:
        """Show a form; what is being typed is left alone."""
        groups = form.parallel or Groups()
        values: dict[str, Any] = {
            "name": form.name,
            "why": form.why,
            "people_least": form.people_least or 0,
            "people_most": form.people_most or 0,
            "presenter": form.presenter,
            "parallel": form.parallel is not None,
            "parallel.least": groups.least,
            "parallel.most": groups.most,
        }
        self.show_values(values)
        for name in ("parallel.least", "parallel.most"):
            self.rows[name].setVisible(form.parallel is not None)
        steps = numbered(protocol.steps)
        shape = [(number, step.id, f"{step.title} {step.kind}") for number, step in steps]
        if shape != self._shape:
            self._shape = shape
            self._make_steps(steps)
        for _, step in steps:
            self.steps[step.id].show_form(form, step)

    def field_for(self, where: str) -> QWidget | None:
        """The field that a place such as 'name' or 'changes.describe.say' is about."""
        head, *rest = where.split(".")
        step = self.steps.get(rest[0]) if rest else None
        if step is not None:
            return step.field_for(head if head == "minutes" else rest[-1])
        if head in ("without", "together") and self.steps:
            return next(iter(self.steps.values())).inside
        return super().field_for(where)

    def _make_steps(self, steps: list[tuple[str, schema.Step]]) -> None:
        for row in self.steps.values():
            self._steps_box.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.steps = {step.id: FormStep(number, step, self._watch) for number, step in steps}
        for row in self.steps.values():
            row.typed.connect(self.typed_step)
            self._steps_box.addWidget(row)


class FormCard(Card):
    """Tells `wished` with what a person wants done with the form, and what was typed about it or one of its steps."""

    wished = Signal(str, str)  # what, the form's id
    typed = Signal(str, str, object, bool)  # the form's id, and as its fields tell it
    typed_step = Signal(str, str, str, object, bool)

    def __init__(self, form_id: str) -> None:
        super().__init__()
        self.form_id = form_id
        self.fields: FormFields | None = None
        self.set_margins(PAD, 2, PAD, 4)
        self.head = Head()
        self.head.activated.connect(lambda: self.wish("open"))
        self.head.deleted.connect(lambda: self.wish("delete"))
        self.body.addWidget(self.head)
        self.body.setSpacing(0)
        self._foot: QWidget | None = None

    def wish(self, what: Wish) -> None:
        """Tell what is wanted."""
        self.wished.emit(what, self.form_id)

    def show_form(self, form: schema.Form, protocol: Protocol, to_mend: int) -> None:
        """Show the form as it is now; what is being typed is left alone."""
        title = form.name or tr("Without a name")
        minutes = form_minutes(in_form(protocol, form.id), protocol, form)
        self.head.show_line(title, form_line(form), minutes, to_mend, spoken=tr("Form"))
        self.setAccessibleName(tr("Form, {name}").format(name=title))
        if self.fields is not None:
            self.fields.show_form(form, protocol)

    def open(self, watch: Callable[[QWidget], None]) -> None:
        """Show the fields; `watch` gets them to look after their keys."""
        if self.fields is not None:
            return
        self.fields = FormFields(watch)
        self.fields.typed.connect(lambda *change: self.typed.emit(self.form_id, *change))
        self.fields.typed_step.connect(lambda *change: self.typed_step.emit(self.form_id, *change))
        watch(self.fields)
        self._foot = flow(
            button(tr("Duplicate"), lambda: self.wish("duplicate"), "quiet", "copy", grade="small"),
            button(tr("Delete"), lambda: self.wish("delete"), "quiet", "trash-2", grade="small"),
        )
        for part in (self.fields, self._foot):
            self.body.addWidget(part)
        self.set_card_look("selected")

    def close_fields(self) -> None:
        """Show the line alone."""
        for part in (self.fields, self._foot):
            if part is not None:
                self.body.removeWidget(part)
                part.hide()
                part.deleteLater()
        self.fields = self._foot = None
        self.set_card_look("plain")


def _people(number: int) -> str:
    return ntr("person", "people", number) if number else tr("(any)")
