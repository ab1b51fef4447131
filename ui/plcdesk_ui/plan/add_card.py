"""What can be put on the agenda: the usual topics, a protocol or topic by its name, a pasted agenda."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from plcdesk.planning.suggestions import Candidate
from plcdesk.text import ntr, tr
from plcdesk_ui.plan.tab_order import follow
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.rows import ClickRow, RowList
from plcdesk_ui.widgets.search_field import SearchField
from plcdesk_ui.widgets.tips import set_tip, tip_with_shortcut

FIND_KEY, PASTE_KEY = "Ctrl+F", "Ctrl+Shift+V"
MOST_FOUND = 6


@dataclass(frozen=True)
class Adding:
    """What the card asks for: a topic of a kind, a protocol, or a pasted agenda."""

    topic: Callable[[str, str, int], None]
    protocol: Callable[[Candidate], None]
    paste: Callable[[], None]
    find: Callable[[str], tuple[Candidate, ...]]


class FindField(SearchField):
    """Down goes into the list below; Enter takes its first row."""

    def __init__(self, rows: RowList, parent: QWidget | None = None) -> None:
        super().__init__(tr("Find a protocol or topic"), parent=parent)
        self._rows = rows
        set_tip(self, tip_with_shortcut(tr("Find a protocol, or add a topic by typing it"), FIND_KEY))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that lead on from here."""
        first = next((row for row in self._rows.rows() if isinstance(row, ClickRow)), None)
        if event.key() == Qt.Key.Key_Down and first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
        elif (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text().strip() and first is not None
        ):
            first.click()
        else:
            super().keyPressEvent(event)


class AddCard(Card):
    """Typing narrows the list to protocols of that name, and offers the words as a topic."""

    def __init__(self, adding: Adding, parent: QWidget | None = None) -> None:
        super().__init__(tr("Add"), parent=parent)
        self._adding = adding
        self._missing: tuple[str, ...] = ()
        self.rows = RowList()
        self.search = FindField(self.rows)
        self.search.textChanged.connect(lambda _text: self._show())
        self.body.addWidget(self.search)
        self.body.addWidget(self.rows)
        self._show()

    def show_missing(self, kinds: tuple[str, ...]) -> None:
        """Offer an opening or a wrap-up where the agenda has none."""
        if kinds != self._missing:
            self._missing = kinds
            self._show()

    def start_finding(self) -> None:
        """Bring the keyboard to the field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _show(self) -> None:
        words = self.search.text().strip()
        self.rows.set_rows(self._found(words) if words else self._usual())
        follow(self.search, self.rows.rows())

    def last_stop(self) -> QWidget:
        """Where Tab leaves the card."""
        return self.rows.rows()[-1]

    def _usual(self) -> list[QWidget]:
        rows: list[QWidget] = [
            self._topic_row(word, kind, word, minutes)
            for kind, word, minutes in (
                ("topic", tr("Topic to discuss"), 10),
                ("decision", tr("Decision to make"), 10),
                ("news", tr("News"), 3),
                ("opening", tr("Opening"), 5),
                ("wrap_up", tr("Wrap up"), 5),
            )
            if kind not in ("opening", "wrap_up") or kind in self._missing
        ]
        paste = ClickRow(tr("Paste an agenda…"))
        set_tip(paste, tip_with_shortcut(tr("Read an agenda from a mail or a document"), PASTE_KEY))
        paste.activated.connect(self._adding.paste)
        return [*rows, paste]

    def _found(self, words: str) -> list[QWidget]:
        rows: list[QWidget] = [
            protocol_row(each, each.own, self._take) for each in self._adding.find(words)[:MOST_FOUND]
        ]
        topic = tr("Topic “{words}”").format(words=words)
        decision = tr("Decision “{words}”").format(words=words)
        rows.append(self._topic_row(topic, "topic", words, 10))
        rows.append(self._topic_row(decision, "decision", words, 10))
        return rows

    def _topic_row(self, shown: str, kind: str, title: str, minutes: int) -> ClickRow:
        row = ClickRow(shown, trailing=[str(minutes)])
        row.setAccessibleName(_spoken(shown, minutes))
        row.activated.connect(lambda: self._add(kind, title, minutes))
        return row

    def _add(self, kind: str, title: str, minutes: int) -> None:
        self._adding.topic(kind, title, minutes)
        self.search.clear()

    def _take(self, candidate: Candidate) -> None:
        self._adding.protocol(candidate)
        self.search.clear()


def protocol_row(candidate: Candidate, minutes: int, take: Callable[[Candidate], None]) -> ClickRow:
    """A protocol with the minutes that it would have."""
    name = candidate.form_name or candidate.name
    row = ClickRow(name, trailing=[str(minutes)])
    row.setAccessibleName(_spoken(name, minutes))
    set_tip(row, candidate.summary)
    row.activated.connect(lambda: take(candidate))
    return row


def _spoken(name: str, minutes: int) -> str:
    return ntr("{name}, {n} minute", "{name}, {n} minutes", minutes).format(name=name, n=minutes)
