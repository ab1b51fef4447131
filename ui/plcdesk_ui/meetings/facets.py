"""What narrows the list of meetings: kind, time, person, protocol; as a card, and as a line where it is narrow."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from plcdesk.archive.directory import Directory
from plcdesk.archive.wanted import KINDS, Wanted
from plcdesk.insights.span import last_year, school_year
from plcdesk.text import tr
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.choice import Choice, Option
from plcdesk_ui.widgets.flow import flow
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.radio_list import RadioList

When = Literal["any", "this", "last"]


@dataclass(frozen=True)
class Facets:
    """What was chosen; empty for all."""

    kind: str = ""
    when: When = "any"
    person: str = ""
    protocol: str = ""

    def narrow(self, wanted: Wanted, today: date) -> Wanted:
        """The search with what was chosen; what was typed goes before it."""
        if self.kind and not wanted.kinds:
            wanted = replace(wanted, kinds=frozenset({self.kind}))
        if self.when != "any" and wanted.since is None and wanted.until is None:
            span = school_year(today) if self.when == "this" else last_year(today)
            wanted = replace(wanted, since=span.first, until=span.last)
        return replace(
            wanted,
            with_person=wanted.with_person or self.person,
            protocol=wanted.protocol or self.protocol,
        )


def kind_options(counts: Mapping[str, int], kind: str, *, cut: bool, words: bool) -> list[Option]:
    """The kinds that there are, each with how many; '+' where not all were counted.

    Agendas and files are only for `words` that are looked for in them.
    """
    named = {
        "decision": tr("Decisions"),
        "action": tr("Actions"),
        "question": tr("Questions"),
        "note": tr("Notes"),
        "agenda": tr("Agendas"),
        "file": tr("Files"),
    }
    sign = "+" if cut else ""
    found: list[Option] = [("", tr("Everything"))]
    for one in KINDS:
        if one in ("agenda", "file") and not words:
            continue
        if not counts or counts.get(one) or one == kind:
            number = f" {counts.get(one, 0)}{sign}" if counts else ""
            found.append((one, named[one] + number))
    return found


def when_options() -> list[Option]:
    """The times that can be chosen."""
    return [("any", tr("Any time")), ("this", tr("This school year")), ("last", tr("Last school year"))]


class FacetFields(QObject):
    """The four fields of a card or of a line, kept in step. Tells `changed` with the `Facets`."""

    changed = Signal(object)

    def __init__(self, kind: RadioList | Choice, when: RadioList | Choice, parent: QObject) -> None:
        super().__init__(parent)
        self.kind, self.when, self.person, self.protocol = kind, when, Choice(), Choice()
        self._facets = Facets()
        self._kinds: list[Option] = []
        named = (
            (kind, tr("Show"), "kind"),
            (when, tr("When"), "when"),
            (self.person, tr("With"), "person"),
            (self.protocol, tr("Protocol"), "protocol"),
        )
        for part, name, fact in named:
            part.setAccessibleName(name)
            part.chosen.connect(lambda value, fact=fact: self._tell(fact, value))
        when.set_options(when_options(), "any")
        for choice in (self.person, self.protocol):
            choice.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            choice.setMinimumContentsLength(6)
            choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def show(self, facets: Facets, kinds: Sequence[Option], names: Directory) -> None:
        """Show what is chosen among what there is."""
        self._facets = facets
        if list(kinds) != self._kinds:
            self._kinds = list(kinds)
            self.kind.set_options(kinds, facets.kind)
        people: list[Option] = [("", tr("Anyone"))]
        people += [(person.name, person.name) for person in names.people if person.member_ids]
        protocols: list[Option] = [("", tr("Any")), *((name, name) for name in names.protocols)]
        for choice, options, value in (
            (self.person, people, facets.person),
            (self.protocol, protocols, facets.protocol),
        ):
            if tuple(options) != choice.options:
                choice.set_options(options, value)
            choice.set_value(value)
        self.kind.set_value(facets.kind)
        self.when.set_value(facets.when)

    def _tell(self, fact: str, value: object) -> None:
        self._facets = replace(self._facets, **{fact: str(value)})
        self.changed.emit(self._facets)


class FacetsCard(Card):
    """The fields one below the other, as at the left of the screen."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Narrow the list"))
        self.fields = FacetFields(RadioList(()), RadioList(()), self)
        groups = (
            (tr("Show"), self.fields.kind),
            (tr("When"), self.fields.when),
            (tr("With"), self.fields.person),
            (tr("Protocol"), self.fields.protocol),
        )
        for title, part in groups:
            label = plain(title, "card-title")
            label.setContentsMargins(0, 4, 0, 0)
            self.body.addWidget(label)
            self.body.addWidget(part)


class FacetsLine(QWidget):
    """The same fields side by side, above the list."""

    def __init__(self) -> None:
        super().__init__()
        self.fields = FacetFields(Choice(small=True), Choice(small=True), self)
        parts = (self.fields.kind, self.fields.when, self.fields.person, self.fields.protocol)
        self.count = plain("", "secondary")
        line = flow(*parts, self.count)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(line)
