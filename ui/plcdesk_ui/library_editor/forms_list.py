"""The forms of the protocol below its steps: a shorter one, one for a larger group. One of them is open."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from plcdesk.library import draft_forms as drafts
from plcdesk.library.faults import Where
from plcdesk.library.schema import Form, Protocol
from plcdesk.library.steps import find_form, find_step
from plcdesk.text import tr
from plcdesk_ui.library_editor.form_card import FormCard
from plcdesk_ui.library_editor.words import form_index
from plcdesk_ui.theme.sizes import GAP
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.flow import flow
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.rows import show_in_scroll_area


class FormsList(QWidget):
    """Tells `changed(protocol, field)` with the protocol as a person changed it, and what is typed in.

    `opened` tells the id of the form whose fields are shown, empty for none.
    """

    changed = Signal(object, str)
    opened = Signal(str)

    def __init__(self, watch: Callable[[QWidget], None]) -> None:
        super().__init__()
        self.cards: dict[str, FormCard] = {}
        self._protocol: Protocol | None = None
        self._faults: Counter[int | None] = Counter()
        self._open = ""
        self._watch = watch
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, GAP, 0, 0)
        self._box.setSpacing(GAP - 4)
        self._box.addWidget(plain(tr("Other forms"), "card-title"))
        hint = tr("A shorter one, or one for more people. Each is these steps with other minutes or words.")
        self._box.addWidget(plain(hint, "secondary", wrap=True))
        self.add_button = button(tr("Add a form"), self.add, icon="plus")
        self._foot = flow(self.add_button)
        self._box.addWidget(self._foot)

    def show_protocol(self, protocol: Protocol, faults: Sequence[tuple[Where, str]]) -> None:
        """Show the forms as they are now; the keyboard stays where it is."""
        self._protocol = protocol
        self._faults = Counter(form_index(where) for where, _ in faults)
        if [form.id for form in protocol.forms] != list(self.cards):
            self._arrange([form.id for form in protocol.forms])
        for index, form in enumerate(protocol.forms):
            card = self.cards[form.id]
            if form.id == self._open:
                card.open(self._watch)
            elif card.fields is not None:
                card.close_fields()
            card.show_form(form, protocol, self._faults[index])

    def begin(self) -> None:
        """Another protocol, none of whose forms is open."""
        self._open = ""

    def open_form(self, form_id: str, field: str = "") -> None:
        """Show the fields of a form, or close them with an empty id; bring the keyboard to one of them."""
        self._open = form_id
        self.opened.emit(form_id)
        if field:
            QTimer.singleShot(0, lambda: self._focus(form_id, field))

    def lead_to(self, where: Where) -> None:
        """Bring the keyboard to what is to be mended."""
        index = form_index(where)
        if self._protocol is not None and index is not None and index < len(self._protocol.forms):
            self.open_form(self._protocol.forms[index].id, where.field.partition(".")[2] or "name")

    def add(self) -> None:
        """One more, and the keyboard to its name."""
        if self._protocol is not None:
            form = drafts.new_form(self._protocol)
            self.changed.emit(drafts.with_form(self._protocol, form), "")
            self.open_form(form.id, "name")

    def _wish(self, what: str, form_id: str) -> None:
        assert self._protocol is not None
        if what == "open":
            self.open_form("" if self._open == form_id else form_id)
        elif what == "duplicate":
            protocol, twin = drafts.duplicated_form(self._protocol, form_id)
            self.changed.emit(protocol, "")
            self.open_form(twin, "name")
        else:
            self.open_form("")
            self.changed.emit(drafts.without_form(self._protocol, form_id), "")
            self.add_button.setFocus(Qt.FocusReason.TabFocusReason)

    def _type(self, form_id: str, name: str, value: Any, is_text: bool) -> None:
        form = self._form(form_id)
        if form is not None:
            self._tell(drafts.changed_form(form, name, value), f"{form_id}/{name}" if is_text else "")

    def _type_step(self, form_id: str, step_id: str, name: str, value: Any, is_text: bool) -> None:
        assert self._protocol is not None
        form, step = self._form(form_id), find_step(self._protocol, step_id)
        if form is not None and step is not None:
            field = f"{form_id}/{step_id}/{name}" if is_text else ""
            self._tell(drafts.changed_in_step(form, step, name, value), field)

    def _tell(self, form: Form, field: str) -> None:
        assert self._protocol is not None
        self.changed.emit(drafts.with_form(self._protocol, form), field)

    def _form(self, form_id: str) -> Form | None:
        return find_form(self._protocol, form_id) if self._protocol is not None else None

    def _arrange(self, ids: list[str]) -> None:
        """Put each card into its place; those that stay keep what is typed in them."""
        kept = {form_id: self.cards.pop(form_id, None) or self._card(form_id) for form_id in ids}
        for card in self.cards.values():
            self._box.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = kept
        for card in [*kept.values(), self._foot]:
            self._box.removeWidget(card)
            self._box.addWidget(card)
            card.show()

    def _card(self, form_id: str) -> FormCard:
        card = FormCard(form_id)
        card.wished.connect(self._wish)
        card.typed.connect(self._type)
        card.typed_step.connect(self._type_step)
        return card

    def _focus(self, form_id: str, field: str) -> None:
        card = self.cards.get(form_id)
        if card is not None:
            target = card.fields.field_for(field) if card.fields is not None else None
            (target or card.head).setFocus(Qt.FocusReason.TabFocusReason)
            QTimer.singleShot(0, self, lambda: show_in_scroll_area(target or card.head))
