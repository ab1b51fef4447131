"""The steps in order, one of them open. Alt+Up and Alt+Down move the one that has the keyboard."""

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QBoxLayout, QVBoxLayout, QWidget

from plcdesk.library.faults import Where
from plcdesk.library.schema import Protocol, Step
from plcdesk.text import tr
from plcdesk_ui.library_editor.step_card import DOWN_KEY, DUPLICATE_KEY, UP_KEY, StepCard
from plcdesk_ui.theme.sizes import GAP
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.choice import Option
from plcdesk_ui.widgets.flow import flow
from plcdesk_ui.widgets.rows import show_in_scroll_area


class StepsList(QWidget):
    """Tells `wished` and `typed` as its cards do; 'add' and 'add_loop' come with an empty id."""

    wished = Signal(str, str)
    typed = Signal(str, str, object, bool)

    def __init__(self, watch: Callable[[QWidget], None]) -> None:
        super().__init__()
        self.cards: dict[str, StepCard] = {}
        self.protocols: Sequence[Option] = ()
        self._watch = watch
        self._shape: object = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(GAP - 4)
        self.add_button = button(tr("Add a step"), lambda: self.wished.emit("add", ""), icon="plus")
        self.add_loop_button = button(
            tr("Add steps that are run again"),
            lambda: self.wished.emit("add_loop", ""),
            "quiet",
            "plus",
            tip=tr("Such as a round for each presenter"),
        )
        self._foot = flow(self.add_button, self.add_loop_button)
        self._box.addWidget(self._foot)
        for keys, what in ((UP_KEY, "up"), (DOWN_KEY, "down"), (DUPLICATE_KEY, "duplicate")):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda what=what: self._by_key(what))

    def show_protocol(self, protocol: Protocol, open_id: str, faults: Sequence[tuple[Where, str]]) -> None:
        """Show the steps with the one that is open; the keyboard stays where it is."""
        shape = _shape_of(protocol.steps)
        if shape != self._shape:
            self._shape = shape
            self._arrange(protocol)
        for step_id, card in self.cards.items():
            if step_id != open_id and card.is_open:
                card.close_form()
        if open_id in self.cards:
            self.cards[open_id].open(self._watch)
        self._fill(protocol, protocol.steps, (), Counter(where.step for where, _ in faults))

    def focus(self, step_id: str, field: str = "") -> None:
        """Bring the keyboard to a step, or to one of its fields."""
        card = self.cards.get(step_id)
        if card is None:
            return
        target = card.form.field_for(field) if card.form is not None and field else None
        if target is None and card.add_inside is not None and field == "steps":
            target = card.add_inside
        (target or card.head).setFocus(Qt.FocusReason.TabFocusReason)
        show_in_scroll_area(target or card.head)

    def _fill(
        self,
        protocol: Protocol,
        steps: Sequence[Step],
        above: tuple[int, ...],
        mend: Counter[tuple[int, ...]],
    ) -> None:
        for index, step in enumerate(steps):
            path = (*above, index)
            number = ".".join(str(place + 1) for place in path)
            self.cards[step.id].show_step(number, step, protocol, mend[path])
            self._fill(protocol, step.steps, path, mend)

    def _arrange(self, protocol: Protocol) -> None:
        """Put each card into its place; those that stay keep what is typed in them."""
        had = self._with_keyboard()
        focused = QApplication.focusWidget() if had else None
        kept: dict[str, StepCard] = {}
        self._place(protocol.steps, self._box, kept)
        for step_id, card in self.cards.items():
            if kept.get(step_id) is not card:
                card.hide()
                card.setParent(None)
                card.deleteLater()
        self.cards = kept
        self._box.removeWidget(self._foot)
        self._box.addWidget(self._foot)
        if focused is not None and had in kept:
            focused.setFocus(Qt.FocusReason.OtherFocusReason)
            show_in_scroll_area(focused)

    def _place(self, steps: Sequence[Step], box: QBoxLayout, kept: dict[str, StepCard]) -> None:
        for step in steps:
            card = self.cards.get(step.id)
            if card is None or (card.step.repeat is None) != (step.repeat is None):
                card = StepCard(step, self.protocols)
                card.wished.connect(self.wished)
                card.typed.connect(self.typed)
            kept[step.id] = card
            box.removeWidget(card)
            box.addWidget(card)
            card.show()
            self._place(step.steps, card.inner, kept)

    def _with_keyboard(self) -> str:
        """The id of the step that has the keyboard."""
        widget = QApplication.focusWidget()
        while widget is not None and widget is not self:
            if isinstance(widget, StepCard):
                return widget.step.id
            widget = widget.parentWidget()
        return ""

    def _by_key(self, what: str) -> None:
        step_id = self._with_keyboard()
        if step_id:
            self.wished.emit(what, step_id)


def _shape_of(steps: Sequence[Step]) -> tuple[object, ...]:
    """What cards there are and where; it changes only when cards have to be put elsewhere."""
    return tuple((step.id, step.repeat is None, _shape_of(step.steps)) for step in steps)
