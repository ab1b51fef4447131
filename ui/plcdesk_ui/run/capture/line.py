"""The line for notes: type, see what was understood, press Enter. The same line stands at the desk and on the wall."""

from PySide6.QtCore import QPoint, QRect, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMenu, QWidget

from plcdesk.errors import UserError
from plcdesk.text import tr
from plcdesk_ui.run.capture.completion import Completion, completions_at
from plcdesk_ui.run.capture.drafts import FIELD
from plcdesk_ui.run.capture.entry_menu import open_menu
from plcdesk_ui.run.capture.line_box import LineBox
from plcdesk_ui.run.capture.line_reading import AFTER_KEY, LineReading
from plcdesk_ui.run.capture.names_hint import NamesHint
from plcdesk_ui.run.capture.notebook import Notebook
from plcdesk_ui.run.capture.offers import Offer, offer_for
from plcdesk_ui.run.capture.who_when import WhoWhenSheet


class CaptureLine(LineBox):
    """What is half typed belongs to the step that is on and is kept with it.

    `added(ids)`: written down. `edit_last_wished`: Up in an empty line, `choosing_wished` with Shift. `left`: Esc. `kind_changed`: another
    kind is what Enter gives. The `compact` line is one row, for the wall.
    """

    added = Signal(object)
    edit_last_wished = Signal()
    choosing_wished = Signal()
    left = Signal()
    kind_changed = Signal()

    def __init__(self, notebook: Notebook, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(notebook.live.name_of, compact, parent)
        self._notebook = notebook
        self._place = notebook.place
        self._compact = compact
        self._showing = False
        self._after_key = QTimer(self)
        self._after_key.setSingleShot(True)
        self._after_key.setInterval(AFTER_KEY)
        self.reading = LineReading(notebook, self)
        self._shown_offer = self.reading.now.offer
        self.names_hint = NamesHint(notebook, self)
        if not compact:  # on the wall it would say aloud what it asks about
            self.put_below_text(self.names_hint)
        self._wire()
        self._show_draft()

    def _wire(self) -> None:
        edit, reading = self.edit, self.reading
        edit.textChanged.connect(self._typed)
        edit.cursorPositionChanged.connect(self._after_key.start)
        edit.about_to_act.connect(self._offer_name)
        self._after_key.timeout.connect(self._look_at_names)
        edit.entered.connect(self.enter)
        edit.cycled.connect(self._tabbed)
        edit.left.connect(self.left)
        edit.refused.connect(reading.refuse_last)
        edit.up_from_empty.connect(self.edit_last_wished)
        edit.choosing_wished.connect(self.choosing_wished)
        edit.pasted_lines.connect(lambda: reading.take_apart(True))
        edit.focused.connect(lambda focused: None if focused else self.flush())
        reading.changed.connect(self._show_reading)
        self.names_hint.replaced.connect(self._replace)
        self.fields.typed.connect(self._field_typed)
        self.fields.entered.connect(self.enter)
        self.fields.back.connect(self.focus)
        self.fields.left.connect(self.flush)
        self.add.clicked.connect(lambda _checked=False: self.enter())
        self.row.pressed.connect(self._pressed)
        if self.rest is not None:
            self.rest.pressed.connect(self._pressed)
        self._notebook.changed.connect(self._notebook_changed)
        self._notebook.drafts.changed.connect(self._draft_changed)

    # What others ask of it

    @property
    def offer(self) -> Offer:
        """What Enter would write down."""
        return self.reading.now.offer

    @property
    def is_read(self) -> bool:
        """Whether the chips and names on offer are those of the text as it stands, a moment after each key."""
        return not self.reading.is_due and not self._after_key.isActive()

    def enter(self) -> None:
        """Write down what was understood; the line is empty at once and keeps the keyboard."""
        text = self.edit.text()
        try:
            notes = self.reading.notes()
        except UserError as refused:
            self._notebook.live.context.bus.problem_arose.emit(str(refused))
            return
        if notes:
            typed = self._notebook.drafts.fields(self._place)
            fields = {name: value.strip() for name, value in typed.items() if value.strip()}
            self._show("")
            self.added.emit(self._notebook.add(notes, text, self, fields))
            self._ask_for_fields()
            self.focus()

    def park(self) -> None:
        """Make what is half typed a parked one; in an empty line, park what is typed next."""
        self.choose(offer_for("parked", self._notebook.offers))
        if self.edit.text().strip():
            self.enter()
        else:
            self.focus()

    def choose(self, offer: Offer) -> None:
        """Write down `offer`, whatever the words sound like."""
        self.reading.choose(offer)

    def flush(self) -> None:
        """Store what is half typed now."""
        self._notebook.drafts.flush()

    # Typing

    def _typed(self) -> None:
        if not self._showing:
            text = self.edit.text()
            self._notebook.drafts.put(self._place, text, by=self)
            self.reading.read_soon(text)

    def _look_at_names(self) -> None:
        self._offer_name()
        if not self._compact:
            self.names_hint.look(self.edit.text())

    def _replace(self, text: str) -> None:
        """Type another text in place of this one; undo brings it back."""
        cursor = self.edit.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.focus()

    def _tabbed(self, step: int) -> None:
        """Tab goes to what else the kind asks for once there are words; before that it chooses the kind."""
        if step < 0 or not self.edit.text().strip() or not self.fields.focus_first():
            self.reading.choose_next(step)

    def _field_typed(self, name: str, text: str) -> None:
        self._notebook.drafts.put_field(self._place, name, text, by=self)

    def _ask_for_fields(self) -> None:
        self.fields.ask_for(self.offer.fields, self._notebook.drafts.fields(self._place))

    def _show_reading(self) -> None:
        self.show_understood(self.reading.now, self.reading.lines)
        if self.offer != self._shown_offer:
            self._shown_offer = self.offer
            self.edit.setPlaceholderText(self._placeholder())
            self._ask_for_fields()
            self.kind_changed.emit()

    def _offer_name(self) -> None:
        cursor = self.edit.textCursor()
        found: tuple[Completion, ...] = ()
        if not cursor.hasSelection() and cursor.atBlockEnd():
            people, name_of = self._notebook.grounds.people, self._notebook.live.name_of
            found = completions_at(self.edit.text(), self.edit.cursor_place(), people, name_of)
        self.edit.show_completions(found)

    def _pressed(self, what: str, chip: QWidget) -> None:
        corner = chip.mapToGlobal(QPoint(0, 0))
        below = corner + QPoint(0, chip.height())
        if what == "kind":
            open_menu(self._kind_menu(), below)
        elif what in ("owner", "due"):
            self._choose_who_when(QRect(corner, chip.size()))
        elif what == "lines":
            self.reading.take_apart(self.reading.now.lines == 1)
        else:
            menu = QMenu(self)
            menu.addAction(tr("Not meant so"), lambda: self.reading.refuse(what))
            open_menu(menu, below)

    def _kind_menu(self) -> QMenu:
        menu = QMenu(self)
        for offer in self._notebook.offers:
            action = menu.addAction(offer.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(offer == self.offer)
            action.triggered.connect(lambda _on=False, offer=offer: self.choose(offer))
        return menu

    def _choose_who_when(self, anchor: QRect) -> None:
        reading = self.reading
        sheet = WhoWhenSheet(
            reading.now.who_when,
            self._notebook.grounds,
            refuse=lambda: reading.refuse("owner", "due"),
            parent=self,
        )
        sheet.chosen.connect(reading.choose_who_when)
        sheet.open_at(anchor)

    # The step and its half-typed text

    def _notebook_changed(self) -> None:
        if self._notebook.place != self._place:
            self._place = self._notebook.place
            self._show_draft()
        else:
            self.reading.read(self.edit.text())

    def _draft_changed(self, place: str, by: object) -> None:
        if by is self:
            return
        if place == self._place:
            self._show_draft()
        elif place.startswith(self._place + FIELD):
            self._ask_for_fields()

    def _show_draft(self) -> None:
        self.edit.setPlaceholderText(self._placeholder())
        self._show(self._notebook.drafts.text(self._place))
        self._ask_for_fields()

    def _show(self, text: str) -> None:
        """Show another text, of which nothing was said yet; drafts are not told."""
        self._showing = True
        self.edit.show_text(text)
        self._showing = False
        self.reading.begin(text)
        self.names_hint.look(text if not self._compact else "")

    def _placeholder(self) -> str:
        facts = self._notebook.live.facts
        if facts is not None and facts.step is not None:
            if facts.step.notes == "none":
                return tr("Nothing is written down in this step")
            if facts.hides(self.offer.kind):
                return tr("Private: Enter hides it")
        return tr("Write down what is said")
