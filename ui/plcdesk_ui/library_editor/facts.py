"""The facts of a protocol: what it is, when it suits, for whom, and what it takes."""

from typing import Any, cast

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from plcdesk.library.checks import MOST_PEOPLE
from plcdesk.library.schema import LooksAt, Material, Protocol, Role
from plcdesk.text import ntr, tr
from plcdesk_ui.library.words import looks_at_words, trust_words
from plcdesk_ui.library_editor.form import Form
from plcdesk_ui.library_editor.lines import (
    lines_of,
    material_lines,
    materials_of,
    preparation_lines,
    preparation_of,
    role_lines,
    roles_of,
)
from plcdesk_ui.library_editor.words import categories, difficulties, field_word, presenters
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.toggles import CheckBox

_PLAIN = (
    *("name", "summary", "purpose", "good_when", "not_when", "cautions", "category", "trust"),
    *("difficulty", "presenter", "presenter_called"),
)


class FactsCards:
    """The cards of the left column, in `cards`; one form holds all their fields."""

    def __init__(self) -> None:
        self.form = Form()
        self._materials: list[Material] = []
        self._roles: list[Role] = []
        self._ticks: dict[LooksAt, CheckBox] = {}
        self.cards: list[QWidget] = [self._what(), self._when(), self._who(), self._before()]

    def show_protocol(self, protocol: Protocol) -> None:
        """Show the facts; what is being typed is left alone."""
        self._materials, self._roles = list(protocol.materials), list(protocol.roles)
        values: dict[str, Any] = {name: getattr(protocol, name) for name in _PLAIN}
        values |= {
            "people.least": protocol.people.least,
            "people.most": protocol.people.most,
            "preparation": protocol.preparation,
            "materials": protocol.materials,
            "roles": protocol.roles,
            "origin.credit": protocol.origin.credit,
        }
        self.form.show_values(values)
        for value, box in self._ticks.items():
            box.setChecked(value in protocol.looks_at)

    def changed(self, protocol: Protocol, name: str, value: Any) -> Protocol:
        """The protocol with another value in one of its facts."""
        head, _, inner = name.partition(".")
        if inner:
            value = replace(getattr(protocol, head), **{inner: value})
        return replace(protocol, **{head: value})

    def _what(self) -> Card:
        form = self.form
        return _card(
            tr("What it is"),
            form.long_line("name", field_word("name")),
            form.long_line("summary", field_word("summary"), tr("Describe, interpret, then plan.")),
            form.text("purpose", field_word("purpose"), lines=3),
            form.long_line("origin.credit", field_word("origin")),
        )

    def _when(self) -> Card:
        form = self.form
        hint = tr("A line for each.")
        return _card(
            tr("When to choose it"),
            form.choice("category", tr("Used for"), categories()),
            form.lines("good_when", field_word("good_when"), lines_of, "\n".join, hint),
            form.lines("not_when", field_word("not_when"), lines_of, "\n".join, hint),
            plain(tr("We look at"), "secondary"),
            *self._looks_at(),
            form.lines("cautions", field_word("cautions"), lines_of, "\n".join, hint),
        )

    def _looks_at(self) -> list[CheckBox]:
        for value, word in looks_at_words():
            if value is not None:
                box = CheckBox(word, name=tr("We look at: {what}").format(what=word))
                box.clicked.connect(self._tell_looks_at)
                self._ticks[value] = box
        return list(self._ticks.values())

    def _tell_looks_at(self) -> None:
        chosen = [value for value, box in self._ticks.items() if box.isChecked()]
        self.form.typed.emit("looks_at", chosen, False)

    def _who(self) -> Card:
        form = self.form

        def people(number: int) -> str:
            return ntr("person", "people", number)

        return _card(
            tr("For whom"),
            form.number("people.least", tr("At least"), 1, MOST_PEOPLE, people),
            form.number("people.most", tr("At most"), 1, MOST_PEOPLE, people),
            form.choice("trust", tr("We know each other"), cast("list[Any]", list(trust_words()))),
            form.choice("difficulty", tr("To facilitate it is"), difficulties()),
            form.choice("presenter", tr("Who brings something"), presenters()),
            form.line("presenter_called", tr("Who does is called"), placeholder=tr("presenter")),
            form.lines(
                "roles",
                field_word("roles"),
                lambda text: roles_of(text, self._roles),
                role_lines,
                tr("A line for each: “Timekeeper: says when half the time is gone”."),
            ),
        )

    def _before(self) -> Card:
        form = self.form
        who = tr("A line for each: “Presenter: print one copy each (2 days before)”.")
        return _card(
            tr("To get ready"),
            form.lines("preparation", field_word("preparation"), preparation_of, preparation_lines, who),
            form.lines(
                "materials",
                field_word("materials"),
                lambda text: materials_of(text, self._materials),
                material_lines,
                tr("A line for each."),
            ),
        )


def _card(title: str, *rows: QWidget) -> Card:
    card = Card(title)
    for row in rows:
        card.body.addWidget(row)
    return card
