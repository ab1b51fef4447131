"""The line for notes: type, see what was understood, press Enter. The same line stands at the desk and on the wall."""

from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from plcdesk.errors import UserError
from plcdesk.text import tr
from plcdesk_ui.run.capture.completion import completion_at
from plcdesk_ui.run.capture.edit import CaptureEdit
from plcdesk_ui.run.capture.entry_menu import open_menu
from plcdesk_ui.run.capture.notebook import Notebook
from plcdesk_ui.run.capture.offers import Offer, offer_for
from plcdesk_ui.run.capture.understood import (
    NO_WISHES,
    Understood,
    WhoWhen,
    Wishes,
    each_line,
    understand,
)
from plcdesk_ui.run.capture.understood_row import UnderstoodRow
from plcdesk_ui.run.capture.who_when import WhoWhenSheet
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.key_hint import KeyHint
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.tips import tip_with_shortcut

_CORNER = 10
_CHIP_RING = 3
"""Pixels around a chip that its ring may take."""
_THOROUGH_PAUSE = 350


class CaptureLine(QWidget):
    """What is half typed belongs to the step that is on and is kept with it.

    `added(ids)`: written down. `edit_last_wished`: Up in an empty line. `left`: Esc. `kind_changed`: another
    kind is what Enter gives. The `compact` line is one row, for the wall.
    """

    added = Signal(object)
    edit_last_wished = Signal()
    left = Signal()
    kind_changed = Signal()

    def __init__(self, notebook: Notebook, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notebook = notebook
        self._place = notebook.place
        self._wishes = NO_WISHES
        self._showing = False
        self.edit = CaptureEdit(most_lines=2 if compact else 6)
        self.edit.setAccessibleName(tr("Write down what is said"))
        self.understood = understand("", notebook.offers, notebook.grounds)
        self.row = UnderstoodRow(notebook.live.name_of, rest=not compact)
        self.rest = UnderstoodRow(notebook.live.name_of, kind=False) if compact else None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_THOROUGH_PAUSE)
        self._pause.timeout.connect(self._read_thoroughly)
        self._lay_out(compact)
        self._wire()
        self._show_draft()

    def _lay_out(self, compact: bool) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.row.setCursor(Qt.CursorShape.ArrowCursor)
        hint = QHBoxLayout()
        hint.setSpacing(ROW - 4)
        hint.addWidget(KeyHint("Esc" if compact else "Return"))
        box: QBoxLayout
        if compact:
            box = QHBoxLayout(self)
            box.setContentsMargins(12, 8, 14, 8)
            hint.addWidget(plain(tr("back to the desk view"), "secondary"))
            self.row.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            box.addWidget(self.row, 0, Qt.AlignmentFlag.AlignVCenter)
            box.addWidget(self.edit, 1, Qt.AlignmentFlag.AlignVCenter)
            if self.rest is not None:  # behind the text, which does not move while somebody types
                self.rest.setCursor(Qt.CursorShape.ArrowCursor)
                self.rest.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
                box.addWidget(self.rest, 0, Qt.AlignmentFlag.AlignVCenter)
            box.addLayout(hint)
        else:
            box = QVBoxLayout(self)
            box.setContentsMargins(14 - _CHIP_RING, 12, 10, 9)
            add = button(tr("add"), self.enter, "link", tip=tip_with_shortcut(tr("Write it down"), "Return"))
            add.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            add.setCursor(Qt.CursorShape.PointingHandCursor)
            hint.addWidget(add)
            foot = QHBoxLayout()
            foot.setSpacing(ROW)
            foot.addWidget(self.row, 1)
            foot.addLayout(hint)
            foot.setAlignment(hint, Qt.AlignmentFlag.AlignVCenter)
            text = QHBoxLayout()
            text.setContentsMargins(_CHIP_RING, 0, _CHIP_RING, 0)
            text.addWidget(self.edit)
            box.addLayout(text)
            box.addLayout(foot)
        box.setSpacing(ROW)

    def _wire(self) -> None:
        edit = self.edit
        edit.textChanged.connect(self._typed)
        edit.cursorPositionChanged.connect(self._offer_name)
        edit.entered.connect(self.enter)
        edit.cycled.connect(self._cycle)
        edit.left.connect(self.left)
        edit.refused.connect(self._refuse_last)
        edit.up_from_empty.connect(self.edit_last_wished)
        edit.pasted_lines.connect(lambda: self._wish(replace(self._wishes, apart=True)))
        edit.focused.connect(self._focus_changed)
        for row in (self.row, self.rest):
            if row is not None:
                row.pressed.connect(self._pressed)
        self._notebook.changed.connect(self._notebook_changed)
        self._notebook.drafts.changed.connect(self._draft_changed)

    # What others ask of it

    def focus(self) -> None:
        """Take the keyboard."""
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def enter(self) -> None:
        """Write down what was understood; the line is empty at once and keeps the keyboard."""
        text = self.edit.text()
        if self.understood.bare or not text.strip():
            return
        try:
            notes = (
                (self.understood,)
                if self.understood.lines == 1
                else each_line(text, self._notebook.offers, self._notebook.grounds, self._wishes)
            )
        except UserError as refused:
            self._notebook.live.context.bus.problem_arose.emit(str(refused))
            return
        self._wishes = NO_WISHES
        self._show("")
        self.added.emit(self._notebook.add(notes, text, by=self))

    def park(self) -> None:
        """Make what is half typed a parked one; in an empty line, park what is typed next."""
        parked = offer_for("parked", self._notebook.offers)
        self.choose(parked)
        if self.edit.text().strip():
            self.enter()
        else:
            self.focus()

    def choose(self, offer: Offer) -> None:
        """Write down `offer`, whatever the words sound like."""
        refused = {("kind", words) for what, words in self.understood.marks if what == "kind"}
        keep = offer.kind == self.understood.offer.kind
        who_when = self._wishes.who_when if keep else None
        self._wish(
            replace(self._wishes, offer=offer, who_when=who_when, refused=self._wishes.refused | refused)
        )

    def flush(self) -> None:
        """Store what is half typed now."""
        self._notebook.drafts.flush()

    @property
    def offer(self) -> Offer:
        """What Enter would write down."""
        return self.understood.offer

    @property
    def understood_words(self) -> tuple[str, ...]:
        """What stands on the chips: what Enter will write down."""
        return self.row.texts + (self.rest.texts if self.rest is not None else ())

    # Typing

    def _typed(self) -> None:
        if self._showing:
            return
        text = self.edit.text()
        if not text and self._wishes.offer is None:
            self._wishes = NO_WISHES
        self._notebook.drafts.put(self._place, text, by=self)
        self._read()
        self._pause.start()

    def _wish(self, wishes: Wishes) -> None:
        self._wishes = wishes
        self._read()
        self._pause.start()

    def _read(self) -> None:
        text = self.edit.text()
        self._take(understand(text, self._notebook.offers, self._notebook.grounds, self._wishes))

    def _take(self, understood: Understood) -> None:
        before, self.understood = self.understood.offer, understood
        text = self.edit.text()
        lines = sum(1 for line in text.splitlines() if line.strip()) if "\n" in text else 1
        self.row.show_understood(understood, lines)
        if self.rest is not None:
            self.rest.show_understood(understood, lines)
        self.edit.setAccessibleDescription(", ".join(self.understood_words))
        self._offer_name()
        if understood.offer != before:
            self.kind_changed.emit()

    def _read_thoroughly(self) -> None:
        text, wishes = self.edit.text(), self._wishes
        offers, grounds = self._notebook.offers, self._notebook.grounds
        if not text.strip() or self.understood.lines > 1 or self.understood.who_when.due is not None:
            return

        def read() -> Understood:
            return understand(text, offers, grounds, wishes, thorough=True)

        def arrived(understood: Understood) -> None:
            if not isValid(self):
                return  # the line went away meanwhile
            if (text, wishes) == (self.edit.text(), self._wishes) and offers == self._notebook.offers:
                self._take(understood)

        self._notebook.thorough(read, arrived)

    def _offer_name(self) -> None:
        cursor = self.edit.textCursor()
        if cursor.hasSelection() or not cursor.atBlockEnd():
            self.edit.show_completion(None)
            return
        people, name_of = self._notebook.grounds.people, self._notebook.live.name_of
        self.edit.show_completion(completion_at(self.edit.text(), self.edit.cursor_place(), people, name_of))

    def _cycle(self, step: int) -> None:
        offers = self._notebook.offers
        here = offers.index(self.offer) if self.offer in offers else -1
        self.choose(offers[(here + step) % len(offers)])

    # What was understood is not what was meant

    def _refuse_last(self) -> None:
        """'Not that': the last thing understood is taken as words again; then the kind is the step's first."""
        marks = self.understood.marks
        last = next((m for what in ("due", "owner", "said_by", "tag") for m in marks if m[0] == what), None)
        if self.understood.lines > 1:
            self._wish(replace(self._wishes, apart=False))
        elif self._wishes.who_when is not None:
            self._wish(replace(self._wishes, who_when=None))
        elif last is not None:
            self._refuse(last[0])
        elif self.offer != self._notebook.offers[0]:
            self.choose(self._notebook.offers[0])

    def _refuse(self, what: str) -> None:
        """Take the words that were read as `what` as they stand; what it is stays."""
        words = {mark for mark in self.understood.marks if mark[0] == what}
        offer = self.offer if what in ("owner", "due") else self._wishes.offer
        self._wish(replace(self._wishes, offer=offer, who_when=None, refused=self._wishes.refused | words))

    def _pressed(self, what: str, chip: QWidget) -> None:
        corner = chip.mapToGlobal(QPoint(0, 0))
        if what == "kind":
            open_menu(self._kind_menu(), corner + QPoint(0, chip.height()))
        elif what in ("owner", "due"):
            self._choose_who_when(QRect(corner, chip.size()))
        elif what == "lines":
            self._wish(replace(self._wishes, apart=self.understood.lines == 1))
        else:
            menu = QMenu(self)
            menu.addAction(tr("Not meant so"), lambda: self._refuse(what))
            open_menu(menu, corner + QPoint(0, chip.height()))

    def _kind_menu(self) -> QMenu:
        menu = QMenu(self)
        for offer in self._notebook.offers:
            action = menu.addAction(offer.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(offer == self.offer)
            action.triggered.connect(lambda _on=False, offer=offer: self.choose(offer))
        return menu

    def _choose_who_when(self, anchor: QRect) -> None:
        def chosen(who_when: WhoWhen) -> None:
            self._wish(replace(self._wishes, offer=self.offer, who_when=who_when))

        def refuse() -> None:
            for what in ("owner", "due"):
                self._refuse(what)

        sheet = WhoWhenSheet(self.understood.who_when, self._notebook.grounds, refuse=refuse, parent=self)
        sheet.chosen.connect(chosen)
        sheet.open_at(anchor)

    # The step and its half-typed text

    def _notebook_changed(self) -> None:
        if self._notebook.place != self._place:
            self._place = self._notebook.place
            self._wishes = NO_WISHES
            self._show_draft()
        else:
            self._read()
        self.edit.setPlaceholderText(self._placeholder())

    def _draft_changed(self, place: str, by: object) -> None:
        if by is not self and place == self._place:
            self._show_draft()

    def _show_draft(self) -> None:
        self._show(self._notebook.drafts.text(self._place))
        self.edit.setPlaceholderText(self._placeholder())

    def _show(self, text: str) -> None:
        """Show `text` and read it; drafts are not told."""
        self._showing = True
        self.edit.show_text(text)
        self._showing = False
        self._read()

    def _placeholder(self) -> str:
        facts = self._notebook.live.facts
        if facts is not None and facts.step is not None:
            if facts.step.notes == "none":
                return tr("Nothing is written down in this step")
            if facts.step.notes in ("private", "reveal-together"):
                return tr("Private: everyone writes on paper")
        return tr("Write down what is said")

    # The box

    def _focus_changed(self, focused: bool) -> None:
        if not focused:
            self.flush()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press anywhere in the box is meant for the text."""
        super().mousePressEvent(event)
        self.focus()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box, its border strong while somebody types."""
        del event
        tokens = theme_of(self).tokens
        focused = self.edit.hasFocus()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.focus if focused else tokens.edge), 2 if focused else 1))
        painter.setBrush(QColor(tokens.card))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _CORNER, _CORNER)
        painter.end()
