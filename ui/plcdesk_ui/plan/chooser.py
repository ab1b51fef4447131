"""All protocols to choose from: found by a word, read at the right, taken with the minutes they are to have."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from plcdesk.library.schema import Protocol
from plcdesk.planning.suggestions import Candidate
from plcdesk.text import ntr, tr
from plcdesk_ui.plan.protocol_view import ProtocolView
from plcdesk_ui.theme.sizes import GAP, ROW
from plcdesk_ui.widgets.chip_choice import ChipChoice
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.rows import ClickRow, RowList
from plcdesk_ui.widgets.scroll import page_scroll
from plcdesk_ui.widgets.search_field import SearchField
from plcdesk_ui.widgets.sheet import Sheet
from plcdesk_ui.widgets.stepper import MinutesStepper
from plcdesk_ui.words import minutes_word


@dataclass(frozen=True)
class Library:
    """The protocols for one team: all candidates, how to read one, and how many people there are."""

    candidates: tuple[Candidate, ...]
    protocol: Callable[[str], Protocol]
    people: int

    def find(self, words: str) -> tuple[Candidate, ...]:
        """The protocols (not their forms) in whose name or summary all of the words begin a word."""
        wanted = words.casefold().split()
        return tuple(
            each for each in self.candidates if each.form is None and all(_has(each, word) for word in wanted)
        )

    def forms_of(self, protocol_id: str) -> tuple[Candidate, ...]:
        """A protocol as it is written, and its forms."""
        return tuple(each for each in self.candidates if each.protocol_id == protocol_id)


def _has(candidate: Candidate, word: str) -> bool:
    text = f" {candidate.name} {candidate.also} {candidate.summary}".casefold()
    return any(part.startswith(word) for part in text.replace("-", " ").replace("“", " ").split())


class Chooser(Sheet):
    """`take` gets the protocol, or one of its forms, and its minutes. `slot` is the time that there is for it."""

    def __init__(
        self,
        library: Library,
        slot: int,
        take: Callable[[Candidate, int], None],
        first: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Choose a protocol"), parent=parent)
        self._library = library
        self._slot = slot
        self._take = take
        self._chosen: Candidate | None = None
        self.search = SearchField(tr("Find a protocol"))
        self.rows = RowList(padding=10, dense=True)
        self.view = ProtocolView()
        self.forms = ChipChoice([], name=tr("Form"))
        self.minutes = MinutesStepper(slot, name=tr("Minutes that it is to have"))
        self.note = plain("", "warning", wrap=True)
        self.add_left(self.minutes)
        self.add_cancel()
        self.accept_button = self.add_accept(tr("Take it"))
        self._lay_out()
        self._wire()
        self._show("")
        self._choose(first or next((row.key for row in self._click_rows()), ""))

    def sizeHint(self) -> QSize:
        """Room to read in, as far as the window has it."""
        above = self.parentWidget()
        most = above.window().size() if above is not None else QSize(900, 640)
        base = self.fontMetrics().height()
        return QSize(min(54 * base, most.width() - 40), min(38 * base, most.height() - 60))

    @property
    def chosen(self) -> Candidate | None:
        """The protocol, in the form, that is shown at the right."""
        return self._chosen

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down leads from the field into the list."""
        rows = self._click_rows()
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus() and rows:
            rows[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(ROW)
        left.addWidget(self.search)
        left.addWidget(page_scroll(self.rows), 1)
        holder = QWidget()
        right = QVBoxLayout(holder)
        right.setContentsMargins(0, 0, 10, 0)
        right.addWidget(self.forms)
        right.addWidget(self.view, 1)
        both = QHBoxLayout()
        both.setSpacing(GAP)
        both.addLayout(left, 2)
        both.addWidget(page_scroll(holder), 3)
        self.body.addLayout(both, 1)
        self.body.addWidget(self.note)

    def _wire(self) -> None:
        self.search.textChanged.connect(self._show)
        self.forms.chosen.connect(self._choose_form)
        self.minutes.changed.connect(lambda _minutes: self._show_chosen())
        self.accepted.connect(self._taken)

    def _show(self, words: str) -> None:
        rows: list[QWidget] = []
        for each in self._library.find(words):
            row = ClickRow(each.name, each.summary, trailing=[_range(each)], key=each.protocol_id)
            row.activated.connect(lambda each=each: self._choose(each.protocol_id))
            rows.append(row)
        if not rows:
            rows.append(plain(tr("No protocol of that name."), "secondary", wrap=True))
        self.rows.set_rows(rows)
        if self._chosen is not None:
            self.rows.select(self._chosen.protocol_id)

    def _click_rows(self) -> list[ClickRow]:
        return [row for row in self.rows.rows() if isinstance(row, ClickRow)]

    def _choose(self, protocol_id: object) -> None:
        forms = self._library.forms_of(str(protocol_id))
        if not forms:
            return
        chosen = next((each for each in forms if each.least <= self._slot), forms[0])
        self.forms.set_options(
            [(each.form, each.form_name or tr("As it is written"), "neutral") for each in forms], chosen.form
        )
        self.forms.setVisible(len(forms) > 1)
        self.rows.select(protocol_id)
        self._take_up(chosen)

    def _choose_form(self, form: object) -> None:
        if self._chosen is None:
            return
        forms = self._library.forms_of(self._chosen.protocol_id)
        self._take_up(next(each for each in forms if each.form == form))

    def _take_up(self, candidate: Candidate) -> None:
        self._chosen = candidate
        self.minutes.set_limits(candidate.least, 480)
        self.minutes.set_value(candidate.minutes_in(self._slot))
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen = self._chosen
        if chosen is None:
            return
        protocol = self._library.protocol(chosen.protocol_id)
        self.view.show_protocol(protocol, self._library.people, self.minutes.value(), chosen.form)
        over = self.minutes.value() - self._slot
        self.note.setVisible(over > 0)
        sentence = ntr(
            "It needs at least {least} minutes. With {n} it takes {over} more than there are.",
            "It needs at least {least} minutes. With {n} it takes {over} more than there are.",
            over,
        )
        self.note.setText(sentence.format(least=chosen.least, n=self.minutes.value(), over=over))

    def _taken(self) -> None:
        if self._chosen is not None:
            self._take(self._chosen, self.minutes.value())


def _range(candidate: Candidate) -> str:
    """'45 min', or '23–45 min' where it can be shorter."""
    if candidate.least == candidate.own:
        return minutes_word(candidate.own)
    return tr("{least}–{own} min").format(least=candidate.least, own=candidate.own)
