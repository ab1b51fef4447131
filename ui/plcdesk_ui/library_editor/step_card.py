"""A step as a card: a line when it is closed, all its fields when it is open. A loop holds the cards of its steps."""

from collections.abc import Callable, Sequence
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from plcdesk.library.schema import Protocol, Step
from plcdesk.text import tr
from plcdesk_ui.library_editor.head import Head
from plcdesk_ui.library_editor.step_form import LoopForm, StepForm
from plcdesk_ui.library_editor.words import step_line, step_minutes
from plcdesk_ui.theme.sizes import GAP, PAD, ROW
from plcdesk_ui.widgets.buttons import Button, button, icon_button
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.choice import Option
from plcdesk_ui.widgets.flow import flow

Wish = Literal["open", "up", "down", "duplicate", "delete", "add_after", "add_inside"]
UP_KEY, DOWN_KEY, DUPLICATE_KEY = "Alt+Up", "Alt+Down", "Ctrl+D"


class StepCard(Card):
    """Tells `wished` with what a person wants done with the step, and `typed` as its form does."""

    wished = Signal(str, str)  # what, the step's id
    typed = Signal(str, str, object, bool)  # the step's id, and as the form tells it

    def __init__(self, step: Step, protocols: Sequence[Option]) -> None:
        super().__init__()
        self.step = step
        self.form: StepForm | LoopForm | None = None
        self._protocols = protocols
        self.set_margins(PAD, 2, PAD, 4)
        self.head = Head()
        self.head.activated.connect(lambda: self.wish("open"))
        self.head.deleted.connect(lambda: self.wish("delete"))
        self.body.addWidget(self.head)
        self._open_box = QVBoxLayout()
        self.body.setSpacing(0)
        self.body.addLayout(self._open_box)
        self.inner = QVBoxLayout()
        self.inner.setSpacing(GAP - 4)
        self.body.addLayout(self.inner)
        self._foot: QWidget | None = None
        self.add_inside: Button | None = None
        if step.repeat is not None:
            self.inner.setContentsMargins(0, 0, 0, ROW)
            self.add_inside = button(tr("Add a step here"), lambda: self.wish("add_inside"), "link", "plus")
            self.body.addWidget(self.add_inside, 0, Qt.AlignmentFlag.AlignLeft)

    def wish(self, what: Wish) -> None:
        """Tell what is wanted."""
        self.wished.emit(what, self.step.id)

    @property
    def is_open(self) -> bool:
        """Whether its fields are shown."""
        return self.form is not None

    def show_step(self, number: str, step: Step, protocol: Protocol, to_mend: int) -> None:
        """Show the step as it is now; what is being typed is left alone."""
        self.step = step
        title = step.title or tr("Without a title")
        spoken = tr("Step {number}").format(number=number)
        self.head.show_line(title, step_line(step), step_minutes(step), to_mend, number, spoken)
        self.setAccessibleName(tr("Step {number}, {title}").format(number=number, title=step.title))
        if self.form is not None:
            self.form.show_step(step, protocol)

    def open(self, watch: Callable[[QWidget], None]) -> None:
        """Show the fields; `watch` gets them to look after their keys."""
        if self.form is not None:
            return
        self.form = LoopForm() if self.step.repeat is not None else StepForm(self._protocols)
        self.form.typed.connect(lambda *change: self.typed.emit(self.step.id, *change))
        watch(self.form)
        self._foot = self._buttons()
        self._open_box.addWidget(self.form)
        self._open_box.addWidget(self._foot)
        self._open_box.setContentsMargins(0, 0, 0, ROW + 4)
        self.set_card_look("selected")

    def close_form(self) -> None:
        """Show the line alone."""
        for part in (self.form, self._foot):
            if part is not None:
                self._open_box.removeWidget(part)
                part.hide()
                part.deleteLater()
        self.form = self._foot = None
        self._open_box.setContentsMargins(0, 0, 0, 0)
        self.set_card_look("plain")

    def _buttons(self) -> QWidget:
        return flow(
            icon_button(
                "arrow-up", tr("Move up"), lambda: self.wish("up"), tip=f"{tr('Move up')} ({UP_KEY})"
            ),
            icon_button(
                "arrow-down",
                tr("Move down"),
                lambda: self.wish("down"),
                tip=f"{tr('Move down')} ({DOWN_KEY})",
            ),
            button(
                tr("Duplicate"),
                lambda: self.wish("duplicate"),
                "quiet",
                "copy",
                tip=f"{tr('Duplicate')} ({DUPLICATE_KEY})",
                grade="small",
            ),
            button(tr("Add a step after it"), lambda: self.wish("add_after"), "quiet", "plus", grade="small"),
            button(tr("Delete"), lambda: self.wish("delete"), "quiet", "trash-2", grade="small"),
        )
