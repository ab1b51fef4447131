"""Ctrl+K: one field that finds meetings, actions, people and protocols, and runs any command."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from plcdesk.archive.directory import Directory, is_meant, read_directory
from plcdesk.archive.everything import Thing, find_everything, find_protocols
from plcdesk.archive.matching import Marked, Term, marked
from plcdesk.archive.wanted import parse
from plcdesk.store.reader import Reader
from plcdesk.text import tr
from plcdesk_ui.asking import Asker
from plcdesk_ui.context import Context
from plcdesk_ui.shell.commands import Command
from plcdesk_ui.theme.sizes import GAP, ROW
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.found_list import FoundList, FoundRow
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.search_field import SearchField
from plcdesk_ui.words import short_day

_WIDE, _HIGH = 44, 34
"""In sizes of type."""
_FROM_TOP = 60


@dataclass(frozen=True)
class _Offer:
    """A row and what opening it does."""

    row: FoundRow
    run: Callable[[], object]


class Palette(QDialog):
    """Lies over the window until something is chosen or Esc is pressed."""

    def __init__(self, context: Context, commands: Sequence[Command], parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._commands = tuple(commands)
        self._names: Directory | None = None
        self._offers: dict[str, _Offer] = {}
        self._moved = False
        self._asker = Asker(context, self)
        self.setWindowTitle(tr("Search everything"))
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setModal(True)
        self.setProperty("look", "palette")
        self.field = SearchField(tr("Meetings, actions, people, protocols, commands"))
        self.found = FoundList(tr("What was found"))
        self.found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._hint = plain(tr("↑ ↓ to choose, Enter to open, Esc to close"), "caption")
        box = QVBoxLayout(self)
        box.setContentsMargins(GAP, GAP, GAP, ROW)
        box.setSpacing(ROW)
        for part in (self.field, self.found, self._hint):
            box.addWidget(part, 1 if part is self.found else 0)
        self.field.textChanged.connect(lambda _text: self._search())
        self.found.opened.connect(self._open)
        self.found.clicked.connect(lambda _index: self._open(self.found.key))

    def begin(self, typed: str = "") -> None:
        """Open over the window, with this typed already."""
        self._names = None
        self.field.setText(typed)
        self._search()
        above = self.parentWidget()
        assert above is not None
        self.resize(
            self.sizeHint().boundedTo(QSize(above.width() - 2 * GAP, above.height() - _FROM_TOP - GAP))
        )
        self.move(above.mapToGlobal(QPoint((above.width() - self.width()) // 2, _FROM_TOP)))
        self.field.setFocus()
        self.open()

    def sizeHint(self) -> QSize:
        """Wide enough for a line of minutes."""
        base = theme_of(self).sizes.base
        return QSize(_WIDE * base, _HIGH * base)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow keys choose while the field keeps the keyboard; Enter opens."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        key = Qt.Key(event.key())
        if key in steps:
            self._moved = True
            self.found.move_by(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.found.key)
        else:
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Nothing more is looked for."""
        self._asker.stop()
        super().done(result)

    def _search(self) -> None:
        """The commands at once; everything else as soon as it is read."""
        self._moved = False
        typed, today = self.field.text(), self._context.now().astimezone().date()
        self._show(self._command_offers(typed), self._thing_offers((), typed, today))

        things: list[Thing] = []

        def read(reader: Reader) -> tuple[Directory, tuple[Thing, ...]]:
            names = self._names or read_directory(reader)
            return names, find_everything(reader, typed, names, today)

        def read_protocols(_reader: Reader) -> tuple[Directory | None, tuple[Thing, ...]]:
            """By itself: the library takes a moment to load, once."""
            summaries = self._context.catalogue.summaries()
            return None, find_protocols(typed, ((summary.id, summary.name) for summary in summaries))

        def arrived(answer: tuple[Directory | None, tuple[Thing, ...]]) -> None:
            self._names = answer[0] or self._names
            things.extend(answer[1])
            self._show(self._command_offers(typed), self._thing_offers(things, typed, today))

        if parse(typed).asks_for_entries:
            self._asker.ask((read, arrived), (read_protocols, arrived))
        else:
            self._asker.stop()

    def _show(self, commands: list[_Offer], things: Sequence[_Offer]) -> None:
        offers = [*commands, *things]
        self._offers = {offer.row.key: offer for offer in offers}
        self.found.set_rows([offer.row for offer in offers], first=not self._moved)

    def _command_offers(self, typed: str) -> list[_Offer]:
        terms = [Term(word, begins=True) for word in typed.split()]
        meant = [c for c in self._commands if not typed.strip() or is_meant(c.text, typed)]
        return [
            _Offer(
                FoundRow(
                    f"command:{number}",
                    marked(command.text, terms),
                    QKeySequence(command.shortcut).toString(QKeySequence.SequenceFormat.NativeText),
                    heads=tr("Commands") if number == 0 else "",
                ),
                command.run,
            )
            for number, command in enumerate(meant)
        ]

    def _thing_offers(self, things: Sequence[Thing], typed: str, today: date) -> list[_Offer]:
        heads = {
            "meeting": tr("Meetings"),
            "action": tr("Open actions"),
            "person": tr("People"),
            "protocol": tr("Protocols"),
        }
        offers: list[_Offer] = []
        before = ""
        for number, thing in enumerate(things):
            head = heads[thing.kind] if thing.kind != before else ""
            offers.append(_Offer(_row(thing, number, head, today), self._opener(thing)))
            before = thing.kind
        if not parse(typed).asks_for_entries:
            return offers
        every = Marked(tr("All places with “{typed}”").format(typed=typed.strip()))
        offers.append(
            _Offer(
                FoundRow("all", every, heads=tr("In the minutes")),
                lambda: self._context.go.to("meetings", line=f"find:{typed}"),
            )
        )
        return offers

    def _opener(self, thing: Thing) -> Callable[[], object]:
        go, row = self._context.go, thing.row
        if thing.kind == "person":
            return lambda: go.to("meetings", line=f'find:with:"{thing.key}" ')
        if thing.kind == "protocol":
            return lambda: go.to("library", line=thing.key)
        assert row is not None
        if thing.kind == "action":
            return lambda: go.to("actions", line=row.line)
        screen = {"planned": "plan", "running": "run"}.get(row.status, "minutes")
        return lambda: go.to(screen, row.meeting_id, row.line if screen == "minutes" else "")

    def _open(self, key: str) -> None:
        offer = self._offers.get(key)
        if offer is not None:
            self.accept()
            offer.run()


def _row(thing: Thing, number: int, head: str, today: date) -> FoundRow:
    key, row = f"{thing.kind}:{number}", thing.row
    if row is None:
        return FoundRow(key, thing.title, heads=head)
    day = datetime.fromisoformat(row.starts_at).date()
    aside = short_day(day) if day.year == today.year else f"{short_day(day)} {day.year}"
    if thing.kind == "action":
        return FoundRow(key, thing.title, aside, f"{row.team} · {row.title.text}", heads=head)
    return FoundRow(key, thing.title, aside, "", row.text, heads=head)
