"""The notes of the meeting room: what was written, and the line to write more."""

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy

from plcdesk.text import tr
from plcdesk_ui.run.capture.entry_list import EntryList
from plcdesk_ui.run.capture.entry_parts import INSET
from plcdesk_ui.run.capture.entry_requests import EntryRequests
from plcdesk_ui.run.capture.entry_row import EntryRow
from plcdesk_ui.run.capture.kind_chips import KindChips
from plcdesk_ui.run.capture.left_behind import LeftBehind
from plcdesk_ui.run.capture.line import CaptureLine
from plcdesk_ui.run.capture.notebook import notebook_of
from plcdesk_ui.run.capture.offers import offer_for
from plcdesk_ui.run.capture.scope import Scope, parts_of, scope_words
from plcdesk_ui.run.live import LiveMeeting
from plcdesk_ui.run.talk.group_choice import GroupChoice
from plcdesk_ui.theme.sizes import PAD, ROW
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.scroll import page_scroll

_NEAR_THE_END = 24
"""Pixels from the bottom within which the list follows what is added."""


class CapturePanel(Card):
    """The notes card; fills its column. Call `flush` before the screen is left and `let_go` when it is no more.

    `stand_wished(id)`: hands are to be shown for this decision.
    """

    stand_wished = Signal(str)

    def __init__(self, live: LiveMeeting) -> None:
        super().__init__(tr("Notes"))
        self.live = live
        self.notebook = notebook_of(live)
        self._scope: Scope = "step"
        self._follows = True
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._scope_button = button(scope_words()["step"], role="quiet", grade="small")
        self._scope_button.set_menu(self._scope_menu())
        self.add_trailing(self._scope_button)
        self.list = EntryList(live.name_of, tab_after=self._scope_button)
        self._requests = EntryRequests(self.notebook, self.list, self, self.stand_wished.emit)
        self._area = page_scroll(self.list)
        self.empty = plain("", "secondary", wrap=True)
        self.left_behind = LeftBehind(self.notebook)
        self.line = CaptureLine(self.notebook)
        self.kinds = KindChips()
        self.groups = GroupChoice(self.notebook)
        self._lay_out()
        self._wire()
        self._show_name_of_scope()
        self.refresh()

    def _lay_out(self) -> None:
        # The rings of rows and chips reach a little beyond their words, into the card's own margin.
        whole = self.layout()
        assert whole is not None
        whole.setContentsMargins(PAD - INSET, PAD - INSET, PAD - INSET, PAD - 4)
        whole.setSpacing(2)
        self.title_label.setContentsMargins(INSET, 0, 0, 0)
        self.empty.setContentsMargins(INSET, 4, INSET, 0)
        self.body.setSpacing(0)
        self.body.addWidget(self.empty)
        self.body.addWidget(self._area, 1)
        self.body.addSpacing(ROW)
        below = (
            (self.left_behind, INSET),
            (self.groups, INSET - 3),
            (self.line, INSET),
            (self.kinds, INSET - 3),
        )
        for part, inset in below:
            row = QHBoxLayout()
            row.setContentsMargins(inset, 0, inset, 0)
            row.addWidget(part)
            self.body.addLayout(row)
            if part is self.line:
                self.body.addSpacing(ROW - 3)

    def _wire(self) -> None:
        bar = self._area.verticalScrollBar()
        bar.rangeChanged.connect(lambda _least, most: self._follow(most))
        bar.valueChanged.connect(lambda value: self._note_place(value, bar.maximum()))
        self.list.asked.connect(self._requests.asked)
        self.list.typed.connect(self.notebook.change_text)
        self.list.mended.connect(self._mended)
        self.list.left.connect(self.line.focus)
        self.line.added.connect(lambda _ids: self._go_to_end())
        self.line.edit_last_wished.connect(self._edit_last)
        self.line.choosing_wished.connect(self.list.focus_last)
        self.line.left.connect(self.kinds.focus_current)
        self.line.kind_changed.connect(self._show_kinds)
        self.kinds.chosen.connect(self.line.choose)
        self.kinds.typing_wished.connect(self.line.focus)
        self.notebook.changed.connect(self.refresh)

    # What the screen asks of it

    def focus_line(self) -> None:
        """The keyboard goes to the line."""
        self.line.focus()

    def type_on(self, text: str) -> None:
        """The keyboard goes to the line, with what was typed elsewhere."""
        self.line.focus()
        self.line.edit.insertPlainText(text)

    def park_it(self) -> None:
        """What is half typed is parked; in an empty line, what is typed next will be."""
        self.line.park()

    def write_decision(self) -> None:
        """What is typed next is a decision, whatever the step writes first."""
        self.line.choose(offer_for("decision", self.notebook.offers))
        self.line.focus()

    def flush(self) -> None:
        """Store what is half typed and what is being mended."""
        self.line.flush()
        self.list.flush()

    def let_go(self) -> None:
        """Store what is half typed; nothing is listened to any more."""
        self.flush()
        self.notebook.changed.disconnect(self.refresh)

    def refresh(self) -> None:
        """Show what is written now; the caret and what is half typed stay as they are."""
        parts = parts_of(self.live, self.notebook.entries(), self._scope)
        self.list.show_parts(parts, [offer.name for offer in self.notebook.offers])
        self.empty.setText("" if parts else self._empty_words())
        self.empty.setVisible(not parts)
        self.groups.refresh()
        self._show_kinds()

    @property
    def scope(self) -> Scope:
        """How much is shown: 'step', 'topic' or 'meeting'."""
        return self._scope

    def show_scope(self, scope: Scope) -> None:
        """Show the notes of this step, of this topic or of the whole meeting."""
        self._scope = scope
        self._show_name_of_scope()
        self._follows = True
        self.refresh()

    def _scope_menu(self) -> QMenu:
        menu = QMenu(self)
        for scope, words in scope_words().items():
            action = menu.addAction(words[:1].upper() + words[1:])
            action.triggered.connect(partial(self._scope_chosen, scope))
        return menu

    def _scope_chosen(self, scope: Scope, _on: bool = False) -> None:
        self.show_scope(scope)

    def _show_name_of_scope(self) -> None:
        words = scope_words()[self._scope]
        self._scope_button.set_text(words)
        self._scope_button.setAccessibleName(tr("Notes of: {scope}").format(scope=words))

    def _empty_words(self) -> str:
        facts = self.live.facts
        if facts is not None and facts.is_private and self._scope == "step":
            return tr("What is written here is hidden, also from you, until it is shown together.")
        words = {
            "step": tr("Nothing written in this step yet."),
            "topic": tr("Nothing written for this topic yet."),
            "meeting": tr("Nothing written in this meeting yet."),
        }
        return words[self._scope]

    def _show_kinds(self) -> None:
        self.kinds.show_offers(self.notebook.offers, self.line.offer)

    # Following the newest

    def _note_place(self, value: int, most: int) -> None:
        self._follows = value >= most - _NEAR_THE_END

    def _follow(self, most: int) -> None:
        if self._follows:
            self._area.verticalScrollBar().setValue(most)

    def _go_to_end(self) -> None:
        self._follows = True
        bar = self._area.verticalScrollBar()
        QTimer.singleShot(0, bar, lambda: bar.setValue(bar.maximum()))

    # Mending

    def _edit_last(self) -> None:
        rows = self.list.rows()
        if rows:
            rows[-1].mend()

    def _mended(self, row: EntryRow, text: str, to_line: bool) -> None:
        if to_line:
            self.line.focus()
            if not text.strip():
                self.notebook.delete([row.entry.id])
