"""All protocols to choose from: found by a word, read at the right, taken with the minutes they are to have."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from plcdesk.library.schema import Protocol
from plcdesk.planning.suggestions import Candidate, for_minutes
from plcdesk.text import ntr, tr
from plcdesk_ui.plan.protocol_view import ProtocolView
from plcdesk_ui.plan.wide_sheet import WideSheet
from plcdesk_ui.theme.sizes import GAP, ROW
from plcdesk_ui.widgets.chip_choice import ChipChoice
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.rows import ClickRow, RowList
from plcdesk_ui.widgets.scroll import page_scroll
from plcdesk_ui.widgets.search_field import SearchField
from plcdesk_ui.widgets.stepper import MinutesStepper
from plcdesk_ui.words import minutes_word


@dataclass(frozen=True)
class Library:
    """The protocols for one team: all candidates, how to read one, how many people there are, who is called what.

    `named` gives the id of the protocol that people mean by some words, or None.
    """

    candidates: tuple[Candidate, ...]
    protocol: Callable[[str], Protocol]
    people: int
    named: Callable[[str], str | None]

    def find(self, words: str) -> tuple[Candidate, ...]:
        """The protocols (not their forms) in whose name or summary all of the words begin a word."""
        wanted = words.casefold().split()
        return tuple(
            each for each in self.candidates if each.form is None and all(_has(each, word) for word in wanted)
        )

    def fits(self, protocol_id: str, slot: int) -> bool:
        """Whether a protocol, or one of its forms, can be run in so many minutes."""
        return any(each.least <= slot for each in self.forms_of(protocol_id))

    def forms_of(self, protocol_id: str) -> tuple[Candidate, ...]:
        """A protocol as it is written, and its forms."""
        return tuple(each for each in self.candidates if each.protocol_id == protocol_id)


def _has(candidate: Candidate, word: str) -> bool:
    text = f" {candidate.name} {candidate.also} {candidate.summary}".casefold()
    return any(part.startswith(word) for part in text.replace("-", " ").replace("“", " ").split())


class Chooser(WideSheet):
    """`take` gets the protocol, or one of its forms, and its minutes. `slot` is the time that there is for it,
    `words` stand on the button that takes it."""

    def __init__(
        self,
        library: Library,
        slot: int,
        take: Callable[[Candidate, int], None],
        words: str,
        first: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Choose a protocol"), (54, 38), parent)
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
        self.accept_button = self.add_accept(words)
        self._lay_out()
        self._wire()
        self._show("")
        best = for_minutes(library.candidates, slot, (), 1)
        self._choose(first or next((each.protocol_id for each in best), self._first_row()))
        self.search.setFocus()

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
        found = self._library.find(words)
        fitting = [each for each in found if self._library.fits(each.protocol_id, self._slot)]
        longer = [each for each in found if each not in fitting]
        rows: list[QWidget] = [self._row_of(each) for each in fitting]
        if longer:
            rows.append(_title(tr("Longer than {n} min").format(n=self._slot)))
        rows += [self._row_of(each) for each in longer]
        if not found:
            rows.append(_title(tr("No protocol of that name.")))
        self.rows.set_rows(rows)
        if self._chosen is not None:
            self.rows.select(self._chosen.protocol_id)

    def _row_of(self, candidate: Candidate) -> ClickRow:
        row = ClickRow(
            candidate.name, candidate.summary, trailing=[_range(candidate)], key=candidate.protocol_id
        )
        row.activated.connect(lambda: self._choose(candidate.protocol_id))
        return row

    def _first_row(self) -> object:
        return next((row.key for row in self._click_rows()), "")

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


def _title(words: str) -> QWidget:
    label = plain(words, "secondary-strong", wrap=True)
    label.setContentsMargins(10, ROW, 10, ROW - 4)
    return label


def _range(candidate: Candidate) -> str:
    """'45 min', or '23–45 min' where it can be shorter."""
    if candidate.least == candidate.own:
        return minutes_word(candidate.own)
    return tr("{least}–{own} min").format(least=candidate.least, own=candidate.own)
